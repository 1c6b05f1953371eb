/** The one way to looks of the center: the room they are at, and the officer who looks. */
import type { AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type InspectionFacts } from './inspection.policy.ts';
import { type InspectionRow, lockInspection, selectInspections, selectInspectionsOfRooms } from './inspection.repository.ts';

/** A room is looked into now and then: the newest of many years. */
const shownAtMost = 100;

export const factsOf = (row: InspectionRow): InspectionFacts => ({
  officerId: row.officer_id,
  isRunning: row.is_running,
  isMember: row.is_member,
});

interface Loaders {
  byId: DataLoader<string, InspectionRow | null>;
  ofRoom: DataLoader<string, InspectionRow[]>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function inspectionLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const created: Loaders = {
    byId: new DataLoader((ids) => context.read((tx) => inspectionsById(tx, context, ids))),
    ofRoom: new DataLoader((ids) => context.read((tx) => inspectionsOfRooms(tx, context, ids))),
  };
  known.set(context, created);
  return created;
}

export const forgetInspections = (context: RoomContext): boolean => known.delete(context);

async function inspectionsById(tx: Em, context: RoomContext, ids: readonly string[]): Promise<(InspectionRow | null)[]> {
  const rows = await selectInspections(tx, ids.filter(isId));
  const found = ids.map((id) => rows.find((row) => row.id === id && can(context.viewer, 'SEE', factsOf(row)).allowed) ?? null);
  await recordLooks(tx, context, [
    ...found.flatMap((row) => (row ? [lookAt(context, row)] : [])),
    ...ids.flatMap((id, index) => (isId(id) && !found[index] ? [refusal('RoomInspection', id)] : [])),
  ]);
  return found;
}

async function inspectionsOfRooms(tx: Em, context: RoomContext, roomIds: readonly string[]): Promise<InspectionRow[][]> {
  const rows = (await selectInspectionsOfRooms(tx, roomIds.filter(isId), shownAtMost)).filter(
    (row) => can(context.viewer, 'SEE', factsOf(row)).allowed,
  );
  const byRoom = Map.groupBy(rows, ({ room_id }) => room_id);
  await recordLooks(
    tx,
    context,
    [...byRoom.values()].flatMap(([first]) => (first ? [{ ...lookAt(context, first), subjectId: null }] : [])),
  );
  return roomIds.map((id) => byRoom.get(id) ?? []);
}

/** For its end: the look, held, when it is the viewer's own. */
export async function accessForEnd(tx: Em, context: RoomContext, id: string): Promise<InspectionRow | null> {
  const row = isId(id) ? await lockInspection(tx, id) : undefined;
  const decision = can(context.viewer, 'END', row && factsOf(row));
  if (row && (decision.allowed || decision.reason === 'ENDED')) return row;
  if (isId(id)) await recordLooks(tx, context, [refusal('RoomInspection', id)]);
  return null;
}

function lookAt({ viewer }: RoomContext, row: InspectionRow): AuditFacts {
  const decision = can(viewer, 'SEE', factsOf(row));
  return {
    authority: decision.allowed ? decision.authority : 'NONE',
    action: 'VIEW',
    categories: [],
    subjectType: 'RoomInspection',
    subjectId: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
  };
}
