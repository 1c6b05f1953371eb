import { loadLife } from '#lib/room-life/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  return { life: await loadLife(event, event.params.id) };
};
