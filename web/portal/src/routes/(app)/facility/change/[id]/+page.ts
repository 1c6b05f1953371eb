import { error } from '@sveltejs/kit';
import { IdChangeScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { asChange } from '#lib/id-change/form.ts';
import { peopleToName } from '#lib/id-change/people.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { place } = await event.parent();
  const { idApplication } = await ask(event, IdChangeScreenDocument, { id: event.params.id });
  const change = idApplication && asChange(idApplication.change);
  if (!idApplication || !change) error(404);
  const people = idApplication.status === 'RETURNED' ? await peopleToName(event, place.id) : { people: [], onLeave: [] };
  return { filing: idApplication, change, ...people, isSent: event.url.searchParams.has('sent') };
};
