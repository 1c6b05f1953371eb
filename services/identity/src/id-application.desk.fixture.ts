/** Applications as they go over the desks of the center; for specs. */
import type { Viewer } from '@heya/service-common/viewer';
import { expect } from 'vitest';
import { issueForm, submission } from './id-application.fixture.ts';
import type { World } from './identity.fixture.ts';

export interface Filed {
  id: string;
  receiptNumber: string;
  inquiryCode: string;
  issue: any;
}

export const reviewText = `mutation ($id: ID!, $input: IdApplicationReviewInput!) { idApplicationReview(id: $id, input: $input) {
  idApplication { status version viewerCanReview checkedBy { displayName } decidedBy { displayName } decisionReason facility { id name institutionCode }
    entries { status reason officer { displayName } } pledges { signerName }
    details { ... on IdIssueDetails { applicants { id outcome issuedUser { id displayName } } } } }
  issued { applicantId outcome accountName enrolmentCode codeExpiresAt } userErrors { code message field } } }`;

let networks = 0;
/** From a network of their own, so that nobody uses up another's tries. */
export const somebody = (): Viewer => ({ type: 'anonymous', address: `10.${(networks += 1)}.${process.pid % 250}.7` });

export function desk(world: World, districtId: string) {
  async function file(issue: Record<string, unknown> = issueForm()): Promise<Filed> {
    const input = await submission(world, districtId, issue);
    const { idApplicationSubmit } = await world.client.get(
      somebody(),
      'mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { receipt { receiptNumber } inquiryCode userErrors { code field } } }',
      { input },
    );
    expect(idApplicationSubmit.userErrors).toEqual([]);
    return {
      id: input.idempotencyKey,
      receiptNumber: idApplicationSubmit.receipt.receiptNumber,
      inquiryCode: idApplicationSubmit.inquiryCode,
      issue,
    };
  }

  const review = async (viewer: Viewer, id: string, input: object) =>
    (await world.client.get(viewer, reviewText, { id, input })).idApplicationReview;
  const approve = (viewer: Viewer, id: string, expectedVersion: number, more: object = {}) =>
    review(viewer, id, { decision: 'APPROVE', expectedVersion, ...more });
  const application = async (viewer: Viewer, id: string) =>
    (
      await world.client.get(
        viewer,
        `query ($id: ID!) { idApplication(id: $id) { status version viewerCanReview comments { field text } pledges { signerName }
        earlier { comments { field text } details { ... on IdIssueDetails { applicants { id nameKana } } } }
        details { ... on IdIssueDetails { applicants { id name outcome link { proposedAt answeredAt isAccepted } matches { id reasons isStrong districtName user { displayName } } } } } } }`,
        { id },
      )
    ).idApplication;
  const status = async ({ receiptNumber, inquiryCode }: Filed) =>
    (
      await world.client.get(
        somebody(),
        `query ($n: String!, $c: String!) { applicationStatus(receiptNumber: $n, inquiryCode: $c) { status version reason nextStep canWithdraw comments { field text }
        returned { ... on IdIssueDetails { applicants { id name } } } } }`,
        { n: receiptNumber, c: inquiryCode },
      )
    ).applicationStatus;
  const task = async (id: string) =>
    (await world.sql<{ state: string; assignee_id: string | null }>('select * from review_task where subject_id = $1', [id]))[0];
  /** The access record about it, oldest first, e.g. `APPLICANT CREATE`. */
  const record = async (id: string): Promise<string[]> =>
    (
      await world.sql<{ said: string }>(
        "select line ->> 'authority' || ' ' || (line ->> 'action') as said from audit_entry where line ->> 'subjectId' = $1 order by seq",
        [id],
      )
    ).map(({ said }) => said);
  return { file, review, approve, application, status, task, record };
}
