/** Who may know what of a patient. Pure; the facts come from one SQL statement. */
import type { InformationCategory } from '@heya/schema/events';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';

/** The class of everything this service keeps of a patient beside the id (R9). */
export const patientClass = 'DEMOGRAPHICS' satisfies InformationCategory;

/** How the viewer stands to the patient, whatever the consent says. */
export type PatientRelation = 'MEMBERSHIP' | 'REGISTRAR' | 'INSPECTION' | 'REVIEW' | 'CHANNEL' | 'INVITED';
/** By what right the viewer reads a data class now; null when by none. */
export type ClassAuthority = Exclude<PatientRelation, 'INVITED'> | null;

export interface PatientFacts {
  relation: PatientRelation | null;
  authority: ClassAuthority;
  /** The right to change, as the database knows it: care team, or whoever registers, while the class is open. */
  editable: boolean;
}

/** SEE: that there is such a patient in one's room or invitation. REACH: by reference. READ: the data class. */
export type PatientAction = 'SEE' | 'REACH' | 'READ' | 'UPDATE';
export type PatientRefusal = 'NO_RELATION' | 'NOT_JOINED' | 'CONSENT_REQUIRED' | 'READ_ONLY';
export type PatientDecision = { allowed: true; authority: PatientRelation } | { allowed: false; reason: PatientRefusal };

const refuse = (reason: PatientRefusal): PatientDecision => ({ allowed: false, reason });
const allow = (authority: PatientRelation): PatientDecision => ({ allowed: true, authority });

/**
 * Whoever stands in a relation but has no class keeps the bare entity: disclosures say why (R10).
 * A look of the center and a review read, and change nothing (R18).
 */
export function can(viewer: Viewer, action: PatientAction, facts: PatientFacts | undefined): PatientDecision {
  if (!facts?.relation || viewer.type === 'anonymous' || viewer.type === 'service') return refuse('NO_RELATION');
  if (action === 'SEE') return allow(facts.relation);
  if (facts.relation === 'INVITED') return refuse('NOT_JOINED');
  if (action === 'REACH') return allow(facts.relation);
  if (!facts.authority) return refuse('CONSENT_REQUIRED');
  if (action === 'READ') return allow(facts.authority);
  const mayChange = facts.editable && (facts.authority === 'MEMBERSHIP' || facts.authority === 'REGISTRAR');
  return mayChange ? allow(facts.authority) : refuse('READ_ONLY');
}

/** Patients are registered by the professionals who care for them (R8). */
export const canRegister = (viewer: Viewer): viewer is PersonViewer => viewer.type === 'person' && viewer.kind === 'PROFESSIONAL';

/** An officer who reviews an application sees name, kana and birth date, no more (R13). */
export const fieldsOf = (authority: PatientRelation): 'ALL' | 'IDENTIFYING' => (authority === 'REVIEW' ? 'IDENTIFYING' : 'ALL');

/** @returns full years on a day, both as `2026-11-22` */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
