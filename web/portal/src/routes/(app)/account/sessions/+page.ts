import { SessionsScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { viewer } = await ask(event, SessionsScreenDocument, {});
  return { sessions: viewer?.sessions ?? [], sharedIdAskedAt: viewer?.sharedIdAskedAt ?? null, securityUrl: event.data.securityUrl };
};
