/** A pledge by its id, under the viewer's rights. */
import type { IdentityContext } from '../../context.ts';
import { findVisiblePledge } from './pledge.access.ts';

export const resolvePledge = ({ id }: { id: string }, context: IdentityContext): unknown => findVisiblePledge(context, id);
