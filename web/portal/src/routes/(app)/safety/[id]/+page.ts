import { loadBoard } from '#lib/safety/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => ({
  ...(await loadBoard(event, event.params.id)),
  /** One person alone: of a room, or chosen from the list. */
  roomId: event.url.searchParams.get('room'),
});
