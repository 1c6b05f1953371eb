/** Making out the code a person comes in with for the first time (R4). */
import { createHmac } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { forgetFactors, newReadableCode, readReadableCode } from '../credential/index.ts';
import { readSetting } from '../district-setting/index.ts';
import { deletePasskeysOf } from '../passkey/index.ts';
import { lockUser } from '../user/index.ts';
import { codeDeadline, codeShape } from './enrolment.policy.ts';
import { insertEnrolment, replaceOpen } from './enrolment.repository.ts';

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

/**
 * A code for somebody whose ID is not in use yet. An earlier one, and whatever was chosen with it, counts no longer.
 * @throws NotToBeEnrolled
 */
export async function createEnrolment(
  tx: Em,
  { userId, districtId, id = newId() }: { userId: string; districtId: string; id?: string },
  context: Pick<IdentityContext, 'viewer' | 'requestId' | 'enrolmentPepper' | 'now'>,
): Promise<EnrolmentCode> {
  const user = await lockUser(tx, userId);
  if (!user || user.enrolledAt || user.deactivatedAt || user.districtId !== districtId) throw new NotToBeEnrolled();
  const [code, now] = [newReadableCode(codeShape), context.now()];
  const expiresAt = codeDeadline(now, await readSetting(tx, districtId, 'enrolmentCodeDays', now));
  await replaceOpen(tx, userId, now);
  await forgetFactors(tx, userId);
  await deletePasskeysOf(tx, userId);
  await insertEnrolment(tx, {
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
  });
  await audit(tx, context, { authority: 'CENTER', action: 'CREATE', categories: [], subjectType: 'Enrolment', subjectId: id, districtId });
  return { code, expiresAt };
}
