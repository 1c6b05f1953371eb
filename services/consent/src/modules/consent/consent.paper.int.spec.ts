/** R8, R10, R19: a consent on paper waits until the center has seen it; withdrawals and changes say by which way they came. */
import { readText } from '@heya/forms/raster.fixture';
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { drawnSignature } from '@heya/testkit/signature';
import { newId } from '@heya/testkit/viewers';
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

let consent: ConsentUnderTest;
beforeAll(async () => {
  consent = await startConsent();
});
afterAll(() => consent.close());

const photo = Buffer.from(drawnSignature.base64, 'base64');
const bring = async (person: PersonViewer, { patientId }: Case, id = newId(), bytes: Uint8Array = photo) => ({
  id,
  status: (await consent.file(person, { method: 'PUT', path: `/files/patients/${patientId}/papers/${id}`, bytes })).status,
});
const look = async (person: PersonViewer, id: string, page = 1): Promise<number> =>
  (await consent.file(person, { method: 'GET', path: `/files/papers/${id}/${page}` })).status;
const review = async (person: PersonViewer, id: string, input: object): Promise<any> =>
  (
    await consent.get(
      person,
      `mutation ($id: ID!, $input: ReviewInput!) { consentReview(id: $id, input: $input) { userErrors { code field } consent { id status version activeSince } } }`,
      { id, input: { expectedVersion: 1, ...input } },
    )
  ).consentReview;
const attach = async (person: PersonViewer, id: string, documentUploadId: string): Promise<any> =>
  (
    await consent.get(
      person,
      `mutation ($id: ID!, $input: ConsentPaperAttachInput!) { consentPaperAttach(id: $id, input: $input) { userErrors { code field } consent { papers { id pages } } } }`,
      { id, input: { documentUploadId, expectedVersion: 1 } },
    )
  ).consentPaperAttach;
const codes = (payload: any): string[] => payload.userErrors.map(({ code, field }: any) => `${code} ${field.join('.')}`);
const submitted = async (found: Case, override: object = {}): Promise<string> => {
  const input = consentInput(found, { method: 'PAPER_SCAN', signature: null, ...override });
  const { consentSubmit } = await consent.get(found.people.physician, submitConsent, { input });
  expect(consentSubmit).toMatchObject({ userErrors: [], consent: { status: 'SUBMITTED' } });
  return input.idempotencyKey as string;
};
const shown = async (person: PersonViewer, { patientId }: Case): Promise<string> =>
  (await viewPatient(consent, person, patientId)).disclosures[0].state;

