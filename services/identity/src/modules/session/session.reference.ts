/** A person's own sign-ins and nobody else's. */
import type { IdentityContext } from '../../context.ts';
import { findOwnSession } from './revocation.service.ts';

export const resolveSession = ({ id }: { id: string }, context: IdentityContext): Promise<unknown> => findOwnSession(context, id);
