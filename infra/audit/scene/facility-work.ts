/** What whoever runs a facility does: a change of an ID (form 2-2), and the roster of the year (R7, R15). */
import type { Session } from '../../local/api/graphql.mjs';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { dayInJapan } from './days.ts';
import { returnToSender } from './id-application.ts';

const errors = 'userErrors { code message field }';
const file = `mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { idApplication { id } ${errors} } }`;
const refile = `mutation ($id: ID!, $input: IdChangeResubmitInput!) { idChangeResubmit(id: $id, input: $input) { ${errors} } }`;
const staff = `query ($id: ID!, $after: String) { facility(id: $id) { staff(first: 100, after: $after) {
  nodes { user { id } } pageInfo { hasNextPage endCursor } } } }`;
const confirm = `mutation ($facilityId: ID!, $input: RosterConfirmInput!) { rosterConfirm(facilityId: $facilityId, input: $input) { ${errors} } }`;

export interface FiledChange {
  id: string;
  change: Record<string, unknown>;
}

/** Another title and mail box, from tomorrow on; it was returned, and waits again. */
export async function refiledChange({ admin, officer }: { admin: Session; officer: Session }, userId: string): Promise<FiledChange> {
  const change = {
    userId,
    kind: 'CONTACT',
    after: 'kawatta@example.jp',
    title: '主任',
    effectiveAt: `${dayInJapan(1)}T09:00`,
    reason: '昇任のため',
  };
  const { idApplication } = await admin.change<{ idApplication: { id: string } }>(file, {
    input: { idempotencyKey: uuidv7(), form: 'FORM_2_2', change },
  });
  await returnToSender(officer, idApplication.id);
  await admin.change(refile, { id: idApplication.id, input: { change, expectedVersion: 2 } });
  return { id: idApplication.id, change };
}

/** Twice, so that an earlier version is there. */
export async function confirmRoster(admin: Session, facilityId: string): Promise<void> {
  const people = await staffOf(admin, facilityId);
  for (const expectedVersion of [0, 1]) {
    const entries = people.map((userId) => ({ userId, answer: 'PRESENT', note: '今も働いている' }));
    const input = { idempotencyKey: uuidv7(), year: Number(dayInJapan().slice(0, 4)), expectedVersion, entries };
    await admin.change(confirm, { facilityId, input });
  }
}

interface StaffPage {
  facility: { staff: { nodes: { user: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
}

async function staffOf(admin: Session, id: string): Promise<string[]> {
  const found = new Set<string>();
  for (let after: string | null | undefined; after !== null;) {
    const { nodes, pageInfo } = (await admin.ask<StaffPage>(staff, { id, after })).facility.staff;
    for (const { user } of nodes) found.add(user.id);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  return [...found];
}
