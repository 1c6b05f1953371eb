import { error } from '@sveltejs/kit';
import { SupportReferralScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { room } = await ask(event, SupportReferralScreenDocument, { roomId: event.params.id });
  if (!room) error(404);
  return { referrals: room.supportReferrals };
};
