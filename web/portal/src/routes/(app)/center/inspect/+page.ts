import { InspectScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => ({ templates: (await ask(event, InspectScreenDocument, {})).reasonTemplates });
