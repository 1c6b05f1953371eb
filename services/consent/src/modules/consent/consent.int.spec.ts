/** R8–R10, R21 over GraphQL on a real PostgreSQL: allowed and refused from one set-up. */
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allCategories,
  amendConsent,
  type Case,
  consented,
  consentInput,
  type ConsentUnderTest,
  openRoom,
  registeredPatient,
  startConsent,
  submitConsent,
  viewPatient,
  withdrawConsent,
  withdrawInput,
} from '../../testing/consent.ts';
import { blankSignature, drawnSignature } from '@heya/testkit/signature';

let consent: ConsentUnderTest;
beforeAll(async () => {
  consent = await startConsent();
});
afterAll(() => consent.close());

interface Payload {
  userErrors: { code: string; field: string[] | null; message: string }[];
  [key: string]: any;
}
const codes = (payload: Payload): string[] => payload.userErrors.map(({ code }) => code);
const submit = async (person: PersonViewer, found: Case, override: object = {}): Promise<Payload> =>
  (await consent.get(person, submitConsent, { input: consentInput(found, override) })).consentSubmit;
const withdraw = async (person: PersonViewer, id: string, override: object = {}): Promise<Payload> =>
  (await consent.get(person, withdrawConsent, { id, input: withdrawInput(override) })).consentWithdraw;
const states = (view: any): Set<string> => new Set(view.disclosures.map(({ state }: { state: string }) => state));

