import { person } from '@heya/testkit/viewers';
import { queryAsAdmin } from '@heya/testkit/database';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRoom, type RoomUnderTest, startRoom } from '../../testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const question = `query ($r: [_Any!]!, $facility: ID!) { _entities(representations: $r) { ... on User { id roomCount(facilityId: $facility) } } }`;

it('the administrator of a facility learns in how many rooms its people are through it; nobody else does, and each look is written down (R7, R32)', async () => {
  const { people, roomId } = await openRoom(room);
  const { nurse, outsider, officer, districtId } = people;
  const facility = nurse.facilityId ?? '';
  const administrator = person('PROFESSIONAL', { districtId, facilityId: facility });
  room.identity.administrators.set(facility, administrator.userId);
  const ask = async (who: PersonViewer, facilityId = facility): Promise<(number | null)[]> => {
    const r = [nurse, people.physician, people.family].map(({ userId: id }) => ({ __typename: 'User', id }));
    return (await room.get(who, question, { r, facility: facilityId }))._entities.map(
      ({ roomCount }: { roomCount: number | null }) => roomCount,
    );
  };
  expect(await ask(administrator)).toEqual([1, 0, 0]);
  for (const who of [nurse, outsider, officer, people.family]) expect(await ask(who)).toEqual([null, null, null]);
  // Who runs one facility learns nothing of another's; nor does who runs one of another district under the same id.
  expect(await ask(administrator, people.physician.facilityId ?? '')).toEqual([null, null, null]);
  room.identity.administrators.set(facility, people.otherDistrict.userId);
  expect(await ask(people.otherDistrict)).toEqual([0, 0, 0]);
  room.identity.administrators.set(facility, administrator.userId);
  const lines = await queryAsAdmin<{ line: any }>(
    room.environment.database.adminUrl,
    "select line from audit_entry where line->>'subjectType' = 'User' and line->>'subjectId' = $1 order by at",
    [nurse.userId],
  );
  const said = lines.map(({ line }) => `${line.action} ${line.authority}`);
  expect(said.filter((each) => each === 'VIEW FACILITY_ADMIN')).toHaveLength(2);
  expect(said.filter((each) => each === 'DENIED NONE')).toHaveLength(5);
  expect(JSON.stringify(lines)).not.toContain(roomId);
  // A membership counts to its last minute.
  await queryAsAdmin(room.environment.database.adminUrl, 'update room_membership set left_at = now() where user_id = $1', [nurse.userId]);
  expect(await ask(administrator)).toEqual([0, 0, 0]);
});
