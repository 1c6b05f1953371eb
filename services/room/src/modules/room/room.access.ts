/** The one way to a room: members see it, to everybody else it does not exist (R13). */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import type { RoomContext } from '../platform/index.ts';
import { decideRoomAccess, type RoomFacts } from './room.policy.ts';
import { type RoomRow, selectRooms, selectRoomsOfPatients } from './room.repository.ts';

export const factsOf = (row: RoomRow): RoomFacts => ({
  status: row.status,
  viewerStatus: row.viewer_status,
  viewerRole: row.viewer_role,
  coversDailyCondition: row.covers_daily_condition,
});

/** @returns a room per id, in order; absent and forbidden are both null */
async function accessRooms(tx: Em, context: RoomContext, ids: readonly string[]): Promise<(RoomRow | null)[]> {
  const rows = new Map((await selectRooms(tx, ids.filter(isId))).map((row) => [row.id, row]));
  const rooms: (RoomRow | null)[] = [];
  for (const id of ids) rooms.push(await decideAndRecord(tx, context, id, rows.get(id)));
  return rooms;
}

async function decideAndRecord(tx: Em, context: RoomContext, id: string, row: RoomRow | undefined): Promise<RoomRow | null> {
  if (!isId(id)) return null;
  const access = decideRoomAccess(context.viewer, row && factsOf(row));
  const about = { subjectType: 'Room', subjectId: id, roomId: id, categories: [] };
  if (!row || !access.allowed) {
    await audit(tx, context, { ...about, authority: 'NONE', action: 'DENIED', outcome: 'DENIED_ROLE' });
    return null;
  }
  await audit(tx, context, { ...about, authority: access.authority, action: 'VIEW', patientId: row.patient_id });
  return row;
}

interface Loaders {
  byId: DataLoader<string, RoomRow | null>;
  ofPatient: DataLoader<string, RoomRow | null>;
  /** As an invitation shows it: number, no more. Only for rooms reached through a membership the viewer may see. */
  ofMembership: DataLoader<string, RoomRow | null>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function roomLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const read = async <T>(work: (tx: Em) => Promise<T>): Promise<T> => {
    await context.requireFresh();
    return context.read(work);
  };
  const created: Loaders = {
    byId: new DataLoader((ids) => read((tx) => accessRooms(tx, context, ids))),
    ofPatient: new DataLoader((ids) => read((tx) => roomsOfPatients(tx, context, ids))),
    ofMembership: new DataLoader((ids) => read((tx) => invitedOrOwn(tx, ids))),
  };
  known.set(context, created);
  return created;
}

export const forgetRooms = (context: RoomContext): boolean => known.delete(context);

async function roomsOfPatients(tx: Em, context: RoomContext, patientIds: readonly string[]): Promise<(RoomRow | null)[]> {
  const rows = await selectRoomsOfPatients(tx, patientIds.filter(isId));
  return patientIds.map(
    (id) => rows.find((row) => row.patient_id === id && decideRoomAccess(context.viewer, factsOf(row)).allowed) ?? null,
  );
}

async function invitedOrOwn(tx: Em, ids: readonly string[]): Promise<(RoomRow | null)[]> {
  const rows = await selectRooms(tx, ids.filter(isId));
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}
