import { error } from '@sveltejs/kit';
import { TaskScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { reviewTask, reasonTemplates } = await ask(event, TaskScreenDocument, { id: event.params.id });
  if (!reviewTask) error(404);
  return { task: reviewTask, templates: reasonTemplates };
};
