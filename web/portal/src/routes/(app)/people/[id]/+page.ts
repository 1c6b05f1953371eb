import { error } from '@sveltejs/kit';
import { PersonScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { viewer } = await event.parent();
  const { user } = await ask(event, PersonScreenDocument, { id: event.params.id });
  if (!user?.viewerCanAdminister) error(404);
  return { person: user, back: viewer.user.kind === 'CENTER_OFFICER' ? '/people' : '/facility' };
};
