import { error } from '@sveltejs/kit';
import { PatientInPreparationDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch, params, url, untrack }) => {
  const { patient, viewer } = await ask({ fetch, url: untrack(() => new URL(url)) }, PatientInPreparationDocument, { id: params.id });
  if (!patient) error(404);
  const application = viewer?.roomApplications?.find(
    (found) => found.patient?.id === params.id && !['WITHDRAWN', 'REJECTED'].includes(found.status),
  );
  return { patient, application: application ?? null };
};
