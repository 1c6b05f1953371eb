import { PledgeStandingsDocument, PledgeTextsScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { pledgeFormOf } from '#lib/pledge/wording.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const form = pledgeFormOf(event.url.searchParams.get('form'));
  const isOwed = !event.url.searchParams.has('signed');
  const [texts, { pledgeStandings }] = await Promise.all([
    ask(event, PledgeTextsScreenDocument, {}),
    ask(event, PledgeStandingsDocument, { form, isOwed, after: null }),
  ]);
  return { form, isOwed, texts: form === 'FORM_1_1' ? texts.facility : texts.person, standings: pledgeStandings };
};
