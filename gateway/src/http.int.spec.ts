import { createConnection } from 'node:net';
import { nurse } from '@heya/testkit/viewers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Stage } from './testing/stage.ts';

let stage: Stage;
let token: string;
const viewer = nurse();
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  token = await stage.provider.token(viewer);
});
afterAll(() => stage.close());

const code = (body: { errors?: { extensions: Record<string, unknown> }[] }) => body.errors?.[0]?.extensions.code;

describe('who asks', () => {
  it('is answered', async () => {
    const { status, body, headers } = await stage.ask('{ viewer { id user { displayName } } }', { token });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body.data?.viewer).toMatchObject({ id: viewer.userId });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    '{ viewer { id } }',
    'mutation { roomRename(id: "1") { id } }',
    'subscription { sessionEnded { reason } }',
    '{ __schema { types { name } } }',
  ])('without a token: 401 to %s (V01)', async (query) => {
    const { status, body } = await stage.ask(query);
    expect([status, code(body), body.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
    expect(body.errors?.[0]?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is nobody a header says (V31)', async () => {
    const forged = {
      'x-user-id': 'other',
      x_user_id: 'other',
      'x-heya-viewer': '{}',
      'x-forwarded-user': 'other',
      'router-authorization': 'x',
      'heya-envelope': 'e30',
      'heya-signature': 'x',
      'x-request-id': 'mine',
    };
    const { body, text } = await stage.ask('{ viewer { id } }', { token, headers: forged });
    expect(body.data?.viewer).toEqual({ id: viewer.userId });
    expect((await stage.ask('{ viewer { id } }', { headers: forged })).status).toBe(401);
    expect(text).not.toContain('mine');
  });

  it('reads the language from Accept-Language', async () => {
    const { body } = await stage.ask('{ viewer { locale } }', { token, headers: { 'accept-language': 'en-GB,ja;q=0.5' } });
    expect(body.data?.viewer).toEqual({ locale: 'en' });
  });

  it('finds no door open to other pages (V27)', async () => {
    const { headers } = await stage.ask('{ viewer { id } }', { token, headers: { origin: 'https://evil.example' } });
    expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual([null, null]);
  });
});

describe('requests that are no requests (V26)', () => {
  const query = '{viewer{id}}';
  const authorized = (headers: Record<string, string> = {}) => ({ authorization: `Bearer ${token}`, ...headers });

  it.each([
    ['text/plain', 400],
    ['application/x-www-form-urlencoded', 400],
    ['multipart/form-data; boundary=x', 400],
  ])('POST as %s: %i', async (type, status) => {
    const answer = await stage.fetch('/graphql', {
      method: 'POST',
      headers: authorized({ 'content-type': type }),
      body: JSON.stringify({ query }),
    });
    expect([answer.status, code(answer.body)]).toEqual([status, 'BAD_USER_INPUT']);
  });

  it('GET without a preflight header: 400; as a mutation: 405; with variables: 400', async () => {
    const get = (search: Record<string, string>, headers: Record<string, string> = {}) =>
      stage.fetch(`/graphql?${new URLSearchParams(search).toString()}`, { headers: authorized(headers) });
    const preflighted = { 'apollo-require-preflight': '1' };
    expect((await get({ query })).status).toBe(400);
    expect((await get({ query }, preflighted)).status).toBe(200);
    expect((await get({ query: 'mutation { roomRename(id: "1") { id } }' }, preflighted)).status).toBe(405);
    expect((await get({ query, variables: '{"name":"山田"}' }, preflighted)).status).toBe(400);
  });

  it('several at once: 400', async () => {
    const body = JSON.stringify(Array.from({ length: 50 }, () => ({ query })));
    const answer = await stage.fetch('/graphql', { method: 'POST', headers: authorized({ 'content-type': 'application/json' }), body });
    expect([answer.status, code(answer.body)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.each([
    ['broken JSON', '{"query":'],
    ['an empty body', ''],
    ['a prototype', '{"__proto__":{"x":1},"query":"{viewer{id}}"}'],
  ])('%s: 400', async (_case, body) => {
    const answer = await stage.fetch('/graphql', { method: 'POST', headers: authorized({ 'content-type': 'application/json' }), body });
    expect([answer.status, code(answer.body)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('a body of 2 MB: 413', async () => {
    const answer = await stage.fetch('/graphql', {
      method: 'POST',
      headers: authorized({ 'content-type': 'application/json' }),
      body: JSON.stringify({ query, pad: 'x'.repeat(2_000_000) }),
    });
    expect([answer.status, code(answer.body)]).toEqual([413, 'BAD_USER_INPUT']);
  });

  it('a page that is not there: 404', async () => {
    expect((await stage.fetch('/elsewhere')).status).toBe(404);
  });
});

describe('limits (V23, V24, V25)', () => {
  const nested = (depth: number) => `{ room(id: "1") { ${'self { '.repeat(depth)}id${' }'.repeat(depth)} } }`;
  it.each([
    ['introspection', '{ __schema { types { name } } }'],
    ['a type', '{ __type(name: "Post") { name } }'],
    ['a misspelled field', '{ viewr { id } }'],
    ['depth 30', nested(30)],
    ['depth 400', nested(400)],
    [
      'depth by fragments',
      '{ room(id: "1") { ...A } } fragment A on Room { self { self { self { ...B } } } } fragment B on Room { self { self { self { ...C } } } } fragment C on Room { self { self { self { self { self { self { id } } } } } } }',
    ],
    ['1,000 aliases', `{ ${Array.from({ length: 400 }, (_, index) => `a${index}: __typename`).join(' ')} }`],
    ['16 aliases', `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: viewer { id }`).join(' ')} }`],
    ['directives', `{ viewer { id ${'@skip(if: false) '.repeat(21)} } }`],
    ['2,001 tokens', `{ ${'__typename '.repeat(2001)} }`],
    ['circular fragments', '{ room(id: "1") { ...A } } fragment A on Room { self { ...B } } fragment B on Room { self { ...A } }'],
    ['two operations', 'query A { viewer { id } } query B { viewer { id } }'],
    ['first: 1000000', '{ rooms(first: 1000000) { id } }'],
    ['first: -1', '{ rooms(first: -1) { id } }'],
    ['a subscription', 'subscription { sessionEnded { reason } }'],
    ['a hidden field', '{ reviewTaskGrant { epoch } }'],
  ])('%s: 400 at once, without a hint', async (_case, query) => {
    const begunAt = performance.now();
    const { status, body, text } = await stage.ask(query, { token });
    expect([status, code(body), body.data]).toEqual([400, 'BAD_USER_INPUT', undefined]);
    expect(text).not.toMatch(/did you mean|stack|node_modules/i);
    expect(performance.now() - begunAt).toBeLessThan(2000);
  });

  it('holds for a page size given as a variable, or as its default', async () => {
    const query = 'query ($first: Int) { rooms(first: $first) { id } }';
    expect((await stage.ask(query, { token, variables: { first: 1000 } })).status).toBe(400);
    expect((await stage.ask(query, { token, variables: { first: 100 } })).status).toBe(200);
    expect((await stage.ask('query ($n: Int = 1000) { rooms(first: $n) { id } }', { token })).status).toBe(400);
  });

  it('takes what is just within them', async () => {
    expect((await stage.ask(nested(10), { token })).status).toBe(200);
    expect((await stage.ask(`{ ${Array.from({ length: 15 }, (_, index) => `a${index}: __typename`).join(' ')} }`, { token })).status).toBe(
      200,
    );
  });
});

describe('what goes wrong inside', () => {
  it('is told by its code alone', async () => {
    const room = stage.world.addRoom({ [viewer.userId]: 'CARE_TEAM' });
    const post = stage.world.addPost(room, 'CARE_TEAM', '本文');
    const { body, text } = await stage.ask('query ($id: ID!) { post(id: $id) { body fails } }', { token, variables: { id: post.id } });
    expect(body.data).toEqual({ post: { body: '本文', fails: null } });
    expect(body.errors).toMatchObject([{ path: ['post', 'fails'], extensions: { code: 'INTERNAL', requestId: expect.any(String) } }]);
    expect(Object.keys(body.errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId']);
    expect(text).not.toMatch(/secret|relation|timeline|stack/);
  });

  it('is SERVICE_UNAVAILABLE while a subgraph is away, and whole again afterwards', async () => {
    const ask = () => stage.ask('{ rooms { id roomNumber } }', { token });
    await ask();
    await stage.subgraphs.stop('room');
    const begunAt = performance.now();
    const { body, text } = await ask();
    expect([code(body), body.data?.rooms]).toEqual(['SERVICE_UNAVAILABLE', null]);
    expect(text).not.toMatch(/ECONN|127\.0\.0\.1|undici/);
    expect(performance.now() - begunAt).toBeLessThan(2000);
    await stage.subgraphs.restart('room');
    expect((await ask()).body.errors).toBeUndefined();
  });
});

it('says how it is', async () => {
  expect(await stage.fetch('/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

it('serves the first of two Authorization headers and nobody else', async () => {
  const { hostname, port } = new URL(stage.gateway.url);
  const body = JSON.stringify({ query: '{ viewer { id } }' });
  const other = await stage.provider.token(nurse());
  const request = [
    'POST /graphql HTTP/1.1',
    `Host: ${hostname}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Connection: close',
    `Authorization: Bearer ${token}`,
    `Authorization: Bearer ${other}`,
    '',
    body,
  ].join('\r\n');
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = createConnection(Number(port), hostname, () => socket.write(request));
    socket.on('data', (chunk) => (text += String(chunk))).on('close', () => resolve(text));
  });
  expect(answer).toContain(viewer.userId);
});
