/** When a recovery may be begun, used and called off. Pure. */
import type { Viewer } from '@heya/service-common/viewer';
import { isOfficer, isPerson } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';
import type { Recovery } from './recovery.entity.ts';

const hour = 3_600_000;

export const recoveryTimes = {
  /** So long the person has to see the notice and call it off. */
  noticeMs: 24 * hour,
  /** So long the code counts, from the start. */
  codeMs: 14 * 24 * hour,
} as const;

export type RecoveryState = 'WAITING' | 'READY' | 'COMPLETED' | 'CANCELLED' | 'EXPIRED';

type Facts = Pick<Recovery, 'effectiveAt' | 'expiresAt' | 'cancelledAt' | 'completedAt'>;

/** Wrong codes do not end it: they are throttled, and whoever knows the name could else keep its owner out for good (V07). */
export function stateOf({ effectiveAt, expiresAt, cancelledAt, completedAt }: Facts, now: Date): RecoveryState {
  if (completedAt) return 'COMPLETED';
  if (cancelledAt) return 'CANCELLED';
  if (now >= expiresAt) return 'EXPIRED';
  return now < effectiveAt ? 'WAITING' : 'READY';
}

export const isOpen = (state: RecoveryState): boolean => state === 'WAITING' || state === 'READY';

export interface RecoveryFacts {
  userId: string;
  /** What the user slice says about ADMINISTER. */
  administration: Decision;
  /** Where the person works is an administrator other than they. */
  hasAdministrator: boolean;
}

/**
 * Begun by whoever answers for the person, never by themselves; seen and called off by those and by the person.
 * The center begins one only where nobody stands nearer: who has an administrator is recognised by that one (decision 0013).
 */
export function can(viewer: Viewer, action: 'START' | 'SEE' | 'CANCEL', facts: RecoveryFacts): Decision {
  if (action === 'START' && isOfficer(viewer) && facts.administration.allowed && facts.hasAdministrator) return deny('ABSENT');
  if (action !== 'START' && isPerson(viewer) && viewer.userId === facts.userId) return allow('SELF');
  return facts.administration;
}

/** No letters and figures that are taken for one another: I, O, 0, 1. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const group = 5;

/** @param random 20 bytes @returns 100 bits as people read them out: `ABCDE-FGHJK-…` */
export function writeCode(random: Uint8Array): string {
  const plain = [...random].map((byte) => letters[byte % letters.length]).join('');
  return (plain.match(new RegExp(`.{${group}}`, 'g')) ?? []).join('-');
}

/** However it was typed: small, full-width, with or without dashes. */
export const readCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
