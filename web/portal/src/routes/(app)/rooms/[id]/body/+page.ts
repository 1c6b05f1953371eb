import { WoundListDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { daysFrom } from '#lib/chart/series.ts';
import { readRecords } from '#lib/room/read-records.ts';
import { seriesOver, seriesQuery, toSeries } from '#lib/room/read-series.ts';
import type { PageLoad } from './$types';

const dayMs = 86_400_000;
const points = 400;
/** Beyond a month the charts tell; day by day is on the sheet of each month. */
const mostDays = 30;

export const load: PageLoad = async (event) => {
  const days = daysFrom(event.url.searchParams.get('span'));
  const now = Date.now();
  const { id } = event.params;
  const span = { from: new Date(now - Math.min(days, mostDays) * dayMs), to: new Date(now + dayMs) };
  const [records, series, { room }] = await Promise.all([
    readRecords(event, id, span),
    ask(event, seriesQuery, seriesOver(id, days, now, points)).then(toSeries),
    ask(event, WoundListDocument, { roomId: id }),
  ]);
  return { days, now, body: { records, series, wounds: room?.patient.wounds ?? null } };
};
