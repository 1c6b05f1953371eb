/** V28–V30: WebSockets of strangers, of the wrong kind, and of those who send too much. */
import { type Case, require } from '../case.ts';
import type { World } from '../world.ts';
import { RawSocket, within } from './wire.ts';

const stream = 'subscription { sessionEnded { sessionId } }';
const token = async (world: World): Promise<string> => (await world.as('nurse')).accessToken();

async function foreignOrigins(world: World): Promise<void> {
  const cookie = '__Host-heya=a; heya_sign_in=b';
  const attempts: Record<string, { origin?: string; headers?: Record<string, string> }> = {
    evil: { origin: 'https://evil.example', headers: { cookie } },
    'evil without a cookie': { origin: 'https://evil.example' },
    null: { origin: 'null', headers: { cookie } },
    'missing beside a cookie': { headers: { cookie } },
    'like ours': { origin: `${world.urls.portal}.evil.example`, headers: { cookie } },
  };
  for (const [name, options] of Object.entries(attempts)) {
    const socket = new RawSocket(world.urls.socket, options);
    const opened = await socket.opened;
    socket.end();
    require(opened !== 'open' && opened >= 400, `origin ${name}: ${opened}`);
  }
}

async function protocol(world: World): Promise<string> {
  const legacy = new RawSocket(world.urls.socket, { protocol: 'graphql-ws' });
  require((await legacy.opened) !== 'open', 'the legacy protocol was accepted');
  const early = new RawSocket(world.urls.socket);
  await early.opened;
  early.send({ id: '1', type: 'subscribe', payload: { query: stream } });
  require((await within(early.closed, 5000))?.code === 4401, 'subscribing before signing in was not 4401');
  const twice = new RawSocket(world.urls.socket);
  await twice.init(await token(world));
  twice.send({ type: 'connection_init' });
  require((await within(twice.closed, 5000))?.code === 4429, 'a second init was not 4429');
  const silent = new RawSocket(world.urls.socket);
  const timedOut = await within(silent.closed, 6000);
  require(timedOut?.code === 4408, `without an init the socket closed with ${timedOut?.code}`);
  return `without init closed after ${Math.round(timedOut.ms)} ms`;
}

async function subscriptions(world: World): Promise<string> {
  const double = new RawSocket(world.urls.socket);
  await double.init(await token(world));
  for (let turn = 0; turn < 2; turn += 1) double.send({ id: 'same', type: 'subscribe', payload: { query: stream } });
  require((await within(double.closed, 5000))?.code === 4409, 'a duplicate id was not 4409');
  const many = new RawSocket(world.urls.socket);
  await many.init(await token(world));
  for (let index = 1; index <= 51; index += 1) many.send({ id: String(index), type: 'subscribe', payload: { query: stream } });
  const refused = await many.until(({ type }) => type === 'error');
  require(refused?.id === '51', `the refused one is ${refused?.id}`);
  many.send({ type: 'ping' });
  require(await many.until(({ type }) => type === 'pong'), 'the socket died with the 51st subscription');
  many.end();
  return 'the 51st refused, the socket lives';
}

async function protocolAndSubscriptions(world: World): Promise<string> {
  return [await protocol(world), await subscriptions(world)].join('; ');
}

async function floods(world: World): Promise<string> {
  const large = new RawSocket(world.urls.socket, { deflate: true });
  await large.init(await token(world));
  require(large.socket.extensions === '', `negotiated ${large.socket.extensions}`);
  large.socket.send('x'.repeat(1_000_000));
  require((await within(large.closed, 5000))?.code === 1009, 'a frame of 1 MB was not 1009');
  const pings = new RawSocket(world.urls.socket);
  await pings.init(await token(world));
  for (let count = 0; count < 10_000 && pings.socket.readyState === pings.socket.OPEN; count += 1) {
    pings.send({ type: 'ping' });
    if (count % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const closed = await within(pings.closed, 5000);
  require(closed, '10,000 pings were answered');
  const control = new RawSocket(world.urls.socket);
  await control.init(await token(world));
  for (let count = 0; count < 10_000 && control.socket.readyState === control.socket.OPEN; count += 1) {
    control.socket.ping();
    if (count % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const quiet = await within(control.closed, 5000);
  require(quiet, '10,000 ping frames of the WebSocket itself were answered');
  return `pings closed with ${closed.code}, ping frames with ${quiet.code}`;
}

export const socketCases: Case[] = [
  { id: 'V28', text: 'WebSocket upgrades with a cookie and a foreign, null or missing origin → refused before 101', run: foreignOrigins },
  {
    id: 'V29',
    text: 'legacy protocol, subscribe before init, second init, no init, duplicate id, 51st subscription',
    run: protocolAndSubscriptions,
  },
  { id: 'V30', text: 'a frame of 1 MB, compression, 10,000 pings → 1009, not negotiated, closed', run: floods },
];
