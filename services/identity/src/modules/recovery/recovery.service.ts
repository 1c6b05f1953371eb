/** Beginning a recovery in person, and calling it off. */
import { createHmac, randomBytes } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { allow, type Decision, deny } from '../../decision.ts';
import { recordRefusal } from '../../refusal.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { requirePerson } from '../session/index.ts';
import { lockUser, type User } from '../user/index.ts';
import type { Recovery } from './recovery.entity.ts';
import { can, isOpen, readCode, recoveryTimes, stateOf, writeCode } from './recovery.policy.ts';
import * as repository from './recovery.repository.ts';

export interface RecoveryResult {
  recovery: Recovery | null;
  problems: IdentityProblem[];
  /** In plain, this once; null when the same request came again. */
  code?: string | null;
  replayed?: boolean;
}

export interface RecoveryStart {
  idempotencyKey: string;
  reason: string;
}

export const hashCode = (pepper: Buffer, recoveryId: string, typed: string): string =>
  createHmac('sha256', pepper)
    .update(`${recoveryId}\n${readCode(typed)}`)
    .digest('base64url');

const notFound: RecoveryResult = { recovery: null, problems: [{ code: 'NOT_FOUND', field: ['id'] }] };

export async function startRecovery(
  context: IdentityContext,
  userId: string,
  { idempotencyKey, reason }: RecoveryStart,
): Promise<RecoveryResult> {
  requirePerson(context);
  const { decision, user } = await decide(context, 'START', userId);
  if (!decision.allowed || !user) return refuse(context, decision);
  if (!isId(idempotencyKey)) return { recovery: null, problems: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] };
  const read = readReason(reason, ['input', 'reason']);
  if ('problem' in read) return { recovery: null, problems: [read.problem] };
  return context.asService((tx) => begin(tx, context, { id: idempotencyKey, user, reason: read.text, authority: decision.authority }));
}

interface Beginning {
  id: string;
  user: User;
  reason: string;
  authority: string;
}

async function begin(tx: Em, context: IdentityContext, { id, user, reason, authority }: Beginning): Promise<RecoveryResult> {
  // Two beginnings, and a beginning and a suspension, wait for one another.
  const person = await lockUser(tx, user.id);
  const startedBy = requirePerson(context).userId;
  const earlier = await repository.findRecovery(tx, id);
  if (earlier) return replay(earlier, { userId: user.id, startedBy, reason });
  const unfinished = await repository.findUnfinished(tx, user.id);
  // Who has not come in yet gets another enrolment code instead (R4).
  if (!person?.enrolledAt || person.deactivatedAt || (unfinished && isOpen(stateOf(unfinished, context.now()))))
    return { recovery: null, problems: [{ code: 'INVALID_STATE', field: ['userId'] }] };
  if (unfinished) await repository.updateRecovery(tx, unfinished.id, { cancelledAt: unfinished.expiresAt });
  const [code, startedAt] = [writeCode(randomBytes(20)), context.now()];
  const recovery: Recovery = {
    id,
    userId: user.id,
    districtId: user.districtId,
    startedBy,
    authority,
    reason,
    codeHash: hashCode(context.recoveryPepper, id, code),
    startedAt,
    effectiveAt: new Date(startedAt.getTime() + recoveryTimes.noticeMs),
    expiresAt: new Date(startedAt.getTime() + recoveryTimes.codeMs),
    cancelledAt: null,
    cancelledBy: null,
    completedAt: null,
  };
  await repository.insertRecovery(tx, recovery);
  await audit(tx, context, { authority, action: 'CREATE', categories: [], subjectType: 'Recovery', subjectId: id });
  return { recovery, problems: [], code };
}

/** The same request again changes nothing; its code was shown and is not known any more. */
function replay(earlier: Recovery, asked: Pick<Recovery, 'userId' | 'startedBy' | 'reason'>): RecoveryResult {
  const same = earlier.userId === asked.userId && earlier.startedBy === asked.startedBy && earlier.reason === asked.reason;
  if (!same) return { recovery: null, problems: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] };
  return { recovery: earlier, problems: [], code: null, replayed: true };
}

export async function cancelRecovery(context: IdentityContext, id: string): Promise<RecoveryResult> {
  const { userId } = requirePerson(context);
  const recovery = await findForViewer(context, id);
  const { decision } = recovery ? await decide(context, 'CANCEL', recovery.userId) : { decision: deny('ABSENT') };
  if (!recovery || !decision.allowed) return refuse(context, decision);
  return context.asService(async (tx) => {
    await repository.lockRecovery(tx, id);
    const now = context.now();
    const current = await repository.findRecovery(tx, id);
    if (!current || !isOpen(stateOf(current, now))) return { recovery: current, problems: [{ code: 'INVALID_STATE', field: ['id'] }] };
    await repository.updateRecovery(tx, id, { cancelledAt: now, cancelledBy: userId });
    await audit(tx, context, { authority: decision.authority, action: 'UPDATE', categories: [], subjectType: 'Recovery', subjectId: id });
    return { recovery: { ...current, cancelledAt: now, cancelledBy: userId }, problems: [] };
  });
}

/** The only way to one recovery. @returns null for what is out of reach as for what does not exist */
export async function findForViewer(context: IdentityContext, id: string): Promise<Recovery | null> {
  const recovery = isId(id) && isPerson(context.viewer) ? await context.asService((tx) => repository.findRecovery(tx, id)) : null;
  return recovery && (await decide(context, 'SEE', recovery.userId)).decision.allowed ? recovery : null;
}

/** What is under way for a person: shown to them on every screen, and to those who may begin one. */
export async function recoveryUnderWay(context: IdentityContext, userId: string): Promise<Recovery | null> {
  if (!isPerson(context.viewer) || !(await decide(context, 'SEE', userId)).decision.allowed) return null;
  const find = (tx: Em): Promise<Recovery | null> => repository.findUnfinished(tx, userId);
  const found = await (isOwn(context, userId) ? context.read(find) : context.asService(find));
  return found && isOpen(stateOf(found, context.now())) ? found : null;
}

export async function canStartRecovery(context: IdentityContext, userId: string): Promise<boolean> {
  const { decision, user } = await decide(context, 'START', userId);
  return decision.allowed && Boolean(user?.enrolledAt);
}

const isOwn = ({ viewer }: IdentityContext, userId: string): boolean => isPerson(viewer) && viewer.userId === userId;

/** Who asks for their own screens needs no look at who works where: nobody answers for themselves. */
async function decide(
  context: IdentityContext,
  action: 'START' | 'SEE' | 'CANCEL',
  userId: string,
): Promise<{ decision: Decision; user?: User }> {
  const alone = action !== 'START' && isOwn(context, userId);
  const found = alone ? ({ refused: 'ROLE' } as const) : await context.loaders.administered.load(userId);
  const administration = 'user' in found ? allow(found.authority) : deny(found.refused);
  const hasAdministrator = 'user' in found && found.hasAdministrator;
  const decision = can(context.viewer, action, { userId, administration, hasAdministrator });
  return { decision, ...('user' in found && { user: found.user }) };
}

async function refuse(context: IdentityContext, decision: Decision): Promise<RecoveryResult> {
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'Recovery' }));
  if (!decision.allowed && decision.reason === 'ROLE') throw codedError('FORBIDDEN');
  return notFound;
}
