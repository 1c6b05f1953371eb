/** R10, R14, R18: rights that end by the clock, and the look of the center while it runs. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allCategories,
  consented,
  type ConsentUnderTest,
  inspect,
  joinRoom,
  openRoom,
  startConsent,
  viewPatient,
  withdrawConsent,
  withdrawInput,
} from '../../testing/consent.ts';

let consent: ConsentUnderTest;
beforeAll(async () => {
  consent = await startConsent();
});
afterAll(() => consent.close());

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
const states = (view: any): Set<string> => new Set(view.disclosures.map(({ state }: { state: string }) => state));
const roomState = async (person: PersonViewer, roomId: string): Promise<string | null> =>
  (await consent.entities<any>(person, 'Room', '{ consentState }', [roomId]))[0].consentState;

describe('a membership', () => {
  it('holds from its first to its last minute, without a message (R14)', async () => {
    const found = await consented(consent);
    const roomId = await openRoom(consent, found);
    const { otherNurse, nurse } = found.people;
    await joinRoom(consent, found, { roomId, person: otherNurse, role: 'CARE_TEAM', from: inMs(60_000), until: null });
    expect(await viewPatient(consent, otherNurse, found.patientId)).toMatchObject({ consent: null, disclosures: null });
    expect(await roomState(otherNurse, roomId)).toBeNull();
    await joinRoom(consent, found, { roomId, person: otherNurse, role: 'CARE_TEAM', from: inMs(-60_000), until: inMs(400) });
    expect(await roomState(otherNurse, roomId)).toBe('OK');
    await until('the last minute is over', async () => (await roomState(otherNurse, roomId)) === null);
    expect(await viewPatient(consent, otherNurse, found.patientId)).toMatchObject({ consent: null, disclosures: null });
    expect(await roomState(nurse, roomId)).toBe('OK');
  });
});

describe('a look of the center (R18)', () => {
  it('shows the officer who looks what the care team sees, under its own authority, while it runs', async () => {
    const found = await consented(consent, { categories: allCategories(false) });
    const roomId = await openRoom(consent, found);
    const { officer, otherOfficer } = found.people;
    expect(states(await viewPatient(consent, officer, found.patientId))).toEqual(new Set(['ROLE_RESTRICTED']));
    expect(await roomState(officer, roomId)).toBeNull();
    const look = await inspect(consent, found, { roomId, officer });
    expect(states(await viewPatient(consent, officer, found.patientId))).toEqual(new Set(['SHARED']));
    expect(await roomState(officer, roomId)).toBe('OK');
    expect(states(await viewPatient(consent, otherOfficer, found.patientId))).toEqual(new Set(['ROLE_RESTRICTED']));
    const seen = await until('the patient sees the look', async () => {
      const log = '{ accessLog(first: 100, filter: $f) { nodes { authorityLabel subjectLabel action } } }';
      const query = `query ($r: [_Any!]!, $f: AccessLogFilter) { _entities(representations: $r) { ... on Patient ${log} } }`;
      const asked = { r: [{ __typename: 'Patient', id: found.patientId }], f: { actorId: officer.userId } };
      const nodes: any[] = (await consent.get<any>(found.people.patient, query, asked))._entities[0].accessLog.nodes;
      return nodes.some(({ authorityLabel }) => authorityLabel.includes('支援センターの確認')) ? nodes : undefined;
    });
    expect(seen.map(({ subjectLabel }) => subjectLabel)).toContain('見せてよい情報の範囲');
    await look.end();
    expect(states(await viewPatient(consent, officer, found.patientId))).toEqual(new Set(['ROLE_RESTRICTED']));
    expect(await roomState(officer, roomId)).toBeNull();
  });

  it('is over at its end without a word, is read-only, and is no way past a withdrawal', async () => {
    const found = await consented(consent);
    const roomId = await openRoom(consent, found);
    const { officer, otherDistrict } = found.people;
    await inspect(consent, found, { roomId, officer, expiresAt: inMs(400) });
    expect(await roomState(officer, roomId)).toBe('OK');
    await until('the hour is over', async () => (await roomState(officer, roomId)) === null);
    await inspect(consent, found, { roomId, officer: { ...otherDistrict, kind: 'CENTER_OFFICER' } });
    expect(await roomState({ ...otherDistrict, kind: 'CENTER_OFFICER' }, roomId)).toBeNull();
    await inspect(consent, found, { roomId, officer });
    expect((await viewPatient(consent, officer, found.patientId)).consent).toMatchObject({
      viewerCanAmend: false,
      viewerCanWithdraw: true,
    });
    await consent.get(found.people.patient, withdrawConsent, { id: found.consentId, input: withdrawInput() });
    expect(states(await viewPatient(consent, officer, found.patientId))).toEqual(new Set(['WITHDRAWN']));
    expect(await roomState(officer, roomId)).toBe('WITHDRAWN');
  });
});

describe('following live', () => {
  const grant = async (person: PersonViewer, id: string): Promise<any> =>
    (await consent.get(person, 'query ($id: ID!) { consentChangedGrant(patientId: $id) { epoch validUntil } }', { id }))
      .consentChangedGrant;

  it('says when it ends by itself: with the consent’s last day in Japan, or the membership’s last minute', async () => {
    const found = await consented(consent, { expiresOn: '2099-12-31' });
    const roomId = await openRoom(consent, found);
    const { nurse, otherNurse } = found.people;
    expect(await grant(nurse, found.patientId)).toEqual({ epoch: 1, validUntil: '2099-12-31T15:00:00.000Z' });
    const last = inMs(60_000);
    await joinRoom(consent, found, { roomId, person: otherNurse, role: 'CARE_TEAM', from: null, until: last });
    expect(await grant(otherNurse, found.patientId)).toEqual({ epoch: 1, validUntil: last });
    const open = await consented(consent);
    expect(await grant(open.people.physician, open.patientId)).toEqual({ epoch: 1, validUntil: null });
    expect(await grant(nurse, newId())).toBeNull();
  });
});
