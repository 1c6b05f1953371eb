/** The one way to packages that were brought: one's own, and for the care team those that came in. */
import { auditAll } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { outcomeOf, recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type ImportFacts, type ImportRefusal, type RoomToImport } from './bring-in.policy.ts';
import {
  findImportPlace,
  type ImportRow,
  type RoomToImportRow,
  selectImports,
  selectImportsOfRooms,
  selectRoomsToImport,
  selectRoomsWithPosts,
} from './bring-in.repository.ts';

const shownAtMost = 10;

const factsOf = (row: ImportRow): ImportFacts => ({
  broughtBy: row.brought_by,
  state: row.state,
  mayImport: row.may_import,
  hasExpired: row.has_expired,
});

export const roomFacts = (row: RoomToImportRow): RoomToImport => ({
  isMember: row.is_member,
  consentInForce: row.consent_in_force,
  mayImport: row.may_import,
});

interface Loaders {
  ofRoom: DataLoader<string, ImportRow[]>;
  mayImport: DataLoader<string, boolean>;
  hasPosts: DataLoader<string, boolean>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function bringInLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const created: Loaders = {
    ofRoom: new DataLoader((ids) => context.read((tx) => importsOfRooms(tx, context, ids))),
    mayImport: new DataLoader((ids) =>
      context.read(async (tx) => {
        const rows = await selectRoomsToImport(tx, ids.filter(isId));
        return ids.map((id) => rows.find((row) => row.id === id)?.may_import ?? false);
      }),
    ),
    hasPosts: new DataLoader((ids) =>
      context.read(async (tx) => {
        const found = await selectRoomsWithPosts(tx, ids.filter(isId));
        return ids.map((id) => found.has(id));
      }),
    ),
  };
  known.set(context, created);
  return created;
}

export const forgetImports = (context: RoomContext): boolean => known.delete(context);

async function importsOfRooms(tx: Em, context: RoomContext, ids: readonly string[]): Promise<ImportRow[][]> {
  const rows = await selectImportsOfRooms(tx, ids.filter(isId), shownAtMost);
  const seen = rows.filter((row) => can(context.viewer, 'SEE', factsOf(row)).allowed);
  const byRoom = Map.groupBy(seen, ({ room_id }) => room_id);
  const lines = [...byRoom.values()].flatMap(([row]) =>
    row ? [{ ...aboutImport(row), authority: 'MEMBERSHIP', action: 'VIEW' as const }] : [],
  );
  await auditAll(tx, context, lines);
  return ids.map((id) => byRoom.get(id) ?? []);
}

export type Access = { row: ImportRow; refused: null } | { row: null; refused: ImportRefusal };

/** One's own package for an action; what was refused is in the record of the patient it was aimed at. */
export async function accessImport(
  tx: Em,
  context: RoomContext,
  { id, action }: { id: string; action: 'LOOK' | 'TAKE' | 'CANCEL' },
): Promise<Access> {
  const [row] = isId(id) ? await selectImports(tx, [id]) : [];
  const decision = can(context.viewer, action, row && factsOf(row));
  if (row && decision.allowed) return { row, refused: null };
  const refused = decision.allowed ? 'NOT_FOUND' : decision.reason;
  if (isId(id)) await recordRefused(tx, context, id, refused);
  return { row: null, refused };
}

export async function recordRefused(tx: Em, context: RoomContext, id: string, reason: string): Promise<void> {
  const place = (await findImportPlace(tx, id)) ?? {};
  await recordLooks(tx, context, [refusal('RoomImport', id, { outcome: outcomeOf(reason), ...place })]);
}

export const aboutImport = ({ id, room_id: roomId, patient_id: patientId }: Pick<ImportRow, 'id' | 'room_id' | 'patient_id'>) => ({
  categories: [],
  subjectType: 'RoomImport',
  subjectId: id,
  roomId,
  patientId,
});
