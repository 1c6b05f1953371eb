/** Forms as the portal would send them, right in everything; a case then changes one thing. */
import { uuidv7 } from '../local/api/uuid.mjs';
import { drawSignature } from '../local/demo/signature.mjs';
import type { Variables } from './case.ts';
import type { World } from './world.ts';

const mandatory = ['DEMOGRAPHICS', 'DAILY_CONDITION'];
const optional = [
  'FAMILY_CONTACTS',
  'MEDICAL_HISTORY',
  'TEST_RESULTS',
  'MEDICATIONS',
  'CARE_SERVICES',
  'BODY_IMAGES',
  'HOSPITALS',
  'INSURANCE',
  'DISASTER_SAFETY',
];

export const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** Every class answered (R9). @param granted the mandatory ones unless told otherwise */
export function answers(granted: readonly string[] = mandatory): Variables[] {
  return [...mandatory, ...optional].map((category) => ({ category, granted: granted.includes(category), visibleToFamily: false }));
}

/** Every class consented, to the family too; the hospitals to partners as well. */
export const everythingShown = (): Variables[] =>
  answers([...mandatory, ...optional]).map((answer) => ({
    ...answer,
    visibleToFamily: true,
    visibleToPartners: answer.category === 'HOSPITALS',
  }));

type People = Pick<World, 'as' | 'userId'>;

/** @param change put over the form */
export async function consentForm(people: People, patientId: string, change: Variables = {}): Promise<Variables> {
  const { consentText } = await (
    await people.as('doctor')
  ).ask<{ consentText: { version: string } }>('query { consentText(locale: "ja") { version } }');
  return {
    idempotencyKey: uuidv7(),
    patientId,
    method: 'ON_DEVICE_SIGNATURE',
    textVersion: consentText.version,
    giver: 'PATIENT',
    giverName: '監査 太郎',
    explainedById: people.userId('doctor'),
    explainedAt: ago(10),
    signedAt: ago(0),
    categories: answers(),
    signature: { contentType: 'image/png', base64: drawSignature().toString('base64') },
    ...change,
  };
}

/** @param change put over the form */
export function roomForm(people: People, about: { patientId: string; consentId: string }, change: Variables = {}): Variables {
  const members = ['doctor', 'nurse'].map((role) => ({ userId: people.userId(role), role: 'CARE_TEAM' }));
  return {
    idempotencyKey: uuidv7(),
    ...about,
    members,
    stewardUserId: people.userId('nurse'),
    situation: 'RECOVERING_AFTER_DISCHARGE',
    reason: '監査のため',
    ...change,
  };
}
