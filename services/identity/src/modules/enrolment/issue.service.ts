/** Making out the code a person comes in with for the first time (R4). */
import { createHmac } from 'node:crypto';
import { auditAll } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { forgetFactors, newReadableCode, readReadableCode } from '../credential/index.ts';
import { readSetting } from '../district-setting/index.ts';
import { deletePasskeysOf } from '../passkey/index.ts';
import { lockUser } from '../user/index.ts';
import { codeDeadline, codeShape } from './enrolment.policy.ts';
import { insertEnrolments, replaceOpen } from './enrolment.repository.ts';

export interface EnrolmentCode {
  /** In plain, this once: `ACDEF-GHJKM-NPRTW`. It goes on paper, apart from the account name. */
  code: string;
  expiresAt: Date;
}

/** Thrown when the person has gone through it already, or is not there: who has lost their factors is recovered in person instead. */
export class NotToBeEnrolled extends Error {}

export const hashCode = (pepper: Buffer, enrolmentId: string, typed: string): string =>
  createHmac('sha256', pepper)
    .update(`${enrolmentId}\n${readReadableCode(typed)}`)
    .digest('base64url');

type Issuing = Pick<IdentityContext, 'viewer' | 'requestId' | 'enrolmentPepper' | 'now'>;

/**
 * A code for somebody whose ID is not in use yet. An earlier one, and whatever was chosen with it, counts no longer.
 * @throws NotToBeEnrolled
 */
export async function createEnrolment(
  tx: Em,
  { userId, districtId, authority = 'CENTER', id = newId() }: { userId: string; districtId: string; authority?: string; id?: string },
  context: Issuing,
): Promise<EnrolmentCode> {
  const user = await lockUser(tx, userId);
  if (!user || user.enrolledAt || user.deactivatedAt || user.districtId !== districtId) throw new NotToBeEnrolled();
  await replaceOpen(tx, userId, context.now());
  await forgetFactors(tx, userId);
  await deletePasskeysOf(tx, userId);
  return (await makeOut(tx, context, { districtId, authority }, [{ id, userId }]))[0] as EnrolmentCode;
}

/** For people whose IDs were made in this very transaction: there is nothing before it. @returns in the order asked */
export const createEnrolments = (
  tx: Em,
  { userIds, districtId }: { userIds: readonly string[]; districtId: string },
  context: Issuing,
): Promise<EnrolmentCode[]> =>
  makeOut(
    tx,
    context,
    { districtId, authority: 'CENTER' },
    userIds.map((userId) => ({ id: newId(), userId })),
  );

async function makeOut(
  tx: Em,
  context: Issuing,
  { districtId, authority }: { districtId: string; authority: string },
  people: readonly { id: string; userId: string }[],
): Promise<EnrolmentCode[]> {
  const now = context.now();
  const expiresAt = codeDeadline(now, await readSetting(tx, districtId, 'enrolmentCodeDays', now));
  const made = people.map((one) => ({ ...one, code: newReadableCode(codeShape) }));
  await insertEnrolments(
    tx,
    made.map(({ id, userId, code }) => ({
      id,
      userId,
      districtId,
      codeHash: hashCode(context.enrolmentPepper, id, code),
      createdAt: now,
      expiresAt,
      step: 'PASSWORD',
      visitHash: null,
      visitUntil: null,
      openedAt: null,
      completedAt: null,
      replacedAt: null,
    })),
  );
  const line = { authority, action: 'CREATE' as const, categories: [], subjectType: 'Enrolment', districtId };
  await auditAll(
    tx,
    context,
    people.map(({ id }) => ({ ...line, subjectId: id })),
  );
  return made.map(({ code }) => ({ code, expiresAt }));
}
