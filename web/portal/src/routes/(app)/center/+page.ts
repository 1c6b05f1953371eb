import { InboxScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const closed = event.url.searchParams.has('closed');
  const query = event.url.searchParams.get('q')?.trim().slice(0, 80) ?? '';
  const { reviewTasks } = await ask(event, InboxScreenDocument, {
    states: closed ? ['CLOSED'] : ['OPEN', 'CLAIMED'],
    query: query || null,
  });
  return { tasks: reviewTasks.nodes, cursor: reviewTasks.changeCursor, closed, query };
};
