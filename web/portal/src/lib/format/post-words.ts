/** Kinds and importance of posts in the reader's language. */
import type { Importance, PostKind } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

const kinds: Record<PostKind, () => string> = {
  NOTE: m.kind_note,
  MEDICAL_NOTE: m.kind_medical,
  CARE_NOTE: m.kind_care,
  MEDICATION: m.kind_medication,
  VITALS: m.kind_vitals,
  PHOTO: m.kind_photo,
  WOUND: m.kind_wound,
  HANDOVER: m.kind_handover,
  QUESTION: m.kind_question,
  SAFETY: m.kind_safety,
  SYSTEM: m.kind_system,
};
const importances: Record<Importance, () => string> = {
  NORMAL: m.importance_normal,
  IMPORTANT: m.importance_important,
  URGENT: m.importance_urgent,
};

export const kindWords = (kind: PostKind): string => kinds[kind]();
export const importanceWords = (importance: Importance): string => importances[importance]();

/** What people choose among; vitals have a page of their own. */
const written: readonly PostKind[] = ['NOTE', 'MEDICAL_NOTE', 'CARE_NOTE', 'MEDICATION', 'HANDOVER', 'QUESTION', 'SAFETY'];
/** What the patient and the family write. */
const byEveryone: readonly PostKind[] = ['NOTE', 'QUESTION', 'SAFETY'];

export const kindsFor = (everyoneOnly: boolean): readonly PostKind[] => (everyoneOnly ? byEveryone : written);
