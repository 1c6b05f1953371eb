/** Codes that wait to be used, as officers see them: until when, never what. */
import { isOfficer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { perOperation } from '../../per-operation.ts';
import type { User } from '../user/index.ts';
import { openOf } from './enrolment.repository.ts';

const expiryOf = perOperation(async (context, userIds) => {
  const open = await context.asService((tx) => openOf(tx, userIds));
  const byUser = new Map(open.filter(({ codeHash }) => codeHash).map(({ userId, expiresAt }) => [userId, expiresAt]));
  return userIds.map((id) => byUser.get(id) ?? null);
});

/** @returns until when the code of an ID that is not in use counts; null for everybody but officers of its district */
export async function codeExpiry(context: IdentityContext, { id, districtId, enrolledAt }: User): Promise<Date | null> {
  const { viewer } = context;
  if (enrolledAt || !isOfficer(viewer) || viewer.districtId !== districtId) return null;
  return expiryOf(context).load(id);
}
