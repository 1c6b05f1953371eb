/** The center's part of form 2-2: what stands in the way of an approval, and what the approval does (R7, R12). */
import type { Em } from '@heya/service-common/orm';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { isOfficer, isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import {
  callOff,
  carryOut,
  type ChangeDetails,
  type Doer,
  endsPlace,
  type Filed,
  findChange,
  type Leaving,
  nameSuccessors,
  placesOf,
  seatsEndingWith,
  seatsWithoutSuccessor,
} from '../id-change/index.ts';
import { findUser, tokyoDay, type User } from '../user/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import type { IdApplication } from './id-application.entity.ts';
import type { ApplicationProgress } from './id-application.machine.policy.ts';
import type { Letter } from './id-application.issue.service.ts';
import { can } from './id-application.policy.ts';
import { lockApplication, updateApplication } from './id-application.repository.ts';
import { recordChange, shown } from './id-change.record.service.ts';
import { readSuccessors } from './id-change.successor.service.ts';

/** So long the holder of an ID in use sees that a new code is asked for, and can say that nothing was lost (as in decision 0013). */
const noticeMs = 24 * 3_600_000;

/** @returns null for other forms */
export async function filedOf(tx: Em, { id, details, filedBy }: IdApplication): Promise<Filed | null> {
  const row = details.kind === 'CHANGE' ? await findChange(tx, id) : null;
  return row && details.kind === 'CHANGE' ? { row, details, filedBy: filedBy ?? row.userId } : null;
}

export interface NamedSuccessors {
  seatId: string;
  userId: string;
}

/** Named by an officer, in place of those that stood there. */
async function withSuccessors(
  tx: Em,
  details: ChangeDetails,
  wanted: readonly NamedSuccessors[],
): Promise<{ details: ChangeDetails; problems: FormProblem[] }> {
  const { successors, problems } = await readSuccessors(tx, { userId: details.userId, wanted, path: ['input', 'successors'] });
  const kept = details.successors.filter(({ seatId }) => !successors.some((one) => one.seatId === seatId));
  return { details: { ...details, successors: [...kept, ...successors] }, problems };
}

/** @returns why it cannot be approved now */
async function approvalProblems(
  tx: Em,
  { now }: Pick<IdentityContext, 'now'>,
  application: IdApplication,
  filed: Filed,
): Promise<FormProblem[]> {
  const { row, details } = filed;
  const user = await findUser(tx, row.userId);
  if (!user) return [formProblem('INVALID_STATE', ['id'], 'ENDED_FOR_GOOD')];
  if (row.kind === 'REISSUE') return reissueProblems(user, { filedAt: application.submittedAt, now: now() });
  if (row.kind === 'RETURN') return [];
  const leaving = { userId: row.userId, facilityId: row.facilityId, day: tokyoDay(row.effectiveAt ?? now()) };
  if (!row.endedAt && !(await worksAt(tx, leaving))) return [formProblem('INVALID_STATE', ['id'], 'NOT_HERE')];
  const seats = endsPlace(row.kind) ? await seatsEndingWith(tx, leaving) : [];
  const open = await seatsWithoutSuccessor(tx, details, { seats, successors: details.successors });
  return open.length > 0 ? [formProblem('SUCCESSOR_REQUIRED', ['input', 'successors'], 'SUCCESSOR')] : [];
}

async function worksAt(tx: Em, { userId, facilityId, day }: Leaving): Promise<boolean> {
  return (await placesOf(tx, userId)).some(({ facility_id, until }) => facility_id === facilityId && (until === null || until >= day));
}

function reissueProblems(user: User, { filedAt, now }: { filedAt: Date; now: Date }): FormProblem[] {
  if (user.deactivatedAt) return [formProblem('INVALID_STATE', ['id'], 'STOPPED')];
  const isNoticed = !user.enrolledAt || now.getTime() - filedAt.getTime() >= noticeMs;
  return isNoticed ? [] : [formProblem('INVALID_STATE', ['id'], 'NOTICE_RUNS')];
}

export type DecidedChange =
  | { ok: true; next: ApplicationProgress; details: ChangeDetails; letters: Letter[] }
  | { ok: false; problems: FormProblem[] };

interface Deciding {
  application: IdApplication;
  next: ApplicationProgress;
  successors: readonly NamedSuccessors[];
}

/** What a step of the review does to form 2-2, in the transaction of that step; the two officers are the machine's part. */
export async function decideChange(tx: Em, context: IdentityContext, { application, next, successors }: Deciding): Promise<DecidedChange> {
  const filed = await filedOf(tx, application);
  if (!filed) return { ok: false, problems: [formProblem('INVALID_STATE', ['id'])] };
  const { details, problems } = await withSuccessors(tx, filed.details, successors);
  if (problems.length > 0) return { ok: false, problems };
  if (next.status === 'REJECTED') await callOff(tx, context, filed);
  if (next.status !== 'APPROVED') return { ok: true, next, details, letters: [] };
  const named = { ...filed, details };
  const standing = await approvalProblems(tx, context, application, named);
  if (standing.length > 0) return { ok: false, problems: standing };
  const { isDone, letters } = await approveChange(tx, context, named);
  return { ok: true, next: isDone ? { ...next, status: 'COMPLETED' } : next, details, letters };
}

/** @returns whether it is done now, or waits for its minute; the letter of a re-issue */
async function approveChange(tx: Em, doer: Doer, filed: Filed): Promise<{ isDone: boolean; letters: Letter[] }> {
  const { row } = filed;
  if (row.effectiveAt && row.effectiveAt > doer.now()) return { isDone: false, letters: [] };
  const code = await carryOut(tx, doer, filed);
  const user = code && (await findUser(tx, row.userId));
  const letter: Letter | null = code && {
    applicantId: row.applicationId,
    userId: row.userId,
    outcome: 'REISSUED',
    accountName: user?.accountName ?? null,
    enrolmentCode: code.code,
    codeExpiresAt: code.expiresAt,
  };
  return { isDone: true, letters: letter ? [letter] : [] };
}

/** After the person has gone: an officer gives an empty seat to somebody of that room. */
export function nameChangeSuccessors(
  context: IdentityContext,
  { id, expectedVersion, successors }: { id: string; expectedVersion: number; successors: readonly NamedSuccessors[] },
): Promise<{ application: IdApplication | null; problems: FormProblem[] }> {
  const { viewer } = context;
  if (!isPerson(viewer)) throw codedError('UNAUTHENTICATED');
  return context.asService(async (tx) => {
    const row = isId(id) ? await lockApplication(tx, id) : null;
    const filed =
      row && isOfficer(viewer) && can(viewer, 'REVIEW', { districtId: row.districtId, atViewersFacility: false }).allowed
        ? await filedOf(tx, row)
        : null;
    if (!row || !filed) {
      await recordRefusal(tx, context, { subjectType: 'IdApplication' });
      return { application: null, problems: [formProblem('NOT_FOUND', ['id'])] };
    }
    const unchanged = (problems: FormProblem[]) => shown(tx, context, { application: row, problems }, 'REVIEW');
    if (row.version !== expectedVersion) return unchanged([formProblem('STALE_VERSION', ['expectedVersion'], 'STALE')]);
    if (row.status === 'REJECTED' || row.status === 'WITHDRAWN') return unchanged([formProblem('INVALID_STATE', ['id'])]);
    const named = await withSuccessors(tx, filed.details, successors);
    if (named.problems.length > 0)
      return unchanged(named.problems.map(({ field, ...rest }) => ({ ...rest, ...(field && { field: field.slice(1) }) })));
    await updateApplication(tx, row, { details: named.details });
    if (filed.row.doneAt && row.status === 'COMPLETED') await nameSuccessors(tx, filed, named.details.successors);
    await recordChange(tx, context, row, { action: 'UPDATE', authority: 'REVIEW' });
    return { application: { ...row, details: named.details, version: row.version + 1 }, problems: [] };
  });
}
