import { SettingsScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { district, districtSettings, reasonTemplates } = await ask(event, SettingsScreenDocument, {});
  return { district, settings: districtSettings, templates: reasonTemplates };
};
