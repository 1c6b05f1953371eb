import { error } from '@sveltejs/kit';
import { RoomLifeDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  event.depends('heya:room-life');
  const { room } = await ask(event, RoomLifeDocument, { id: event.params.id });
  if (!room) error(404);
  return { life: room };
};
