import { error } from '@sveltejs/kit';
import { SafetyOutcomeScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { loadBoard } from '#lib/safety/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { id } = event.params;
  const [{ safetyCheck }, { places }] = await Promise.all([ask(event, SafetyOutcomeScreenDocument, { id }), loadBoard(event, id)]);
  if (!safetyCheck?.outcome) error(404);
  return { check: safetyCheck, outcome: safetyCheck.outcome, places };
};
