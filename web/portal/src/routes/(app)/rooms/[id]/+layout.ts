import { error } from '@sveltejs/kit';
import { RoomColumnDocument, RoomScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { pageSize } from '#lib/room/page-size.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, params, url, untrack }) => {
  const event = { fetch, url: untrack(() => new URL(url)) };
  const [screen, column] = await Promise.all([
    ask(event, RoomScreenDocument, { id: params.id, last: pageSize }),
    ask(event, RoomColumnDocument, {}),
  ]);
  if (!screen.room) error(404);
  return { room: screen.room, rooms: column.viewer?.rooms?.nodes ?? [] };
};
