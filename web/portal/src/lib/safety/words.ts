/** How somebody is, where, and how it is known, in the reader's language. */
import type { SafetyEvidence, SafetyPlace, SafetyStatus } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

const statuses: Record<SafetyStatus, () => string> = {
  SAFE: m.safety_safe,
  SLIGHTLY_INJURED: m.safety_slight,
  SEVERELY_INJURED: m.safety_severe,
  NEEDS_RESCUE: m.safety_rescue,
  UNREACHABLE: m.safety_unreachable,
  DECEASED: m.safety_deceased,
  NOT_CONFIRMED: m.safety_not_confirmed,
};
const places: Record<SafetyPlace, () => string> = {
  HOME: m.safety_place_home,
  SHELTER: m.safety_place_shelter,
  HOSPITAL: m.safety_place_hospital,
  RELATIVE: m.safety_place_relative,
  OTHER: m.safety_place_other,
};
const evidences: Record<SafetyEvidence, () => string> = {
  MET: m.safety_met,
  PHONED: m.safety_phoned,
  HEARSAY: m.safety_hearsay,
};
const reporters: Record<string, () => string> = {
  FAMILY: m.safety_by_family,
  PATIENT: m.safety_by_patient,
};

export const statusWords = (status: SafetyStatus): string => statuses[status]();
export const placeWords = (place: SafetyPlace): string => places[place]();
export const evidenceWords = (evidence: SafetyEvidence): string => evidences[evidence]();
/** Professions stay as they were kept: in words. */
export const reporterWords = (label: string): string => reporters[label]?.() ?? label;

/** What people choose among, the usual first. */
export const reportable = ['SAFE', 'SLIGHTLY_INJURED', 'SEVERELY_INJURED', 'NEEDS_RESCUE', 'UNREACHABLE', 'DECEASED'] as const;
export const placeChoices = Object.keys(places) as SafetyPlace[];
export const evidenceChoices = Object.keys(evidences) as SafetyEvidence[];
