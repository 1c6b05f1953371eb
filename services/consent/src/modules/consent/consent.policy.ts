/** Who may do what with a consent, and how long it counts (R8–R10). Pure. */
import type { ConsentState } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, refuse } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';

export { consentNumberOf as receiptNumberOf } from '@heya/forms/receipt-number';

export type ConsentAction =
  | 'READ'
  | 'READ_REASONS'
  | 'READ_RETURN'
  | 'READ_PAPER'
  | 'FOLLOW'
  | 'SUBMIT'
  | 'ATTACH'
  | 'REVIEW'
  | 'AMEND'
  | 'WITHDRAW';

export interface ConsentFacts {
  /** How the viewer stands to the patient now; undefined for no relation, and for no such patient. */
  standing: Standing | undefined;
  /** As it counts today; left out where the state does not matter. */
  status?: ConsentState;
}

/** Absent equals forbidden: both are NO_RELATION. */
export type ConsentRefusal = 'NO_RELATION' | 'ROLE' | 'STATE';

/** The one decision about consents: every access function and every `viewerCanX` asks it (R8–R10, R13). */
export function can(viewer: Viewer, action: ConsentAction, { standing, status }: ConsentFacts): Decision<ConsentRefusal> {
  if (viewer.type !== 'person' || !standing) return refuse('NO_RELATION');
  if (!mayEver[action](standing)) return refuse('ROLE');
  const from = begins[action];
  if (from && status !== undefined && status !== from) return refuse('STATE');
  return allow(action === 'SUBMIT' ? 'REGISTRAR' : standing.relation);
}

const isInCharge = ({ role, is_steward: isSteward, profession }: Standing): boolean =>
  role === 'CARE_TEAM' && (isSteward || profession === 'PHYSICIAN' || profession === 'CARE_MANAGER');
const isCenter = ({ relation }: Standing): boolean => relation === 'CENTER' || relation === 'INSPECTION';

const mayEnd = (standing: Standing): boolean =>
  standing.is_registrar || isCenter(standing) || standing.role === 'PATIENT' || isInCharge(standing);

const mayEver: Record<ConsentAction, (standing: Standing) => boolean> = {
  READ: () => true,
  /**
   * Why a proxy signed and why a consent ended tell of an illness: family learns them from the patient, not from here, and
   * who works at the center only while a look with a reason runs (R13, R18).
   */
  READ_REASONS: ({ role, relation }) => role !== 'FAMILY' && relation !== 'CENTER',
  /** Why paper was returned the center has written itself. */
  READ_RETURN: ({ role }) => role !== 'FAMILY',
  /** Who may end a consent sees what it says on paper, and gets its copy. */
  READ_PAPER: (standing) => mayEnd(standing),
  FOLLOW: () => true,
  /** The professional who registered the patient takes the consent (R8). */
  SUBMIT: (standing) => standing.is_registrar,
  /** Who took it brings its paper, or the center, to which it was sent. */
  ATTACH: (standing) => standing.is_registrar || isCenter(standing),
  /** What is on paper is held against it by the center (R8). */
  REVIEW: isCenter,
  /** As ending it, without the center: that looks after rules, not after wishes. */
  AMEND: (standing) =>
    standing.is_registrar || (standing.relation === 'MEMBERSHIP' && (standing.role === 'PATIENT' || isInCharge(standing))),
  /** Whoever looks after the sharing, the doctor or care manager in charge, the center, and the patient may end it at any time (R9). */
  WITHDRAW: (standing) => mayEnd(standing),
};

/** In which state alone it can be done. */
const begins: Partial<Record<ConsentAction, ConsentState>> = {
  AMEND: 'ACTIVE',
  WITHDRAW: 'ACTIVE',
  REVIEW: 'SUBMITTED',
  ATTACH: 'SUBMITTED',
};

/** Where a consent may go from a state, by whoever or by time; from nowhere else does a way lead on. */
export const edges: Record<ConsentState, readonly ConsentState[]> = {
  DRAFT: [],
  SUBMITTED: ['ACTIVE', 'RETURNED', 'SUPERSEDED'],
  RETURNED: ['SUPERSEDED'],
  ACTIVE: ['ACTIVE', 'WITHDRAWN', 'SUPERSEDED', 'EXPIRED'],
  EXPIRED: ['SUPERSEDED'],
  WITHDRAWN: [],
  SUPERSEDED: [],
};

/** Expiry counts when it is read, without anybody saying so (R9). */
export function statusOn(status: ConsentState, expiresOn: string | null, today: string): ConsentState {
  return status === 'ACTIVE' && expiresOn !== null && expiresOn < today ? 'EXPIRED' : status;
}

/** The earliest of the moments that are still to come; null: open end. */
export function earliest(now: Date, ...moments: (Date | null)[]): Date | null {
  const times = moments.filter((moment) => moment !== null && moment > now).map((moment) => Number(moment));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
