/** The center's part: check, return, reject; the second officer's approval issues the IDs (R2, R12). */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isOfficer, isPerson, type PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { closeWork, passWorkOn } from '../inbox/index.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import type { ApplicationEntry, FieldComment, IdApplication } from './id-application.entity.ts';
import { isFieldOf } from './id-application.form.policy.ts';
import { type ApplicationProgress, review, type ReviewDecision } from './id-application.machine.policy.ts';
import { carryOut, type Letter, type PersonChoice } from './id-application.issue.service.ts';
import { progressOf } from './id-application.mapper.ts';
import { can } from './id-application.policy.ts';
import { lockApplication, updateApplication } from './id-application.repository.ts';
import { decideChange, type NamedSuccessors } from './id-change.review.service.ts';
import { hasLedToIds } from './people.policy.ts';

export interface ReviewFields {
  decision: ReviewDecision;
  reason?: string | null;
  comments?: FieldComment[] | null;
  people?: PersonChoice[] | null;
  successors?: NamedSuccessors[] | null;
  expectedVersion: number;
}

export interface ReviewOutcome {
  application: IdApplication | null;
  letters: Letter[];
  problems: FormProblem[];
}

const refused = (application: IdApplication | null, ...problems: FormProblem[]): ReviewOutcome => ({ application, letters: [], problems });

/** @throws FORBIDDEN for who is no officer at all */
async function requireOfficer(context: IdentityContext): Promise<PersonViewer> {
  if (isOfficer(context.viewer)) return context.viewer;
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'IdApplication' }));
  throw codedError(isPerson(context.viewer) ? 'FORBIDDEN' : 'UNAUTHENTICATED');
}

/** Undoes what the transaction had begun, and says why. */
class Undone extends Error {
  readonly outcome: ReviewOutcome;

  constructor(outcome: ReviewOutcome) {
    super();
    this.outcome = outcome;
  }
}

export async function reviewApplication(context: IdentityContext, id: string, fields: ReviewFields): Promise<ReviewOutcome> {
  const officer = await requireOfficer(context);
  const outcome = await context
    .asService((tx) => decide(tx, context, { officer, id, fields }))
    .catch((error: unknown) => {
      if (error instanceof Undone) return error.outcome;
      throw error;
    });
  // What has ended is over everywhere when this is answered (R7).
  if (outcome.application?.form === 'FORM_2_2' && outcome.application.status === 'COMPLETED') await context.settle();
  // Nothing was done, but it is shown as it stands.
  if (outcome.application && outcome.problems.length > 0) await recordLook(context, outcome.application);
  return outcome;
}

const recordLook = (context: IdentityContext, { id }: IdApplication): Promise<void> =>
  context.asService((tx) =>
    audit(tx, context, { authority: 'REVIEW', action: 'VIEW', categories: [], subjectType: 'IdApplication', subjectId: id }),
  );

interface Deciding {
  officer: PersonViewer;
  id: string;
  fields: ReviewFields;
}

async function decide(tx: Em, context: IdentityContext, { officer, id, fields }: Deciding): Promise<ReviewOutcome> {
  // Of two officers who decide at once the second waits here, and then sees what the first did.
  const row = isId(id) ? await lockApplication(tx, id) : null;
  if (!row || !can(officer, 'REVIEW', { districtId: row.districtId, atViewersFacility: false }).allowed) {
    await recordRefusal(tx, context, { subjectType: 'IdApplication' });
    return refused(null, formProblem('NOT_FOUND', ['id']));
  }
  if (row.version !== fields.expectedVersion) return refused(row, formProblem('STALE_VERSION', ['input', 'expectedVersion'], 'STALE'));
  const read = readReview(fields, row);
  if (read.problems.length > 0) return refused(row, ...read.problems);
  const step = review(progressOf(row), fields.decision, officer.userId, hasLedToIds(row.issued));
  if (!step.ok) {
    await recordRefusal(tx, context, { subjectType: 'IdApplication', subjectId: row.id, districtId: row.districtId });
    return refused(row, ...step.problems);
  }
  return take(tx, context, { officer, row, fields, next: step.next, read });
}

const mostComments = 200;

interface ReadReview {
  reason: string | null;
  comments: FieldComment[];
  problems: FormProblem[];
}

function readReview({ decision, reason, comments }: ReviewFields, { details }: IdApplication): ReadReview {
  const isNeeded = decision !== 'APPROVE';
  const read = isNeeded || reason ? readReason(reason ?? '', ['input', 'reason']) : { text: null };
  const asked = decision === 'RETURN' ? (comments ?? []) : [];
  const kept = asked.slice(0, mostComments).map(({ field, text }, index) => {
    const at = ['input', 'comments', String(index)];
    const found = readReason(text, [...at, 'text']);
    const problem: FormProblem | undefined = isFieldOf(details, field)
      ? problemOf(found)
      : formProblem('INVALID', [...at, 'field'], 'UNKNOWN_FIELD');
    return { comment: { field, text: 'text' in found ? found.text : '' }, problem };
  });
  const tooMany = asked.length > mostComments ? [formProblem('INVALID', ['input', 'comments'], 'TOO_MANY_COMMENTS')] : [];
  const problems = [problemOf(read), ...tooMany, ...kept.map(({ problem }) => problem)].filter((problem) => problem !== undefined);
  return { reason: 'text' in read ? read.text : null, comments: kept.map(({ comment }) => comment), problems };
}

const problemOf = (read: { text: string | null } | { problem: IdentityProblem }): IdentityProblem | undefined =>
  'problem' in read ? read.problem : undefined;

interface Taking {
  officer: PersonViewer;
  row: IdApplication;
  fields: ReviewFields;
  next: ApplicationProgress;
  read: ReadReview;
}

async function take(tx: Em, context: IdentityContext, { officer, row, fields, next, read }: Taking): Promise<ReviewOutcome> {
  const at = context.now();
  const entry = (status: ApplicationProgress['status']): ApplicationEntry => ({
    status,
    at: at.toISOString(),
    by: officer.userId,
    reason: read.reason,
  });
  const isIssued = row.form !== 'FORM_2_2' && next.status === 'APPROVED';
  const issue = isIssued ? await carryOut(tx, context, { row, next, officer, choices: fields.people ?? [] }) : null;
  if (issue && !issue.ok) throw new Undone(refused(row, ...issue.problems));
  const changed =
    row.form === 'FORM_2_2' ? await decideChange(tx, context, { application: row, next, successors: fields.successors ?? [] }) : null;
  if (changed && !changed.ok) throw new Undone(refused(row, ...changed.problems));
  const status = (issue ?? changed)?.next.status ?? next.status;
  const change: Partial<IdApplication> = {
    ...next,
    status,
    comments: read.comments,
    entries: [...row.entries, entry(next.status), ...(status === next.status ? [] : [entry(status)])],
    ...(next.status === 'IN_REVIEW' ? {} : { decidedAt: at, decisionReason: read.reason }),
    ...(issue && { facilityId: issue.facilityId, issued: issue.issued }),
    ...(changed && { details: changed.details }),
  };
  await updateApplication(tx, row, change);
  if (status === 'IN_REVIEW') await passWorkOn(tx, 'IdApplication', row.id);
  else await closeWork(tx, 'IdApplication', row.id, at);
  await audit(tx, context, { authority: 'REVIEW', action: 'UPDATE', categories: [], subjectType: 'IdApplication', subjectId: row.id });
  return { application: { ...row, ...change, version: row.version + 1 }, letters: (issue ?? changed)?.letters ?? [], problems: [] };
}
