import { error } from '@sveltejs/kit';
import { ClosingScreenDocument, type RoomStatus } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

const known: readonly RoomStatus[] = ['CLOSING', 'CLOSED', 'PURGED'];

export const load: PageLoad = async (event) => {
  const { searchParams } = event.url;
  const status = known.find((one) => one === searchParams.get('status')) ?? null;
  const { roomRetentions } = await ask(event, ClosingScreenDocument, {
    statuses: status ? [status] : null,
    after: searchParams.get('after'),
  });
  if (!roomRetentions) error(404);
  return { rooms: roomRetentions.nodes, next: roomRetentions.pageInfo.hasNextPage ? roomRetentions.pageInfo.endCursor : null, status };
};
