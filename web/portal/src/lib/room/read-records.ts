/** All records of a span, page by page. */
import { error } from '@sveltejs/kit';
import { VitalsBetweenDocument, type VitalsRecordPartsFragment } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { everyPage } from '#lib/every-page.ts';

/** @returns newest first; null where they may not be seen */
export async function readRecords(
  event: Parameters<typeof ask>[0],
  roomId: string,
  { from, to }: { from: Date; to: Date },
): Promise<VitalsRecordPartsFragment[] | null> {
  let mayBeSeen = false;
  const records = await everyPage(async (after) => {
    const { room } = await ask(event, VitalsBetweenDocument, { roomId, from: from.toISOString(), to: to.toISOString(), after });
    if (!room) error(404);
    mayBeSeen ||= room.patient.vitals !== null;
    return room.patient.vitals;
  });
  return mayBeSeen ? records : null;
}
