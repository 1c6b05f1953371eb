/**
 * `npm run bench -- rooms [--json] [--many 20000] [--few 200] [--rounds 5] [--requests 40]`
 * Home, a room and the inbox in a district with 20,000 rooms and 200,000 memberships beside the same with 200 rooms: two whole stacks in
 * one run, asked in turns through their gateways what the portal asks.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Session } from '../local/api/graphql.mjs';
import { withOwnStack } from '../local/own-stack.mjs';
import type { Stack } from '../local/stack.mjs';
import { median, round } from './figures.ts';
import { fill, roomIdOf } from './rooms.fill.ts';
import { roomy } from './roomy.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    many: { type: 'string', default: '20000' },
    few: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '40' },
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
const ownRooms = 20;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** As the portal sends it. */
function documentOf(operation: string): string {
  const kept = JSON.parse(readFileSync(new URL('../../schema/documents/portal.json', import.meta.url), 'utf8')) as Record<string, string>;
  const found = Object.values(kept).find((text) => new RegExp(`\\bquery ${operation}\\b`).test(text));
  if (!found) throw new Error(`The portal has no query ${operation}.`);
  return found;
}

interface Question {
  by: 'steward' | 'officer';
  text: string;
  /** For the n-th time it is asked. */
  variables(n: number): Record<string, unknown>;
  /** Without this the comparison would mean nothing: as much is answered on both sides. */
  isWhole(data: any): boolean;
}

const questions = {
  home: {
    by: 'steward',
    text: documentOf('HomeScreen'),
    variables: () => ({}),
    isWhole: ({ viewer }) => viewer.rooms.nodes.length === ownRooms && viewer.weeklyChecksDue.length === ownRooms,
  },
  room: {
    by: 'steward',
    text: documentOf('RoomScreen'),
    variables: (n) => ({ id: roomIdOf(n % ownRooms), last: 30 }),
    isWhole: ({ room }) => room?.posts.nodes.length === 30 && room.memberships.nodes.length === 10 && room.patient.name !== null,
  },
  inbox: {
    by: 'officer',
    text: documentOf('InboxScreen'),
    variables: () => ({ states: ['OPEN', 'CLAIMED'] }),
    isWhole: ({ reviewTasks }) => reviewTasks.nodes.length === 50,
  },
  list: {
    by: 'officer',
    text: documentOf('CenterRooms'),
    variables: () => ({ filter: {} }),
    isWhole: ({ rooms: shown }) => shown.nodes.length === 50 && shown.nodes[0].centerView.memberCount === 10,
  },
} satisfies Record<string, Question>;
type Name = keyof typeof questions;
const names = Object.keys(questions) as Name[];

type Side = 'many' | 'few';
type Asker = Record<Question['by'], Session>;
type Times = Record<Side, number[]>;
type Round = Record<Name, Times>;

async function settle(stack: Stack, count: number): Promise<Asker> {
  const { demo, urls } = stack;
  const enter = async (role: string): Promise<Session> => Session.open(urls, accountOf(stack, role));
  if (!demo) throw new Error('The demo district is missing.');
  const begun = performance.now();
  await fill(stack, { rooms: count, districtId: demo.district.id, stewardId: accountOf(stack, 'careManager').userId, ownRooms });
  say(`${count} rooms with ${count * 10} memberships written in ${round((performance.now() - begun) / 1000)} s`);
  return { steward: await enter('careManager'), officer: await enter('clerk') };
}

function accountOf({ demo }: Stack, role: string) {
  const account = demo?.accounts.find((one) => one.role === role);
  if (!account) throw new Error(`No demo account for ${role}.`);
  return account;
}

async function ask(asker: Asker, { by, text, variables }: Question, n: number): Promise<{ ms: number; data: any }> {
  const begun = performance.now();
  const data = await asker[by].ask(text, variables(n));
  return { ms: performance.now() - begun, data };
}

async function requireAnswers(askers: Record<Side, Asker>): Promise<void> {
  for (const asker of Object.values(askers))
    for (const question of Object.values(questions) as Question[]) {
      const { data } = await ask(asker, question, 0);
      if (!question.isWhole(data)) throw new Error(`Not what was asked for: ${JSON.stringify(data).slice(0, 600)}`);
    }
}

async function measure(askers: Record<Side, Asker>): Promise<Round[]> {
  await requireAnswers(askers);
  await oneRound(askers);
  const measured: Round[] = [];
  for (let index = 0; index < rounds; index += 1) {
    const times = await oneRound(askers);
    measured.push(times);
    say(`round ${index + 1}: ${names.map((name) => `${name} ${describe(times[name])}`).join(', ')}`);
  }
  return measured;
}

/** A block of one side, a block of the other, and the other way round: what disturbs the machine disturbs both. */
async function oneRound(askers: Record<Side, Asker>): Promise<Round> {
  const times = Object.fromEntries(names.map((name) => [name, { many: [], few: [] }])) as unknown as Round;
  for (let block = 0; block < requests / blockSize; block += 1)
    for (const name of names)
      for (const side of block % 2 ? (['few', 'many'] as const) : (['many', 'few'] as const))
        for (let index = 0; index < blockSize; index += 1) {
          const { ms } = await ask(askers[side], questions[name], block * blockSize + index);
          // The first of a block wakes what slept.
          if (index > 0) times[name][side].push(ms);
        }
  return times;
}

const ratioOf = (measured: readonly Round[], name: Name): number =>
  median(measured.map((times) => median(times[name].many) / median(times[name].few)));

/** An officer's day is the inbox and the list of rooms; the worse of the two counts. */
function report(measured: readonly Round[]): void {
  const worst = (kinds: readonly Name[]): number => round(Math.max(...kinds.map((name) => ratioOf(measured, name))), 2);
  const figures = { homeRatio: worst(['home']), roomRatio: worst(['room']), inboxRatio: worst(['inbox', 'list']) };
  say(`\n${many} rooms beside ${few}, ${rounds} rounds of ${requests} requests a side and question`);
  for (const name of names) say(`${name}: ${describe(together(measured, name))}, ratio ${round(ratioOf(measured, name), 2)}`);
  process.stdout.write(values.json ? `${JSON.stringify({ name: 'rooms', figures })}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

const together = (measured: readonly Round[], name: Name): Times => ({
  many: measured.flatMap((times) => times[name].many),
  few: measured.flatMap((times) => times[name].few),
});

const describe = (times: Times): string => `${round(median(times.many), 1)} ms / ${round(median(times.few), 1)} ms`;

await withOwnStack({ name: 'bench-rooms-many', demo: 'accounts', environment: roomy }, (large) =>
  withOwnStack({ name: 'bench-rooms-few', demo: 'accounts', environment: roomy }, async (small) =>
    report(await measure({ many: await settle(large, many), few: await settle(small, few) })),
  ),
);
