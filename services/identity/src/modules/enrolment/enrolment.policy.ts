/** Who makes out codes, how long an enrolment and a visit to it last. Pure. */
import { isOfficer, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';
import type { CodeShape } from '../credential/index.ts';
import type { Enrolment } from './enrolment.entity.ts';

/** 67 bits; what is tried is throttled as well. */
export const codeShape: CodeShape = { groups: 3, group: 5 };

/**
 * The center alone makes out codes: they and the account name reach the person apart, and never through the workplace at once.
 * @param isWithinReach whether the viewer answers for the person
 */
export function can(viewer: Viewer, _action: 'REISSUE', isWithinReach: boolean): Decision {
  if (!isOfficer(viewer)) return deny('ROLE');
  return isWithinReach ? allow('CENTER') : deny('ABSENT');
}

const day = 24 * 3_600_000;
/** So long the pages wait for a browser; then the person comes in anew, to the same step. */
const visitMs = 30 * 60_000;

export const codeDeadline = (now: Date, days: number): Date => new Date(now.getTime() + days * day);

export const visitDeadline = (now: Date): Date => new Date(now.getTime() + visitMs);

/** Whether its code still opens it: until its time is up, or there is something else to come in with. */
export const takesCode = ({ codeHash, expiresAt }: Pick<Enrolment, 'codeHash' | 'expiresAt'>, now: Date): boolean =>
  Boolean(codeHash) && now < expiresAt;
