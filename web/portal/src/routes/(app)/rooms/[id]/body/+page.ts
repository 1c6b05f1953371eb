import { error } from '@sveltejs/kit';
import { VitalsBetweenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { daysFrom } from '#lib/chart/series.ts';
import { everyPage } from '#lib/every-page.ts';
import type { PageLoad } from './$types';

const dayMs = 86_400_000;

export const load: PageLoad = async (event) => {
  event.depends('room:body');
  const days = daysFrom(event.url.searchParams.get('span'));
  const now = Date.now();
  const span = { roomId: event.params.id, from: new Date(now - days * dayMs).toISOString(), to: new Date(now + dayMs).toISOString() };
  let mayBeSeen = false;
  const records = await everyPage(async (after) => {
    const { room } = await ask(event, VitalsBetweenDocument, { ...span, after });
    if (!room) error(404);
    mayBeSeen ||= room.patient.vitals !== null;
    return room.patient.vitals;
  });
  return { days, now, body: { records: mayBeSeen ? records : null } };
};
