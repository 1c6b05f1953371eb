import { ConsentTextScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => ask(event, ConsentTextScreenDocument, { locale: getLocale() });
