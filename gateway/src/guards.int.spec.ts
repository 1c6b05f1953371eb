/** What must not be reachable, whatever is asked: subgraph internals, the schema, other pages (V23-V28, V31, V49). */
import { nurse, physician } from '@heya/testkit/viewers';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveClient } from './testing/live-client.ts';
import { Stage } from './testing/stage.ts';

let stage: Stage;
let token: string;
const viewer = nurse();
beforeAll(async () => {
  stage = await Stage.open();
  token = await stage.provider.token(viewer, { lifetime: 540 });
});
afterAll(() => stage.close());

const code = (body: { errors?: { extensions: Record<string, unknown> }[] }) => body.errors?.[0]?.extensions.code;

describe('internals of subgraphs', () => {
  const entities = '_entities(representations: [{ __typename: "Room", id: "1" }]) { ... on Room { id } }';
  it.each([
    ['_entities', `{ ${entities} }`],
    ['_service', '{ _service { sdl } }'],
    ['a grant', '{ roomEventGrant(roomId: "1") { epoch } }'],
    ['the schema', '{ __schema { queryType { name } } }'],
    ['a type', '{ __type(name: "Room") { name } }'],
    ['the schema behind a fragment', '{ ...A } fragment A on Query { __schema { types { name } } }'],
  ])('%s: not by POST, not by GET, not by WebSocket', async (_case, query) => {
    const post = await stage.ask(query, { token });
    const get = await stage.fetch(`/graphql?query=${encodeURIComponent(query)}`, {
      headers: { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' },
    });
    for (const { status, body } of [post, get]) expect([status, code(body), body.data]).toEqual([400, 'BAD_USER_INPUT', undefined]);
    const client = await stage.connect(viewer);
    client.subscribe('1', query.replace('{', 'subscription {').replace(' on Query', ' on Subscription'));
    await client.until(({ id, type }) => id === '1' && type === 'error');
    expect(client.errorCode('1')).toBe('BAD_USER_INPUT');
    expect(client.texts.join()).not.toMatch(/did you mean|sdl":|"types"/i);
    client.close();
  });
});

describe('other pages', () => {
  it.each(['OPTIONS', 'POST', 'GET'])('are told nothing by %s that would let their scripts read (V27)', async (method) => {
    const { headers, status } = await stage.fetch('/graphql', {
      method,
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
        cookie: 'a=1',
      },
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('cannot frame, sniff or load anything from here', async () => {
    for (const path of ['/health', '/graphql', '/elsewhere']) {
      const { headers } = await stage.fetch(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': expect.stringContaining('max-age=') as string,
        'cache-control': 'no-store',
      });
      expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
    }
  });

  it('GET with a text/plain body type: 415 (V26)', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain', 'apollo-require-preflight': '1' };
    expect((await stage.fetch('/graphql?query=%7Bviewer%7Bid%7D%7D', { headers })).status).toBe(415);
  });
});

it('knows nobody by a header at the upgrade either (V31)', async () => {
  const forged = {
    'x-user-id': physician().userId,
    'x-forwarded-user': 'other',
    'router-authorization': 'x',
    authorization: `Bearer ${token}`,
  };
  const client = await LiveClient.connect(stage.gateway.url, {}, { headers: forged });
  expect(client.closed?.code).toBe(4401);
});

/** The suite sends names and variables through `__type`, which is off (V23): the same requests through a field of ours. */
const withoutIntrospection = (text: string) =>
  text.replace(/__type\(name: (.+?)\) \{ name \}/, 'post(id: $1) { id }').replace('$name: String!', '$name: ID!');

it('speaks GraphQL over HTTP as its specification says (V49)', async () => {
  const fetchFn = (input: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(withoutIntrospection(input), {
      ...init,
      headers,
      ...(typeof init.body === 'string' && { body: withoutIntrospection(init.body) }),
    });
  };
  const results = await auditServer({ url: `${stage.gateway.url}/graphql`, fetchFn });
  const failed = results.filter(({ status }) => status !== 'ok');
  expect(failed.filter(({ name }) => name.startsWith('MUST')).map(({ name }) => name)).toEqual([]);
  console.info(`graphql-http: ${results.length} audits, not ok: ${failed.map(({ id, name }) => `${id} ${name}`).join('; ') || 'none'}`);
});
