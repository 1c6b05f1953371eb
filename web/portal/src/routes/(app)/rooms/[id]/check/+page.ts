import { error } from '@sveltejs/kit';
import { WeeklyCheckScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { room } = await ask(event, WeeklyCheckScreenDocument, { roomId: event.params.id });
  if (!room) error(404);
  return { checks: room.weeklyChecks, unread: room.memberships.nodes, oldAsks: room.openAsks?.nodes.length ?? 0 };
};
