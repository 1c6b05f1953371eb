/** R14: whatever is asked for, a form that is in order leaves exactly one steward, who is there, and takes nobody in who is not somebody. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonFacts } from '../platform/index.ts';
import { type ChangeFacts, type ChangeInput, changeProblems, type PresentMember } from './application.change.policy.ts';

const ids = Array.from({ length: 8 }, (_, index) => `00000000-0000-7000-8000-00000000000${index}`);
const now = new Date('2026-11-23T02:00:00Z');
const minute = 60_000;

const present = fc.record({
  role: fc.constantFrom('CARE_TEAM' as const, 'CARE_TEAM' as const, 'FAMILY' as const),
  status: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'INVITED' as const),
  leaves: fc.boolean(),
  waits: fc.boolean(),
});
/** The first is steward; the other ids are people who are not in the room. */
const facts: fc.Arbitrary<ChangeFacts> = fc
  .record({
    others: fc.array(present, { maxLength: 4 }),
    roomStatus: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'ACTIVE' as const, 'CLOSING' as const),
    consentInForce: fc.boolean(),
    active: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ others, roomStatus, consentInForce, active }) => {
    const steward = { role: 'CARE_TEAM', status: 'ACTIVE', leaves: false, waits: false } as const;
    const members: PresentMember[] = [steward, ...others].map(({ waits, ...one }, index) => {
      const id = ids[index] as string;
      const seatWaits = waits && one.role === 'CARE_TEAM' && one.status === 'INVITED' && !one.leaves;
      return { ...one, membershipId: id, userId: id, isSteward: index === 0, seatPasses: false, seatWaits };
    });
    const person = (id: string, index: number): PersonFacts => ({
      id,
      kind: 'PROFESSIONAL',
      displayName: id,
      profession: 'NURSE',
      facilities: [],
      isActive: active[index] ?? false,
    });
    return { roomStatus, consentInForce, members, people: new Map(ids.map((id, index) => [id, person(id, index)])), now };
  });
const anybody = fc.constantFrom(...ids);
const input: fc.Arbitrary<ChangeInput> = fc.record({
  idempotencyKey: fc.constant(ids[0] as string),
  roomId: fc.constant(ids[0] as string),
  add: fc.array(fc.record({ userId: anybody, role: fc.constantFrom('CARE_TEAM' as const, 'FAMILY' as const) }), { maxLength: 2 }),
  removeMembershipIds: fc.array(anybody, { maxLength: 2 }),
  newStewardUserId: fc.option(anybody),
  effectiveAt: fc.integer({ min: -5, max: 600_000 }).map((minutes) => new Date(now.getTime() + minutes * minute)),
});

test('a form in order leaves exactly one steward', () => {
  let inOrder = 0;
  let fromOutside = 0;
  fc.assert(
    fc.property(input, facts, (asked, known) => {
      if (changeProblems(asked, known).length > 0) return;
      inOrder += 1;
      expect(known.roomStatus).toBe('ACTIVE');
      expect(asked.effectiveAt.getTime()).toBeGreaterThan(now.getTime() - minute);
      const stay = known.members.filter(({ membershipId }) => !asked.removeMembershipIds.includes(membershipId));
      const stewardId = asked.newStewardUserId ?? ids[0];
      const incoming = asked.add.filter(({ userId }) => userId === stewardId);
      // Somebody who is still to come has the seat from when they join: until then, and if they never do, it is where it was.
      const stewards = stay.filter(({ userId }) => userId === (incoming.length > 0 ? ids[0] : stewardId));
      expect(stewards).toMatchObject([{ role: 'CARE_TEAM', status: 'ACTIVE', leaves: false }]);
      for (const { role } of incoming) expect(role).toBe('CARE_TEAM');
      fromOutside += incoming.length;
      // Nobody else is chosen, and whoever has the seat does not go, while somebody who was invited to it may come.
      const waiting = stay.some(({ seatWaits }) => seatWaits);
      expect(waiting && (asked.newStewardUserId !== null || stay[0]?.userId !== ids[0])).toBe(false);
      for (const { userId } of asked.add) {
        expect(known.people.get(userId)?.isActive).toBe(true);
        expect(known.members.some((member) => member.userId === userId)).toBe(false);
      }
      expect(asked.add.length === 0 || known.consentInForce).toBe(true);
    }),
    { numRuns: 5000 },
  );
  // About one form in a hundred is in order: enough for the property to have been tried.
  expect([inOrder > 10, fromOutside > 0]).toEqual([true, true]);
});

test('while a seat is to pass on nobody chooses another, or takes out whom it concerns', () => {
  const [steward, next] = [0, 1].map((index): PresentMember => {
    const id = ids[index] as string;
    return {
      membershipId: id,
      userId: id,
      role: 'CARE_TEAM',
      status: 'ACTIVE',
      isSteward: index === 0,
      leaves: false,
      seatPasses: true,
      seatWaits: false,
    };
  }) as [PresentMember, PresentMember];
  const known: ChangeFacts = { roomStatus: 'ACTIVE', consentInForce: true, members: [steward, next], people: new Map(), now };
  const asked = { idempotencyKey: ids[0] as string, roomId: ids[0] as string, add: [], removeMembershipIds: [], effectiveAt: now };
  for (const more of [{ newStewardUserId: next.userId }, { removeMembershipIds: [next.membershipId] }])
    expect(changeProblems({ ...asked, ...more }, known)).toMatchObject([{ code: 'INVALID_STATE', rule: 'SEAT_PASSING' }]);
});
