/** Form 2-2 as a facility's administrator files it and the center's officers decide it. */
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import type { People } from './people.ts';

const problems = 'userErrors { code message field }';
export interface FiledChange {
  id: string;
  version: number;
  status: string;
  details: { effectiveAt: string; seats: { id: string; successorName: string | null }[] };
}
const shown = 'idApplication { id version status details { ... on IdChangeDetails { effectiveAt seats { id successorName } } } }';

/** The first whole minute that is at least so many seconds away; the form knows no seconds. */
export const wholeMinute = (seconds: number): Date => new Date(Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000);

export async function fileChange(people: People, change: Record<string, unknown>): Promise<FiledChange> {
  const payload = await people('facilityAdmin').session.change<{ idApplication: FiledChange }>(
    `mutation($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { ${shown} ${problems} } }`,
    { input: { idempotencyKey: uuidv7(), form: 'FORM_2_2', change } },
  );
  return payload.idApplication;
}

/** Checked by the clerk, approved by the other officer. */
export async function approveChange(
  people: People,
  { id, version }: FiledChange,
  successors: { seatId: string; userId: string }[] = [],
): Promise<FiledChange> {
  const review = `mutation($id: ID!, $input: IdApplicationReviewInput!) { idApplicationReview(id: $id, input: $input) { ${shown} ${problems} } }`;
  await people('clerk').session.change(review, { id, input: { decision: 'APPROVE', expectedVersion: version } });
  const { idApplication } = await people('approver').session.change<{ idApplication: FiledChange }>(review, {
    id,
    input: { decision: 'APPROVE', successors, expectedVersion: version + 1 },
  });
  return idApplication;
}

export async function statusOf(people: People, id: string): Promise<string | undefined> {
  const { idApplication } = await people('clerk').session.ask<{ idApplication: { status: string } | null }>(
    'query($id: ID!) { idApplication(id: $id) { status } }',
    { id },
  );
  return idApplication?.status;
}
