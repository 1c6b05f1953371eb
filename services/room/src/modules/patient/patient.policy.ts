/** Who may know what of a patient. Pure; the facts come from one SQL statement. */
import type { InformationCategory } from '@heya/schema/events';

/** How the viewer stands to the patient, whatever the consent says. */
export type PatientRelation = 'MEMBERSHIP' | 'REGISTRAR' | 'REVIEW' | 'CHANNEL' | 'INVITED';
/** By what right the viewer reads a data class now; null when by none. */
export type ClassAuthority = Exclude<PatientRelation, 'INVITED'> | null;

export interface PatientFacts {
  relation: PatientRelation | null;
  authority: ClassAuthority;
}

export type PatientAccess =
  | {
      allowed: true;
      fields: 'ALL' | 'IDENTIFYING' | 'NONE';
      authority: string;
      categories: InformationCategory[];
      outcome: 'ALLOWED' | 'DENIED_CONSENT' | 'DENIED_ROLE';
    }
  | { allowed: false; reason: 'NO_RELATION' };

/**
 * An officer who reviews an application sees name, kana and birth date, no more (R13).
 * Whoever stands in a relation but has no class keeps the bare entity: disclosures say why.
 */
export function decidePatientAccess(facts: PatientFacts | undefined): PatientAccess {
  if (!facts?.relation) return { allowed: false, reason: 'NO_RELATION' };
  if (!facts.authority) {
    const outcome = facts.relation === 'INVITED' ? 'DENIED_ROLE' : 'DENIED_CONSENT';
    return { allowed: true, fields: 'NONE', authority: facts.relation, categories: ['DEMOGRAPHICS'], outcome };
  }
  const fields = facts.authority === 'REVIEW' ? 'IDENTIFYING' : 'ALL';
  return { allowed: true, fields, authority: facts.authority, categories: ['DEMOGRAPHICS'], outcome: 'ALLOWED' };
}

/** @returns full years on a day, both as `2026-11-22` */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** @returns the calendar day in Japan */
export const dayInJapan = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(at);
