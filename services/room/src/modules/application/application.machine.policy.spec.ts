/** R12, R14, R16: no sequence of moves goes past consent, two different officers and exactly one steward, or changes what is closed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ApplicationProgress,
  canExecute,
  canReview,
  type ChangeGuardFacts,
  execute,
  executeChange,
  executeClosure,
  type GuardFacts,
  resubmit,
  review,
  reviewDecisions,
  type Step,
  withdraw,
} from './application.machine.policy.ts';

const officers = ['officer-a', 'officer-b', 'officer-c'];
const member = fc.record({ role: fc.constantFrom('CARE_TEAM', 'FAMILY', 'PATIENT'), isSteward: fc.boolean(), hasActiveId: fc.boolean() });
const facts: fc.Arbitrary<GuardFacts> = fc.record({ consentInForce: fc.boolean(), members: fc.array(member, { maxLength: 4 }) });
const changeFacts: fc.Arbitrary<ChangeGuardFacts> = fc.record({
  isRoomOpen: fc.boolean(),
  consentInForce: fc.boolean(),
  additions: fc.array(fc.record({ hasActiveId: fc.boolean(), isPresent: fc.boolean() }), { maxLength: 3 }),
  canStewardFollow: fc.constantFrom(true, false, null),
});
const move = fc.oneof(
  fc.record({ kind: fc.constant('review' as const), decision: fc.constantFrom(...reviewDecisions), officer: fc.constantFrom(...officers) }),
  fc.record({ kind: fc.constantFrom('withdraw' as const, 'resubmit' as const) }),
  fc.record({ kind: fc.constant('change' as const), facts: changeFacts }),
  fc.record({ kind: fc.constant('close' as const), facts: fc.record({ isRoomOpen: fc.boolean() }) }),
  fc.record({ kind: fc.constant('execute' as const), facts }),
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

function take(from: ApplicationProgress, made: Move): Step {
  if (made.kind === 'review') return review(from, made.decision, made.officer);
  if (made.kind === 'change') return executeChange(from, made.facts);
  if (made.kind === 'close') return executeClosure(from, made.facts);
  if (made.kind === 'execute') return execute(from, made.facts);
  return made.kind === 'resubmit' ? resubmit(from) : withdraw(from);
}

const filed: ApplicationProgress = { status: 'SUBMITTED', checkedBy: null, decidedBy: null };

test('whatever is tried, a completed application met the whole guard', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      let progress = filed;
      // Of the round that runs: what was returned is checked and approved anew.
      let approvals: string[] = [];
      for (const made of moves) {
        const step = take(progress, made);
        if (!step.ok) {
          expect(step.problems.length).toBeGreaterThan(0);
          continue;
        }
        if (made.kind === 'resubmit') approvals = [];
        if (made.kind === 'review' && made.decision === 'APPROVE') approvals.push(made.officer);
        // What is kept in the database is all that a restart leaves.
        progress = JSON.parse(JSON.stringify(step.next)) as ApplicationProgress;
        if (progress.status !== 'COMPLETED') continue;
        expect(new Set(approvals).size).toBe(2);
        expect(approvals).toHaveLength(2);
        if (made.kind === 'execute') {
          expect(made.facts.consentInForce).toBe(true);
          expect(made.facts.members.filter(({ isSteward }) => isSteward)).toHaveLength(1);
          expect(made.facts.members.every(({ hasActiveId }) => hasActiveId)).toBe(true);
        }
        if (made.kind === 'change') {
          const { additions, consentInForce, isRoomOpen, canStewardFollow } = made.facts;
          expect([isRoomOpen, canStewardFollow !== false, consentInForce || additions.length === 0]).toEqual([true, true, true]);
          expect(additions.every(({ hasActiveId, isPresent }) => hasActiveId && !isPresent)).toBe(true);
        }
        if (made.kind === 'close') expect(made.facts.isRoomOpen).toBe(true);
        return;
      }
    }),
    { numRuns: 3000 },
  );
});

test('after the end nothing moves any more', () => {
  for (const status of ['REJECTED', 'WITHDRAWN', 'COMPLETED'] as const) {
    const ended: ApplicationProgress = { status, checkedBy: 'officer-a', decidedBy: 'officer-b' };
    fc.assert(
      fc.property(move, (made) => {
        expect(take(ended, made).ok).toBe(false);
      }),
    );
  }
});

test('each part of the guard that fails is said once', () => {
  const approved: ApplicationProgress = { status: 'APPROVED', checkedBy: 'officer-a', decidedBy: 'officer-a' };
  const step = execute(approved, { consentInForce: false, members: [{ role: 'CARE_TEAM', isSteward: false, hasActiveId: false }] });
  expect(step.ok ? [] : step.problems.map(({ code }) => code)).toEqual([
    'INVALID_STATE',
    'CONSENT_REQUIRED',
    'STEWARD_REQUIRED',
    'MEMBER_HAS_NO_ID',
  ]);
});

test('buttons and moves agree', () => {
  const states: ApplicationProgress[] = [
    filed,
    { status: 'IN_REVIEW', checkedBy: 'officer-a', decidedBy: null },
    { status: 'APPROVED', checkedBy: 'officer-a', decidedBy: 'officer-b' },
  ];
  for (const state of states) {
    for (const officer of officers) expect(canReview(state, officer)).toBe(review(state, 'APPROVE', officer).ok);
    const guard = { consentInForce: true, members: [{ role: 'CARE_TEAM', isSteward: true, hasActiveId: true }] };
    expect(canExecute(state)).toBe(execute(state, guard).ok);
  }
});
