/** The one way to orders of taking a room along: one's own. */
import { auditAll } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { outcomeOf, recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type ExportFacts, type RoomToExport } from './take-along.policy.ts';
import {
  type ExportRow,
  findExportPlace,
  type RoomToExportRow,
  selectExports,
  selectExportsOfRooms,
  selectRoomsToExport,
} from './take-along.repository.ts';

const shownAtMost = 10;

export const factsOf = (row: ExportRow): ExportFacts => ({
  askedBy: row.asked_by,
  state: row.state,
  mayExport: row.may_export,
  hasExpired: row.has_expired,
});

export const roomFacts = (row: RoomToExportRow): RoomToExport => ({
  isMember: row.is_member,
  consentInForce: row.consent_in_force,
  mayExport: row.may_export,
});

interface Loaders {
  ofRoom: DataLoader<string, ExportRow[]>;
  mayExport: DataLoader<string, boolean>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function takeAlongLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const created: Loaders = {
    ofRoom: new DataLoader((ids) => context.read((tx) => exportsOfRooms(tx, context, ids))),
    mayExport: new DataLoader((ids) =>
      context.read(async (tx) => {
        const rows = await selectRoomsToExport(tx, ids.filter(isId));
        return ids.map((id) => rows.find((row) => row.id === id)?.may_export ?? false);
      }),
    ),
  };
  known.set(context, created);
  return created;
}

export const forgetExports = (context: RoomContext): boolean => known.delete(context);

async function exportsOfRooms(tx: Em, context: RoomContext, ids: readonly string[]): Promise<ExportRow[][]> {
  const rows = await selectExportsOfRooms(tx, ids.filter(isId), shownAtMost);
  const seen = rows.filter((row) => can(context.viewer, 'SEE', factsOf(row)).allowed);
  const byRoom = Map.groupBy(seen, ({ room_id }) => room_id);
  const lines = [...byRoom.values()].flatMap(([row]) => (row ? [{ ...aboutExport(row), authority: 'SELF', action: 'VIEW' as const }] : []));
  await auditAll(tx, context, lines);
  return ids.map((id) => byRoom.get(id) ?? []);
}

/** One's own order for an action; what was refused is in the record of the patient it was aimed at. */
export async function accessExport(
  tx: Em,
  context: RoomContext,
  { id, action }: { id: string; action: 'LINK' | 'CANCEL' },
): Promise<{ row: ExportRow; refused: null } | { row: null; refused: Exclude<ReturnType<typeof can>, { allowed: true }>['reason'] }> {
  const [row] = isId(id) ? await selectExports(tx, [id]) : [];
  const decision = can(context.viewer, action, row && factsOf(row));
  if (row && decision.allowed) return { row, refused: null };
  const refused = decision.allowed ? 'NOT_FOUND' : decision.reason;
  if (isId(id)) await recordRefused(tx, context, id, refused);
  return { row: null, refused };
}

export async function recordRefused(tx: Em, context: RoomContext, id: string, reason: string): Promise<void> {
  const place = (await findExportPlace(tx, id)) ?? {};
  await recordLooks(tx, context, [refusal('RoomExport', id, { outcome: outcomeOf(reason), ...place })]);
}

export const aboutExport = ({ id, room_id: roomId, patient_id: patientId }: ExportRow) => ({
  categories: [],
  subjectType: 'RoomExport',
  subjectId: id,
  roomId,
  patientId,
});
