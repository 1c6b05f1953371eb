/** From the row to what the API shows. */
import type { Locale } from '@heya/service-common/errors';
import type { Connection } from '@heya/service-common/pagination';
import { isPerson, type Viewer } from '@heya/service-common/viewer';
import type { IdentityMatch as FoundMatch } from '../issue/index.ts';
import type { ApplicationDetails, IdApplication, IssueDetails } from './id-application.entity.ts';
import { canReview, canWithdraw } from './id-application.machine.policy.ts';
import { can } from './id-application.policy.ts';
import type { ApplicationReceipt } from './id-application.payload.type.ts';
import type { IdApplicationConnection, IdApplicationType, IdentityMatch, IdIssueDetails } from './id-application.type.ts';
import { type IdChangeDetails, toChangeDetails } from '../id-change/index.ts';
import { changeStepsEn, nextStepsEn, peopleStepsEn } from './messages/en.ts';
import { changeStepsJa, nextStepsJa, peopleStepsJa } from './messages/ja.ts';
import { countOutcome, hasLedToIds } from './people.policy.ts';

export const toDetails = (
  details: ApplicationDetails,
  row: Pick<IdApplication, 'id' | 'issued'> & { facilityId?: string | null },
): IdIssueDetails | IdChangeDetails =>
  details.kind === 'CHANGE'
    ? toChangeDetails(details, { applicationId: row.id, facilityId: row.facilityId ?? null })
    : toIssueDetails(details, row);

export function toIssueDetails(details: IssueDetails, { id, issued }: Pick<IdApplication, 'id' | 'issued'>): IdIssueDetails {
  const { kind: _, applicants, ...rest } = details;
  return {
    ...rest,
    applicants: applicants.map((applicant) => {
      const result = issued.find(({ applicantId }) => applicantId === applicant.id);
      // Of another district's ID the center learns nothing but the answer.
      const isOwn = result?.outcome === 'CREATED' || result?.outcome === 'LINKED';
      return { ...applicant, outcome: result?.outcome ?? null, issuedUserId: isOwn ? result.userId : null, applicationId: id };
    }),
  };
}

export function toApplication(row: IdApplication, viewer: Viewer): IdApplicationType {
  const reviews = can(viewer, 'REVIEW', { districtId: row.districtId, atViewersFacility: false }).allowed;
  return {
    id: row.id,
    form: row.form,
    receiptNumber: row.receiptNumber,
    status: row.status,
    channel: row.channel,
    details: toDetails(row.details, row),
    comments: row.comments,
    earlier: row.earlier ? { details: toDetails(row.earlier.details, { id: row.id, issued: [] }), comments: row.earlier.comments } : null,
    entries: row.entries.map(({ status, at, by, reason }) => ({ status, at: new Date(at), reason, officerId: by })),
    submittedAt: row.submittedAt,
    expectedBy: row.expectedBy,
    decidedAt: row.decidedAt ?? null,
    decisionReason: row.decisionReason ?? null,
    version: row.version,
    viewerCanReview: reviews && isPerson(viewer) && canReview(progressOf(row), viewer.userId),
    facilityId: row.facilityId ?? null,
    pledgeId: row.pledgeId ?? null,
    checkedById: row.checkedBy ?? null,
    decidedById: row.decidedBy ?? null,
  };
}

function nextStepOf({ form, status, issued }: Pick<IdApplication, 'form' | 'status' | 'issued'>, locale: Locale): string {
  const [steps, sentences, changes] =
    locale === 'en' ? [nextStepsEn, peopleStepsEn, changeStepsEn] : [nextStepsJa, peopleStepsJa, changeStepsJa];
  if (form === 'FORM_2_2') return { ...steps, ...changes }[status];
  const [declined, linked] = [countOutcome(issued, 'DECLINED'), countOutcome(issued, 'LINKED')];
  const say = (sentence: string, count: number): string => sentence.replace('{count}', String(count));
  if ((status === 'IN_REVIEW' || status === 'SUBMITTED') && declined > 0) return say(sentences.DECLINED, declined);
  if (status === 'COMPLETED' && linked > 0) return say(linked === issued.length ? sentences.ALL_LINKED : sentences.SOME_LINKED, linked);
  return steps[status];
}

/** For who has number and code: what became of it, without the names of officers. */
export function toReceipt(row: IdApplication, locale: Locale): ApplicationReceipt {
  const isTold = row.status === 'RETURNED' || row.status === 'REJECTED';
  return {
    receiptNumber: row.receiptNumber,
    form: row.form,
    status: row.status,
    submittedAt: row.submittedAt,
    expectedBy: row.expectedBy,
    nextStep: nextStepOf(row, locale),
    reason: isTold ? (row.decisionReason ?? null) : null,
    comments: row.status === 'RETURNED' ? row.comments : [],
    entries: row.entries.map(({ status, at, by }) => ({ status, at: new Date(at), isCenter: by !== null })),
    returned: row.status === 'RETURNED' ? toDetails(row.details, { ...row, issued: [] }) : null,
    canWithdraw: canWithdraw(progressOf(row), hasLedToIds(row.issued)),
    version: row.version,
  };
}

export const progressOf = ({ status, checkedBy, decidedBy }: Pick<IdApplication, 'status' | 'checkedBy' | 'decidedBy'>) => ({
  status,
  checkedBy: checkedBy ?? null,
  decidedBy: decidedBy ?? null,
});

export const toConnectionType = (page: Connection<IdApplication>, viewer: Viewer): IdApplicationConnection => ({
  ...page,
  edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toApplication(node, viewer) })),
  nodes: page.nodes.map((row) => toApplication(row, viewer)),
});

/** Of an ID from elsewhere the center learns that there is one, where, and by what it was found. */
export const toMatch = ({
  userId,
  districtName,
  reasons,
  isStrong,
  isElsewhere,
}: FoundMatch & { isElsewhere: boolean }): IdentityMatch => ({
  id: userId,
  reasons,
  isStrong,
  districtName: isElsewhere ? districtName : null,
  userId: isElsewhere ? null : userId,
});
