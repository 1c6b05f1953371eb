import { error } from '@sveltejs/kit';
import { ProfileHistoryDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  event.depends('heya:profile');
  const { room } = await ask(event, ProfileHistoryDocument, { roomId: event.params.id });
  if (!room) error(404);
  return { history: room.patient.profileHistory };
};
