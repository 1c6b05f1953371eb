import { redirect } from '@sveltejs/kit';
import { IdLinksScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { viewer } = await ask(event, IdLinksScreenDocument, {});
  if (!viewer) redirect(303, '/?problem=ended');
  return { links: viewer.idLinks };
};
