import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ApplicationProgress,
  canReview,
  canWithdraw,
  issue,
  resubmit,
  review,
  type Step,
  withdraw,
} from './id-application.machine.policy.ts';

const submitted: ApplicationProgress = { status: 'SUBMITTED', checkedBy: null, decidedBy: null };
const statusOf = (step: Step) => (step.ok ? step.next.status : step.problems[0]?.code);
const after = (step: Step): ApplicationProgress => {
  if (!step.ok) throw new Error('refused');
  return step.next;
};

test('one checks, another approves', () => {
  const checked = after(review(submitted, 'APPROVE', 'a'));
  expect(checked).toEqual({ status: 'IN_REVIEW', checkedBy: 'a', decidedBy: null });
  expect(statusOf(review(checked, 'APPROVE', 'a'))).toBe('FORBIDDEN');
  expect([canReview(checked, 'a'), canReview(checked, 'b')]).toEqual([false, true]);
  const approved = after(review(checked, 'APPROVE', 'b'));
  expect(statusOf(issue(approved, { hasPledge: false, waitsForPeople: false }))).toBe('PLEDGE_REQUIRED');
  expect(statusOf(issue(approved, { hasPledge: true, waitsForPeople: true }))).toBe('APPROVED');
  expect(statusOf(issue(approved, { hasPledge: true, waitsForPeople: false }))).toBe('COMPLETED');
});

test('filed again after a return it is checked by two anew', () => {
  const returned = after(review(after(review(submitted, 'APPROVE', 'a')), 'RETURN', 'b'));
  expect(after(resubmit(returned))).toEqual(submitted);
  expect(statusOf(review(returned, 'APPROVE', 'b'))).toBe('INVALID_STATE');
});

type Move =
  | { kind: 'review'; decision: 'APPROVE' | 'RETURN' | 'REJECT'; officer: string }
  | { kind: 'resubmit' }
  | { kind: 'withdraw' }
  | { kind: 'issue'; hasPledge: boolean; waitsForPeople: boolean };

const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    kind: fc.constant('review' as const),
    decision: fc.constantFrom('APPROVE' as const, 'APPROVE' as const, 'RETURN' as const, 'REJECT' as const),
    officer: fc.constantFrom('a', 'b', 'c'),
  }),
  fc.record({ kind: fc.constant('resubmit' as const) }),
  fc.record({ kind: fc.constant('withdraw' as const) }),
  fc.record({ kind: fc.constant('issue' as const), hasPledge: fc.boolean(), waitsForPeople: fc.boolean() }),
);

function take(from: ApplicationProgress, move: Move): Step {
  if (move.kind === 'review') return review(from, move.decision, move.officer);
  if (move.kind === 'resubmit') return resubmit(from);
  return move.kind === 'withdraw' ? withdraw(from) : issue(from, move);
}

/** Held against what happened, not against what the machine remembers. */
test('no order of moves issues an ID without two officers since the last filing, and a pledge (R1, R12)', () => {
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 14 }), (path) => {
      let progress = submitted;
      let approvals: string[] = [];
      let isOver = false;
      for (const move of path) {
        expect(canWithdraw(progress)).toBe(withdraw(progress).ok);
        const step = take(progress, move);
        if (!step.ok) continue;
        expect(isOver).toBe(false);
        if (move.kind === 'review' && move.decision === 'APPROVE') approvals.push(move.officer);
        if (move.kind === 'resubmit') approvals = [];
        if (move.kind === 'issue') {
          expect(move.hasPledge).toBe(true);
          expect(new Set(approvals).size).toBe(2);
          expect(approvals).toHaveLength(2);
        }
        progress = step.next;
        isOver = ['REJECTED', 'WITHDRAWN', 'COMPLETED'].includes(progress.status);
      }
    }),
    { numRuns: 2000 },
  );
});
