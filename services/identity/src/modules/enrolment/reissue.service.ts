/** Another code for somebody whose letter was lost, opened or too late (R4). */
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import type { IdentityProblem } from '../problem/index.ts';
import { requirePerson } from '../session/index.ts';
import type { User } from '../user/index.ts';
import { can } from './enrolment.policy.ts';
import { findEnrolment } from './enrolment.repository.ts';
import { createEnrolment, NotToBeEnrolled } from './issue.service.ts';

export interface Reissue {
  /** In plain, this once; null when the same request came again. */
  code: string | null;
  accountName: string | null;
  expiresAt: Date | null;
  replayed: boolean;
  problems: IdentityProblem[];
}

const nothing = { code: null, accountName: null, expiresAt: null, replayed: false };

const refused = (code: IdentityProblem['code'], field: string[]): Reissue => ({ ...nothing, problems: [{ code, field }] });

export async function reissueEnrolment(
  context: IdentityContext,
  userId: string,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<Reissue> {
  requirePerson(context);
  const found = await context.loaders.administered.load(userId);
  const decision = can(context.viewer, 'REISSUE', 'user' in found);
  if (!decision.allowed || !('user' in found)) {
    await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'Enrolment' }));
    if (!decision.allowed && decision.reason === 'ROLE') throw codedError('FORBIDDEN');
    return refused('NOT_FOUND', ['userId']);
  }
  if (!isId(idempotencyKey)) return refused('INVALID', ['input', 'idempotencyKey']);
  return context
    .asService((tx) => makeOut(tx, context, { id: idempotencyKey, user: found.user }))
    .catch((error: unknown) => {
      if (error instanceof NotToBeEnrolled) return refused('INVALID_STATE', ['userId']);
      throw error;
    });
}

async function makeOut(tx: Em, context: IdentityContext, { id, user }: { id: string; user: User }): Promise<Reissue> {
  const { id: userId, districtId, accountName } = user;
  const earlier = await findEnrolment(tx, id);
  if (earlier)
    return earlier.userId === userId
      ? { ...nothing, accountName, expiresAt: earlier.expiresAt, replayed: true, problems: [] }
      : refused('INVALID', ['input', 'idempotencyKey']);
  return { ...nothing, accountName, ...(await createEnrolment(tx, { userId, districtId, id }, context)), problems: [] };
}
