/** The one way to how a room ends. */
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import { isOfficer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type RetentionFacts } from './retention.policy.ts';
import { type RetentionRow, type RetentionStage, selectRetentionPage, selectRetentions } from './retention.repository.ts';

export const factsOf = (row: RetentionRow): RetentionFacts => ({
  isHoldOver: row.is_hold_over,
  confirmedBy: [row.purge?.first_by, row.purge?.second_by].filter((id) => typeof id === 'string'),
  isPurged: Boolean(row.purge?.begun_at),
  districtId: row.district_id,
  viewerRole: row.viewer_role,
  isHeld: row.holds[0]?.lifted_at === null,
});

interface Loaders {
  /** As somebody who names the room asks. */
  byRoom: DataLoader<string, RetentionRow | null>;
  /** Of a room that is shown already: where there is nothing, nothing was refused. */
  ofRoom: DataLoader<string, RetentionRow | null>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function retentionLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const load = (refuses: boolean) =>
    new DataLoader((ids: readonly string[]) => context.read((tx) => retentionsByRoom(tx, context, { ids, refuses })));
  const created: Loaders = { byRoom: load(true), ofRoom: load(false) };
  known.set(context, created);
  return created;
}

export const forgetRetentions = (context: RoomContext): boolean => known.delete(context);

async function retentionsByRoom(
  tx: Em,
  context: RoomContext,
  { ids, refuses }: { ids: readonly string[]; refuses: boolean },
): Promise<(RetentionRow | null)[]> {
  const rows = await access(tx, context, await selectRetentions(tx, ids.filter(isId)));
  const found = ids.map((id) => rows.find(({ room_id }) => room_id === id.toLowerCase()) ?? null);
  const denied = refuses ? ids.filter((id, index) => isId(id) && !found[index]) : [];
  await recordLooks(
    tx,
    context,
    denied.map((id) => refusal('RoomRetention', id)),
  );
  return found;
}

async function access(tx: Em, context: RoomContext, rows: readonly RetentionRow[]): Promise<RetentionRow[]> {
  const seen = rows.flatMap((row) => {
    const decision = can(context.viewer, 'SEE', factsOf(row));
    return decision.allowed ? [{ row, authority: decision.authority }] : [];
  });
  await recordLooks(
    tx,
    context,
    seen.map(({ row, authority }) => ({ ...aboutRetention(row), authority, action: 'VIEW' })),
  );
  return seen.map(({ row }) => row);
}

export const aboutRetention = ({ room_id, patient_id }: Pick<RetentionRow, 'room_id' | 'patient_id'>) => ({
  categories: [],
  subjectType: 'RoomRetention',
  subjectId: room_id,
  roomId: room_id,
  patientId: patient_id,
});

const kind = 'roomRetentions';

interface Wanted {
  stages: readonly RetentionStage[];
  first: number;
  after: string | null | undefined;
}

/** @returns rooms of the officer's district that are or were being closed, newest first; null for whoever is no officer */
export function listRetentions(context: RoomContext, { stages, first, after }: Wanted): Promise<Connection<RetentionRow> | null> {
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after);
  const { viewer } = context;
  return context.read(async (tx) => {
    if (!isOfficer(viewer)) {
      await recordLooks(tx, context, [refusal('RoomRetention', null)]);
      return null;
    }
    const from = position && { startedAt: String(position[0]), roomId: String(position[1]) };
    const found = await selectRetentionPage(tx, { districtId: viewer.districtId, stages, size, after: from });
    const page = toConnection({
      seal: context.cursors,
      kind,
      rows: found,
      size,
      continued: position !== undefined,
      position: ({ room_id, started_at }) => [new Date(started_at).toISOString(), room_id],
    });
    await access(tx, context, page.nodes);
    return page;
  });
}
