/** People ending their own sign-ins. */
import { auditAll } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import type { IdentityProblem } from '../problem/index.ts';
import type { Session } from './session.entity.ts';
import { can } from './session.policy.ts';

export function requirePerson({ viewer }: IdentityContext): PersonViewer {
  if (!isPerson(viewer)) throw codedError('UNAUTHENTICATED');
  return viewer;
}

export function ownSessions(context: IdentityContext): Promise<Session[]> {
  const { userId } = requirePerson(context);
  return context.read((tx) => context.sessions.list(tx, userId));
}

/** The only way to one sign-in. @returns null for somebody else's as for one that does not exist */
export async function findOwnSession(context: IdentityContext, id: string): Promise<Session | null> {
  const session = (await ownSessions(context)).find((found) => found.id === id);
  return session && can(context.viewer, 'SEE', session).allowed ? session : null;
}

/** Answers when it is over everywhere: tokens refused, sockets closed. @returns what stood in the way */
export async function revokeOwn(context: IdentityContext, id: string): Promise<IdentityProblem[]> {
  const owned = await findOwnSession(context, id);
  const ended = await context.asService(async (tx) => {
    const over = owned !== null && can(context.viewer, 'END', owned).allowed && (await context.sessions.end(tx, owned.id, 'REVOKED'));
    if (over) await recordEnd(tx, context, [id]);
    else await recordRefusal(tx, context, { subjectType: 'Session' });
    return over;
  });
  if (!ended) return [{ code: 'NOT_FOUND', field: ['id'] }];
  await context.settle();
  return [];
}

/** @returns how many were ended; the one that asks goes on */
export function revokeAllOthers(context: IdentityContext): Promise<number> {
  return revokeMany(context, { except: requirePerson(context).sessionId });
}

/** The one that asks as well: after a theft one starts anew everywhere. @returns how many were ended */
export function revokeAll(context: IdentityContext): Promise<number> {
  return revokeMany(context, {});
}

async function revokeMany(context: IdentityContext, { except }: { except?: string }): Promise<number> {
  const { userId } = requirePerson(context);
  const ended = await context.asService(async (tx) => {
    const ids = await context.sessions.endAll(tx, userId, { reason: 'REVOKED', ...(except && { except }) });
    await recordEnd(tx, context, ids);
    return ids;
  });
  await context.settle();
  return ended.length;
}

/** One line for each (R32). */
const recordEnd = (tx: Em, context: IdentityContext, ids: readonly string[]): Promise<void> =>
  auditAll(
    tx,
    context,
    ids.map((subjectId) => ({ authority: 'SELF', action: 'UPDATE', categories: [], subjectType: 'Session', subjectId })),
  );
