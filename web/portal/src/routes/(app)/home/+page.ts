import { redirect } from '@sveltejs/kit';
import { HomeScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { viewer, district } = await ask(event, HomeScreenDocument, {});
  if (!viewer) redirect(303, '/?problem=ended');
  if (viewer.user.kind === 'CENTER_OFFICER') redirect(303, '/center');
  return { home: viewer, applicantProfessions: district?.applicantProfessions ?? [] };
};
