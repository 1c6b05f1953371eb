/** A person's own sign-ins and nobody else's. */
import type { IdentityContext } from '../../context.ts';
import { ownSessions } from './revocation.service.ts';

export const resolveSession = async ({ id }: { id: string }, context: IdentityContext): Promise<unknown> =>
  (await ownSessions(context)).find((session) => session.id === id) ?? null;
