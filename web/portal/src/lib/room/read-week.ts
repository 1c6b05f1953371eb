/** The seven days behind the いま card, read beside the room so that neither waits for the other. */
import { VitalsBetweenDocument } from '@heya/client/generated/graphql';
import { send } from '#lib/api.ts';
import { seriesFrom } from '#lib/chart/from-records.ts';
import { defaultRanges } from '#lib/keypad/default-ranges.ts';
import type { RoomState } from './room-state.svelte.ts';

const dayMs = 86_400_000;

/** Without an answer the card stands as it is: the figures are there, only the lines beneath them are not. */
export async function readWeek(room: RoomState): Promise<void> {
  if (room.closed || room.stale) return;
  const now = Date.now();
  const span = { roomId: room.id, from: new Date(now - 7 * dayMs).toISOString(), to: new Date(now + dayMs).toISOString() };
  const answer = await send(VitalsBetweenDocument, span).catch(() => undefined);
  room.showWeek({ now, series: seriesFrom(answer?.room?.patient.vitals?.nodes ?? [], defaultRanges) });
}
