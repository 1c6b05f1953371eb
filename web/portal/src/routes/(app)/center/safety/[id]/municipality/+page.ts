import { error } from '@sveltejs/kit';
import { SafetyViewsScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { safetyCheck } = await ask(event, SafetyViewsScreenDocument, { id: event.params.id });
  if (!safetyCheck?.views) error(404);
  return { check: safetyCheck, views: safetyCheck.views };
};
