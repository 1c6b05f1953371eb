/** Under the code: tables asked directly as the runtime role show nobody what is not theirs (R10, R13, security.md 1, 32). */
import { type Em, inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { channel, newId, nurse, officer } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ormConfig } from './orm.config.ts';
import {
  allGranted,
  approvedApplication,
  type Case,
  consentedPatient,
  openRoom,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from './testing/room.ts';

const tables = [
  'patient',
  'patient_profile',
  'patient_history',
  'patient_block',
  'patient_block_history',
  'family_contact',
  'room',
  'room_membership',
  'place_ending',
  'room_application',
  'proposed_member',
  'consent_grant',
  'room_inspection',
  'room_retention',
  'legal_hold',
  'room_purge',
  'room_purge_part',
  'support_referral',
  'weekly_check',
  'room_activity',
  'dormancy_review',
  'dormancy_entry',
];
let room: RoomUnderTest;
let orm: Orm;
let found: Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
  orm = await openOrm(ormConfig(room.environment.database.url));
  found = await openRoom(room, { family: false });
  await fillProfile();
  await room.bus.publish('timeline.postCreated', { postId: newId(), roomId: found.roomId, audience: 'CARE_TEAM' });
  await room.runJob('weekly-check', new Date(Date.now() + 7 * 86_400_000));
});
afterAll(async () => {
  await orm.close(true);
  await room.close();
});

/** A block of the profile and a contact of the family, each with its history. */
async function fillProfile(): Promise<void> {
  const grants = (['MEDICATIONS', 'FAMILY_CONTACTS'] as const).map((category) => ({ category, family: false, partners: false }));
  await tellConsent(room, found, 'ACTIVE', { grants: [...allGranted(false), ...grants] });
  const input = { medications: [{ name: 'アムロジピン' }] };
  await room.get(
    found.people.nurse,
    'mutation ($id: ID!, $input: PatientUpdateInput!) { patientUpdate(id: $id, input: $input) { userErrors { code } } }',
    {
      id: found.patientId,
      input,
    },
  );
  const contact = {
    idempotencyKey: newId(),
    patientId: found.patientId,
    name: '田中 一郎',
    relationship: '長男',
    phones: [],
    isKeyPerson: true,
  };
  await room.get(
    found.people.nurse,
    'mutation ($input: FamilyContactInput!) { familyContactSave(input: $input) { userErrors { code } } }',
    { input: contact },
  );
}

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
    expect(await counts(found.people.officer)).toEqual({
      ...nothing,
      room_application: 1,
      proposed_member: 5,
    });
  });

  it('without a viewer at all there is nothing', async () => {
    const [row] = await orm.em.fork().execute<{ n: string }[]>('select count(*) as n from patient_profile');
    expect(Number(row?.n)).toBe(0);
  });
});

describe('whoever is in the room', () => {
  beforeAll(async () => {
    await room.runJob('dormancy', new Date(Date.now() + 370 * 86_400_000));
  });

  it('is asked about it by the center of the district alone, which reads meanwhile whom to ask (R17)', async () => {
    const asking = { dormancy_review: 1, dormancy_entry: 1, patient: 1, patient_profile: 1, room: 0, room_membership: 0 };
    expect(await counts(found.people.officer)).toMatchObject(asking);
    for (const other of [found.people.outsider, nurse(), officer()]) expect(await counts(other)).toEqual(nothing);
  });

  it('sees this patient, room and members, and no projection', async () => {
    expect(await counts(found.people.nurse)).toEqual({
      ...nothing,
      patient: 1,
      patient_profile: 1,
      patient_history: 1,
      patient_block: 2,
      patient_block_history: 2,
      family_contact: 1,
      room: 1,
      room_membership: 5,
      weekly_check: 1,
      dormancy_review: 1,
    });
  });

  it('sees no profile when it is not ticked for family, nor through a channel for everyone', async () => {
    expect(await counts(found.people.family)).toMatchObject({
      patient: 1,
      patient_profile: 0,
      patient_history: 0,
      patient_block: 0,
      family_contact: 0,
      weekly_check: 0,
      dormancy_review: 0,
    });
    expect(await counts(channel(found.roomId, 'EVERYONE', found.epoch - 1))).toMatchObject({ patient_profile: 0, room: 1 });
    expect(await counts(channel(found.roomId, 'CARE_TEAM', found.epoch - 1))).toMatchObject({ patient_profile: 1, room: 1 });
  });
});

