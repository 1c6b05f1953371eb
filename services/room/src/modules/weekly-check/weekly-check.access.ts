/** The one way to weekly checks. */
import type { AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type WeeklyCheckFacts } from './weekly-check.policy.ts';
import { selectChecks, selectChecksOfRooms, selectDue, type WeeklyCheckRow } from './weekly-check.repository.ts';

/** A year of them. */
const shownAtMost = 53;

export const factsOf = (row: WeeklyCheckRow): WeeklyCheckFacts => ({
  districtId: row.district_id,
  viewerRole: row.viewer_role,
  isInspecting: row.is_inspecting,
  isSteward: row.is_steward,
  isSigned: row.completed_at !== null,
  isWithCenter: row.overdue_at !== null || row.outcome === 'REFERRED_TO_CENTER',
  isRoomOpen: row.is_room_open,
});

interface Loaders {
  byId: DataLoader<string, WeeklyCheckRow | null>;
  ofRoom: DataLoader<string, WeeklyCheckRow[]>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function weeklyCheckLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const created: Loaders = {
    byId: new DataLoader((ids) => context.read((tx) => checksById(tx, context, ids))),
    ofRoom: new DataLoader((ids) =>
      context.read(async (tx) => {
        const rows = await access(tx, context, await selectChecksOfRooms(tx, ids.filter(isId), shownAtMost));
        const byRoom = Map.groupBy(rows, ({ room_id }) => room_id);
        return ids.map((id) => byRoom.get(id) ?? []);
      }),
    ),
  };
  known.set(context, created);
  return created;
}

export const forgetWeeklyChecks = (context: RoomContext): boolean => known.delete(context);

export const listDueChecks = (context: RoomContext): Promise<WeeklyCheckRow[]> =>
  context.read(async (tx) => access(tx, context, await selectDue(tx)));

async function checksById(tx: Em, context: RoomContext, ids: readonly string[]): Promise<(WeeklyCheckRow | null)[]> {
  const rows = await access(tx, context, await selectChecks(tx, ids.filter(isId)));
  const found = ids.map((id) => rows.find((row) => row.id === id) ?? null);
  const denied = ids.filter((id, index) => isId(id) && !found[index]);
  await recordLooks(
    tx,
    context,
    denied.map((id) => refusal('WeeklyCheck', id)),
  );
  return found;
}

async function access(tx: Em, context: RoomContext, rows: readonly WeeklyCheckRow[]): Promise<WeeklyCheckRow[]> {
  const seen = rows.filter((row) => can(context.viewer, 'SEE', factsOf(row)).allowed);
  const byRoom = Map.groupBy(seen, ({ room_id }) => room_id);
  await recordLooks(
    tx,
    context,
    [...byRoom.values()].flatMap(([first]) => (first ? [lookAt(context, first)] : [])),
  );
  return seen;
}

function lookAt({ viewer }: RoomContext, row: WeeklyCheckRow): AuditFacts {
  const decision = can(viewer, 'SEE', factsOf(row));
  return { ...aboutCheck(row), authority: decision.allowed ? decision.authority : 'NONE', action: 'VIEW' };
}

export const aboutCheck = ({ id, room_id, patient_id }: Pick<WeeklyCheckRow, 'id' | 'room_id' | 'patient_id'>) => ({
  categories: [],
  subjectType: 'WeeklyCheck',
  subjectId: id,
  roomId: room_id,
  patientId: patient_id,
});
