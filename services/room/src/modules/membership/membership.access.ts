/** The one way to memberships. */
import type { AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type MembershipAuthority, type MembershipFacts } from './membership.policy.ts';
import {
  type MembershipRow,
  selectMembershipsById,
  selectMembershipsOfRooms,
  selectOwnInvitations,
  selectShared,
} from './membership.repository.ts';

export const factsOf = ({ viewer }: RoomContext, row: MembershipRow): MembershipFacts => ({
  isOwn: viewer.type === 'person' && row.user_id === viewer.userId,
  status: row.status,
  viewerRole: row.viewer_role,
  isInspecting: row.is_inspecting,
});

interface Loaders {
  byId: DataLoader<string, MembershipRow | null>;
  ofRoom: DataLoader<string, MembershipRow[]>;
  shared: DataLoader<string, MembershipRow[]>;
}

const known = new WeakMap<RoomContext, Loaders>();

/** One statement for all rooms, memberships or people an operation asks about. */
export function membershipLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const created: Loaders = {
    byId: new DataLoader((ids) => membershipsById(context, ids)),
    ofRoom: new DataLoader((ids) => membershipsOf(context, ids, selectMembershipsOfRooms, 'room_id')),
    shared: new DataLoader((ids) => membershipsOf(context, ids, selectShared, 'user_id')),
  };
  known.set(context, created);
  return created;
}

export const forgetMemberships = (context: RoomContext): boolean => known.delete(context);

export const listInvitations = (context: RoomContext): Promise<MembershipRow[]> =>
  context.read(async (tx) => access(tx, context, await selectOwnInvitations(tx)));

function membershipsById(context: RoomContext, ids: readonly string[]): Promise<(MembershipRow | null)[]> {
  return context.read(async (tx) => {
    const rows = await access(tx, context, await selectMembershipsById(tx, ids.filter(isId)));
    const found = ids.map((id) => rows.find((row) => row.id === id) ?? null);
    const denied = ids.filter((id, index) => isId(id) && !found[index]);
    await recordLooks(
      tx,
      context,
      denied.map((id) => refusal('RoomMembership', id)),
    );
    return found;
  });
}

function membershipsOf(
  context: RoomContext,
  ids: readonly string[],
  select: (tx: Em, ids: readonly string[]) => Promise<MembershipRow[]>,
  by: 'room_id' | 'user_id',
): Promise<MembershipRow[][]> {
  return context.read(async (tx) => {
    const rows = Map.groupBy(await access(tx, context, await select(tx, ids.filter(isId))), (row) => row[by]);
    return ids.map((id) => rows.get(id) ?? []);
  });
}

/** @returns what may be seen of these; who is in a room is a look at the patient's circle, so it is recorded (R32) */
async function access(tx: Em, context: RoomContext, rows: readonly MembershipRow[]): Promise<MembershipRow[]> {
  const seen = rows.flatMap((row) => {
    const decision = can(context.viewer, 'SEE', factsOf(context, row));
    return decision.allowed ? [{ row, authority: decision.authority }] : [];
  });
  // One's own place in a room tells nothing of others.
  const looks = Map.groupBy(
    seen.filter(({ row }) => !factsOf(context, row).isOwn),
    ({ row }) => row.room_id,
  );
  await recordLooks(
    tx,
    context,
    [...looks.values()].flatMap(([first]) => (first ? [lookAt(first.row, first.authority)] : [])),
  );
  return seen.map(({ row }) => row);
}

const lookAt = ({ room_id: roomId, patient_id: patientId }: MembershipRow, authority: MembershipAuthority): AuditFacts => ({
  authority,
  action: 'VIEW',
  categories: [],
  subjectType: 'RoomMembership',
  subjectId: null,
  roomId,
  patientId,
});
