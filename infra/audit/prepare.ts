/** A second patient with a consent and a 4-1 that waits for review, so that reviews and foreign ids have something to be wrong about. */
import { uuidv7 } from '../local/api/uuid.mjs';
import type { Cast } from '../local/demo/journey.mjs';
import { applyForRoom, currentConsentText, registerPatient, submitConsent } from '../local/demo/operations.mjs';
import { drawSignature } from '../local/demo/signature.mjs';
import type { World } from './world.ts';

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

export async function prepareSecond(cast: Cast): Promise<World['second']> {
  const doctor = await cast.as('doctor');
  const patient = { name: '監査 太郎', nameKana: 'カンサ タロウ', sex: 'MALE', birthDate: '1938-05-06', address: '若葉市本町二丁目' };
  const registered = await doctor.change<{ patient: { id: string } }>(registerPatient, { input: { idempotencyKey: uuidv7(), ...patient } });
  const patientId = registered.patient.id;
  const { consentText } = await doctor.ask<{ consentText: { version: string } }>(currentConsentText);
  const categories = ['DEMOGRAPHICS', 'DAILY_CONDITION'].map((category) => ({ category, granted: true, visibleToFamily: false }));
  const signature = { contentType: 'image/png', base64: drawSignature().toString('base64') };
  const consented = await doctor.change<{ consent: { id: string } }>(submitConsent, {
    input: {
      idempotencyKey: uuidv7(), patientId, method: 'ON_DEVICE_SIGNATURE', textVersion: consentText.version, giver: 'PATIENT', giverName: patient.name,
      explainedById: cast.account('doctor').userId, explainedAt: ago(10), signedAt: ago(1), signature, categories,
    },
  });
  const members = ['doctor', 'nurse'].map((role) => ({ userId: cast.account(role).userId, role: 'CARE_TEAM' }));
  const applied = await doctor.change<{ roomApplication: { id: string; version: number } }>(applyForRoom, {
    input: {
      idempotencyKey: uuidv7(), patientId, consentId: consented.consent.id, members, stewardUserId: cast.account('nurse').userId,
      situation: 'RECOVERING_AFTER_DISCHARGE', reason: '監査のため',
    },
  });
  return { patientId, consentId: consented.consent.id, applicationId: applied.roomApplication.id, version: applied.roomApplication.version };
}
