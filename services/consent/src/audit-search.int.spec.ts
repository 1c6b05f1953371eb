/** R32, R33: the officer's search, verifying and export of the record, and what they leave in it. */
import { createHash } from 'node:crypto';
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, consented, type ConsentUnderTest, openRoom, startConsent, viewPatient } from './testing/consent.ts';

let consent: ConsentUnderTest;
let found: Case & { consentId: string };
let other: Case & { consentId: string };
/** Nothing that is asked below is from before this moment. */
let before: string;
const device = 'Safari · iPadOS';
beforeAll(async () => {
  consent = await startConsent();
  [found, other] = [await consented(consent), await consented(consent)];
  await openRoom(consent, found);
  await openRoom(consent, other);
  await viewPatient(consent, { ...found.people.nurse, device }, found.patientId);
  await viewPatient(consent, found.people.outsider, found.patientId);
  await viewPatient(consent, other.people.nurse, other.patientId);
  await until('the looks are in the record', async () => {
    const [row] = await admin<{ n: number }>(`select count(distinct actor_id)::int as n from access_log_entry where patient_id = any($1)`, [
      [found.patientId, other.patientId],
    ]);
    return (row?.n ?? 0) >= 5;
  });
  before = new Date().toISOString();
});
afterAll(() => consent.close());

const admin = <R extends Record<string, unknown>>(text: string, values: unknown[]): Promise<R[]> =>
  queryAsAdmin<R>(consent.environment.database.adminUrl, text, values);
const search = `query ($filter: AccessLogFilter!, $first: Int, $after: String) { accessLog(filter: $filter, first: $first, after: $after) {
  nodes { id at actorName actor { id } actorFacility { id } action category categories subjectLabel deviceLabel authorityLabel outcome } pageInfo { hasNextPage endCursor } } }`;
const ask = (viewer: PersonViewer, filter: object, page: object = {}): Promise<any> => consent.ask(viewer, search, { filter, ...page });
const nodes = async (viewer: PersonViewer, filter: object): Promise<any[]> =>
  (await ask(viewer, filter, { first: 100 })).data.accessLog.nodes;
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
const aWeekAgo = new Date(Date.now() - 7 * 24 * 3_600_000).toISOString();
const days = { from: today(), to: today() };

