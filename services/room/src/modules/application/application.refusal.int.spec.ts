/** R8, R11, R12, R14 over GraphQL: whatever form 4-1 says, one that is not in order is told the rule and leaves nothing; forms carried out at once leave one steward. */
import type { MemberRole } from '@heya/schema/events';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  applicationInput,
  applyForRoom,
  approve,
  type Case,
  changeInput,
  changeRoom,
  closeRoom,
  closureInput,
  codes,
  consentedPatient,
  executeApplication,
  membershipsOf,
  openRoom,
  type RoomUnderTest,
  startRoom,
} from '../../testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const sql = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(room.environment.database.adminUrl, text, values);

type Name = Exclude<keyof Case['people'], 'districtId'>;
interface Form {
  applicant: Name;
  /** Somebody by name, or nobody there is. */
  steward: Name | null;
  members: { name: Name; role: MemberRole }[];
}
const team: Form['members'] = [
  { name: 'physician', role: 'CARE_TEAM' },
  { name: 'nurse', role: 'CARE_TEAM' },
  { name: 'careManager', role: 'CARE_TEAM' },
  { name: 'family', role: 'FAMILY' },
  { name: 'patient', role: 'PATIENT' },
];
const roleOfKind: Record<string, MemberRole> = { PROFESSIONAL: 'CARE_TEAM', FAMILY: 'FAMILY', PATIENT: 'PATIENT' };
const form: fc.Arbitrary<Form> = fc.record({
  applicant: fc.constantFrom<Name>('physician', 'physician', 'physician', 'physician', 'nurse', 'family', 'patient', 'officer', 'outsider'),
  steward: fc.constantFrom<Name | null>('careManager', 'nurse', 'physician', 'otherNurse', 'family', 'officer', null),
  members: fc
    .tuple(
      fc.subarray(team, { minLength: 2 }),
      fc.option(
        fc.record({
          name: fc.constantFrom<Name>('otherNurse', 'careManager', 'family', 'officer'),
          role: fc.constantFrom<MemberRole>('CARE_TEAM', 'FAMILY'),
        }),
        { freq: 2 },
      ),
    )
    .map(([some, more]) => (more ? [...some, more] : some)),
});
/** Each piece of bad input by itself, and one form in order. */
const examples: [Form][] = [
  [{ applicant: 'physician', steward: 'careManager', members: team }],
  // Two: the steward stands there twice.
  [{ applicant: 'physician', steward: 'careManager', members: [...team, { name: 'careManager', role: 'CARE_TEAM' }] }],
  [{ applicant: 'physician', steward: null, members: team }],
  [{ applicant: 'physician', steward: 'otherNurse', members: team }],
  [{ applicant: 'physician', steward: 'family', members: team }],
  [{ applicant: 'nurse', steward: 'nurse', members: team }],
  [{ applicant: 'outsider', steward: 'outsider', members: [...team, { name: 'outsider', role: 'CARE_TEAM' }] }],
];

it('form 4-1 is taken in only from who may file it, with exactly one steward out of its care team; else the rule is said and nothing is left', async () => {
  const found = await consentedPatient(room);
  const { people, patientId } = found;
  const withMessages = applyForRoom.replace('userErrors { code field }', 'userErrors { code field message }');
  const left = async (): Promise<object[]> =>
    sql(
      `select (select count(*)::int from room_application where patient_id = $1) as forms, (select count(*)::int from proposed_member) as members,
              (select count(*)::int from outbox_event) as told`,
      [patientId],
    );
  const seen = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(form, async ({ applicant, steward, members }) => {
      const before = await left();
      const input = applicationInput(found, {
        stewardUserId: steward ? people[steward].userId : newId(),
        members: members.map(({ name, role }) => ({ userId: people[name].userId, role })),
      });
      const { userErrors } = (await room.get(people[applicant], withMessages, { input })).roomCreationApply;
      const told = codes({ userErrors });
      const stewards = members.filter(({ name, role }) => name === steward && role === 'CARE_TEAM').length;
      // By itself, whoever the people are.
      const isWhole =
        stewards === 1 &&
        members.some(({ name, role }) => name === applicant && role === 'CARE_TEAM') &&
        new Set(members.map(({ name }) => name)).size === members.length;
      const isInOrder = isWhole && members.every(({ name, role }) => roleOfKind[people[name].kind] === role);
      if (applicant === 'physician' && isInOrder) {
        seen.taken += 1;
        expect(told).toEqual([]);
        const withdraw = 'mutation ($id: ID!) { roomApplicationWithdraw(id: $id, expectedVersion: 1) { userErrors { code } } }';
        expect(codes((await room.get(people.physician, withdraw, { id: input.idempotencyKey })).roomApplicationWithdraw)).toEqual([]);
        return;
      }
      seen.refused += 1;
      if (applicant === 'physician') expect(told.includes('STEWARD_REQUIRED'), told.join()).toBe(stewards !== 1);
      else if (people[applicant].kind !== 'PROFESSIONAL' || isWhole)
        expect(told).toEqual([applicant === 'outsider' ? 'NOT_FOUND' : 'FORBIDDEN']);
      for (const { message } of userErrors) expect(message).toMatch(/[ぁ-ん].*。$/);
      expect(told).not.toEqual([]);
      expect(await left()).toEqual(before);
    }),
    { numRuns: 40, examples },
  );
  expect(Math.min(seen.taken, seen.refused - examples.length)).toBeGreaterThan(0);
});

it('forms 4-2 and 4-3 carried out at once: the change is whole or not at all, the room has one steward, and two cannot be written', async () => {
  const found = await openRoom(room);
  const { people, roomId, patientId } = found;
  const wished = { add: [{ userId: people.otherNurse.userId, role: 'CARE_TEAM' }], newStewardUserId: people.nurse.userId };
  const filed = [
    (await room.get(people.careManager, changeRoom, { input: changeInput(found, wished) })).roomChangeApply,
    (await room.get(people.physician, closeRoom, { input: closureInput(found) })).roomClosureApply,
  ].map(({ roomApplication }) => roomApplication.id as string);
  for (const id of filed) await approve(room, found, id);
  const [changed, closed] = await Promise.all(
    filed.map(async (id, index) =>
      codes((await room.get(index === 0 ? people.officer : people.otherOfficer, executeApplication, { id })).roomApplicationExecute),
    ),
  );
  expect(closed).toEqual([]);
  expect([[], ['INVALID_STATE']]).toContainEqual(changed);
  const isWhole = changed?.length === 0;
  expect(people.otherNurse.userId in (await membershipsOf(room, people.patient, roomId))).toBe(isWhole);
  const asked = 'query ($id: ID!) { room(id: $id) { status steward { user { id } } } }';
  expect((await room.get(people.patient, asked, { id: roomId })).room).toEqual({
    status: 'CLOSING',
    steward: { user: { id: isWhole ? people.nurse.userId : people.careManager.userId } },
  });
  await expect(sql('update room_membership set is_steward = true where patient_id = $1', [patientId])).rejects.toThrow(/one_steward/);
});
