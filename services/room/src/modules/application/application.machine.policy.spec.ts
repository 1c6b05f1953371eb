/** R12: no sequence of moves opens a room without consent, two different officers and exactly one steward. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ApplicationProgress,
  canExecute,
  canReview,
  execute,
  type GuardFacts,
  review,
  reviewDecisions,
  type Step,
  withdraw,
} from './application.machine.policy.ts';

const officers = ['officer-a', 'officer-b', 'officer-c'];
const member = fc.record({ role: fc.constantFrom('CARE_TEAM', 'FAMILY', 'PATIENT'), isSteward: fc.boolean(), hasActiveId: fc.boolean() });
const facts: fc.Arbitrary<GuardFacts> = fc.record({ consentInForce: fc.boolean(), members: fc.array(member, { maxLength: 4 }) });
const move = fc.oneof(
  fc.record({ kind: fc.constant('review' as const), decision: fc.constantFrom(...reviewDecisions), officer: fc.constantFrom(...officers) }),
  fc.record({ kind: fc.constant('withdraw' as const) }),
  fc.record({ kind: fc.constant('execute' as const), facts }),
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

function take(from: ApplicationProgress, made: Move): Step {
  if (made.kind === 'review') return review(from, made.decision, made.officer);
  return made.kind === 'withdraw' ? withdraw(from) : execute(from, made.facts);
}

const filed: ApplicationProgress = { status: 'SUBMITTED', checkedBy: null, decidedBy: null };

test('whatever is tried, a completed application met the whole guard', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      let progress = filed;
      const approvals: string[] = [];
      for (const made of moves) {
        const step = take(progress, made);
        if (!step.ok) {
          expect(step.problems.length).toBeGreaterThan(0);
          continue;
        }
        if (made.kind === 'review' && made.decision === 'APPROVE') approvals.push(made.officer);
        progress = step.next;
        if (progress.status !== 'COMPLETED' || made.kind !== 'execute') continue;
        expect(made.facts.consentInForce).toBe(true);
        expect(new Set(approvals).size).toBe(2);
        expect(approvals).toHaveLength(2);
        expect(made.facts.members.filter(({ isSteward }) => isSteward)).toHaveLength(1);
        expect(made.facts.members.every(({ hasActiveId }) => hasActiveId)).toBe(true);
        return;
      }
    }),
    { numRuns: 2000 },
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