describe('the search of a district', () => {
  it('finds by patient, person, facility, action and time, with device and words', async () => {
    const { officer, nurse, outsider } = found.people;
    const ofPatient = await nodes(officer, { patientId: found.patientId });
    expect(ofPatient.length).toBeGreaterThan(4);
    const look = ofPatient.find(({ deviceLabel }) => deviceLabel === device);
    expect(look).toMatchObject({
      actorName: '鈴木 花子',
      actor: { id: nurse.userId },
      actorFacility: { id: nurse.facilityId },
      authorityLabel: '部屋の参加者として',
    });
    const denied = await nodes(officer, { actorId: outsider.userId, actions: ['DENIED'] });
    expect(denied.length).toBeGreaterThan(0);
    for (const each of denied)
      expect(each).toMatchObject({ outcome: 'DENIED_ROLE', actorName: '部外 者', authorityLabel: '見る権限がなかった' });
    const atFacility = await nodes(officer, { from: aWeekAgo, facilityId: nurse.facilityId });
    expect(new Set(atFacility.map(({ actor }) => actor.id))).toEqual(new Set([nurse.userId]));
    expect(await nodes(officer, { patientId: found.patientId, to: '2026-01-01T00:00:00Z' })).toEqual([]);
  });

  it('goes page by page, without gap or double', async () => {
    const filter = { patientId: found.patientId, to: before };
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: any = (await ask(found.people.officer, filter, { first: 2, after })).data.accessLog;
      seen.push(...page.nodes.map(({ id }: { id: string }) => id));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(seen).toEqual((await nodes(found.people.officer, filter)).map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is for the officers of that district alone, and never of everything', async () => {
    const { officer, nurse, patient } = found.people;
    for (const person of [nurse, patient, found.people.family])
      expect((await ask(person, { patientId: found.patientId })).errors?.[0].extensions.code).toBe('FORBIDDEN');
    const tooWide = [
      { actions: ['VIEW'] },
      { facilityId: nurse.facilityId },
      { from: '2026-01-01T00:00:00Z' },
      { from: '2026-01-01T00:00:00Z', to: '2026-02-02T00:00:00Z' },
    ];
    for (const filter of tooWide) {
      expect((await ask(officer, filter)).errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
      expect((await ask(patient, filter)).errors?.[0].extensions.code).toBe('FORBIDDEN');
    }
    const refused = await until('a refusal of too wide a search is in the record', async () => {
      const rows = await admin<{ n: number }>(
        `select 1 as n from access_log_entry where line->>'subjectType' = 'AccessLogEntry' and actor_id = $1 and action = 'DENIED'`,
        [patient.userId],
      );
      return rows.length >= tooWide.length + 1 ? rows : undefined;
    });
    expect(refused).toHaveLength(tooWide.length + 1);
    expect((await ask(officer, { patientId: found.patientId }, { first: 101 })).errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(await nodes(officer, { patientId: other.patientId })).toEqual([]);
    expect(await nodes(officer, { actorId: other.people.nurse.userId })).toEqual([]);
    expect(await nodes(officer, { patientId: 'x' })).toEqual([]);
    const everything = await nodes(officer, { from: aWeekAgo });
    expect(everything.map(({ actor }) => actor?.id)).not.toContain(other.people.nurse.userId);
  });

  it('is itself in the record: the patient sees it, and what was refused too', async () => {
    const { officer, nurse, patient } = found.people;
    await nodes(officer, { patientId: found.patientId });
    const lines = await until('search and refusal are in the record', async () => {
      const rows = await admin<{ actor_id: string; action: string; patient_id: string | null }>(
        `select actor_id, action, patient_id from access_log_entry where line->>'subjectType' = 'AccessLogEntry' and actor_id = any($1)`,
        [[officer.userId, nurse.userId]],
      );
      return rows.some(({ action }) => action === 'SEARCH') && rows.some(({ action }) => action === 'DENIED') ? rows : undefined;
    });
    expect(lines).toContainEqual({ actor_id: officer.userId, action: 'SEARCH', patient_id: found.patientId });
    expect(lines).toContainEqual({ actor_id: nurse.userId, action: 'DENIED', patient_id: found.patientId });
    const log =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient { accessLog(first: 100, filter: { actions: [SEARCH] }) { nodes { actorName } } } } }';
    const seen = await consent.get<any>(patient, log, { r: [{ __typename: 'Patient', id: found.patientId }] });
    expect(seen._entities[0].accessLog.nodes).toContainEqual({ actorName: '渡辺 直子' });
    expect(
      await admin('select 1 from access_log_entry where patient_id = $1 and actor_id = $2', [other.patientId, officer.userId]),
    ).toEqual([]);
  });
});

describe('export', () => {
  const take = async (viewer: PersonViewer, patientId: string, period = days): Promise<any> =>
    (
      await consent.get(
        viewer,
        'mutation ($id: ID!, $from: Date!, $to: Date!) { accessLogExport(patientId: $id, from: $from, to: $to) { csv sha256 rows userErrors { code field } } }',
        { id: patientId, ...period },
      )
    ).accessLogExport;

  it('gives patient and officer every line of the period as text a spreadsheet does not calculate, with its hash', async () => {
    const formula = { ...found.people.nurse, userId: newId(), labels: { name: '=HYPERLINK("http://x","よ")' } };
    consent.identity.know(formula);
    await viewPatient(consent, formula, found.patientId);
    const expected = await until('the last look is in the record', async () => {
      const rows = await admin<{ id: string }>('select id from access_log_entry where patient_id = $1', [found.patientId]);
      const [own] = await admin('select 1 from access_log_entry where actor_id = $1', [formula.userId]);
      return own && rows.map(({ id }) => id);
    });
    for (const viewer of [found.people.officer, found.people.patient]) {
      const { csv, sha256, rows, userErrors } = await take(viewer, found.patientId);
      expect(userErrors).toEqual([]);
      expect(createHash('sha256').update(csv).digest('hex')).toBe(sha256);
      for (const id of expected) expect(csv).toContain(`"${id}"`);
      expect(csv.split('\r\n')).toHaveLength(rows + 2);
      expect(csv).toContain(`"'=HYPERLINK(""http://x"",""よ"")"`);
      expect(csv).toMatch(/^\ufeff"番号","日時","氏名"/u);
    }
  });

  it('is refused to others, alike for absent and forbidden, and is in the record either way', async () => {
    for (const viewer of [found.people.nurse, found.people.family, found.people.outsider, other.people.officer]) {
      const refused = await take(viewer, found.patientId);
      expect(refused).toEqual({ csv: null, sha256: null, rows: null, userErrors: [{ code: 'NOT_FOUND', field: ['patientId'] }] });
      expect(await take(viewer, newId())).toEqual(refused);
    }
    expect((await take(found.people.officer, found.patientId, { from: '2020-01-01', to: '2026-01-01' })).userErrors).toEqual([
      { code: 'INVALID', field: ['to'] },
    ]);
    const actions = await until('exports and refusals are in the record', async () => {
      const rows = await admin<{ action: string }>(
        `select distinct action from access_log_entry where patient_id = $1 and action in ('EXPORT', 'DENIED')`,
        [found.patientId],
      );
      return rows.length === 2 ? rows : undefined;
    });
    expect(actions).toHaveLength(2);
  });

  it('of too long a record does not take place, and is not in the record as if it had', async () => {
    const { people, patientId } = other;
    await admin(
      `insert into access_log_entry (id, district_id, seq, at, patient_id, action, line, entry_hash)
       select gen_random_uuid(), district_id, 1000000 + n, '2026-03-01T03:00:00Z', patient_id, action, line, entry_hash
         from (select * from access_log_entry where patient_id = $1 limit 1) e, generate_series(1, 5001) n`,
      [patientId],
    );
    expect(await take(people.officer, patientId, { from: '2026-03-01', to: '2026-03-01' })).toMatchObject({
      csv: null,
      userErrors: [{ code: 'TOO_LONG', field: ['to'] }],
    });
    expect((await take(people.officer, patientId)).userErrors).toEqual([]);
    const exports = await until('the export that did take place is in the record', async () => {
      const rows = await admin(`select 1 from access_log_entry where patient_id = $1 and action = 'EXPORT'`, [patientId]);
      return rows.length > 0 ? rows : undefined;
    });
    expect(exports).toHaveLength(1);
  });
});

describe('verifying a period', () => {
  const verify = async (viewer: PersonViewer, period = days): Promise<any> =>
    (
      await consent.get(
        viewer,
        'mutation ($from: Date!, $to: Date!) { accessLogVerify(from: $from, to: $to) { entries brokenAtId userErrors { code } } }',
        period,
      )
    ).accessLogVerify;

  it('is for officers, and names the first line of their district that does not fit', async () => {
    expect((await verify(found.people.nurse)).userErrors).toEqual([{ code: 'FORBIDDEN' }]);
    expect((await verify(found.people.officer, { from: '2026-01-01', to: '2026-02-01' })).userErrors).toEqual([{ code: 'INVALID' }]);
    const good = await verify(found.people.officer);
    expect(good).toMatchObject({ brokenAtId: null, userErrors: [] });
    expect(good.entries).toBeGreaterThan(5);
    expect(await verify(found.people.officer, { from: '2026-01-01', to: '2026-01-02' })).toMatchObject({ entries: 0, brokenAtId: null });
    const [bad] = await admin<{ id: string }>(
      `update access_log_entry set line = jsonb_set(line, '{action}', '"PRINT"') where district_id = $1 and seq = 3 returning id`,
      [found.people.districtId],
    );
    expect(await verify(found.people.officer)).toMatchObject({ entries: 0, brokenAtId: bad?.id });
    expect(await verify(other.people.officer)).toMatchObject({ brokenAtId: null });
  });
});
