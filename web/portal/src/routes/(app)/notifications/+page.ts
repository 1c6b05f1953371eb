import { NotificationFeedDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const unreadOnly = event.url.searchParams.has('unread');
  const roomId = event.url.searchParams.get('room');
  const { viewer } = await ask(event, NotificationFeedDocument, { unreadOnly, roomId });
  const feed = viewer?.notifications ?? null;
  const rooms = (viewer?.rooms?.nodes ?? []).flatMap(({ id, patient }) => (patient?.name ? [{ id, name: patient.name }] : []));
  return { shown: { unreadOnly, roomId }, feed, rooms };
};
