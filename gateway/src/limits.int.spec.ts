/** Limits of cost, number and documents, the same over HTTP and WebSocket (api.md 15, 16; V08, V25, V29). */
import { nurse, physician } from '@heya/testkit/viewers';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentIdOf } from './documents.ts';
import { LiveClient } from './testing/live-client.ts';
import { until } from './testing/patience.ts';
import { knownDocuments, knownOrigin, Stage } from './testing/stage.ts';

const operations = 60;
const [greeting = '', rooms = '', ended = ''] = knownDocuments;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({
    rates: { accountOperations: operations, addressFailures: 25, strangerOperations: 10 },
    socketsPerAccount: 3,
    trustedProxies: ['127.0.0.1'],
  });
});
afterAll(() => stage.close());

const json = { 'content-type': 'application/json' };
const code = (answer: { body: { errors?: { extensions: Record<string, unknown> }[] } }) => answer.body.errors?.[0]?.extensions.code;
const send = async (viewer = nurse(), body: object = {}, headers: Record<string, string> = {}) =>
  stage.fetch('/graphql', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await stage.provider.token(viewer)}`, ...headers },
  });
const errorOf = (client: LiveClient, id: string) =>
  (client.of(id).find(({ type }) => type === 'error')?.payload as unknown as { extensions: Record<string, unknown> }[] | undefined)?.[0]
    ?.extensions;

describe('cost', () => {
  const wide = (first: string) => `{ self { self { self { id } } } rooms: id } }`.replace('{ self', `{ rooms(first: ${first}) { self`);

  it('is told with the answer of a free document', async () => {
    const answer = await send(nurse(), { query: wide('20') });
    expect([answer.status, (answer.body as { extensions?: unknown }).extensions]).toEqual([200, { cost: { requested: 80, limit: 2000 } }]);
  });

  it('over 2,000 points is refused with the figure, over HTTP', async () => {
    const deep =
      '{ rooms(first: 100) { self { self { self { self { self { self { self { self { id } } } } } } } } a: self { self { self { self { self { self { self { self { self { self { id } } } } } } } } } } b: self { self { id } } } }';
    const { status, body } = await send(nurse(), { query: deep });
    expect([status, body.errors?.[0]?.extensions]).toEqual([
      400,
      { code: 'COST_EXCEEDED', requestId: expect.any(String) as string, cost: { requested: 2100, limit: 2000 } },
    ]);
    const sized = deep.replace('{ rooms(first: 100)', 'query ($n: Int) { rooms(first: $n)');
    expect(code(await send(nurse(), { query: sized, variables: { n: 100 } }))).toBe('COST_EXCEEDED');
    expect((await send(nurse(), { query: sized, variables: { n: 95 } })).status).toBe(200);
    expect((await send(nurse(), { query: sized })).status).toBe(200);
  });

  it('over 2,000 points is refused with the figure, over WebSocket, and the socket lives', async () => {
    const client = await stage.connect(nurse());
    const chain = (size: number) =>
      `... on PostCreated { post { room { patient { rooms(first: ${size}) { self { patient { rooms(first: ${size}) { self { id } } } } } } } } }`;
    client.subscribe('1', `subscription { roomEvent(roomId: "0190a0a0-0000-7000-8000-000000000000") { ${chain(40)} } }`);
    await client.until(({ id, type }) => id === '1' && type === 'error');
    expect(errorOf(client, '1')).toMatchObject({ code: 'COST_EXCEEDED', cost: { limit: 2000, requested: expect.any(Number) as number } });
    client.subscribe('2', `subscription { roomEvent(roomId: "0190a0a0-0000-7000-8000-000000000000") { ${chain(5)} } }`);
    await client.until(({ id, type }) => id === '2' && type === 'error');
    expect([errorOf(client, '2')?.code, client.closed]).toEqual(['FORBIDDEN', undefined]);
    client.close();
  });
});

describe("the portal's client", () => {
  const portal = () => nurse({ clientId: 'heya-portal' });

  it('sends ids over HTTP, and nothing else', async () => {
    const who = portal();
    const known = await send(who, { documentId: documentIdOf(greeting) });
    expect(known.body).toEqual({ data: { viewer: { id: who.userId } } });
    for (const body of [
      { query: greeting },
      { documentId: `sha256:${'0'.repeat(64)}` },
      {},
      [{ query: greeting }],
      { extensions: { persistedQuery: { version: 1, sha256Hash: documentIdOf(greeting).slice(7) } } },
    ]) {
      const answer = await send(who, body);
      expect([answer.status, code(answer), answer.body.data]).toEqual([400, 'PERSISTED_DOCUMENT_NOT_FOUND', undefined]);
    }
    const token = await stage.provider.token(who);
    const get = await stage.fetch(`/graphql?query=${encodeURIComponent(greeting)}`, {
      headers: { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' },
    });
    expect([get.status, code(get)]).toEqual([400, 'PERSISTED_DOCUMENT_NOT_FOUND']);
  });

  it('is held to page sizes and cost all the same', async () => {
    const documentId = documentIdOf(rooms);
    expect((await send(portal(), { documentId, variables: { first: 100 } })).status).toBe(200);
    expect(code(await send(portal(), { documentId, variables: { first: 101 } }))).toBe('BAD_USER_INPUT');
  });

  it('sends ids over WebSocket, and nothing else', async () => {
    const client = await stage.connect(portal());
    const payloads = [
      { query: ended },
      { query: '', documentId: 'sha256:0' },
      { query: '', documentId: documentIdOf(greeting) },
      { query: '', documentId: documentIdOf(ended) },
    ];
    payloads.forEach((payload, index) => client.send({ id: String(index), type: 'subscribe', payload }));
    await client.until(({ id, type }) => id === '2' && type === 'error');
    expect(['0', '1', '2', '3'].map((id) => client.errorCode(id))).toEqual([
      'PERSISTED_DOCUMENT_NOT_FOUND',
      'PERSISTED_DOCUMENT_NOT_FOUND',
      'BAD_USER_INPUT',
      undefined,
    ]);
    await until('the known one runs', () => stage.gateway.counts().operations > 0);
    client.close();
  });
});

describe('rates', () => {
  const changes = (count: number) =>
    `mutation { ${Array.from({ length: count }, (_, index) => `a${index}: roomRename(id: "1") { id }`).join(' ')} }`;

  it('count each change of a document, and answer 429 with when to come back', async () => {
    const who = nurse();
    const first = await send(who, { query: changes(15) });
    expect([first.status, first.headers.get('ratelimit'), first.headers.get('ratelimit-policy')]).toEqual([
      200,
      expect.stringMatching(/^"account";r=45;t=\d+$/),
      `"account";q=${operations};w=60`,
    ]);
    for (let count = 0; count < 3; count += 1) await send(who, { query: changes(15) });
    for (const query of [changes(2), '{ viewer { id } }']) {
      const answer = await send(who, { query });
      expect([answer.status, code(answer), answer.body.data]).toEqual([429, 'RATE_LIMITED', undefined]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('ratelimit')).toMatch(/^"account";r=0;t=\d+$/);
      expect(answer.body.errors?.[0]?.extensions).toMatchObject({ retryAfterSeconds: expect.any(Number) as number });
    }
    expect((await send(nurse(), { query: '{ viewer { id } }' })).status).toBe(200);
  });

  it('hold over both transports together; a stream is refused alone and the socket lives', async () => {
    const who = physician();
    const client = await stage.connect(who);
    client.subscribe('1', ended);
    for (let count = 0; count < 4; count += 1) await send(who, { query: changes(15) });
    client.subscribe('2', ended);
    await client.until(({ id, type }) => id === '2' && type === 'error');
    expect([errorOf(client, '2')?.code, client.errorCode('1'), client.closed]).toEqual(['RATE_LIMITED', undefined, undefined]);
    client.close();
  });

  it('let an address that cannot say who it is wait; others go on', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const nobody = () =>
      stage.fetch('/graphql', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...from('203.0.113.5') } });
    for (let count = 0; count < 24; count += 1) expect((await nobody()).status).toBe(401);
    const before = stage.gateway.counts().sockets;
    const stranger = await LiveClient.connect(stage.gateway.url, { authorization: 'Bearer x' }, { headers: from('203.0.113.5') });
    expect(stranger.closed?.code).toBe(4403);
    await until('it has left', () => stage.gateway.counts().sockets === before);
    const refused = await nobody();
    expect([refused.status, code(refused), refused.headers.get('ratelimit')]).toEqual([
      429,
      'RATE_LIMITED',
      expect.stringContaining('"address";r=0'),
    ]);
    await expect(LiveClient.dial(stage.gateway.url, { headers: from('203.0.113.5') })).rejects.toThrow('429');
    expect((await send(nurse(), { query: greeting }, from('203.0.113.6'))).status).toBe(200);
  });

  it("of one address are nobody else's: an ended or old session behind the portal locks nobody out, forgeries only themselves", async () => {
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const [gone, working] = [nurse(), nurse()];
    const show = async (token: string) =>
      (await stage.fetch('/graphql', { method: 'POST', body: '{}', headers: { ...json, ...from, authorization: `Bearer ${token}` } }))
        .status;
    const works = async () => (await send(working, { query: greeting }, from)).status;
    await stage.bus.send('identity.sessionEnded', { sessionId: gone.sessionId, userId: gone.userId, reason: 'REVOKED' });
    await stage.caughtUp();
    const [over, old] = [await stage.provider.token(gone), await stage.provider.token(nurse(), { lifetime: -60 })];
    for (let count = 0; count < 60; count += 1) expect(await show(count % 2 ? over : old)).toBe(401);
    const left = await LiveClient.connect(stage.gateway.url, { authorization: `Bearer ${over}` }, { headers: from });
    expect([left.closed?.code, await works()]).toEqual([4403, 200]);
    for (let count = 0; count < 25; count += 1) expect(await show(`${over.slice(0, -10)}AAAAAAAAAA`)).toBe(401);
    expect([await show('x'), await show(over), await works()]).toEqual([429, 401, 200]);
  });
});

describe('sockets of one account', () => {
  it('are at most three here: the newest is refused, the others live, and a place that is left is free again', async () => {
    const who = nurse();
    const held = [await stage.connect(who), await stage.connect(who), await stage.connect(who)];
    const newest = await stage.connect(who);
    expect(newest.closed).toEqual({ code: 4429, reason: 'Too many connections of this account' });
    expect(held.map(({ closed }) => closed)).toEqual([undefined, undefined, undefined]);
    expect((await stage.connect(nurse())).closed).toBeUndefined();
    const before = stage.gateway.counts().sockets;
    held[0]?.close();
    await until('one has left', () => stage.gateway.counts().sockets < before);
    expect((await stage.connect(who)).frames[0]?.type).toBe('connection_ack');
  });

  it('does not make a graphql-ws client try for ever', async () => {
    const who = nurse();
    for (let count = 0; count < 3; count += 1) await stage.connect(who);
    const token = await stage.provider.token(who);
    let opened = 0;
    const client = createClient({
      url: `${stage.gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 100,
      retryWait: () => Promise.resolve(),
      on: { opened: () => (opened += 1) },
    });
    const end = await new Promise<unknown>((resolve) =>
      client.subscribe({ query: ended }, { next: () => undefined, error: resolve, complete: () => resolve('complete') }),
    );
    expect([(end as { code?: number }).code, opened]).toEqual([4429, 1]);
  });
});

it('takes a ticket only from a page that says where it comes from, and uses it up in any case (V28)', async () => {
  const token = await stage.provider.token(nurse());
  const { body } = await stage.fetch('/ticket', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  const { ticket } = body as unknown as { ticket: string };
  const without = await LiveClient.connect(stage.gateway.url, { ticket });
  expect(without.closed?.code).toBe(4403);
  const page = await LiveClient.connect(stage.gateway.url, { ticket }, { headers: { origin: knownOrigin } });
  expect(page.closed?.code).toBe(4403);
});
