import type { RoomContext } from '../platform/index.ts';
import { membershipLoaders } from './membership.access.ts';
import { toMembership } from './membership.mapper.ts';
import type { RoomMembershipType } from './membership.type.ts';

export async function resolveMembership({ id }: { id: string }, context: RoomContext): Promise<RoomMembershipType | null> {
  const row = await membershipLoaders(context).byId.load(id);
  return row && toMembership(row);
}
