/** Stopping an ID at once, with all that hangs on it, and letting it in again (R2, R7). */
import { audit, auditAll } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { findFacility } from '../facility/index.ts';
import { closeWork, openWork } from '../inbox/index.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { cancelUnfinished } from '../recovery/index.ts';
import { requirePerson } from '../session/index.ts';
import type { User } from '../user/index.ts';
import type { Suspension } from './suspension.entity.ts';
import { endSuspension, insertSuspension, stopUser } from './suspension.repository.ts';

export interface UserResult {
  user: User | null;
  problems: IdentityProblem[];
}

type Work = (tx: Em, found: { user: User; authority: string }) => Promise<boolean>;

export function suspendUser(context: IdentityContext, id: string, reason: string): Promise<UserResult> {
  const { userId } = requirePerson(context);
  const read = readReason(reason, ['input', 'reason']);
  return administer(
    context,
    id,
    'problem' in read ? read.problem : (tx, found) => stop(tx, context, { ...found, reason: read.text, by: userId }),
  );
}

export function reinstateUser(context: IdentityContext, id: string): Promise<UserResult> {
  const { userId: endedBy } = requirePerson(context);
  return administer(context, id, async (tx, { user }) => {
    const endedAt = context.now();
    const ended = await endSuspension(tx, user.id, { endedAt, endedBy });
    for (const suspensionId of ended) await closeWork(tx, 'Suspension', suspensionId, endedAt);
    return ended.length > 0;
  });
}

/** First whether the viewer answers for this person; then whether what they typed will do; then the work, written down. */
async function administer(context: IdentityContext, id: string, work: Work | IdentityProblem): Promise<UserResult> {
  const found = await context.loaders.administered.load(id);
  if ('refused' in found) {
    await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'User' }));
    if (found.refused === 'ROLE') throw codedError('FORBIDDEN');
    return { user: null, problems: [{ code: 'NOT_FOUND', field: ['id'] }] };
  }
  const { user, authority } = found;
  if (typeof work !== 'function') return { user, problems: [work] };
  const done = await context.asService(async (tx) => {
    if (!(await work(tx, { user, authority }))) return false;
    await audit(tx, context, { authority, action: 'UPDATE', categories: [], subjectType: 'User', subjectId: user.id });
    return true;
  });
  if (!done) return { user, problems: [{ code: 'INVALID_STATE', field: ['id'] }] };
  await context.settle();
  context.loaders.user.clear(id);
  return { user: await context.loaders.user.load(id), problems: [] };
}

interface Stop {
  user: User;
  authority: string;
  reason: string;
  by: string;
}

/** One transaction: no token, no refresh, no socket outlives it. Memberships stay, for the day the ID is let in again (R2). */
export async function stop(tx: Em, context: IdentityContext, { user, authority, reason, by }: Stop): Promise<boolean> {
  const now = context.now();
  if (!(await stopUser(tx, user.id, now))) return false;
  const suspension = { id: newId(), userId: user.id, districtId: user.districtId, reason, startedAt: now, startedBy: by };
  await insertSuspension(tx, { ...suspension, endedAt: null, endedBy: null });
  // What the center has not done itself it hears of (R2).
  if (authority === 'FACILITY_ADMIN') await tellCenter(tx, context, { user, suspension });
  const calledOff = await cancelUnfinished(tx, user.id, { cancelledAt: now, cancelledBy: by });
  await auditAll(
    tx,
    context,
    calledOff.map((subjectId) => ({ authority, action: 'UPDATE', categories: [], subjectType: 'Recovery', subjectId })),
  );
  await context.sessions.endAll(tx, user.id, { reason: 'ID_DEACTIVATED' });
  return true;
}

async function tellCenter(
  tx: Em,
  { viewer }: IdentityContext,
  { user, suspension }: { user: User; suspension: Pick<Suspension, 'id' | 'startedAt'> },
): Promise<void> {
  const facilityId = (viewer.type === 'person' && viewer.facilityId) || null;
  const facility = facilityId ? await findFacility(tx, facilityId) : null;
  await openWork(tx, {
    districtId: user.districtId,
    kind: 'ID_SUSPENSION',
    form: null,
    title: `事業所によるIDの停止 番号 ${suspension.id.slice(-8).toUpperCase()}`,
    subjectType: 'Suspension',
    subjectId: suspension.id,
    facilityId,
    words: [user.displayName, user.displayNameKana, facility?.name, facility?.nameKana],
    openedAt: suspension.startedAt,
  });
}
