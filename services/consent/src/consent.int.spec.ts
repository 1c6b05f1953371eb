/** R8–R10, R21 over GraphQL on a real PostgreSQL: allowed and refused from one set-up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consented, type ConsentUnderTest, openRoom, startConsent, viewPatient, withdrawConsent, withdrawInput } from './testing/consent.ts';

let consent: ConsentUnderTest;
beforeAll(async () => {
  consent = await startConsent();
});
afterAll(() => consent.close());

describe('withdrawing (R10)', () => {
  it('takes effect at once and tells everybody why', async () => {
    const found = await consented(consent);
    const roomId = await openRoom(consent, found);
    expect(await viewPatient(consent, found.people.nurse, found.patientId)).toMatchObject({ consent: { status: 'ACTIVE', viewerCanWithdraw: false } });
    const { consentWithdraw } = await consent.get(found.people.patient, withdrawConsent, { id: found.consentId, input: withdrawInput() });
    expect(consentWithdraw).toMatchObject({ userErrors: [], room: { id: roomId }, consent: { status: 'WITHDRAWN', version: 2 } });
    const after = await viewPatient(consent, found.people.nurse, found.patientId);
    expect(new Set(after.disclosures.map(({ state }: { state: string }) => state))).toEqual(new Set(['WITHDRAWN']));
    const told = await consent.bus.published('consent.changed', ({ consentId, status }) => consentId === found.consentId && status === 'WITHDRAWN');
    expect(told.payload).toMatchObject({ epoch: 2, grants: [] });
  });
});