describe('taking a consent (R8, R9)', () => {
  it('is in force at once, tells the whole grant, keeps the wording and seals the signature', async () => {
    const found = await registeredPatient(consent);
    const key = newId();
    const taken = await submit(found.people.physician, found, {
      idempotencyKey: key,
      expiresOn: '2099-12-31',
      categories: allCategories(false),
    });
    expect(taken).toMatchObject({
      replayed: false,
      userErrors: [],
      consent: { status: 'ACTIVE', version: 1, explainedByName: '佐藤 健一', viewerCanWithdraw: true },
    });
    expect(taken.consent.history.map(({ kind }: { kind: string }) => kind)).toEqual(['EXPLAINED', 'SIGNED', 'ACTIVATED']);
    expect(taken.consent.categories).toHaveLength(11);
    expect(
      taken.consent.categories
        .filter(({ mandatory }: { mandatory: boolean }) => mandatory)
        .map(({ category }: { category: string }) => category),
    ).toEqual(['DEMOGRAPHICS', 'DAILY_CONDITION']);
    const told = await consent.bus.published('consent.changed', ({ consentId }) => consentId === key);
    expect(told).toMatchObject({
      stream: `consent:${found.patientId}`,
      payload: { status: 'ACTIVE', epoch: 1, version: 1, expiresOn: '2099-12-31', districtId: found.people.districtId },
    });
    expect(told.payload.grants).toHaveLength(11);
    const [kept] = await queryAsAdmin<{ sealed: Buffer; text_hash: string; sha256: string }>(
      consent.environment.database.adminUrl,
      'select s.sealed, s.sha256, c.text_hash from consent_signature s join consent c on c.id = s.consent_id where c.id = $1',
      [key],
    );
    expect(kept?.sealed.includes(Buffer.from(drawnSignature.base64, 'base64').subarray(0, 8))).toBe(false);
    expect([kept?.text_hash, kept?.sha256]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it("once for one key; another body is refused; somebody else's key tells nothing", async () => {
    const found = await registeredPatient(consent);
    const input = consentInput(found);
    const send = async (person: PersonViewer, sent: object): Promise<Payload> =>
      (await consent.get(person, submitConsent, { input: sent })).consentSubmit;
    expect(await send(found.people.physician, input)).toMatchObject({ replayed: false, userErrors: [] });
    expect(await send(found.people.physician, input)).toMatchObject({ replayed: true, userErrors: [], consent: { version: 1 } });
    expect(await send(found.people.physician, { ...input, giverName: '別の名' })).toMatchObject({
      consent: null,
      userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }],
    });
    const other = await registeredPatient(consent);
    expect(await send(other.people.physician, consentInput(other, { idempotencyKey: input.idempotencyKey }))).toMatchObject({
      consent: null,
      userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }],
    });
    expect((await viewPatient(consent, other.people.physician, other.patientId)).consent).toBeNull();
  });

  it('only by who registered the patient; a patient of others and none at all look the same', async () => {
    const found = await registeredPatient(consent);
    for (const person of [found.people.nurse, found.people.outsider, found.people.family, found.people.officer]) {
      const refused = await submit(person, found);
      expect(refused).toMatchObject({ consent: null, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'patientId'] }] });
      expect(await submit(person, { ...found, patientId: newId() })).toEqual(refused);
    }
  });

  it.each([
    [{ giverName: '' }, 'BLANK', 'giverName'],
    [{ giverName: '１２３４５６７８９０１８' }, 'MY_NUMBER_NOT_ALLOWED', 'giverName'],
    [{ giver: 'FAMILY_PROXY' }, 'PROXY_REASON_REQUIRED', 'proxyReason'],
    [{ signature: blankSignature }, 'BLANK', 'signature'],
    [{ signature: { contentType: 'image/png', base64: '' } }, 'BLANK', 'signature'],
    [{ signedAt: '2099-01-01T00:00:00Z' }, 'INVALID', 'signedAt'],
    [{ textVersion: '1999-01' }, 'INVALID', 'textVersion'],
    [{ explainedById: newId() }, 'NOT_FOUND', 'explainedById'],
    [{ categories: allCategories().slice(1) }, 'CATEGORY_MANDATORY', 'categories'],
    [{ categories: allCategories().slice(0, 6) }, 'INVALID', 'categories'],
  ] as [object, string, string][])('refuses case %# in words, and stores nothing', async (override, code, field) => {
    const found = await registeredPatient(consent);
    const refused = await submit(found.people.physician, found, override);
    expect(refused.userErrors.map((error) => [error.code, error.field?.[1]])).toContainEqual([code, field]);
    for (const { message } of refused.userErrors) expect(message).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(
      await queryAsAdmin(consent.environment.database.adminUrl, 'select 1 from consent where patient_id = $1', [found.patientId]),
    ).toEqual([]);
  });

  it('a new one takes the place of the old; one is in force', async () => {
    const found = await consented(consent);
    expect(await submit(found.people.physician, found, { categories: allCategories(false) })).toMatchObject({
      userErrors: [],
      consent: { status: 'ACTIVE' },
    });
    const rows = await queryAsAdmin(
      consent.environment.database.adminUrl,
      'select status, epoch from consent where patient_id = $1 order by epoch',
      [found.patientId],
    );
    expect(rows).toEqual([
      { status: 'SUPERSEDED', epoch: 2 },
      { status: 'ACTIVE', epoch: 3 },
    ]);
    const told = (await consent.bus.all('consent.changed')).filter(({ payload }) => payload.patientId === found.patientId);
    expect(told.map(({ payload, seq }) => [payload.status, payload.epoch, seq])).toEqual([
      ['ACTIVE', 1, 1],
      ['SUPERSEDED', 2, 2],
      ['ACTIVE', 3, 3],
    ]);
  });

  it('a signature that waited brings back nothing that was taken away since, be it all or one class (R9, R10)', async () => {
    const waited = new Date().toISOString();
    const ended = await consented(consent);
    const narrowed = await consented(consent);
    await withdraw(ended.people.physician, ended.consentId);
    const fewer = (allCategories() as { category: string }[]).map((choice) =>
      choice.category === 'MEDICATIONS' ? { ...choice, granted: false, visibleToFamily: false } : choice,
    );
    const input = { categories: fewer, giverName: '田中 ハル', expectedVersion: 1 };
    expect(
      codes((await consent.get(narrowed.people.physician, amendConsent, { id: narrowed.consentId, input })).consentCategoriesUpdate),
    ).toEqual([]);
    for (const [found, status] of [
      [ended, 'WITHDRAWN'],
      [narrowed, 'ACTIVE'],
    ] as const) {
      const late = await submit(found.people.physician, found, { signedAt: waited });
      expect(late).toMatchObject({ consent: null, userErrors: [{ code: 'SIGNED_BEFORE', field: ['input', 'signedAt'] }] });
      expect((await viewPatient(consent, found.people.physician, found.patientId)).consent).toMatchObject({ id: found.consentId, status });
      expect(await submit(found.people.physician, found)).toMatchObject({ userErrors: [], consent: { status: 'ACTIVE' } });
    }
  });

  it('a colleague may have explained; their name comes from identity', async () => {
    const found = await registeredPatient(consent);
    expect(await submit(found.people.physician, found, { explainedById: found.people.nurse.userId })).toMatchObject({
      consent: { explainedByName: '鈴木 花子' },
    });
  });
});

