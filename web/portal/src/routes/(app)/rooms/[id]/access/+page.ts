import { error } from '@sveltejs/kit';
import { AccessScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { room } = await ask(event, AccessScreenDocument, { roomId: event.params.id, first: 50 });
  if (!room) error(404);
  return { log: room.patient.accessLog };
};
