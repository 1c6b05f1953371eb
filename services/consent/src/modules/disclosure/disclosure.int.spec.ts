/** R9, R10, R13, R26 over GraphQL on a real PostgreSQL: who sees a consent and why a field is empty. */
import { queryAsAdmin } from '@heya/testkit/database';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allCategories,
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

interface Payload {
  userErrors: { code: string; field: string[] | null; message: string }[];
  [key: string]: any;
}
const submit = async (person: PersonViewer, found: Case, override: object = {}): Promise<Payload> =>
  (await consent.get(person, submitConsent, { input: consentInput(found, override) })).consentSubmit;
const withdraw = async (person: PersonViewer, id: string, override: object = {}): Promise<Payload> =>
  (await consent.get(person, withdrawConsent, { id, input: withdrawInput(override) })).consentWithdraw;
const states = (view: any): Set<string> => new Set(view.disclosures.map(({ state }: { state: string }) => state));

describe('who sees a consent (R13)', () => {
  it('members, the registrar and the center; family and center without reasons; others nothing', async () => {
    const found = await consented(consent, {
      giver: 'FAMILY_PROXY',
      giverName: '田中 美咲',
      proxyRelation: '長女',
      proxyReason: '手が不自由なため',
    });
    await openRoom(consent, found);
    const { people, patientId, consentId } = found;
    const seen = async (person: PersonViewer): Promise<any> =>
      (await consent.get(person, 'query ($id: ID!) { consent(id: $id) { status proxyReason giverName } }', { id: consentId })).consent;
    for (const person of [people.nurse, people.patient])
      expect(await seen(person)).toMatchObject({ status: 'ACTIVE', proxyReason: '手が不自由なため' });
    for (const person of [people.family, people.officer]) expect(await seen(person)).toMatchObject({ status: 'ACTIVE', proxyReason: null });
    for (const person of [people.outsider, people.otherDistrict]) {
      expect(await seen(person)).toBeNull();
      expect(await consent.entities(person, 'Consent', '{ id status }', [consentId])).toEqual([null]);
      expect(await viewPatient(consent, person, patientId)).toEqual({ id: patientId, consent: null, disclosures: null });
    }
  });

  it('the family sees what is ticked for them, the center nothing', async () => {
    const found = await consented(consent, { categories: allCategories(false) });
    await openRoom(consent, found);
    expect(states(await viewPatient(consent, found.people.family, found.patientId))).toEqual(new Set(['ROLE_RESTRICTED']));
    expect(states(await viewPatient(consent, found.people.nurse, found.patientId))).toEqual(new Set(['SHARED']));
    expect(states(await viewPatient(consent, found.people.officer, found.patientId))).toEqual(new Set(['ROLE_RESTRICTED']));
  });

  it('the room says whether it may be used, to its members', async () => {
    const found = await registeredPatient(consent);
    const roomId = await openRoom(consent, found);
    const state = async (person: PersonViewer): Promise<any> =>
      (await consent.entities<any>(person, 'Room', '{ consentState }', [roomId]))[0].consentState;
    expect(await state(found.people.nurse)).toBe('PENDING');
    const taken = await submit(found.people.physician, found);
    expect(await state(found.people.family)).toBe('OK');
    expect(await state(found.people.outsider)).toBeNull();
    await withdraw(found.people.patient, taken.consent.id);
    expect(await state(found.people.nurse)).toBe('WITHDRAWN');
  });

  it('expiry shows when it is read, without anybody telling', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    await queryAsAdmin(consent.environment.database.adminUrl, "update consent set expires_on = '2026-01-01' where id = $1", [
      found.consentId,
    ]);
    const view = await viewPatient(consent, found.people.nurse, found.patientId);
    expect(view.consent).toMatchObject({ status: 'EXPIRED' });
    expect(await consent.entities(found.people.patient, 'Viewer', '{ consentsToAnswer { id } }', [found.people.patient.userId])).toEqual([
      { consentsToAnswer: [] },
    ]);
    expect(view.disclosures[0]).toMatchObject({ state: 'EXPIRED', message: expect.stringContaining('期限') });
  });

  it('the patient finds their own to answer', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    const own = (person: PersonViewer): Promise<any[]> =>
      consent.entities(person, 'Viewer', '{ consentsToAnswer { id viewerCanWithdraw } }', [person.userId]);
    expect(await own(found.people.patient)).toEqual([{ consentsToAnswer: [{ id: found.consentId, viewerCanWithdraw: true }] }]);
    expect(await own(found.people.nurse)).toEqual([{ consentsToAnswer: [] }]);
    expect(await consent.entities(found.people.nurse, 'Viewer', '{ consentsToAnswer { id } }', [found.people.patient.userId])).toEqual([
      null,
    ]);
  });
});

describe('following live (R26)', () => {
  it('is granted to whoever has a relation, withdrawn or not, and to nobody else', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    const grant = async (person: PersonViewer, notBefore = 0): Promise<any> =>
      (
        await consent.get(person, 'query ($id: ID!, $n: Int!) { consentChangedGrant(patientId: $id, notBefore: $n) { audience epoch } }', {
          id: found.patientId,
          n: notBefore,
        })
      ).consentChangedGrant;
    expect(await grant(found.people.nurse)).toEqual({ audience: 'CARE_TEAM', epoch: 1 });
    expect(await grant(found.people.family)).toEqual({ audience: 'EVERYONE', epoch: 1 });
    expect(await grant(found.people.outsider)).toBeNull();
    await withdraw(found.people.patient, found.consentId);
    expect(await grant(found.people.nurse)).toEqual({ audience: 'CARE_TEAM', epoch: 2 });
  });
});
