/** People ending their own sign-ins. */
import { codedError } from '@heya/service-common/errors';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import type { IdentityProblem } from '../problem/index.ts';
import type { Session } from './session.entity.ts';

export function requirePerson({ viewer }: IdentityContext): PersonViewer {
  if (!isPerson(viewer)) throw codedError('UNAUTHENTICATED');
  return viewer;
}

export function ownSessions(context: IdentityContext): Promise<Session[]> {
  const { userId } = requirePerson(context);
  return context.read((tx) => context.sessions.list(tx, userId));
}

/** Answers when it is over everywhere: tokens refused, sockets closed. @returns what stood in the way */
export async function revokeOwn(context: IdentityContext, id: string): Promise<IdentityProblem[]> {
  const owned = (await ownSessions(context)).some((session) => session.id === id);
  const ended = owned && (await context.asService((tx) => context.sessions.end(tx, id, 'REVOKED')));
  if (!ended) return [{ code: 'NOT_FOUND', field: ['id'] }];
  await context.settle();
  return [];
}

/** @returns how many were ended; the one that asks goes on */
export async function revokeAllOthers(context: IdentityContext): Promise<number> {
  const { sessionId } = requirePerson(context);
  const others = (await ownSessions(context)).filter(({ id }) => id !== sessionId);
  const ended = await context.asService(async (tx) => {
    let count = 0;
    for (const { id } of others) if (await context.sessions.end(tx, id, 'REVOKED')) count += 1;
    return count;
  });
  await context.settle();
  return ended;
}
