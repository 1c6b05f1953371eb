import { InboxScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const closed = event.url.searchParams.has('closed');
  const { reviewTasks } = await ask(event, InboxScreenDocument, { states: closed ? ['CLOSED'] : ['OPEN', 'CLAIMED'] });
  return { tasks: reviewTasks.nodes, cursor: reviewTasks.changeCursor, closed };
};
