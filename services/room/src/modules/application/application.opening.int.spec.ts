/** R12: what two have approved is opened once, also when the service ends between the approval and the opening, or it breaks off in the middle. */
import { queryAsAdmin } from '@heya/testkit/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approvedApplication, consentedPatient, executeApplication, type RoomUnderTest, startRoom } from '../../testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const sql = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(room.environment.database.adminUrl, text, values);

it('leaves nothing of an opening that broke off, and of two who then open at once one has the room and the other hears which rule', async () => {
  const found = await consentedPatient(room);
  const { people, patientId } = found;
  const id = await approvedApplication(room, found);
  await room.restart();
  const left = async (): Promise<object | undefined> =>
    (
      await sql(
        `select (select status from room_application where id = $1) as status, (select count(*)::int from room where patient_id = $2) as rooms,
                (select count(*)::int from room_membership where patient_id = $2) as members,
                (select count(*)::int from outbox_event where topic in ('room.roomChanged', 'room.membershipChanged') and payload ->> 'patientId' = $2::text) as told`,
        [id, patientId],
      )
    )[0];
  const nothing = { status: 'APPROVED', rooms: 0, members: 0, told: 0 };
  expect(await left()).toEqual(nothing);

  // The room is written and its people are not yet; there it breaks off.
  await sql(`create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$`);
  await sql('create trigger break_off before insert on room_membership for each row execute function break_off()');
  expect((await room.ask(people.otherOfficer, executeApplication, { id })).errors).toHaveLength(1);
  await sql('drop trigger break_off on room_membership');
  expect(await left()).toEqual(nothing);

  const open = async (who: typeof people.officer): Promise<string[]> =>
    (await room.get(who, executeApplication, { id })).roomApplicationExecute.userErrors.map(({ code }: { code: string }) => code);
  const codes = await Promise.all([open(people.officer), open(people.otherOfficer)]);
  expect(codes.toSorted((a, b) => a.length - b.length)).toEqual([[], ['INVALID_STATE']]);
  const [{ members } = { members: 0 }] = await sql<{ members: number }>(
    'select count(*)::int as members from proposed_member where application_id = $1',
    [id],
  );
  expect(members).toBeGreaterThan(1);
  expect(await left()).toEqual({ status: 'COMPLETED', rooms: 1, members, told: members + 1 });
});
