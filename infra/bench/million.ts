/**
 * `npm run bench -- million [--json] [--many 1000000] [--few 10000] [--rounds 5] [--requests 40]`
 * A room's timeline, a search, the home screen and what changed since the last visit with 1,000,000 posts over 2,000 rooms beside the same with
 * 10,000 posts: two whole stacks in one run, asked in turns through their gateways what the portal asks.
 */
import { parseArgs } from 'node:util';
import { Session } from '../local/api/graphql.mjs';
import { withOwnStack } from '../local/own-stack.mjs';
import type { Stack } from '../local/stack.mjs';
import { round } from './figures.ts';
import { fillPosts, frequentWord, rareWord } from './million.fill.ts';
import { roomIdOf } from './rooms.fill.ts';
import { roomy } from './roomy.ts';
import { accountOf, documentOf, type Question, say, tell, TwoStacks, worstOf } from './two-stacks.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    many: { type: 'string', default: '1000000' },
    few: { type: 'string', default: '10000' },
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
const rooms = 2000;
const ownRooms = 20;
type Who = 'steward';

const ofRoom = (n: number) => ({ id: roomIdOf(n % ownRooms) });
const search = (query: string): Question<Who> => ({
  by: 'steward',
  text: documentOf('SearchScreen'),
  variables: () => ({ query }),
  isWhole: ({ searchPosts }) => searchPosts.edges.length === 10 && searchPosts.edges.every(({ highlights }: any) => highlights.length > 0),
});

const questions = {
  timeline: {
    by: 'steward',
    text: documentOf('RoomScreen'),
    variables: (n) => ({ ...ofRoom(n), last: 30 }),
    isWhole: ({ room }) => room?.posts.nodes.length === 30,
  },
  searchRare: search(rareWord),
  searchFrequent: search(frequentWord),
  searchTwo: search(`${frequentWord} 訪問`),
  home: {
    by: 'steward',
    text: documentOf('HomeScreen'),
    variables: () => ({}),
    isWhole: ({ viewer }) => viewer.rooms.nodes.length === ownRooms,
  },
  digest: {
    by: 'steward',
    text: documentOf('VisitDigest'),
    variables: ofRoom,
    isWhole: ({ room }) => room?.sinceLastVisit?.postCount === 59,
  },
  digests: {
    by: 'steward',
    text: documentOf('RoomsSinceLastVisit'),
    variables: () => ({}),
    isWhole: ({ viewer }) => viewer.rooms.nodes.every(({ sinceLastVisit }: any) => sinceLastVisit?.postCount === 59),
  },
} satisfies Record<string, Question<Who>>;

async function settle(stack: Stack, posts: number): Promise<Record<Who, Session>> {
  const { demo, urls } = stack;
  if (!demo) throw new Error('The demo district is missing.');
  const begun = performance.now();
  const steward = accountOf(stack, 'careManager');
  await fillPosts(stack, { rooms, posts, districtId: demo.district.id, stewardId: steward.userId, ownRooms });
  say(`${posts} posts in ${rooms} rooms written in ${round((performance.now() - begun) / 1000)} s`);
  return { steward: await Session.open(urls, steward) };
}

await withOwnStack({ name: 'bench-million-many', demo: 'accounts', environment: roomy }, (large) =>
  withOwnStack({ name: 'bench-million-few', demo: 'accounts', environment: roomy }, async (small) => {
    const askers = { many: await settle(large, many), few: await settle(small, few) };
    const measured = await new TwoStacks(questions, askers).measure(rounds, requests);
    say(`\n${many} posts beside ${few} in ${rooms} rooms, ${rounds} rounds of ${requests} requests a side and question`);
    const figures = {
      timelineRatio: worstOf(measured, ['timeline']),
      searchRatio: worstOf(measured, ['searchRare', 'searchFrequent', 'searchTwo']),
      homeRatio: worstOf(measured, ['home']),
      digestRatio: worstOf(measured, ['digest', 'digests']),
    };
    tell(measured, { name: 'million', figures, json: values.json });
  }),
);
