/**
 * `npm run bench -- rooms [--json] [--many 20000] [--few 200] [--rounds 5] [--requests 40]`
 * Home, a room and the inbox in a district with 20,000 rooms and 200,000 memberships beside the same with 200 rooms: two whole stacks in
 * one run, asked in turns through their gateways what the portal asks.
 */
import { parseArgs } from 'node:util';
import { Session } from '../local/api/graphql.mjs';
import { withOwnStack } from '../local/own-stack.mjs';
import type { Stack } from '../local/stack.mjs';
import { round } from './figures.ts';
import { fill, roomIdOf } from './rooms.fill.ts';
import { roomy } from './roomy.ts';
import { accountOf, documentOf, type Question, say, tell, TwoStacks, worstOf } from './two-stacks.ts';

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
const ownRooms = 20;
type Who = 'steward' | 'officer';

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
} satisfies Record<string, Question<Who>>;

async function settle(stack: Stack, count: number): Promise<Record<Who, Session>> {
  const { demo, urls } = stack;
  const enter = async (role: string): Promise<Session> => Session.open(urls, accountOf(stack, role));
  if (!demo) throw new Error('The demo district is missing.');
  const begun = performance.now();
  await fill(stack, { rooms: count, districtId: demo.district.id, stewardId: accountOf(stack, 'careManager').userId, ownRooms });
  say(`${count} rooms with ${count * 10} memberships written in ${round((performance.now() - begun) / 1000)} s`);
  return { steward: await enter('careManager'), officer: await enter('clerk') };
}

await withOwnStack({ name: 'bench-rooms-many', demo: 'accounts', environment: roomy }, (large) =>
  withOwnStack({ name: 'bench-rooms-few', demo: 'accounts', environment: roomy }, async (small) => {
    const measured = await new TwoStacks(questions, { many: await settle(large, many), few: await settle(small, few) }).measure(
      rounds,
      requests,
    );
    say(`\n${many} rooms beside ${few}, ${rounds} rounds of ${requests} requests a side and question`);
    // An officer's day is the inbox and the list of rooms; the worse of the two counts.
    const figures = {
      homeRatio: worstOf(measured, ['home']),
      roomRatio: worstOf(measured, ['room']),
      inboxRatio: worstOf(measured, ['inbox', 'list']),
    };
    tell(measured, { name: 'rooms', figures, json: values.json });
  }),
);
