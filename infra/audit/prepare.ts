/** What the wrong inputs are wrong about: patients of the doctor's, with a consent, one with a 4-1 that waits for review. */
import { uuidv7 } from '../local/api/uuid.mjs';
import { applyForRoom, registerPatient, submitConsent } from '../local/demo/operations.mjs';
import { consentForm, roomForm } from './forms.ts';
import type { World } from './world.ts';

type People = Pick<World, 'as' | 'userId'>;

export async function prepareThird(people: People): Promise<World['third']> {
  const doctor = await people.as('doctor');
  const basics = {
    name: '監査 太郎',
    nameKana: 'カンサ タロウ',
    sex: 'MALE',
    birthDate: '1938-05-06',
    address: '若葉市本町二丁目',
    isAnother: true,
  };
  const registered = await doctor.change<{ patient: { id: string } }>(registerPatient, { input: { idempotencyKey: uuidv7(), ...basics } });
  const patientId = registered.patient.id;
  const consented = await doctor.change<{ consent: { id: string } }>(submitConsent, { input: await consentForm(people, patientId) });
  return { patientId, consentId: consented.consent.id };
}

export async function prepareSecond(people: People): Promise<World['second']> {
  const about = await prepareThird(people);
  const doctor = await people.as('doctor');
  const applied = await doctor.change<{ roomApplication: { id: string; version: number } }>(applyForRoom, {
    input: roomForm(people, about),
  });
  return { ...about, applicationId: applied.roomApplication.id, version: applied.roomApplication.version };
}
