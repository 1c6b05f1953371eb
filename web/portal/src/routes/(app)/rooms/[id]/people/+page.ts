import { RoomRetentionDatesDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { loadLife } from '#lib/room-life/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { id } = event.params;
  const life = await loadLife(event, id);
  const ends = life.status === 'CLOSING' || life.status === 'CLOSED';
  const retention = ends ? ((await ask(event, RoomRetentionDatesDocument, { id })).room?.retention ?? null) : null;
  return { life, retention };
};
