/** For the person themselves and for those who may begin one. */
import type { IdentityContext } from '../../context.ts';
import { findForViewer } from './recovery.service.ts';

export const resolveRecovery = ({ id }: { id: string }, context: IdentityContext): Promise<unknown> => findForViewer(context, id);
