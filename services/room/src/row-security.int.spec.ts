/** Under the code: tables asked directly as the runtime role show nobody what is not theirs (R10, R13, security.md 1, 32). */
import { type Em, inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import { channel, nurse } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ormConfig } from './orm.config.ts';
import { approvedApplication, type Case, consentedPatient, openRoom, type RoomUnderTest, startRoom, tellConsent } from './testing/room.ts';

const tables = [
  'patient',
  'patient_profile',
  'patient_history',
  'room',
  'room_membership',
  'room_application',
  'proposed_member',
  'consent_grant',
];
let room: RoomUnderTest;
let orm: Orm;
let found: Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
  orm = await openOrm(ormConfig(room.environment.database.url));
  found = await openRoom(room, { family: false });
});
afterAll(async () => {
  await orm.close(true);
  await room.close();
});

const counts = (viewer: Viewer): Promise<Record<string, number>> =>
  inViewer(orm.em, viewer, async (tx) =>
    Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(tx, table)] as const))),
  );

async function count(tx: Em, table: string): Promise<number> {
  const [row] = await tx.execute<{ n: string }[]>(`select count(*) as n from ${table}`);
  return Number(row?.n);
}
const nothing = Object.fromEntries(tables.map((table) => [table, 0]));

describe('whoever is not in the room', () => {
  it.each([
    ['a physician of the same district', () => found.people.outsider],
    ['a nurse of another district', () => nurse()],
    ['nobody signed in', (): Viewer => ({ type: 'anonymous' })],
    ['a channel of another room', () => channel(found.patientId, 'CARE_TEAM', 1)],
    ['a channel of an older consent', () => channel(found.roomId, 'CARE_TEAM', 0)],
  ] as [string, () => Viewer][])('%s finds every table empty', async (_who, viewer) => expect(await counts(viewer())).toEqual(nothing));

  it('an officer sees the application and its people, nothing of patient and room', async () => {
    expect(await counts(found.people.officer)).toEqual({ ...nothing, room_application: 1, proposed_member: 5 });
  });

  it('without a viewer at all there is nothing', async () => {
    const [row] = await orm.em.fork().execute<{ n: string }[]>('select count(*) as n from patient_profile');
    expect(Number(row?.n)).toBe(0);
  });
});

describe('whoever is in the room', () => {
  it('sees this patient, room and members, and no projection', async () => {
    expect(await counts(found.people.nurse)).toEqual({
      ...nothing,
      patient: 1,
      patient_profile: 1,
      patient_history: 1,
      room: 1,
      room_membership: 5,
    });
  });

  it('sees no profile when it is not ticked for family, nor through a channel for everyone', async () => {
    expect(await counts(found.people.family)).toMatchObject({ patient: 1, patient_profile: 0, patient_history: 0 });
    expect(await counts(channel(found.roomId, 'EVERYONE', 1))).toMatchObject({ patient_profile: 0, room: 1 });
    expect(await counts(channel(found.roomId, 'CARE_TEAM', 1))).toMatchObject({ patient_profile: 1, room: 1 });
  });
});

describe('what code must not be able to write', () => {
  const writing = (viewer: Viewer, sql: string, values: unknown[]): Promise<unknown> =>
    inViewer(orm.em, viewer, (tx) => tx.execute(sql, values, 'run'));

  it('a room without an approved application, even by an officer (R12)', async () => {
    const other = await consentedPatient(room);
    await expect(
      writing(
        other.people.officer,
        `insert into room (id, district_id, patient_id, room_number, status) values (?, ?, ?, 'K-9999', 'ACTIVE')`,
        [other.consentId, other.people.districtId, other.patientId],
      ),
    ).rejects.toThrow(/row-level security/);
    await approvedApplication(room, other);
    await tellConsent(room, other, 'WITHDRAWN');
    await expect(
      writing(
        other.people.officer,
        `insert into room (id, district_id, patient_id, room_number, status) values (?, ?, ?, 'K-9999', 'ACTIVE')`,
        [other.consentId, other.people.districtId, other.patientId],
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("another person's acceptance, a patient's data, a record already written", async () => {
    expect(await writing(found.people.outsider, `update room_membership set status = 'ACTIVE'`, [])).toMatchObject({ affectedRows: 0 });
    expect(await writing(found.people.family, `update patient_profile set name = 'x'`, [])).toMatchObject({ affectedRows: 0 });
    await expect(writing(found.people.nurse, `update audit_entry set line = '{}'`, [])).rejects.toThrow(/permission denied/);
    await expect(writing(found.people.nurse, 'delete from patient', [])).rejects.toThrow(/permission denied/);
  });
});
