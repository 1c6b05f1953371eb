/** The whole way over the API, in any order, held against what happened (R1, R2, R12). */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, type Filed, somebody } from './id-application.desk.fixture.ts';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
const home = testDistrict();
const officers = [viewerOf(home, home.people.officer), viewerOf(home, home.people.otherOfficer)] as const;
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
});
afterAll(() => world.close());

type Move =
  | { kind: 'claim'; officer: 0 | 1 }
  | { kind: 'APPROVE' | 'RETURN' | 'REJECT'; officer: 0 | 1 }
  | { kind: 'resubmit' }
  | { kind: 'withdraw' };
const officer = fc.constantFrom(0 as const, 1 as const);
const officerMoves = ['APPROVE', 'APPROVE', 'claim', 'RETURN', 'APPROVE', 'REJECT'] as const;
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom(...officerMoves), officer }) },
  { weight: 3, arbitrary: fc.constant<Move>({ kind: 'resubmit' }) },
  { weight: 1, arbitrary: fc.constant<Move>({ kind: 'withdraw' }) },
);
const twoOfficers: Move[] = [
  { kind: 'APPROVE', officer: 0 },
  { kind: 'APPROVE', officer: 0 },
  { kind: 'APPROVE', officer: 1 },
];

const resubmit = 'mutation ($input: IdApplicationResubmitInput!) { done: idApplicationResubmit(input: $input) { userErrors { code } } }';
const withdraw =
  'mutation ($n: String!, $c: String!, $v: Int!) { done: idApplicationWithdraw(receiptNumber: $n, inquiryCode: $c, expectedVersion: $v) { userErrors { code } } }';
const claim = 'mutation ($id: ID!) { done: reviewTaskClaim(id: $id) { userErrors { code } } }';

interface Standing {
  status: string;
  version: number;
  task_id: string;
  issued: number;
  people: number;
  pledged: boolean;
}

const standing = async ({ id, issue }: Filed): Promise<Standing> => {
  const [row] = await world.sql<Standing & Record<string, unknown>>(
    `select a.status, a.version, t.id as task_id, jsonb_array_length(a.issued) as issued, a.pledge_id is not null as pledged,
            (select count(*) from affiliation x join facility f on f.id = x.facility_id where f.institution_code = $2)::int as people
       from id_application a join review_task t on t.subject_id = a.id where a.id = $1`,
    [id, issue.institutionCode],
  );
  if (!row) throw new Error('gone');
  return row;
};

/** @returns whether it was taken */
async function take(filed: Filed, move: Move, { version, task_id }: Standing): Promise<boolean> {
  const { receiptNumber, inquiryCode, issue } = filed;
  const send = async (viewer: Parameters<World['client']['get']>[0], text: string, variables: object) =>
    (await world.client.get(viewer, text, variables)).done.userErrors.length === 0;
  if (move.kind === 'resubmit')
    return send(somebody(), resubmit, { input: { receiptNumber, inquiryCode, expectedVersion: version, issue } });
  if (move.kind === 'withdraw') return send(somebody(), withdraw, { n: receiptNumber, c: inquiryCode, v: version });
  if (move.kind === 'claim') return send(officers[move.officer], claim, { id: task_id });
  const input = { decision: move.kind, reason: '確かめてください', expectedVersion: version };
  return (await desk(world, home.file.district.id).review(officers[move.officer], filed.id, input)).userErrors.length === 0;
}

test('no order of moves issues an ID without two officers since the last filing, and the pledge 1-1', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moves, { minLength: 3, maxLength: 8 }), async (path) => {
      const filed = await desk(world, home.file.district.id).file();
      let approvals = new Set<number>();
      for (const move of path) {
        const taken = await take(filed, move, await standing(filed));
        if (taken && move.kind === 'APPROVE') approvals.add(move.officer);
        if (taken && move.kind === 'resubmit') approvals = new Set();
        const { status, issued, people, pledged } = await standing(filed);
        const isIssued = status === 'COMPLETED';
        expect([issued, people]).toEqual(isIssued ? [1, 1] : [0, 0]);
        if (isIssued) expect([approvals.size, pledged]).toEqual([2, true]);
      }
    }),
    { numRuns: 8, examples: [[twoOfficers]] },
  );
}, 120_000);
