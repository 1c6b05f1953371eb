/**
 * `npm run bench -- revocation [--json] [--sockets 1000] [--rate 20] [--rounds 3] [--reads 10000]`
 * A consent is withdrawn (R10): how long after the acknowledgement does a socket still hear anything, on an idle stack and while posts
 * come in, and does any read that is begun after it return data.
 */
import { parseArgs } from 'node:util';
import { Cast } from '../local/demo/journey.mjs';
import { withOwnStack } from '../local/own-stack.mjs';
import { percentile, round } from './figures.ts';
import { type Late, readAcrossWithdrawal } from './revocation.reads.ts';
import { type Ending, runRound } from './revocation.round.ts';
import { roomy } from './roomy.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sockets: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    reads: { type: 'string', default: '10000' },
  },
});
const rounds = Number(values.rounds);
const sockets = Number(values.sockets);
const rate = Number(values.rate);
const readRounds = 2;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** On a machine that others keep busy a round may break off before the withdrawal; that is said, and the round is run again. */
async function patiently<T>(work: () => Promise<T>, left = 5): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (left === 0) throw error;
    say(`round broken off: ${String(error)}`);
    return patiently(work, left - 1);
  }
}

interface Measured {
  idle: Ending[];
  loaded: Ending[];
  late: Late[];
}

const times = (endings: readonly Ending[]): number[] => endings.flatMap(({ afterAckMs }) => afterAckMs);

function report({ idle, loaded, late }: Measured): void {
  const figures = {
    idleP99Ms: round(percentile(times(idle), 0.99)),
    loadedP99Ms: round(percentile(times(loaded), 0.99)),
    worstMs: round(percentile([...times(idle), ...times(loaded)], 1)),
    lateReads: late.reduce((sum, { withData }) => sum + withData, 0),
  };
  say(`\n${sockets} sockets of one room, ${rounds} rooms each`);
  say(`idle:              ${describe(idle)}`);
  say(`${rate} posts a second: ${describe(loaded)}`);
  say(`${late.reduce((sum, { started }) => sum + started, 0)} reads begun after the acknowledgement, ${figures.lateReads} with data`);
  process.stdout.write(values.json ? `${JSON.stringify({ name: 'revocation', figures })}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

function describe(endings: readonly Ending[]): string {
  const all = times(endings);
  const [p50, p99, worst] = [0.5, 0.99, 1].map((share) => round(percentile(all, share)));
  return `acknowledged after ${endings.map(({ ackMs }) => round(ackMs)).join(', ')} ms; last frame p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms later`;
}

await withOwnStack({ name: 'bench-revocation', demo: 'accounts', environment: roomy }, async (stack) => {
  if (!stack.demo) throw new Error('The demo district is missing.');
  const cast = new Cast(stack.urls, stack.demo.accounts);
  const [idle, loaded]: [Ending[], Ending[]] = [[], []];
  for (let index = 0; index < rounds; index += 1) {
    for (const [name, found, posts] of [
      ['idle', idle, 0],
      ['loaded', loaded, rate],
    ] as const) {
      const ending = await patiently(() => runRound(stack, cast, { sockets, rate: posts }));
      found.push(ending);
      say(`round ${index + 1} ${name}: ${describe([ending])}`);
    }
  }
  const late: Late[] = [];
  for (let index = 0; index < readRounds; index += 1)
    late.push(await readAcrossWithdrawal(cast, Math.ceil(Number(values.reads) / readRounds)));
  report({ idle, loaded, late });
});
