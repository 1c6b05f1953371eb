/** The center's part: check and decide; the applicant's: take it back (R12). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { callOffRemovals, forgetMemberships } from '../membership/index.ts';
import { type RoomContext, type RoomProblem, textProblems, tidyText } from '../platform/index.ts';
import { accessForChange, forgetApplications, progressOf } from './application.access.ts';
import { commentProblems, tidyComments } from './application.comment.policy.ts';
import type { FieldComment } from './application.entity.ts';
import { emitApplication } from './application.events.ts';
import { review, type ReviewDecision, type Step, withdraw } from './application.machine.policy.ts';
import { type ApplicationRow, type Decision, saveProgress } from './application.repository.ts';

export interface Outcome {
  applicationId?: string;
  roomId?: string;
  problems: RoomProblem[];
}

export interface ReviewFields {
  decision: ReviewDecision;
  reason?: string | null;
  /** Kept with RETURN. */
  comments?: FieldComment[] | null | undefined;
  expectedVersion: number;
}

const refused = (...problems: RoomProblem[]): Outcome => ({ problems });
export const notFound = refused(problem('NOT_FOUND', ['id']));
export async function withdrawApplication(context: RoomContext, id: string, expectedVersion: number): Promise<Outcome> {
  const outcome = await context.write(async (tx): Promise<Outcome> => {
    const row = await accessForChange(tx, context, id, 'WITHDRAW');
    if (!row) return notFound;
    if (row.version !== expectedVersion) return { applicationId: id, problems: [problem('STALE_VERSION', ['expectedVersion'])] };
    return advance(tx, context, row, { step: withdraw(progressOf(row)) });
  });
  return afterwards(context, outcome);
}

export async function reviewApplication(context: RoomContext, id: string, fields: ReviewFields): Promise<Outcome> {
  const { viewer } = context;
  if (!isPerson(viewer)) return notFound;
  const problems = reasonProblems(fields);
  if (problems.length > 0) return refused(...problems);
  const outcome = await context.write(async (tx): Promise<Outcome> => {
    const row = await accessForChange(tx, context, id, 'REVIEW');
    if (!row) return notFound;
    if (row.version !== fields.expectedVersion)
      return { applicationId: id, problems: [problem('STALE_VERSION', ['input', 'expectedVersion'])] };
    const reason = fields.reason ? tidyText(fields.reason) : null;
    const comments = fields.decision === 'RETURN' ? (fields.comments ?? []) : [];
    const unfit = commentProblems(comments, row);
    if (unfit.length > 0) return refused(...unfit);
    return advance(tx, context, row, {
      step: review(progressOf(row), fields.decision, viewer.userId),
      reason,
      comments: tidyComments(comments),
    });
  });
  return afterwards(context, outcome);
}

/** Rights may have come back with it. */
async function afterwards(context: RoomContext, outcome: Outcome): Promise<Outcome> {
  forgetApplications(context);
  forgetMemberships(context);
  if (outcome.applicationId && outcome.problems.length === 0) await context.settle();
  return outcome;
}

const reasonProblems = ({ decision, reason }: ReviewFields): RoomProblem[] =>
  textProblems(reason, { field: ['input', 'reason'], max: 1000, required: decision !== 'APPROVE' });

export type Advance = { step: Step } & Pick<Decision, 'reason' | 'comments' | 'roomId'>;

/** The step is written, recorded and told; what comes to nothing takes nobody out any more (R14). */
export async function advance(tx: Em, context: RoomContext, row: ApplicationRow, { step, ...also }: Advance): Promise<Outcome> {
  if (!step.ok) return refused(...step.problems);
  const { userId: actorId } = context.viewer as PersonViewer;
  await saveProgress(tx, row, { next: step.next, at: context.now(), actorId, ...also });
  if (step.next.status === 'REJECTED' || step.next.status === 'WITHDRAWN') await callOffRemovals(tx, row.id);
  await audit(tx, context, {
    authority: row.applicant_id === actorId ? 'APPLICANT' : 'REVIEW',
    action: 'UPDATE',
    categories: [],
    subjectType: 'RoomApplication',
    subjectId: row.id,
    patientId: row.patient_id,
    roomId: also.roomId ?? row.room_id,
  });
  await emitApplication(tx, row, { status: step.next.status, roomId: also.roomId ?? row.room_id, actorId });
  return { applicationId: row.id, ...(also.roomId && { roomId: also.roomId }), problems: [] };
}
