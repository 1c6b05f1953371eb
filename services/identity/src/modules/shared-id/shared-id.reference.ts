/** For officers of the district, but not about themselves. */
import type { IdentityContext } from '../../context.ts';
import type { SharedIdCase } from './shared-id-case.entity.ts';
import { getCase } from './shared-id.service.ts';

export const resolveSharedIdCase = ({ id }: { id: string }, context: IdentityContext): Promise<SharedIdCase | null> => getCase(context, id);
