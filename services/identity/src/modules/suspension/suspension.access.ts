/** Stopped IDs, for those who answer for the person. Absent and forbidden are one answer. */
import { isId } from '@heya/service-common/id';
import type { IdentityContext } from '../../context.ts';
import type { Suspension } from './suspension.entity.ts';
import { findSuspension } from './suspension.repository.ts';
import type { SuspensionType } from './suspension.type.ts';

export const toSuspension = ({ id, userId, reason, startedAt, startedBy, endedAt = null }: Suspension): SuspensionType => ({
  ...{ id, userId, reason, startedAt, endedAt },
  startedById: startedBy,
});

export async function resolveSuspension({ id }: { id: string }, context: IdentityContext): Promise<SuspensionType | null> {
  const found = isId(id) ? await context.asService((tx) => findSuspension(tx, id)) : null;
  return found && 'user' in (await context.loaders.administered.load(found.userId)) ? toSuspension(found) : null;
}
