/**
 * `npm run bench -- live [--json] [--posts 1000] [--subscribers 100] [--rate 10] [--rounds 3]`
 * Post to WebSocket frame over the whole real stack, and the gateway's CPU beside one upstream resolution per client,
 * both in one run and alternating, so that the machine's moods fall on both.
 */
import { parseArgs } from 'node:util';
import { Session } from '../local/api/graphql.mjs';
import { withOwnStack } from '../local/own-stack.mjs';
import type { Stack } from '../local/stack.mjs';
import { median, percentile, round } from './figures.ts';
import { roomy } from './roomy.ts';
import { type Room, type RoundFigures, runRound, type Wishes } from './live.round.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    posts: { type: 'string', default: '1000' },
    subscribers: { type: 'string', default: '100' },
    rate: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
  },
});
const rounds = Number(values.rounds);
const wishes: Wishes = {
  posts: Math.ceil(Number(values.posts) / rounds),
  subscribers: Number(values.subscribers),
  rate: Number(values.rate),
};
const readerRoles = ['doctor', 'secondNurse', 'careManager', 'helper', 'pharmacist'];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

await withOwnStack({ name: 'bench', environment: roomy }, async (stack) => report(await measure(await enterRoom(stack))));

interface Measured {
  shared: RoundFigures[];
  perClient: RoundFigures[];
}

async function measure(room: Room): Promise<Measured> {
  const measured: Measured = { shared: [], perClient: [] };
  for (let index = 0; index < rounds; index += 1) {
    measured.shared.push(await mode(room, 'true', wishes));
    // The dearer way gets fewer posts and more time for each, or it would only queue: CPU is compared by delivery.
    const fewer = { ...wishes, posts: Math.ceil(wishes.posts / 8), rate: wishes.rate / 8 };
    measured.perClient.push(await mode(room, 'false', fewer));
  }
  return measured;
}

async function mode(room: Room, shareChannels: 'true' | 'false', asked: Wishes): Promise<RoundFigures> {
  await room.stack.restart('gateway', { SHARE_CHANNELS: shareChannels });
  const figures = await runRound(room, asked);
  say(`SHARE_CHANNELS=${shareChannels}: ${describe(figures)}`);
  return figures;
}

async function enterRoom(running: Stack): Promise<Room> {
  const { demo, urls } = running;
  if (!demo?.room) throw new Error('The demo room is missing.');
  const enter = (role: string): Promise<Session> => {
    const account = demo.accounts.find((one) => one.role === role);
    if (!account) throw new Error(`No demo account for ${role}.`);
    return Session.open(urls, account);
  };
  const author = await enter('nurse');
  const readers: Session[] = [];
  for (const role of readerRoles) readers.push(await enter(role));
  return { stack: running, roomId: demo.room.id, author, readers };
}

function report({ shared, perClient }: Measured): void {
  const latencies = shared.flatMap(({ latenciesMs }) => latenciesMs);
  const [own, other] = [median(shared.map(cpuPerThousand)), median(perClient.map(cpuPerThousand))];
  const figures = {
    p50Ms: round(percentile(latencies, 0.5)),
    p99Ms: round(percentile(latencies, 0.99)),
    cpuVsPerClient: round(own / other, 3),
  };
  const slow = perClient.flatMap(({ latenciesMs }) => latenciesMs);
  say(`\n${wishes.subscribers} subscribers of one room, ${shared.length * wishes.posts} posts, ${latencies.length} deliveries`);
  say(`shared channel:          p50 ${figures.p50Ms} ms, p99 ${figures.p99Ms} ms, gateway CPU ${round(own, 3)} s per 1,000 deliveries`);
  say(
    `one upstream per client: p50 ${round(percentile(slow, 0.5))} ms, p99 ${round(percentile(slow, 0.99))} ms, gateway CPU ${round(other, 3)} s per 1,000 deliveries`,
  );
  process.stdout.write(values.json ? `${JSON.stringify({ name: 'live', figures })}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

function cpuPerThousand({ cpuSeconds, deliveries }: RoundFigures): number {
  return (cpuSeconds / deliveries) * 1000;
}

function describe(figures: RoundFigures): string {
  const { latenciesMs, deliveries } = figures;
  return `${deliveries} deliveries, p50 ${round(percentile(latenciesMs, 0.5))} ms, p99 ${round(percentile(latenciesMs, 0.99))} ms, ${round(cpuPerThousand(figures), 3)} s CPU per 1,000`;
}
