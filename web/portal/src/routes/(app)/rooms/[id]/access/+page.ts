import { error } from '@sveltejs/kit';
import { AccessScreenDocument } from '@heya/client/generated/graphql';
import { periodStart, toPeriod } from '#lib/access/period.ts';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const person = event.url.searchParams.get('person') ?? '';
  const period = toPeriod(event.url.searchParams.get('period'));
  const filter = { actorId: person || null, from: periodStart(period, new Date()) };
  const { room } = await ask(event, AccessScreenDocument, { roomId: event.params.id, first: 100, filter });
  if (!room) error(404);
  return { log: room.patient.accessLog, members: room.memberships.nodes, asked: { person, period, filter } };
};