describe('a consent on paper (R8)', () => {
  it('is nobody’s right until an officer has held it against its paper, is in force then, and takes the place of the one before', async () => {
    const found = await consented(consent);
    const { people, patientId } = found;
    const proxy = {
      giver: 'FAMILY_PROXY',
      giverName: '田中 美咲',
      proxyRelation: '長女',
      proxyReason: '手が不自由なため',
      patientName: '田中 ハル',
    };
    const id = await submitted(found, { ...proxy, categories: allCategories(false) });
    expect((await viewPatient(consent, people.physician, patientId)).consent).toMatchObject({ id: found.consentId, status: 'ACTIVE' });
    const filed = await consent.bus.published('consent.paperChanged', ({ consentId }) => consentId === id);
    expect(filed.payload).toMatchObject({ status: 'SUBMITTED', receiptNumber: expect.stringMatching(/^C31-[0-9A-F]{6}-[0-9A-F]{6}$/) });

    expect(codes(await review(people.physician, id, { decision: 'APPROVE' }))).toEqual(['FORBIDDEN id']);
    expect(codes(await review(people.otherDistrict, id, { decision: 'APPROVE' }))).toEqual(['NOT_FOUND id']);
    expect(codes(await review(people.officer, id, { decision: 'APPROVE' }))).toEqual(['PAPER_MISSING id']);
    expect(codes(await review(people.officer, id, { decision: 'REJECT', reason: 'x' }))).toEqual(['INVALID input.decision']);

    const paper = await bring(people.officer, found);
    expect(paper.status).toBe(200);
    expect(codes(await attach(people.physician, id, paper.id)), 'paper of another').toEqual(['NOT_FOUND input.documentUploadId']);
    expect(await attach(people.officer, id, paper.id)).toMatchObject({ userErrors: [], consent: { papers: [{ id: paper.id, pages: 1 }] } });
    expect(codes(await review(people.officer, id, { decision: 'APPROVE', expectedVersion: 7 }))).toEqual([
      'STALE_VERSION input.expectedVersion',
    ]);
    expect(await review(people.officer, id, { decision: 'APPROVE' })).toMatchObject({
      userErrors: [],
      consent: { status: 'ACTIVE', version: 2, activeSince: expect.any(String) },
    });
    expect(codes(await review(people.officer, id, { decision: 'APPROVE', expectedVersion: 2 }))).toEqual(['INVALID_STATE id']);
    const { payload } = await consent.bus.published('consent.changed', ({ consentId }) => consentId === id);
    expect(payload).toMatchObject({ status: 'ACTIVE', version: 2, epoch: 3 });
    expect(payload.grants.every(({ family }) => !family)).toBe(true);

    const all = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient { consents { id status proxyRelation history { kind actorName } papers { id } } } } }`;
    const listOf = async (person: PersonViewer): Promise<any> =>
      (await consent.get(person, all, { r: [{ __typename: 'Patient', id: patientId }] }))._entities[0].consents;
    const [newest, before, ...none] = await listOf(people.physician);
    expect([newest.status, newest.proxyRelation, newest.papers, before.status, none]).toEqual([
      'ACTIVE',
      '長女',
      [{ id: paper.id }],
      'SUPERSEDED',
      [],
    ]);
    expect(newest.history.map(({ kind }: { kind: string }) => kind)).toEqual(['EXPLAINED', 'SIGNED', 'SUBMITTED', 'ACTIVATED']);
    expect(await listOf(people.outsider)).toBeNull();
  });

  it('that is returned is taken anew; paper and pending form show nothing to anybody', async () => {
    const found = await registeredPatient(consent);
    const { people } = found;
    const first = await submitted(found);
    expect(await shown(people.physician, found)).toBe('NOT_CONSENTED');
    expect(codes(await review(people.officer, first, { decision: 'RETURN' }))).toEqual(['BLANK input.reason']);
    expect(await review(people.officer, first, { decision: 'RETURN', reason: '署名がありません' })).toMatchObject({
      consent: { status: 'RETURNED' },
    });
    expect(await shown(people.physician, found)).toBe('NOT_CONSENTED');
    const paper = await bring(people.physician, found);
    const second = await submitted(found, { documentUploadId: paper.id });
    expect(await review(people.officer, second, { decision: 'APPROVE' })).toMatchObject({ userErrors: [], consent: { status: 'ACTIVE' } });
    expect(await shown(people.physician, found)).toBe('SHARED');
    expect(
      codes((await consent.get(people.physician, submitConsent, { input: consentInput(found, { signature: null }) })).consentSubmit),
    ).toEqual(['BLANK input.signature']);
  });

  it('whose last day is over comes into force no more, and leaves the one before as it is', async () => {
    const found = await consented(consent);
    const { people, patientId, consentId } = found;
    const { id: documentUploadId } = await bring(people.physician, found);
    const id = await submitted(found, { documentUploadId, expiresOn: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10) });
    const admin = consent.environment.database.adminUrl;
    await queryAsAdmin(admin, 'update consent set expires_on = $2 where id = $1', [id, '2026-01-01']);
    expect(codes(await review(people.officer, id, { decision: 'APPROVE' }))).toEqual(['INVALID_STATE id']);
    expect((await viewPatient(consent, people.physician, patientId)).consent).toMatchObject({ id: consentId, status: 'ACTIVE' });
    expect(await review(people.officer, id, { decision: 'RETURN', reason: '期限の日が過ぎています' })).toMatchObject({ userErrors: [] });
  });

  it('that was signed before the patient withdrew comes into force no more; what is signed afterwards does (R10)', async () => {
    const found = await consented(consent);
    const { people, consentId } = found;
    const waiting = await submitted(found, { documentUploadId: (await bring(people.physician, found)).id });
    await consent.get(people.physician, withdrawConsent, { id: consentId, input: withdrawInput() });
    expect(codes(await review(people.officer, waiting, { decision: 'APPROVE' }))).toEqual(['SIGNED_BEFORE id']);
    expect(await shown(people.physician, found)).toBe('WITHDRAWN');
    expect(await review(people.officer, waiting, { decision: 'RETURN', reason: '撤回のあとです' })).toMatchObject({ userErrors: [] });
    const { id: documentUploadId } = await bring(people.physician, found);
    const anew = await submitted(found, { documentUploadId });
    expect(await review(people.officer, anew, { decision: 'APPROVE' })).toMatchObject({ userErrors: [], consent: { status: 'ACTIVE' } });
  });

  it('is the patient’s however the ids are spelt, and so is the key that its first page makes', async () => {
    const found = await registeredPatient(consent);
    const { people, patientId } = found;
    const shouted = { people, patientId: patientId.toUpperCase() };
    const first = await bring(people.physician, shouted);
    const second = await bring(people.physician, found);
    for (const paper of [first, second]) expect(await look(people.physician, paper.id)).toBe(200);
    expect((await bring(people.physician, shouted, first.id.toUpperCase())).status, 'the same again').toBe(200);
    const idempotencyKey = newId();
    const input = consentInput(shouted, { idempotencyKey: idempotencyKey.toUpperCase() });
    expect((await consent.get(people.physician, submitConsent, { input })).consentSubmit.userErrors).toEqual([]);
    const { payload } = await consent.bus.published('consent.changed', ({ consentId }) => consentId === idempotencyKey);
    expect(payload.patientId).toBe(patientId);
  });

  it('is sealed, seen by who may end a consent, and not by family, the rest of the care team or others; each look is in the record', async () => {
    const found = await consented(consent);
    const { people, patientId } = found;
    await openRoom(consent, found);
    const paper = await bring(people.careManager, found);
    expect((await bring(people.careManager, found, paper.id)).status, 'the same again').toBe(200);
    expect((await bring(people.careManager, found, paper.id, Buffer.from('other'))).status).toBe(422);
    expect((await bring(people.careManager, found, newId(), Buffer.from('no picture'))).status).toBe(422);
    for (const who of ['careManager', 'physician', 'patient', 'officer'] as const) expect(await look(people[who], paper.id), who).toBe(200);
    for (const who of ['nurse', 'family', 'outsider', 'otherDistrict'] as const) {
      expect(await look(people[who], paper.id), who).toBe(404);
      expect((await bring(people[who], found)).status, who).toBe(404);
    }
    expect([await look(people.physician, paper.id, 2), await look(people.physician, newId())]).toEqual([404, 404]);
    const admin = consent.environment.database.adminUrl;
    const [row] = await queryAsAdmin<{ sealed: Buffer }>(admin, 'select sealed from consent_paper_page where paper_id = $1', [paper.id]);
    expect(row?.sealed.includes('WEBP')).toBe(false);
    const lines = await queryAsAdmin<{ line: any }>(
      admin,
      `select line from audit_entry where patient_id = $1 and line ->> 'subjectType' = 'ConsentPaper'`,
      [patientId],
    );
    expect(lines.filter(({ line }) => line.action === 'VIEW')).toHaveLength(4);
    expect(lines.filter(({ line }) => line.action === 'DENIED')).toHaveLength(8 + 1);
    expect(await consent.runJob('consent-paper-leftovers')).toBe(0);
    expect(await consent.runJob('consent-paper-leftovers', new Date(Date.now() + 2 * 86_400_000))).toBeGreaterThan(0);
    expect(await look(people.physician, paper.id)).toBe(404);
  });
});

describe('withdrawals and changes say by which way they came (R10)', () => {
  const withdraw = async (person: PersonViewer, id: string, override: object): Promise<any> =>
    (await consent.get(person, withdrawConsent, { id, input: withdrawInput(override) })).consentWithdraw;
  const last = async (person: PersonViewer, id: string): Promise<any> =>
    (await consent.get(person, 'query ($id: ID!) { consent(id: $id) { status history { kind channel receivedAt actorName } } }', { id }))
      .consent;

  it('by the own account, by telephone, in person and on paper, at once each time', async () => {
    const called = new Date(Date.now() - 600_000).toISOString();
    for (const [who, way, channel] of [
      ['patient', {}, 'OWN_ACCOUNT'],
      ['careManager', { channel: 'TELEPHONE', receivedAt: called }, 'TELEPHONE'],
      ['officer', { channel: 'TELEPHONE' }, 'TELEPHONE'],
      ['physician', {}, 'IN_PERSON'],
      ['officer', { channel: 'PAPER' }, 'PAPER'],
    ] as const) {
      const found = await consented(consent);
      await openRoom(consent, found);
      const person = found.people[who];
      if (channel === 'PAPER') expect(codes(await withdraw(person, found.consentId, way))).toEqual(['BLANK input.documentUploadId']);
      const documentUploadId = channel === 'PAPER' ? (await bring(person, found)).id : null;
      expect(codes(await withdraw(person, found.consentId, { ...way, documentUploadId: newId() }))).toEqual([
        'NOT_FOUND input.documentUploadId',
      ]);
      expect((await withdraw(person, found.consentId, { ...way, documentUploadId })).userErrors, who).toEqual([]);
      expect(await shown(found.people.nurse, found)).toBe('WITHDRAWN');
      const { status, history } = await last(found.people.patient, found.consentId);
      expect([status, history.at(-1)]).toMatchObject(['WITHDRAWN', { kind: 'WITHDRAWN', channel }]);
      if ('receivedAt' in way) expect(history.at(-1).receivedAt).toBe(called);
      expect(history.at(-1).actorName).toContain(person.labels.name);
    }
  });

  it('nobody else says that the patient did it in the own account, nor that a call will come', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    const { people, consentId } = found;
    expect(codes(await withdraw(people.careManager, consentId, { channel: 'OWN_ACCOUNT' }))).toEqual(['INVALID input.channel']);
    expect(codes(await withdraw(people.patient, consentId, { channel: 'TELEPHONE' }))).toEqual(['INVALID input.channel']);
    expect(codes(await withdraw(people.careManager, consentId, { channel: 'TELEPHONE', receivedAt: '2099-01-01T00:00:00Z' }))).toEqual([
      'INVALID input.receivedAt',
    ]);
    expect(codes(await withdraw(people.nurse, consentId, { channel: 'TELEPHONE' }))).toEqual(['FORBIDDEN id']);
    expect(await shown(people.nurse, found)).toBe('SHARED');
  });

  it('a change on paper may show more, as one that is signed', async () => {
    const found = await consented(consent, { categories: allCategories(false) });
    await openRoom(consent, found);
    const { people, consentId } = found;
    const amend = async (documentUploadId: string | null): Promise<any> =>
      (
        await consent.get(people.careManager, amendConsent, {
          id: consentId,
          input: { categories: allCategories(true), giverName: '田中 ハル', documentUploadId, expectedVersion: 1 },
        })
      ).consentCategoriesUpdate;
    expect(codes(await amend(null))).toEqual(['BLANK input.signature']);
    expect(codes(await amend(newId()))).toEqual(['NOT_FOUND input.documentUploadId']);
    const { id } = await bring(people.careManager, found);
    expect((await amend(id)).userErrors).toEqual([]);
    expect((await last(people.patient, consentId)).history.at(-1)).toMatchObject({ kind: 'CATEGORIES_CHANGED', channel: 'PAPER' });
  });
});

describe('the copy (R19)', () => {
  it('is form 3-1 as it was given, for who may end the consent; printing is in the record', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    const print = (person: PersonViewer) => consent.file(person, { method: 'GET', path: `/files/consents/${found.consentId}/form` });
    const copy = await print(found.people.patient);
    expect([copy.status, Buffer.from(copy.bytes.subarray(0, 5)).toString()]).toEqual([200, '%PDF-']);
    for (const who of ['nurse', 'family', 'outsider'] as const) expect((await print(found.people[who])).status, who).toBe(404);
    const lines = await queryAsAdmin(
      consent.environment.database.adminUrl,
      `select 1 from audit_entry where line ->> 'action' = 'PRINT' and patient_id = $1`,
      [found.patientId],
    );
    expect(lines).toHaveLength(1);
    expect((await consent.file(found.people.nurse, { method: 'GET', path: '/files/blank-form' })).status).toBe(200);
    expect((await consent.file(found.people.family, { method: 'GET', path: '/files/blank-form' })).status).toBe(404);
  });

  it('tells the center no more than the screen does: why a proxy signed is left out (R13, R18)', async () => {
    const proxyReason = '手が不自由なため';
    const proxy = { giver: 'FAMILY_PROXY', giverName: '田中 美咲', proxyRelation: '長女', proxyReason };
    const { people, consentId } = await consented(consent, proxy);
    const copyOf = async (person: PersonViewer): Promise<string> => {
      const { bytes } = await consent.file(person, { method: 'GET', path: `/files/consents/${consentId}/form` });
      return (await readText(bytes)).map(({ text }) => text).join('');
    };
    expect(await copyOf(people.physician)).toContain(proxyReason);
    const copy = await copyOf(people.officer);
    expect(copy).toContain('田中 美咲');
    expect(copy).not.toContain(proxyReason);
  });
});
