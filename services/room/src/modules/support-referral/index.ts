export { supportReferral } from './support-referral.entity.ts';
export { referralHandlers } from './support-referral.events.ts';
export { resolveReferral } from './support-referral.reference.ts';
export { RoomReferralsResolver, SupportReferralResolver } from './support-referral.resolver.ts';
