import { error } from '@sveltejs/kit';
import { TaskScansDocument, TaskScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { id } = event.params;
  const [{ reviewTask, reasonTemplates }, paper] = await Promise.all([
    ask(event, TaskScreenDocument, { id }),
    ask(event, TaskScansDocument, { id }),
  ]);
  if (!reviewTask) error(404);
  return { task: reviewTask, templates: reasonTemplates, scans: paper.reviewTask?.scanPages ?? [] };
};
