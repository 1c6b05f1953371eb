/** The one way to the district's rooms: officers of the district, and each room they are shown stands in the record (R13, R32). */
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { canList } from './room-list.policy.ts';
import {
  type ListedRoom,
  type RoomFactsRow,
  type RoomPage,
  type RoomQuestion,
  selectCenterRooms,
  selectRoomFacts,
} from './room-list.repository.ts';

/** @returns what the viewer may know of, one more than the page holds when there is more; undefined for whoever may not ask */
export async function accessCenterRooms(
  tx: Em,
  context: RoomContext,
  asked: RoomQuestion,
  page: RoomPage,
): Promise<ListedRoom[] | undefined> {
  if (!canList(context.viewer).allowed) {
    await recordLooks(tx, context, [refusal('Room', null)]);
    return undefined;
  }
  const rows = await selectCenterRooms(tx, asked, page);
  return rows.filter((row) => canList(context.viewer, { districtId: row.district_id }).allowed);
}

export const recordListed = (tx: Em, context: RoomContext, rows: readonly ListedRoom[]): Promise<void> =>
  recordLooks(
    tx,
    context,
    rows.map(({ id, patient_id: patientId }) => ({
      authority: 'REVIEW',
      action: 'SEARCH',
      categories: [],
      subjectType: 'Room',
      subjectId: id,
      roomId: id,
      patientId,
    })),
  );

const known = new WeakMap<RoomContext, DataLoader<string, RoomFactsRow | null>>();

/** Of rooms that were listed or found, which stands in the record already. */
export function roomFacts(context: RoomContext): DataLoader<string, RoomFactsRow | null> {
  const loader =
    known.get(context) ??
    new DataLoader<string, RoomFactsRow | null>((ids) =>
      context.read(async (tx) => {
        const rows = canList(context.viewer).allowed ? await selectRoomFacts(tx, ids.filter(isId)) : [];
        return ids.map((id) => rows.find((row) => row.room_id === id) ?? null);
      }),
    );
  known.set(context, loader);
  return loader;
}
