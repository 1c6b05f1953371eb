/** A form that has been found in order is received, or received anew after it was returned (R2, R11, R14, R16). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { nextSequence } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { dueOn } from '@heya/service-common/working-day';
import { findDistrictSetting } from '../district/index.ts';
import { beginRemovals, settleMemberships } from '../membership/index.ts';
import { dayInJapan } from '../patient/index.ts';
import { type RoomContext, type RoomProblem, ruled } from '../platform/index.ts';
import { receiptNumber, receiptSeries } from './application.calendar.policy.ts';
import { emitApplication } from './application.events.ts';
import {
  type FormFields,
  insertApplication,
  insertCopies,
  insertMembers,
  insertRemovals,
  type NewRemoval,
  rewriteApplication,
} from './application.filing.repository.ts';
import type { ApplicationAuthority } from './application.policy.ts';
import { type ApplicationRow, type CopyRow, insertEntry, type MemberRow } from './application.repository.ts';

/** A form in order, with what hangs on it. */
export interface Plan {
  fields: FormFields;
  authority: ApplicationAuthority;
  members: MemberRow[];
  removals: NewRemoval[];
  copies: CopyRow[];
}

export type Planned = { problems: RoomProblem[] } | { plan: Plan };

/** Columns that this form does not use. */
export const unusedFields = {
  roomId: null,
  consentId: null,
  situation: null,
  reason: null,
  effectiveAt: null,
  newStewardId: null,
  newStewardName: null,
  closureReason: null,
  informed: null,
  exportToId: null,
  exportToName: null,
} satisfies Partial<FormFields>;

interface Receipt {
  viewer: PersonViewer;
  id: string;
  plan: Plan;
}

/** @returns the problems for which it could not be received, though it was in order */
export async function receive(tx: Em, context: RoomContext, { viewer, id, plan }: Receipt): Promise<RoomProblem[]> {
  const { form, roomId } = plan.fields;
  const at = context.now();
  const day = dayInJapan(at);
  const { promiseDays } = await findDistrictSetting(tx, viewer.districtId);
  const number = receiptNumber(form, day, await nextSequence(tx, `receipt:${receiptSeries[form]}:${viewer.districtId}:${day}`));
  const isReceived = await insertApplication(tx, {
    ...plan.fields,
    id,
    districtId: viewer.districtId,
    receiptNumber: number,
    applicantId: viewer.userId,
    applicantName: viewer.labels.name,
    facilityId: viewer.facilityId ?? null,
    submittedAt: at,
    expectedBy: dueOn(day, promiseDays),
  });
  if (!isReceived) {
    if (roomId) return [ruled('ALREADY_EXISTS', 'ANOTHER_UNDER_WAY', ['input', 'roomId'])];
    return [problem('INVALID', ['input', 'idempotencyKey'])];
  }
  await hang(tx, context, { viewer, id, plan });
  const told = { id, district_id: viewer.districtId, form, receipt_number: number, facility_id: viewer.facilityId ?? null };
  await emitApplication(tx, { ...told, patient_id: plan.fields.patientId }, { status: 'SUBMITTED', roomId, actorId: viewer.userId });
  return [];
}

/** Keeps its receipt number; the promised day counts from now. What it took out before has been called off. */
export async function receiveAnew(tx: Em, context: RoomContext, row: ApplicationRow, { viewer, plan }: Omit<Receipt, 'id'>): Promise<void> {
  const { promiseDays } = await findDistrictSetting(tx, viewer.districtId);
  await rewriteApplication(tx, row.id, plan.fields, dueOn(dayInJapan(context.now()), promiseDays));
  await hang(tx, context, { viewer, id: row.id, plan, isAnew: true });
  await emitApplication(tx, row, { status: 'SUBMITTED', roomId: plan.fields.roomId, actorId: viewer.userId });
}

async function hang(tx: Em, context: RoomContext, { viewer, id, plan, isAnew = false }: Receipt & { isAnew?: boolean }): Promise<void> {
  const { patientId, roomId } = plan.fields;
  await insertMembers(tx, id, plan.members);
  await insertRemovals(tx, id, plan.removals);
  await insertCopies(tx, id, plan.copies);
  await insertEntry(tx, id, { status: 'SUBMITTED', actorId: viewer.userId, at: context.now(), reason: null });
  await audit(tx, context, {
    authority: plan.authority,
    action: isAnew ? 'UPDATE' : 'CREATE',
    categories: [],
    subjectType: 'RoomApplication',
    subjectId: id,
    patientId,
    roomId,
  });
  await beginRemovals(tx, id);
  // What was to hold from this very minute holds already.
  if (roomId) await settleMemberships(tx, roomId);
}
