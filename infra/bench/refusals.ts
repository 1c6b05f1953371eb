/**
 * `npm run bench -- refusals [--json] [--rounds 8] [--rate 5]`
 * How quickly requests that ask too much are refused over HTTP and WebSocket, and what others notice of it:
 * p99 of /health while they come in, beside the same without them, in alternation so that the machine's moods fall on both.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Session } from '../local/api/graphql.mjs';
import { withOwnStack } from '../local/own-stack.mjs';
import type { Stack } from '../local/stack.mjs';
import { median, monotonicMs, percentile, round } from './figures.ts';
import { refusalCases } from './refusals.cases.ts';
import { AbusiveSocket, refuseOverHttp, type Refusal } from './refusals.send.ts';
import { roomy } from './roomy.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '8' },
    rate: { type: 'string', default: '5' },
  },
});
const rounds = Number(values.rounds);
/** Abusive requests a second on each transport: together what one account may ask at all (decision 0017). */
const rate = Number(values.rate);
const probeEveryMs = 10;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

await withOwnStack({ name: 'bench', demo: 'accounts', environment: roomy }, async (stack) => report(await measure(stack)));

interface Measured {
  refusals: Refusal[];
  /** p99 of /health in each round. */
  quiet: number[];
  abused: number[];
}

async function measure(stack: Stack): Promise<Measured> {
  const account = stack.demo?.accounts.find(({ role }) => role === 'outsider');
  if (!account) throw new Error('The demo accounts are missing.');
  const session = await Session.open(stack.urls, account);
  const measured: Measured = { refusals: [], quiet: [], abused: [] };
  // The first of each kind warms up what a process does only once.
  await abuse(stack, session);
  for (let index = 0; index < rounds; index += 1) {
    const besides = abuse(stack, session);
    measured.abused.push(await healthP99(stack, besides));
    measured.refusals.push(...(await besides));
    measured.quiet.push(await healthP99(stack, pause((refusalCases.length * 1000) / rate)));
    say(`round ${index + 1}: /health p99 ${round(measured.quiet[index] ?? 0)} ms, with abuse ${round(measured.abused[index] ?? 0)} ms`);
  }
  return measured;
}

/** Every case once over each transport, both at the same time, evenly spread. */
async function abuse(stack: Stack, session: Session): Promise<Refusal[]> {
  const token = await session.accessToken();
  const socket = await AbusiveSocket.open(stack.urls.socket, token);
  const over = async (send: (one: (typeof refusalCases)[number]) => Promise<Refusal | undefined>): Promise<Refusal[]> => {
    const begun = monotonicMs();
    const refusals: Refusal[] = [];
    for (const [index, one] of refusalCases.entries()) {
      await pause(Math.max(0, begun + (index * 1000) / rate - monotonicMs()));
      const refusal = await send(one);
      if (refusal) refusals.push(refusal);
    }
    return refusals;
  };
  const both = await Promise.all([
    over((one) => refuseOverHttp(stack.urls.gateway, token, one)),
    over(({ name, frame }) => (frame === undefined ? Promise.resolve(undefined) : socket.refuse(name, frame))),
  ]);
  const huge = await socket.endByHugeFrame();
  return [...both.flat(), huge];
}

/** @param end when to stop asking */
async function healthP99(stack: Stack, end: Promise<unknown>): Promise<number> {
  const latencies: number[] = [];
  let isOver = false;
  void end.finally(() => (isOver = true)).catch(() => undefined);
  for (const url = new URL('/health', stack.urls.gateway); !isOver; await pause(probeEveryMs)) {
    const at = monotonicMs();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`The gateway is not well: ${answer.status}`);
    latencies.push(monotonicMs() - at);
  }
  return percentile(latencies, 0.99);
}

function report({ refusals, quiet, abused }: Measured): void {
  const times = refusals.map(({ ms }) => ms);
  const [slowest] = byCase(refusals).sort((a, b) => b.ms - a.ms);
  const figures = {
    worstMs: round(slowest?.ms ?? Number.NaN),
    maxMs: round(Math.max(...times)),
    healthRatio: round(median(abused) / median(quiet), 2),
  };
  say(
    `\n${refusals.length} refusals, ${rate} a second over each transport: median ${round(median(times))} ms, p99 ${round(percentile(times, 0.99))} ms`,
  );
  say(
    `slowest case, median of its rounds: ${slowest?.name} (${slowest?.transport}) ${figures.worstMs} ms; slowest single refusal ${figures.maxMs} ms`,
  );
  say(`/health p99, median of ${rounds} rounds: ${round(median(quiet))} ms, with abuse ${round(median(abused))} ms`);
  process.stdout.write(values.json ? `${JSON.stringify({ name: 'refusals', figures })}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

/** The median of each case, so that a moment in which the machine did something else does not count as the case's own time. */
function byCase(refusals: readonly Refusal[]): Refusal[] {
  const cases = Map.groupBy(refusals, ({ name, transport }) => `${transport} ${name}`);
  return [...cases.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, ms: median([first, ...others].map(({ ms }) => ms)) }] : [],
  );
}
