import type { RoomContext } from '../platform/index.ts';
import { referralLoaders } from './support-referral.access.ts';
import { toReferral } from './support-referral.mapper.ts';
import type { SupportReferralType } from './support-referral.type.ts';

export async function resolveReferral({ id }: { id: string }, context: RoomContext): Promise<SupportReferralType | null> {
  const row = await referralLoaders(context).byId.load(id);
  return row && toReferral(row);
}
