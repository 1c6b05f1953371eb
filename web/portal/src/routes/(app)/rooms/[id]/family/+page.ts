import { error } from '@sveltejs/kit';
import { FamilyScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { room } = await ask(event, FamilyScreenDocument, { roomId: event.params.id });
  if (!room?.familyInvitations) error(404);
  return { family: { ...room, invitations: room.familyInvitations } };
};
