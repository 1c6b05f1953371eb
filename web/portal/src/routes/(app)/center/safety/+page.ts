import { SafetyChecksScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { safetyChecks } = await ask(event, SafetyChecksScreenDocument, { after: event.url.searchParams.get('after') });
  return { checks: safetyChecks.nodes, next: safetyChecks.pageInfo.hasNextPage ? safetyChecks.pageInfo.endCursor : null };
};
