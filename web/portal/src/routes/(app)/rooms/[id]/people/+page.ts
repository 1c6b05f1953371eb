import { error } from '@sveltejs/kit';
import { RoomLifeDocument, RoomRetentionDatesDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  event.depends('heya:room-life');
  const { id } = event.params;
  const { room } = await ask(event, RoomLifeDocument, { id });
  if (!room) error(404);
  const ends = room.status === 'CLOSING' || room.status === 'CLOSED';
  const retention = ends ? ((await ask(event, RoomRetentionDatesDocument, { id })).room?.retention ?? null) : null;
  return { life: room, retention };
};
