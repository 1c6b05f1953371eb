/** The review of an unused room as a state machine: whatever comes in whatever order, and however often (R17). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canRecord, decide, monthsBefore, type Progress, stateOf } from './dormancy.machine.policy.ts';

type Step =
  | { do: 'ANSWER'; party: 'applicantKeeps' | 'patientKeeps'; keep: boolean }
  | { do: 'DECIDE'; decision: 'KEEP' | 'CLOSE'; hasReason: boolean }
  | { do: 'POST' }
  | { do: 'CLOSE_ROOM' }
  | { do: 'RESTART' };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ do: fc.constant('ANSWER' as const), party: fc.constantFrom('applicantKeeps', 'patientKeeps'), keep: fc.boolean() }),
    fc.record({ do: fc.constant('DECIDE' as const), decision: fc.constantFrom('KEEP', 'CLOSE'), hasReason: fc.boolean() }),
    fc.constant({ do: 'POST' as const }),
    fc.constant({ do: 'CLOSE_ROOM' as const }),
    fc.constant({ do: 'RESTART' as const }),
  ),
  { maxLength: 30 },
);

const begun: Progress = { decision: null, outcome: null, applicantKeeps: null, patientKeeps: null, isRoomOpen: true };

/** As service and database do it: each step is one transaction that reads the row anew. */
function take(now: Progress, step: Step): Progress {
  if (step.do === 'RESTART') return JSON.parse(JSON.stringify(now)) as Progress;
  if (step.do === 'POST') return now.outcome === null && now.isRoomOpen ? { ...now, outcome: 'USED' } : now;
  if (step.do === 'CLOSE_ROOM') return { ...now, isRoomOpen: false, outcome: now.outcome ?? 'CLOSED' };
  if (step.do === 'ANSWER') return canRecord(now) ? { ...now, [step.party]: step.keep } : now;
  const decided = decide(now, step.decision, step.hasReason);
  if (!decided.ok || decided.effect === 'REPEATED') return now;
  return { ...now, decision: step.decision, outcome: decided.effect === 'KEEP' ? 'KEPT' : null };
}

describe('the review of an unused room', () => {
  it('ends once and for good, is decided only after both have answered, and against them only with a reason', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let now = begun;
        for (const step of sequence) {
          const next = take(now, step);
          if (now.outcome !== null) expect(stateOf(next)).toBe(stateOf(now));
          if (now.outcome === null && step.do === 'POST' && now.isRoomOpen) expect(stateOf(next)).toBe('USED');
          if (next.decision !== now.decision && step.do === 'DECIDE') {
            expect([now.applicantKeeps, now.patientKeeps]).not.toContain(null);
            const keep = step.decision === 'KEEP';
            if (now.applicantKeeps !== keep || now.patientKeeps !== keep) expect(step.hasReason).toBe(true);
          }
          // Sent twice, or by an officer who did not see the first: nothing more happens.
          if (step.do !== 'ANSWER') expect(take(next, step)).toEqual(next);
          expect(take(next, { do: 'RESTART' })).toEqual(next);
          now = next;
        }
        expect(now.outcome === 'KEPT').toBe(now.decision === 'KEEP');
      }),
    );
  });

  it('can be kept after all while form 4-3 is awaited', () => {
    const asked = { ...begun, decision: 'CLOSE' as const, applicantKeeps: false, patientKeeps: true };
    expect(stateOf(asked)).toBe('CLOSURE_ASKED');
    expect(decide(asked, 'CLOSE', false)).toEqual({ ok: true, effect: 'REPEATED' });
    expect(decide(asked, 'KEEP', false)).toEqual({ ok: false, reason: 'REASON_MISSING' });
    expect(decide(asked, 'KEEP', true)).toEqual({ ok: true, effect: 'KEEP' });
  });
});

it('counts months back to the same day, or to the last one of its month', () => {
  expect(['2026-11-23', '2028-02-29', '2026-03-31', '2026-01-15'].map((day) => monthsBefore(day, 12))).toEqual([
    '2025-11-23',
    '2027-02-28',
    '2025-03-31',
    '2025-01-15',
  ]);
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
});
