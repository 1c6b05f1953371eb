import { loadBoard } from '#lib/safety/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = (event) => loadBoard(event, event.params.id);