describe('functions and tables', () => {
  it('each function that looks past the policies belongs to heya_policy, has a fixed search path and answers the runtime role alone', async () => {
    const rows = await queryAsAdmin<{
      proname: string;
      definer: boolean;
      owner: string;
      proconfig: string[] | null;
      open: boolean;
      runs: boolean;
    }>(
      room.environment.database.adminUrl,
      `select proname, prosecdef as definer, proowner::regrole::text as owner, proconfig, has_function_privilege('public', oid, 'execute') as open,
              has_function_privilege('heya_room', oid, 'execute') as runs from pg_proc where pronamespace = 'public'::regnamespace order by 1`,
    );
    expect(rows.length).toBeGreaterThan(25);
    for (const { proname, definer, ...row } of rows) {
      expect(row, proname).toMatchObject({ open: false, runs: true });
      if (definer) expect(row, proname).toMatchObject({ owner: 'heya_policy', proconfig: ['search_path=public, pg_temp'] });
    }
  });

  it('each table with patient data enforces its policies, on its owner too; the runtime role owns none', async () => {
    const rows = await queryAsAdmin<{ relname: string }>(
      room.environment.database.adminUrl,
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
          and (not (relrowsecurity and relforcerowsecurity) or relowner = 'heya_room'::regrole) order by 1`,
    );
    expect(rows.map(({ relname }) => relname)).toEqual([
      'audit_entry',
      'consumer_offset',
      'data_key',
      'dead_event',
      'district_setting',
      'mikro_orm_migrations',
      'outbox_event',
      'stream_counter',
    ]);
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

  it('a look of the center without being its officer, longer than an hour, or begun at another time (R18)', async () => {
    const { officer, otherOfficer, nurse: member, districtId } = found.people;
    const insert = (viewer: Viewer, officerId: string, begin: string, minutes: number): Promise<unknown> =>
      writing(
        viewer,
        `insert into room_inspection (id, room_id, district_id, patient_id, officer_id, officer_name, reason, started_at, expires_at)
         select ?, ?, ?, ?, ?, 'x', 'y', t.at, t.at + make_interval(mins => ?) from date_trunc('milliseconds', statement_timestamp() ${begin}) t(at)`,
        [newId(), found.roomId, districtId, found.patientId, officerId, minutes],
      );
    for (const [viewer, officerId, begin, minutes] of [
      [otherOfficer, officer.userId, '', 60],
      [member, member.userId, '', 60],
      [officer, officer.userId, '', 61],
      [officer, officer.userId, "+ interval '1 hour'", 60],
      [officer, officer.userId, "- interval '1 day'", 60],
    ] as [Viewer, string, string, number][])
      await expect(insert(viewer, officerId, begin, minutes)).rejects.toThrow(/row-level security/);
    await expect(insert(officer, officer.userId, '', 1)).resolves.toMatchObject({ affectedRows: 1 });
    await expect(writing(officer, "update room_inspection set expires_at = expires_at + interval '1 hour'", [])).rejects.toThrow(
      /permission denied/,
    );
    await expect(writing(officer, 'delete from room_inspection', [])).rejects.toThrow(/permission denied/);
    expect(await writing(otherOfficer, 'update room_inspection set ended_at = statement_timestamp()', [])).toMatchObject({
      affectedRows: 0,
    });
    expect(await writing(member, 'update room_inspection set ended_at = statement_timestamp()', [])).toMatchObject({ affectedRows: 0 });
    await expect(writing(officer, 'update room_inspection set ended_at = null', [])).rejects.toThrow(/row-level security/);
    expect(await writing(officer, 'update room_inspection set ended_at = statement_timestamp()', [])).toMatchObject({ affectedRows: 1 });
  });

  it('a weekly check signed by anybody but the steward, or twice (R15)', async () => {
    const sign = (viewer: PersonViewer): Promise<unknown> =>
      writing(viewer, "update weekly_check set completed_at = statement_timestamp(), completed_by = ?, outcome = 'ALL_GOOD'", [
        viewer.userId,
      ]);
    const { careManager, nurse: member, officer } = found.people;
    for (const other of [member, officer]) expect(await sign(other)).toMatchObject({ affectedRows: 0 });
    expect(await sign(careManager)).toMatchObject({ affectedRows: 1 });
    expect(await sign(careManager)).toMatchObject({ affectedRows: 0 });
  });

  it('a review of an unused room by anybody but the center, an answer in another name, an end that only a post brings (R17)', async () => {
    const { nurse: member, officer, otherOfficer } = found.people;
    const decide = (viewer: PersonViewer, by: PersonViewer, outcome: string | null): Promise<unknown> =>
      writing(viewer, "update dormancy_review set decision = 'KEEP', decided_by = ?, ended_at = statement_timestamp(), outcome = ?", [
        by.userId,
        outcome,
      ]);
    expect(await decide(member, member, 'KEPT')).toMatchObject({ affectedRows: 0 });
    await expect(decide(officer, otherOfficer, 'KEPT')).rejects.toThrow(/row-level security/);
    await expect(decide(officer, officer, 'USED')).rejects.toThrow(/row-level security/);
    const record = (viewer: PersonViewer, by: PersonViewer, kind: string): Promise<unknown> =>
      writing(
        viewer,
        `insert into dormancy_entry (id, review_id, district_id, place, kind, at, actor_id)
         select ?, id, district_id, 9, ?, statement_timestamp(), ? from dormancy_review`,
        [newId(), kind, by.userId],
      );
    await expect(record(member, member, 'ANSWERED')).rejects.toThrow(/row-level security/);
    await expect(record(officer, otherOfficer, 'ANSWERED')).rejects.toThrow(/row-level security/);
    await expect(record(officer, officer, 'USED')).rejects.toThrow(/row-level security/);
    await expect(writing(officer, 'delete from dormancy_entry', [])).rejects.toThrow(/permission denied/);
    expect(await decide(officer, officer, 'KEPT')).toMatchObject({ affectedRows: 1 });
    expect(await decide(officer, officer, 'KEPT')).toMatchObject({ affectedRows: 0 });
  });

  it("another person's acceptance, a patient's data, a record already written", async () => {
    expect(await writing(found.people.outsider, `update room_membership set status = 'ACTIVE'`, [])).toMatchObject({ affectedRows: 0 });
    expect(await writing(found.people.family, `update patient_profile set name = 'x'`, [])).toMatchObject({ affectedRows: 0 });
    await expect(writing(found.people.nurse, `update audit_entry set line = '{}'`, [])).rejects.toThrow(/permission denied/);
    await expect(writing(found.people.nurse, 'delete from patient', [])).rejects.toThrow(/permission denied/);
  });
});
