/** Who is in a room, and what is being changed about it. */
import { error } from '@sveltejs/kit';
import { RoomApplicationsDocument, RoomLifeDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { Life } from './returned.ts';

/** Two questions at once: together they would cost more than one may. @throws 404 where the room is none of the viewer's */
export async function loadLife(event: Parameters<typeof ask>[0], id: string): Promise<Life> {
  const [{ room }, filed] = await Promise.all([ask(event, RoomLifeDocument, { id }), ask(event, RoomApplicationsDocument, { id })]);
  if (!room || !filed.room) error(404);
  return { ...room, applications: filed.room.applications };
}
