import { referTo } from '../foreign/index.ts';
import type { ReferralRow } from './support-referral.repository.ts';
import type { SupportReferralType } from './support-referral.type.ts';

export const toReferral = (row: ReferralRow): SupportReferralType => ({
  id: row.id,
  roomId: row.room_id,
  membershipId: row.membership_id,
  roomNumber: row.room_number,
  memberUser: referTo(row.member_user_id),
  memberName: row.member_name,
  referredBy: referTo(row.referred_by),
  referredByName: row.referred_by_name,
  topic: row.topic,
  note: row.note,
  createdAt: new Date(row.created_at),
  resolvedAt: row.resolved_at ? new Date(row.resolved_at) : null,
});
