/** V23, V24, V26, V27, V49: what the gateway tells of its schema, and which requests it takes at all. */
import { serverAudits } from 'graphql-http';
import { type Case, require } from '../case.ts';
import { viewerId } from '../operations.ts';
import type { World } from '../world.ts';
import { bearer, call, post, RawSocket } from './wire.ts';

const introspections = ['{ __schema { types { name } } }', '{ __type(name: "Patient") { fields { name } } }'];
const getHeaders = { 'apollo-require-preflight': 'true' };

async function introspection(world: World): Promise<void> {
  const headers = await bearer(world, 'nurse');
  const socket = new RawSocket(world.urls.socket);
  await socket.init(headers.authorization.slice('Bearer '.length));
  for (const [index, query] of introspections.entries()) {
    const url = `${world.urls.gateway}?query=${encodeURIComponent(query)}`;
    for (const reply of [await post(world, { query }, headers), await call(url, { headers: { ...headers, ...getHeaders } })]) {
      require(reply.status === 400, `${query}: HTTP ${reply.status}`);
      require(!/"(types|fields)":/.test(reply.text), `${query} was answered`);
    }
    socket.send({ id: String(index), type: 'subscribe', payload: { query: query.replace('{', 'subscription {') } });
    const answer = await socket.until(({ id }) => id === String(index));
    require(answer?.type === 'error', `over WebSocket ${query}: ${JSON.stringify(answer)}`);
  }
  socket.end();
}

async function suggestions(world: World): Promise<void> {
  const headers = await bearer(world, 'nurse');
  const misspelt = [
    '{ viewr { id } }',
    '{ viewer { userr { id } } }',
    '{ room(idd: "x") { id } }',
    'query ($x: PostCreateInputt) { viewer { id } }',
  ];
  for (const query of misspelt) {
    const { status, text } = await post(world, { query }, headers);
    require(status === 400, `${query}: HTTP ${status}`);
    require(!/did you mean|"PostCreateInput\\?"/i.test(text), `a suggestion: ${text.slice(0, 200)}`);
  }
}

interface Request {
  name: string;
  expected: readonly number[];
  url?: string;
  init: RequestInit;
}

/** Figures of Apollo Server 5.5; a fastify in front of it refuses some of them a step earlier, with the same number. */
function foreignRequests(gateway: string): Request[] {
  const body = JSON.stringify({ query: viewerId });
  const get = `${gateway}?query=${encodeURIComponent(viewerId)}`;
  const mutation = `${gateway}?query=${encodeURIComponent('mutation { sessionRevokeAllOthers { revokedCount } }')}`;
  const typed = (name: string, contentType: string, text: string): Request => ({
    name,
    expected: [400, 415],
    init: { method: 'POST', headers: { 'content-type': contentType }, body: text },
  });
  return [
    typed('text/plain', 'text/plain', body),
    typed('urlencoded', 'application/x-www-form-urlencoded', `query=${encodeURIComponent(viewerId)}`),
    typed(
      'multipart',
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${body}\r\n--x--\r\n`,
    ),
    { name: 'GET without preflight header', expected: [400], url: get, init: {} },
    { name: 'GET mutation', expected: [405], url: mutation, init: { headers: getHeaders } },
    { name: 'GET with text/plain', expected: [400, 415], url: get, init: { headers: { ...getHeaders, 'content-type': 'text/plain' } } },
  ];
}

async function simpleRequests(world: World): Promise<string> {
  const headers = await bearer(world, 'nurse');
  const said: number[] = [];
  for (const { name, expected, url, init } of foreignRequests(world.urls.gateway)) {
    const reply = await call(url ?? world.urls.gateway, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
    require(expected.includes(reply.status), `${name}: HTTP ${reply.status}`);
    require(!reply.text.includes('"viewer":{'), `${name} was answered`);
    said.push(reply.status);
  }
  return said.join(' ');
}

async function foreignOrigin(world: World): Promise<void> {
  const origin = 'https://evil.example';
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };
  for (const url of [world.urls.gateway, `${world.urls.issuer}/token`, world.urls.portal, `${world.urls.portal}/graphql`]) {
    const init = { headers: { origin, cookie: 'a=b' } };
    const replies = [await call(url, init), await call(url, { method: 'OPTIONS', headers: { ...init.headers, ...asked } })];
    replies.push(await call(url, { method: 'POST', headers: { ...init.headers, 'content-type': 'application/json' }, body: '{}' }));
    for (const { headers } of replies)
      for (const name of ['access-control-allow-origin', 'access-control-allow-credentials'])
        require(headers.get(name) === null, `${url} answers ${name}: ${headers.get(name)}`);
  }
}

/**
 * Without a token everything is 401, so each audit asks as somebody. Two of them ask `__type`, which nobody may here (V23):
 * they get a question of the same form instead.
 */
async function graphqlOverHttp(world: World): Promise<string> {
  const { authorization } = await bearer(world, 'nurse');
  const reworded = (body: unknown): unknown =>
    typeof body === 'string' ? body.replaceAll('__type(name:', 'userByAccountName(accountName:').replaceAll('{ name }', '{ id }') : body;
  const fetchFn = (url: string, init: RequestInit = {}) => {
    const headers = { ...(init.headers as Record<string, string>), ...getHeaders, authorization };
    return fetch(url, { ...init, headers, body: reworded(init.body) as RequestInit['body'] });
  };
  const results = [];
  for (const audit of serverAudits({ url: world.urls.gateway, fetchFn })) results.push(await audit.fn());
  const failed = results.filter((result) => result.status === 'error').map(({ name }) => name);
  const should = results.filter((result) => result.status === 'warn').map(({ name }) => name);
  require(failed.length === 0, `${failed.length} MUST failures: ${failed.join('; ')}`);
  return `${results.length} audits, 0 MUST failures, ${should.length} SHOULD: ${should.join('; ')}`;
}

export const requestCases: Case[] = [
  { id: 'V23', text: '__schema and __type by GET, POST and WebSocket → refused', run: introspection },
  { id: 'V24', text: 'a misspelt field, argument or type → no suggestion', run: suggestions },
  { id: 'V26', text: 'requests a foreign page could send: text/plain, urlencoded, multipart, GETs → refused', run: simpleRequests },
  { id: 'V27', text: 'a foreign origin with credentials → no CORS header from gateway, identity or portal', run: foreignOrigin },
  { id: 'V49', text: 'the GraphQL-over-HTTP audit suite', run: graphqlOverHttp },
];
