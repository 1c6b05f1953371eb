/** Under the code: tables asked directly as the runtime role show nobody what is not theirs (R10, R13, R32, security.md 1, 32). */
import { type Em, inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { channel, newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ormConfig } from './orm.config.ts';
import { type Case, consented, type ConsentUnderTest, openRoom, startConsent } from './testing/consent.ts';

const tables = [
  'patient_state',
  'room_state',
  'room_member',
  'room_inspection',
  'consent',
  'consent_category',
  'consent_event',
  'consent_signature',
  'consent_paper',
  'consent_paper_page',
  'access_log_entry',
  'access_log_head',
];
const nothing = Object.fromEntries(tables.map((table) => [table, 0]));
let consent: ConsentUnderTest;
let orm: Orm;
let found: Case & { consentId: string; roomId: string };
beforeAll(async () => {
  consent = await startConsent();
  orm = await openOrm(ormConfig(consent.environment.database.url));
  const taken = await consented(consent);
  found = { ...taken, roomId: await openRoom(consent, taken) };
  await bringPaper();
  await until('the record has lines of the patient', async () => ((await counts(found.people.patient)).access_log_entry ?? 0) > 0);
});
afterAll(async () => {
  await orm.close(true);
  await consent.close();
});

/** One that belongs to the consent and one that lies loose, of a page each. */
async function bringPaper(): Promise<void> {
  for (const consentId of [found.consentId, null])
    await queryAsAdmin(
      consent.environment.database.adminUrl,
      `with paper as (insert into consent_paper (id, patient_id, district_id, sha256, page_count, brought_by, brought_at, consent_id)
         values ($1, $2, $3, 'x', 1, $4, now(), $5) returning id, patient_id)
       insert into consent_paper_page (paper_id, number, patient_id, sealed) select id, 1, patient_id, 'x' from paper`,
      [newId(), found.patientId, found.people.districtId, found.people.physician.userId, consentId],
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

it.each([
  ['a physician of the same district', () => found.people.outsider],
  ['a nurse of another district', () => found.people.otherDistrict],
  ['nobody signed in', (): Viewer => ({ type: 'anonymous' })],
  ['a channel of the room', () => channel(found.roomId, 'CARE_TEAM', 1)],
] as [string, () => Viewer][])('%s finds every table empty', async (_who, viewer) => expect(await counts(viewer())).toEqual(nothing));

it('a member sees the consent and its history, no signature, no projection and no record', async () => {
  expect(await counts(found.people.nurse)).toEqual({ ...nothing, consent: 1, consent_category: 11, consent_event: 3 });
});

it('who may end the consent sees its paper; the service sees and drops what lies loose, and nothing else', async () => {
  const service: Viewer = { type: 'service', name: 'consent' };
  expect(await counts(found.people.physician)).toMatchObject({ consent_paper: 2, consent_paper_page: 2 });
  expect(await counts(found.people.family)).toMatchObject({ consent_paper: 0, consent_paper_page: 0 });
  expect(await counts(service)).toMatchObject({ consent_paper: 1, consent_paper_page: 1 });
  for (const who of [found.people.physician, found.people.officer])
    for (const table of ['consent_paper_page', 'consent_paper'])
      expect(await writing(who, `delete from ${table}`)).toMatchObject({ affectedRows: 0 });
  for (const table of ['consent_paper_page', 'consent_paper'])
    expect(await writing(service, `delete from ${table}`)).toMatchObject({ affectedRows: 1 });
});

it('the patient sees the record beside it', async () => {
  const seen = await counts(found.people.patient);
  expect(seen).toMatchObject({ consent: 1, consent_signature: 0, room_member: 0, access_log_head: 0 });
  expect(seen.access_log_entry).toBeGreaterThan(0);
});

const noStep = /row-level security|does not go that way/;
const writing = (viewer: Viewer, sql: string, values: unknown[] = []): Promise<unknown> =>
  inViewer(orm.em, viewer, (tx) => tx.execute(sql, values, 'run'));

it('nobody ends a consent who may not, and no answer once given is rewritten', async () => {
  for (const who of ['nurse', 'family', 'outsider'] as const)
    expect(await writing(found.people[who], `update consent set status = 'WITHDRAWN'`)).toMatchObject({ affectedRows: 0 });
  await expect(writing(found.people.officer, `update consent set status = 'ACTIVE', version = 9`)).rejects.toThrow(noStep);
  await expect(writing(found.people.physician, `update consent set giver_name = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(writing(found.people.physician, 'update consent_category set granted = true')).rejects.toThrow(/permission denied/);
  await expect(writing(found.people.physician, `update consent_event set note = 'x'`)).rejects.toThrow(/permission denied/);
});

it('nobody writes the record but the service', async () => {
  await expect(
    writing(
      found.people.patient,
      `insert into access_log_entry (id, district_id, seq, at, action, line, entry_hash) values (gen_random_uuid(), gen_random_uuid(), 1, now(), 'VIEW', '{}', 'x')`,
    ),
  ).rejects.toThrow(/row-level security/);
});

it('what is over stays over, whoever asks the database for it', async () => {
  for (const status of ['DRAFT', 'EXPIRED', 'SUBMITTED'])
    await expect(writing(found.people.physician, 'update consent set status = ?', [status])).rejects.toThrow(noStep);
  expect(await writing(found.people.physician, `update consent set status = 'WITHDRAWN'`)).toMatchObject({ affectedRows: 1 });
  const service: Viewer = { type: 'service', name: 'consent' };
  for (const who of [found.people.physician, found.people.patient, found.people.officer, service])
    for (const status of ['ACTIVE', 'SUPERSEDED', 'WITHDRAWN'])
      expect(await writing(who, 'update consent set status = ?', [status])).toMatchObject({ affectedRows: 0 });
});
