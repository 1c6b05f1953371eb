import { WoundListDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { daysFrom } from '#lib/chart/series.ts';
import { readRecords } from '#lib/room/read-records.ts';
import type { PageLoad } from './$types';

const dayMs = 86_400_000;

export const load: PageLoad = async (event) => {
  event.depends('room:body');
  const days = daysFrom(event.url.searchParams.get('span'));
  const now = Date.now();
  const span = { from: new Date(now - days * dayMs), to: new Date(now + dayMs) };
  const [records, { room }] = await Promise.all([
    readRecords(event, event.params.id, span),
    ask(event, WoundListDocument, { roomId: event.params.id }),
  ]);
  return { days, now, body: { records, wounds: room?.patient.wounds ?? null } };
};
