import { error } from '@sveltejs/kit';
import { RoomImportPreviewDocument, RoomImportsDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { id } = event.params;
  const { room } = await ask(event, RoomImportsDocument, { id });
  if (!room) error(404);
  const waiting = room.imports.find(({ state }) => state === 'CHECKED');
  const looked = waiting && (await ask(event, RoomImportPreviewDocument, { id }));
  const preview = looked?.room?.imports.find((each) => each.id === waiting?.id)?.preview ?? null;
  return { imports: room, waiting, preview };
};
