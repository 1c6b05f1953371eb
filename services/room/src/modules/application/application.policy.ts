/** Who may do what with an application (R8, R11, R12). Pure; whether its state allows a step is the machine's part. */
import { isOfficer, type PersonViewer, type Viewer } from '@heya/service-common/viewer';
import type { PatientRelation } from '../patient/index.ts';
import { type ApplicationProgress, canExecute, canResubmit, canReview, canWithdraw } from './application.machine.policy.ts';

export interface ApplicationFacts extends ApplicationProgress {
  applicantId: string;
  districtId: string;
  /** It is a form 4-2 or 4-3, and the viewer may ask for changes of that room: steward, or who applied for it (R14). */
  changesRoom: boolean;
}

export interface FilingFacts {
  /** Professions that may apply in the viewer's district. */
  applicantProfessions: readonly string[];
  /** How the viewer stands to the patient; undefined before it is looked up. */
  relation?: PatientRelation | null;
}

export type ApplicationAction = 'SEE' | 'WITHDRAW' | 'RESUBMIT' | 'REVIEW' | 'EXECUTE';
export type ApplicationAuthority = 'APPLICANT' | 'MEMBERSHIP' | 'REVIEW' | 'REGISTRAR';
/** STATE: the right is there, the moment is not. */
export type ApplicationRefusal = 'NOT_FOUND' | 'STATE' | 'NOT_AN_APPLICANT';
export type ApplicationDecision = { allowed: true; authority: ApplicationAuthority } | { allowed: false; reason: ApplicationRefusal };

const refuse = (reason: ApplicationRefusal): ApplicationDecision => ({ allowed: false, reason });
const allowIf = (ok: boolean, authority: ApplicationAuthority): ApplicationDecision =>
  ok ? { allowed: true, authority } : refuse('STATE');

export function can(viewer: Viewer, action: ApplicationAction, facts: ApplicationFacts | undefined): ApplicationDecision {
  if (!facts || viewer.type !== 'person') return refuse('NOT_FOUND');
  const isApplicant = facts.applicantId === viewer.userId;
  const reviews = isOfficer(viewer) && facts.districtId === viewer.districtId;
  if (action === 'SEE') {
    if (isApplicant || reviews) return allowIf(true, isApplicant ? 'APPLICANT' : 'REVIEW');
    return facts.changesRoom ? allowIf(true, 'MEMBERSHIP') : refuse('NOT_FOUND');
  }
  if (action === 'WITHDRAW' || action === 'RESUBMIT') {
    const isTime = action === 'WITHDRAW' ? canWithdraw(facts) : canResubmit(facts);
    return isApplicant ? allowIf(isTime, 'APPLICANT') : refuse('NOT_FOUND');
  }
  if (!reviews) return refuse('NOT_FOUND');
  return allowIf(action === 'REVIEW' ? canReview(facts, viewer.userId) : canExecute(facts), 'REVIEW');
}

/** What needs no looking up. */
export const isOfApplyingKind = (viewer: Viewer): viewer is PersonViewer => viewer.type === 'person' && viewer.kind === 'PROFESSIONAL';

/** Only the doctor or care manager in charge applies (R8): a profession that the district names, for a patient they registered. */
export function canApply(viewer: Viewer, { applicantProfessions, relation }: FilingFacts): ApplicationDecision {
  if (!isOfApplyingKind(viewer) || !applicantProfessions.includes(viewer.profession ?? '')) return refuse('NOT_AN_APPLICANT');
  return relation === undefined || relation === 'REGISTRAR' ? allowIf(true, 'REGISTRAR') : refuse('NOT_FOUND');
}
