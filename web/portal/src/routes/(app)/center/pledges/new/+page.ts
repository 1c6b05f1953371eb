import { PledgeTextsScreenDocument, SettingsScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { dayInJapan } from '#lib/format/dates.ts';
import { placesOf, pledgeFormOf } from '#lib/pledge/wording.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const form = pledgeFormOf(event.url.searchParams.get('form'));
  const [texts, { district }] = await Promise.all([ask(event, PledgeTextsScreenDocument, {}), ask(event, SettingsScreenDocument, {})]);
  const own = form === 'FORM_1_1' ? texts.facility : texts.person;
  return { form, district, inForce: placesOf(own, dayInJapan()).find(({ place }) => place === 'IN_FORCE')?.text };
};
