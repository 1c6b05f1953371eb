import { VitalsBetweenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { dayInJapan } from '#lib/format/dates.ts';
import type { PageLoad } from './$types';

/** What was already recorded today, so that nobody counts the same meal twice. */
export const load: PageLoad = async (event) => {
  const from = new Date(`${dayInJapan()}T00:00:00+09:00`);
  const to = new Date(from.getTime() + 86_400_000);
  const { room } = await ask(event, VitalsBetweenDocument, { roomId: event.params.id, from: from.toISOString(), to: to.toISOString() });
  return { day: { today: room?.patient.vitals?.nodes ?? [] } };
};
