/** The seven days behind the いま card, read beside the room so that neither waits for the other. */
import { send } from '#lib/api.ts';
import { seriesOver, seriesQuery, toSeries } from './read-series.ts';
import type { RoomState } from './room-state.svelte.ts';

const points = 60;

/** Without an answer the card stands as it is: the figures are there, only the lines beneath them are not. */
export async function readWeek(room: RoomState): Promise<void> {
  if (room.closed || room.stale) return;
  const now = Date.now();
  const answer = await send(seriesQuery, seriesOver(room.id, 7, now, points)).catch(() => undefined);
  room.showWeek({ now, series: toSeries(answer) });
}
