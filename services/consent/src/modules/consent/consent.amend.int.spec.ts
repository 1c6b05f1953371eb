/** R9, R10: a consent is amended over GraphQL on a real PostgreSQL; allowed and refused from one set-up. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allCategories,
  amendConsent,
  type Case,
  consented,
  consentInput,
  type ConsentUnderTest,
  expire,
  openRoom,
  startConsent,
  submitConsent,
  viewPatient,
  withdrawConsent,
  withdrawInput,
} from '../../testing/consent.ts';
import { drawnSignature } from '@heya/testkit/signature';

let consent: ConsentUnderTest;
beforeAll(async () => {
  consent = await startConsent();
});
afterAll(() => consent.close());

interface Choice {
  category: string;
  granted: boolean;
  visibleToFamily: boolean;
  visibleToPartners: boolean;
}
const answers = (family: boolean, declined: string[] = []): Choice[] =>
  (allCategories(family) as Choice[]).map((choice) =>
    declined.includes(choice.category) ? { ...choice, granted: false, visibleToFamily: false } : choice,
  );
const amend = async (person: PersonViewer, id: string, input: object): Promise<any> =>
  (
    await consent.get(person, amendConsent, {
      id,
      input: { categories: answers(true, ['INSURANCE']), giverName: '田中 ハル', expectedVersion: 1, ...input },
    })
  ).consentCategoriesUpdate;
const codes = (payload: any): string[] => payload.userErrors.map(({ code, field }: any) => `${code} ${field.join('.')}`);
const state = async (person: PersonViewer, found: Case, category: string): Promise<string> =>
  (await viewPatient(consent, person, found.patientId)).disclosures.find((each: { category: string }) => each.category === category).state;
const admin = <R extends Record<string, unknown>>(text: string, values: unknown[]): Promise<R[]> =>
  queryAsAdmin<R>(consent.environment.database.adminUrl, text, values);

describe('amending (R9)', () => {
  it('makes a new version at once, tells the whole grant under a new epoch, and keeps what was answered before', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    expect(await state(found.people.nurse, found, 'INSURANCE')).toBe('SHARED');
    const amended = await amend(found.people.careManager, found.consentId, {});
    expect(amended).toMatchObject({ userErrors: [], consent: { status: 'ACTIVE', version: 2, viewerCanAmend: true } });
    expect(amended.consent.history.at(-1)).toMatchObject({
      kind: 'CATEGORIES_CHANGED',
      actorName: '田中 ハル（高橋 実）',
      consentVersion: 2,
    });
    expect(await state(found.people.nurse, found, 'INSURANCE')).toBe('NOT_CONSENTED');
    expect(await state(found.people.nurse, found, 'MEDICATIONS')).toBe('SHARED');
    const { payload } = await consent.bus.published(
      'consent.changed',
      ({ consentId, version }) => consentId === found.consentId && version === 2,
    );
    expect(payload).toMatchObject({ status: 'ACTIVE', epoch: 2 });
    expect(payload.grants.map(({ category }) => category)).not.toContain('INSURANCE');
    expect(payload.grants).toHaveLength(10);
    expect(
      await admin('select consent_version, count(*)::int as n from consent_category where consent_id = $1 group by 1 order by 1', [
        found.consentId,
      ]),
    ).toEqual([
      { consent_version: 1, n: 11 },
      { consent_version: 2, n: 11 },
    ]);
    const changed = amended.consent.categories.filter(
      ({ changedAt }: { changedAt: string }) => changedAt !== amended.consent.categories[0].changedAt,
    );
    expect(changed.map(({ category }: Choice) => category)).toEqual(['INSURANCE']);
  });

  it('counts the changes of a patient as their stream does: what follows a consent live begins at its epoch (R26)', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    await amend(found.people.careManager, found.consentId, {});
    await consent.get(found.people.physician, submitConsent, { input: consentInput(found) });
    const newest = (await viewPatient(consent, found.people.physician, found.patientId)).consent;
    await consent.get(found.people.physician, withdrawConsent, { id: newest.id, input: withdrawInput() });
    await consent.bus.published('consent.changed', ({ consentId, status }) => consentId === newest.id && status === 'WITHDRAWN');
    const told = (await consent.bus.all('consent.changed')).filter(({ payload }) => payload.patientId === found.patientId);
    expect(told.map(({ seq, payload: { epoch, status } }) => [seq, epoch, status])).toEqual([
      [1, 1, 'ACTIVE'],
      [2, 2, 'ACTIVE'],
      [3, 3, 'SUPERSEDED'],
      [4, 4, 'ACTIVE'],
      [5, 5, 'WITHDRAWN'],
    ]);
  });

  it('showing more, or to more people, needs a signature; less does not, nor does the patient’s own account', async () => {
    const found = await consented(consent, { categories: answers(false) });
    await openRoom(consent, found);
    const wider = { categories: answers(true) };
    expect(codes(await amend(found.people.physician, found.consentId, wider))).toEqual(['BLANK input.signature']);
    expect(await state(found.people.family, found, 'DAILY_CONDITION')).toBe('ROLE_RESTRICTED');
    expect(codes(await amend(found.people.physician, found.consentId, { ...wider, signature: drawnSignature }))).toEqual([]);
    expect(await state(found.people.family, found, 'DAILY_CONDITION')).toBe('SHARED');
    expect(codes(await amend(found.people.physician, found.consentId, { categories: answers(false), expectedVersion: 2 }))).toEqual([]);
    expect(codes(await amend(found.people.patient, found.consentId, { ...wider, expectedVersion: 3 }))).toEqual([]);
    const kept = await admin('select consent_version, sealing from consent_signature where consent_id = $1 order by 1', [found.consentId]);
    expect(kept).toEqual([
      { consent_version: 1, sealing: 'DATA_KEY' },
      { consent_version: 2, sealing: 'DATA_KEY' },
    ]);
  });

  it('is for the registrar, steward, doctor, care manager and the patient; others are refused, and the refusal is in the record', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    const { people } = found;
    for (const who of ['nurse', 'family', 'officer'] as const)
      expect(codes(await amend(people[who], found.consentId, {}))).toEqual(['FORBIDDEN id']);
    for (const who of ['outsider', 'otherDistrict'] as const) {
      const refused = await amend(people[who], found.consentId, {});
      expect(codes(refused)).toEqual(['NOT_FOUND id']);
      expect(await amend(people[who], newId(), {})).toEqual(refused);
    }
    const refusals = await until('all five are in the record', async () => {
      const rows = await admin<{ actor_id: string; line: { outcome: string; subjectType: string } }>(
        `select actor_id, line from access_log_entry where patient_id = $1 and district_id = $2 and action = 'DENIED'`,
        [found.patientId, people.districtId],
      );
      return rows.length >= 5 ? rows : undefined;
    });
    const actors = (['nurse', 'family', 'officer', 'outsider', 'otherDistrict'] as const).map((who) => people[who].userId);
    expect(new Set(refusals.map(({ actor_id }) => actor_id))).toEqual(new Set(actors));
    for (const { line } of refusals) expect(line).toMatchObject({ outcome: 'DENIED_ROLE', subjectType: 'Consent' });
  });

  it('needs the version that was seen, every class answered, what a room cannot do without, and a change', async () => {
    const found = await consented(consent);
    const { physician } = found.people;
    expect(await amend(physician, found.consentId, { expectedVersion: 2 })).toMatchObject({
      userErrors: [{ code: 'STALE_VERSION' }],
      consent: { version: 1 },
    });
    expect(codes(await amend(physician, found.consentId, { categories: answers(true) }))).toEqual(['INVALID input.categories']);
    expect(codes(await amend(physician, found.consentId, { categories: answers(true, ['DAILY_CONDITION']) }))).toEqual([
      'CATEGORY_MANDATORY input.categories',
    ]);
    expect(codes(await amend(physician, found.consentId, { categories: answers(true).slice(2) }))).toContain('INVALID input.categories');
    expect(codes(await amend(physician, found.consentId, { giverName: '1234-5678-9018' }))).toEqual([
      'MY_NUMBER_NOT_ALLOWED input.giverName',
    ]);
    expect(await admin('select version, epoch from consent where id = $1', [found.consentId])).toEqual([{ version: 1, epoch: 1 }]);
  });

  it('is of what is in force: not of what is withdrawn or over', async () => {
    const [ended, over] = [await consented(consent), await consented(consent)];
    await consent.get(ended.people.physician, withdrawConsent, { id: ended.consentId, input: withdrawInput() });
    await expire(consent, over.consentId);
    expect(codes(await amend(ended.people.physician, ended.consentId, { expectedVersion: 2 }))).toEqual(['INVALID_STATE id']);
    expect(codes(await amend(over.people.physician, over.consentId, {}))).toEqual(['INVALID_STATE id']);
    const late = (await consent.get(over.people.physician, withdrawConsent, { id: over.consentId, input: withdrawInput() }))
      .consentWithdraw;
    expect(codes(late)).toEqual(['INVALID_STATE id']);
  });

  it('two at once: one is done, the other is told', async () => {
    const found = await consented(consent);
    const { physician } = found.people;
    const both = await Promise.all([
      amend(physician, found.consentId, {}),
      amend(physician, found.consentId, { categories: answers(true, ['HOSPITALS']) }),
    ]);
    expect(both.map((payload) => payload.userErrors[0]?.code ?? 'DONE').sort()).toEqual(['DONE', 'STALE_VERSION']);
    expect(await admin('select version, answers_version from consent where id = $1', [found.consentId])).toEqual([
      { version: 2, answers_version: 2 },
    ]);
  });
});
