import { daysFrom } from '#lib/chart/series.ts';
import { readRecords } from '#lib/room/read-records.ts';
import type { PageLoad } from './$types';

const dayMs = 86_400_000;

export const load: PageLoad = async (event) => {
  event.depends('room:body');
  const days = daysFrom(event.url.searchParams.get('span'));
  const now = Date.now();
  const span = { from: new Date(now - days * dayMs), to: new Date(now + dayMs) };
  return { days, now, body: { records: await readRecords(event, event.params.id, span) } };
};
