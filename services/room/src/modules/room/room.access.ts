/** The one way to a room: members see it, a look of the center sees it, to everybody else it does not exist (R13, R18). */
import type { AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type RoomAction, type RoomFacts } from './room.policy.ts';
import { type RoomRow, selectRooms, selectRoomsOfPatients } from './room.repository.ts';

export const factsOf = (row: RoomRow): RoomFacts => ({
  status: row.status,
  viewerStatus: row.viewer_status,
  viewerRole: row.viewer_role,
  isInspecting: row.is_inspecting,
  consentInForce: row.consent_in_force,
  coversDailyCondition: row.covers_daily_condition,
});

interface Wanted {
  action: RoomAction;
  ids: readonly string[];
  find(id: string): RoomRow | undefined;
}

/** Decides and records each room that was asked for. @returns a room per id, in order; absent and forbidden are both null */
export async function accessRooms(tx: Em, context: RoomContext, { action, ids, find }: Wanted): Promise<(RoomRow | null)[]> {
  const lines: AuditFacts[] = [];
  const rooms = ids.map((id) => {
    const row = find(id);
    const decision = can(context.viewer, action, row && factsOf(row));
    if (isId(id)) lines.push(lineOf(decision, row, id));
    return row && decision.allowed ? row : null;
  });
  await recordLooks(tx, context, lines);
  return rooms;
}

function lineOf(decision: ReturnType<typeof can>, row: RoomRow | undefined, id: string): AuditFacts {
  if (!row || !decision.allowed) return refusal('Room', id, { roomId: id });
  return { ...aboutRoom(row), authority: decision.authority, action: 'VIEW' };
}

export const aboutRoom = ({ id, patient_id: patientId }: RoomRow) => ({
  subjectType: 'Room',
  subjectId: id,
  roomId: id,
  patientId,
  categories: [],
});

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
  const roomsById = (action: RoomAction) => (ids: readonly string[]) =>
    context.read(async (tx) => {
      const rows = new Map((await selectRooms(tx, ids.filter(isId))).map((row) => [row.id, row]));
      return accessRooms(tx, context, { action, ids, find: (id) => rows.get(id) });
    });
  const created: Loaders = {
    byId: new DataLoader(roomsById('SEE')),
    ofPatient: new DataLoader((ids) => context.read((tx) => roomsOfPatients(tx, context, ids))),
    ofMembership: new DataLoader(roomsById('SEE_NUMBER')),
  };
  known.set(context, created);
  return created;
}

export const forgetRooms = (context: RoomContext): boolean => known.delete(context);

/** Where there is no room, nothing was refused. Whoever reaches a patient finds their room too, and is refused as for the room. */
async function roomsOfPatients(tx: Em, context: RoomContext, patientIds: readonly string[]): Promise<(RoomRow | null)[]> {
  const rows = new Map((await selectRoomsOfPatients(tx, patientIds.filter(isId))).map((row) => [row.id, row]));
  const seen = await accessRooms(tx, context, { action: 'SEE', ids: [...rows.keys()], find: (id) => rows.get(id) });
  return patientIds.map((id) => seen.find((row) => row?.patient_id === id) ?? null);
}