describe('the wording (form 3-1)', () => {
  it('comes in both languages, in sections, and says when a version is unknown', async () => {
    const { people } = await registeredPatient(consent);
    const text = '{ version title effectiveOn sections { heading body plainBody } }';
    const { ja, en } = await consent.get(people.physician, `query { ja: consentText ${text} en: consentText(locale: "en") ${text} }`);
    expect(ja).toMatchObject({ version: '2026-11', effectiveOn: '2026-11-01', sections: { length: 7 } });
    expect(en.sections).toHaveLength(7);
    expect(ja.sections.every(({ plainBody }: { plainBody: string | null }) => plainBody)).toBe(true);
    expect(
      (await consent.ask(people.physician, 'query { consentText(version: "1999-01") { version } }')).errors?.[0]?.extensions?.code,
    ).toBe('BAD_USER_INPUT');
  });
});

describe('withdrawing (R10)', () => {
  it('takes effect at once and tells everybody why', async () => {
    const found = await consented(consent);
    const roomId = await openRoom(consent, found);
    expect(await viewPatient(consent, found.people.nurse, found.patientId)).toMatchObject({
      consent: { status: 'ACTIVE', viewerCanWithdraw: false },
    });
    const ended = await withdraw(found.people.patient, found.consentId);
    expect(ended).toMatchObject({ userErrors: [], room: { id: roomId }, consent: { status: 'WITHDRAWN', version: 2 } });
    expect(ended.consent.history.at(-1)).toMatchObject({ kind: 'WITHDRAWN', note: '気持ちが変わった' });
    for (const person of [found.people.nurse, found.people.family, found.people.patient]) {
      const view = await viewPatient(consent, person, found.patientId);
      expect(states(view)).toEqual(new Set(['WITHDRAWN']));
      expect(view.disclosures[0].message).toContain('撤回');
    }
    const told = await consent.bus.published(
      'consent.changed',
      ({ consentId, status }) => consentId === found.consentId && status === 'WITHDRAWN',
    );
    expect(told.payload).toMatchObject({ epoch: 2, grants: [], version: 2 });
  });

  it('is for the registrar, steward, doctor, care manager, center and the patient; a nurse or family may not, an outsider finds nothing', async () => {
    for (const who of ['physician', 'careManager', 'officer', 'patient'] as const) {
      const found = await consented(consent);
      await openRoom(consent, found);
      expect(codes(await withdraw(found.people[who], found.consentId))).toEqual([]);
    }
    const found = await consented(consent);
    await openRoom(consent, found);
    for (const who of ['nurse', 'family'] as const)
      expect(codes(await withdraw(found.people[who], found.consentId))).toEqual(['FORBIDDEN']);
    for (const who of ['outsider', 'otherDistrict'] as const) {
      const refused = await withdraw(found.people[who], found.consentId);
      expect(codes(refused)).toEqual(['NOT_FOUND']);
      expect(await withdraw(found.people[who], newId())).toEqual(refused);
    }
    expect(await viewPatient(consent, found.people.nurse, found.patientId)).toMatchObject({ consent: { status: 'ACTIVE' } });
  });

  it('needs the version that was seen, counts once for one key, and is not done twice', async () => {
    const found = await consented(consent);
    expect(await withdraw(found.people.physician, found.consentId, { expectedVersion: 7 })).toMatchObject({
      userErrors: [{ code: 'STALE_VERSION' }],
      consent: { version: 1 },
    });
    const key = newId();
    expect(await withdraw(found.people.physician, found.consentId, { idempotencyKey: key })).toMatchObject({
      replayed: false,
      userErrors: [],
    });
    expect(await withdraw(found.people.physician, found.consentId, { idempotencyKey: key })).toMatchObject({
      replayed: true,
      userErrors: [],
      consent: { version: 2 },
    });
    expect(codes(await withdraw(found.people.physician, found.consentId, { idempotencyKey: key, reason: '別' }))).toEqual(['INVALID']);
    expect(codes(await withdraw(found.people.physician, found.consentId, { expectedVersion: 2 }))).toEqual(['INVALID_STATE']);
    expect((await consent.bus.all('consent.changed')).filter(({ payload }) => payload.consentId === found.consentId)).toHaveLength(2);
  });
});
