import { VisitDigestDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { room } = await ask(event, VisitDigestDocument, { id: event.params.id });
  return { now: new Date(), visit: { digest: room?.sinceLastVisit ?? null } };
};
