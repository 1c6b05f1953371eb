/** V25: requests made to be expensive are cheap to refuse, over both transports, and nobody else notices. */
import { type Case, require } from '../case.ts';
import type { World } from '../world.ts';
import { bearer, call, codesIn, median, post, RawSocket, round } from './wire.ts';

const mostMs = 100;
const refusedWith = [400, 413];
const rounds = 5;
const healthSamples = 3;
/** Below this nobody waits, whatever the ratio. */
const mostHealthMs = 20;

const deep = (levels: number): string => `{ viewer { ${'user { '.repeat(levels)}id${' }'.repeat(levels)} } }`;
const circular = '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }';
const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

interface Attack {
  name: string;
  query: string;
  variables?: Record<string, unknown>;
}

const attacks: Attack[] = [
  { name: 'depth 30', query: deep(30) },
  { name: 'depth 400', query: deep(400) },
  { name: 'depth 5,000', query: deep(5000) },
  { name: '1,000 aliases', query: `{ ${repeat(1000, (index) => `a${index}: viewer { id }`)} }` },
  { name: '10,000 directives', query: `{ viewer { id ${'@a '.repeat(10_000)} } }` },
  { name: '2,001 tokens', query: `{ viewer { ${'id '.repeat(2001)} } }` },
  { name: 'a body of 2 MB', query: `{ viewer { id } } #${'x'.repeat(2_000_000)}` },
  { name: 'first: 1000000', query: '{ facilities(first: 1000000) { nodes { id } } }' },
  {
    name: 'first: 1000000 as a variable',
    query: 'query ($first: Int) { facilities(first: $first) { nodes { id } } }',
    variables: { first: 1_000_000 },
  },
  { name: 'circular fragments', query: circular },
  {
    name: 'a variable of 70 KB',
    query: 'query ($name: String!) { userByAccountName(accountName: $name) { id } }',
    variables: { name: 'x'.repeat(70_000) },
  },
  {
    name: 'the dearest page of pages',
    query:
      '{ facilities(first: 100) { nodes { staff(first: 100) { nodes { affiliations { facility { staff(first: 100) { nodes { id } } } } } } } } }',
  },
  {
    name: 'overlapping fragments',
    query: `{ ${repeat(200, (index) => `...F${index}`)} } ${repeat(200, (index) => `fragment F${index} on Query { viewer { id } }`)}`,
  },
];

async function expensive(world: World): Promise<string> {
  const headers = await bearer(world, 'nurse');
  const times: Record<'quiet' | 'under', number[]> = { quiet: [], under: [] };
  let slowest = { name: '', ms: 0 };
  for (const attack of attacks) {
    const taken: number[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      // In turn, so that the machine's own moods fall on both.
      times.quiet.push(...(await healthTimes(world)));
      const [reply, health] = await Promise.all([
        post(world, { query: attack.query, variables: attack.variables }, headers),
        healthTimes(world),
      ]);
      require(refusedWith.includes(reply.status) && codesIn(reply).length > 0, `${attack.name}: HTTP ${reply.status}`);
      taken.push(reply.ms);
      times.under.push(...health);
    }
    if (median(taken) > slowest.ms) slowest = { name: attack.name, ms: median(taken) };
    await overSocket(world, attack);
  }
  const [quiet, under] = [percentile99(times.quiet), percentile99(times.under)];
  require(slowest.ms < mostMs, `${slowest.name} took ${round(slowest.ms)} ms to refuse`);
  require(under <= 2 * quiet || under < mostHealthMs, `health p99 ${round(under)} ms instead of ${round(quiet)} ms`);
  const health = `health p99 ${round(under)} ms, × ${round(under / quiet)}`;
  return `${attacks.length} attacks, slowest refusal ${round(slowest.ms)} ms (${slowest.name}), ${health}`;
}

/** The same limits: an error of the operation, or the frame is too large. */
async function overSocket(world: World, { name, query, variables }: Attack): Promise<void> {
  const socket = new RawSocket(world.urls.socket);
  await socket.init(await (await world.as('nurse')).accessToken());
  const stream = query.startsWith('query') ? query.replace('query', 'subscription') : `subscription ${query}`;
  socket.send({ id: '1', type: 'subscribe', payload: { query: stream, variables } });
  const answer = await Promise.race([socket.until(({ id }) => id === '1'), socket.closed]);
  const refused = answer && ('code' in answer ? answer.code === 1009 || answer.code === 4400 : answer.type === 'error');
  require(refused, `over WebSocket ${name}: ${JSON.stringify(answer)?.slice(0, 200)}`);
  socket.end();
}

async function healthTime({ urls }: World): Promise<number> {
  const { status, ms } = await call(new URL('/health', urls.gateway).href);
  require(status === 200, `health answers HTTP ${status}`);
  return ms;
}

async function healthTimes(world: World): Promise<number[]> {
  const times: number[] = [];
  for (let sample = 0; sample < healthSamples; sample += 1) times.push(await healthTime(world));
  return times;
}

const percentile99 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0;

export const abuseCases: Case[] = [
  {
    id: 'V25',
    text: 'deep, wide, aliased, huge and circular requests over HTTP and WebSocket → refused in less than 100 ms',
    run: expensive,
  },
];
