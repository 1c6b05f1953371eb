/**
 * `npm run bench -- inbox [--json] [--many 10000] [--few 100] [--rounds 5] [--requests 60]`
 * The center's inbox with 10,000 applications beside the same with 100: two running identity services, each on a database of its own,
 * asked in turns for the first page as the portal asks for it, and for one application by number, name and facility.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { withOwnStack } from '../local/own-stack.mjs';
import { uuidv7 } from '../local/api/uuid.mjs';
import { freePorts } from '../local/processes/ports.mjs';
import { isHealthy, waitUntil } from '../local/processes/wait.mjs';
import type { Stack } from '../local/stack.mjs';
import { databaseUrl, provisionServiceDatabase } from '../postgres/provision.mjs';
import { SubgraphCaller, type Viewer } from './access.client.ts';
import { median, round } from './figures.ts';
import { fill, planted } from './inbox.fill.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    many: { type: 'string', default: '10000' },
    few: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '60' },
  },
});
const [many, few, rounds, requests] = [values.many, values.few, values.rounds, values.requests].map(Number) as [
  number,
  number,
  number,
  number,
];
/** Asked of one side before it is the other's turn. */
const blockSize = 10;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The portal's InboxScreen. */
const screen = `query ($query: String, $first: Int) { reviewTasks(filter: { states: [OPEN, CLAIMED], query: $query }, first: $first) {
  nodes { id form kind state title openedAt dueOn closedAt assignee { id displayName } } totalCount changeCursor } }`;

interface Question {
  first: number;
  /** What is looked for, for the n-th application; absent: the first page. */
  query?: (n: number) => string;
}

const questions = {
  page20: { first: 20 },
  page50: { first: 50 },
  number: { first: 50, query: (n) => planted(n).receiptNumber },
  name: { first: 50, query: (n) => planted(n).name },
  facility: { first: 50, query: (n) => planted(n).facility },
} satisfies Record<string, Question>;
type Name = keyof typeof questions;
const names = Object.keys(questions) as Name[];

type Side = 'many' | 'few';
type Times = Record<Side, number[]>;
type Round = Record<Name, Times>;

/** Another identity service, built from the same code, on an empty database. */
async function startSecond(stack: Stack): Promise<{ child: ChildProcess; port: number; database: string }> {
  const { second: port } = (await freePorts(['second'])) as { second: number };
  const database = 'heya_identity_second';
  await provisionServiceDatabase(stack.adminUrl, 'identity', database);
  const { folder, script, environment } = stack.planOf('identity');
  const there = (url = ''): string => databaseUrl(url, database);
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...environment,
      DATABASE_URL: there(environment.DATABASE_URL),
      MIGRATION_DATABASE_URL: there(environment.MIGRATION_DATABASE_URL),
      PORT: String(port),
    },
  });
  await waitUntil(() => child.exitCode !== null || isHealthy(port), { timeoutMs: 60_000, what: 'the second identity service' });
  return { child, port, database };
}

function officer(districtId: string): Viewer {
  const person = { type: 'person', userId: uuidv7(), districtId, kind: 'CENTER_OFFICER', sessionId: uuidv7() } as const;
  return { ...person, clientId: 'heya-portal', labels: { name: '渡辺 直子' } };
}

async function measure(callers: Record<Side, SubgraphCaller>): Promise<Round[]> {
  await requireAnswers(callers);
  await oneRound(callers);
  const measured: Round[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const times = await oneRound(callers);
    measured.push(times);
    say(`round ${index + 1}: ${names.map((name) => `${name} ${describe(times[name])}`).join(', ')}`);
  }
  return measured;
}

async function ask(caller: SubgraphCaller, { first, query }: Question, n: number) {
  const { data, ms } = await caller.ask(screen, { first, query: query?.(n) ?? null });
  return { ms, found: data.reviewTasks.nodes as { title: string }[] };
}

/** Without this the comparison would mean nothing: full pages on both sides, and what is looked for is found. */
async function requireAnswers(callers: Record<Side, SubgraphCaller>): Promise<void> {
  const n = few - 1;
  for (const caller of Object.values(callers))
    for (const question of Object.values(questions) as Question[]) {
      const { found } = await ask(caller, question, n);
      const right = question.query ? found.some(({ title }) => title.includes(planted(n).receiptNumber)) : found.length === question.first;
      if (!right) throw new Error(`Not what was asked for: ${JSON.stringify(found).slice(0, 300)}`);
    }
}

/** A block of one side, a block of the other, and the other way round: what disturbs the machine disturbs both. */
async function oneRound(callers: Record<Side, SubgraphCaller>): Promise<Round> {
  const times = Object.fromEntries(names.map((name) => [name, { many: [], few: [] }])) as unknown as Round;
  for (let block = 0; block < requests / blockSize; block += 1)
    for (const name of names)
      for (const side of block % 2 ? (['few', 'many'] as const) : (['many', 'few'] as const))
        for (let index = 0; index < blockSize; index += 1) {
          const { ms } = await ask(callers[side], questions[name], (block * blockSize + index) % few);
          // The first of a block wakes what slept.
          if (index > 0) times[name][side].push(ms);
        }
  return times;
}

const ratioOf = (measured: readonly Round[], name: Name): number =>
  median(measured.map((times) => median(times[name].many) / median(times[name].few)));

/** Of each kind the worst counts. */
function report(measured: readonly Round[]): void {
  const worst = (kinds: readonly Name[]): number => round(Math.max(...kinds.map((name) => ratioOf(measured, name))), 2);
  const figures = { pageRatio: worst(['page20', 'page50']), searchRatio: worst(['number', 'name', 'facility']) };
  say(`\n${many} applications beside ${few}, ${rounds} rounds of ${requests} requests a side and question`);
  for (const name of names) say(`${name}: ${describe(together(measured, name))}, ratio ${round(ratioOf(measured, name), 2)}`);
  process.stdout.write(values.json ? `${JSON.stringify({ name: 'inbox', figures })}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

const together = (measured: readonly Round[], name: Name): Times => ({
  many: measured.flatMap((times) => times[name].many),
  few: measured.flatMap((times) => times[name].few),
});

const describe = (times: Times): string => `${round(median(times.many), 2)} ms / ${round(median(times.few), 2)} ms`;

await withOwnStack({ name: 'bench-inbox', demo: false }, async (stack) => {
  const districtId = uuidv7();
  const second = await startSecond(stack);
  try {
    await fill(databaseUrl(stack.adminUrl, 'heya_identity'), { districtId, applications: many });
    await fill(databaseUrl(stack.adminUrl, second.database), { districtId, applications: few });
    const { port, environment } = stack.planOf('identity');
    const asked = { service: 'identity', key: Buffer.from(environment.ENVELOPE_KEY ?? '', 'hex'), viewer: officer(districtId) };
    const callers = { many: new SubgraphCaller(port, asked), few: new SubgraphCaller(second.port, asked) };
    report(await measure(callers));
    Object.values(callers).forEach((caller) => caller.close());
  } finally {
    second.child.kill();
    await once(second.child, 'exit');
  }
});
