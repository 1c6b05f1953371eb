import { nurse, physician } from '@heya/testkit/viewers';
import { until } from '../testing/patience.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveClient } from '../testing/live-client.ts';
import { knownOrigin, Stage } from '../testing/stage.ts';

const sessionEnded = 'subscription { sessionEnded { sessionId } }';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const viewer = nurse();
const dial = (headers: Record<string, string>, protocol?: string) =>
  LiveClient.dial(stage.gateway.url, { headers, ...(protocol !== undefined && { protocol }) });
const ticket = async () => {
  const authorization = `Bearer ${await stage.provider.token(viewer)}`;
  const { status, body } = await stage.fetch('/ticket', { method: 'POST', headers: { authorization } });
  expect(status).toBe(200);
  return (body as unknown as { ticket: string }).ticket;
};

describe('before the socket opens (V28, V29)', () => {
  it.each([
    ['another page', { origin: 'https://evil.example' }],
    ['another page with a cookie', { origin: 'https://evil.example', cookie: '__Host-session=1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a cookie that does not say from where', { cookie: '__Host-session=1' }],
  ])('refuses %s', async (_case, headers) => {
    await expect(dial(headers)).rejects.toThrow('403');
  });

  it("takes the portal's page and programs", async () => {
    for (const headers of [{ origin: knownOrigin, cookie: 'locale=ja' }, { origin: knownOrigin }, {}]) {
      const client = await dial(headers as Record<string, string>);
      expect(client.socket.extensions).toBe('');
      client.close();
    }
  });

  it.each(['graphql-ws', ''])('refuses the protocol "%s"', async (protocol) => {
    await expect(dial({}, protocol)).rejects.toThrow('400');
  });

  it('speaks on its own path only', async () => {
    await expect(LiveClient.dial(`${stage.gateway.url}/elsewhere`)).rejects.toThrow('404');
  });
});

describe('introductions', () => {
  it('closes 4401 without credentials and 4403 with wrong ones', async () => {
    const [nobody, liar] = [
      await LiveClient.connect(stage.gateway.url, {}),
      await LiveClient.connect(stage.gateway.url, { authorization: 'Bearer x.y.z' }),
    ];
    await until('both closed', () => nobody.closed && liar.closed);
    expect([nobody.closed?.code, liar.closed?.code]).toEqual([4401, 4403]);
  });

  it('takes a ticket once', async () => {
    const used = await ticket();
    const first = await LiveClient.connect(stage.gateway.url, { ticket: used }, { headers: { origin: knownOrigin } });
    expect(first.frames[0]?.type).toBe('connection_ack');
    const second = await LiveClient.connect(stage.gateway.url, { ticket: used });
    expect(second.closed?.code).toBe(4403);
    first.close();
  });

  it('gives no ticket without a token', async () => {
    expect((await stage.fetch('/ticket', { method: 'POST' })).status).toBe(401);
  });

  it('closes 4401 on a subscription before the introduction, 4429 on a second one, 4409 on an id in use', async () => {
    const early = await dial({});
    early.subscribe('1', sessionEnded);
    const twice = await stage.connect(viewer);
    twice.send({ type: 'connection_init' });
    const double = await stage.connect(viewer);
    for (let count = 0; count < 2; count += 1) double.subscribe('1', sessionEnded);
    await until('all closed', () => early.closed && twice.closed && double.closed);
    expect([early.closed?.code, twice.closed?.code, double.closed?.code]).toEqual([4401, 4429, 4409]);
  });

  it('closes 4408 on whoever does not introduce himself', async () => {
    const silent = await dial({});
    await until('closed', () => silent.closed);
    expect(silent.closed?.code).toBe(4408);
  });

  it('closes 4403 when the token ends', async () => {
    const client = await stage.connect(viewer, 2);
    expect(client.frames[0]?.type).toBe('connection_ack');
    await until('closed', () => client.closed);
    expect(client.closed?.code).toBe(4403);
  });
});

describe('limits on a socket (V25, V29, V30)', () => {
  it('refuses the 51st subscription and keeps the socket', async () => {
    const client = await stage.connect(physician());
    for (let count = 1; count <= 51; count += 1) client.subscribe(String(count), sessionEnded);
    await client.until(({ id, type }) => id === '51' && type === 'error');
    expect(client.errorCode('51')).toBe('RATE_LIMITED');
    expect(client.errorCode('50')).toBeUndefined();
    expect(client.closed).toBeUndefined();
    client.close();
  });

  it.each([
    ['a query', '{ viewer { id } }'],
    ['a mutation', 'mutation { roomRename(id: "1") { id } }'],
    ['introspection', 'subscription { sessionEnded { sessionId __schema { types { name } } } }'],
    ['a misspelled field', 'subscription { sessionEndd { sessionId } }'],
    ['two operations', `${sessionEnded.replace('{', 'A {')} subscription B { sessionEnded { reason } }`],
    ['@include at the root', 'subscription ($x: Boolean!) { sessionEnded @include(if: $x) { sessionId } }'],
    ['__typename alone', 'subscription { __typename }'],
    ['two streams', 'subscription { sessionEnded { reason } reviewTaskChanged { id } }'],
    ['too many aliases', `subscription { sessionEnded { ${Array.from({ length: 16 }, (_, index) => `a${index}: reason`).join(' ')} } }`],
    ['too many tokens', `subscription { sessionEnded { ${'reason '.repeat(2001)} } }`],
    [
      'too deep',
      `subscription { roomEvent(roomId: "1") { ... on PostCreated { post { room { ${'self { '.repeat(12)} id ${'} '.repeat(12)} } } } } }`,
    ],
    ['a broken document', 'subscription {'],
    ['a missing variable', 'subscription ($roomId: ID!) { roomEvent(roomId: $roomId) { __typename } }'],
  ])('answers %s with an error and keeps the socket', async (_case, query) => {
    const client = await stage.connect(viewer);
    client.subscribe('1', query);
    await client.until(({ type }) => type === 'error');
    expect(client.errorCode('1')).toBe('BAD_USER_INPUT');
    expect(client.texts.join()).not.toMatch(/did you mean|stack/i);
    expect(client.closed).toBeUndefined();
    client.close();
  });

  it('closes 1009 on a frame of 1 MB, and ends a flood of pings', async () => {
    const [large, flood] = [await stage.connect(viewer), await stage.connect(viewer)];
    large.send({ type: 'ping', payload: { text: 'x'.repeat(1024 * 1024) } });
    for (let count = 0; count < 2000; count += 1) flood.socket.ping();
    await until('both closed', () => large.closed && flood.closed);
    expect(large.closed?.code).toBe(1009);
    // 1006 when the pings still arriving break the line before the farewell is read.
    expect([1006, 1008]).toContain(flood.closed?.code);
  });
});

it('lets everybody go with 1012 before it stops, and takes nobody new', async () => {
  const other = await Stage.open();
  const clients = await Promise.all([other.connect(viewer), other.connect(viewer)]);
  const { url } = other.gateway;
  const stopping = other.gateway.stop();
  await expect(LiveClient.dial(url)).rejects.toThrow(/503|ECONNREFUSED/);
  await stopping;
  await until('all closed', () => clients.every(({ closed }) => closed));
  expect(clients.map(({ closed }) => closed?.code)).toEqual([1012, 1012]);
  other.gateway = { ...other.gateway, stop: () => Promise.resolve() };
  await other.close();
});
