/** The one way to memberships. */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import type { RoomContext } from '../platform/index.ts';
import {
  type MembershipRow,
  selectMembershipsById,
  selectMembershipsOfRooms,
  selectOwnInvitations,
  selectShared,
} from './membership.repository.ts';

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
  const fresh = async <T>(read: () => Promise<T>): Promise<T> => {
    await context.requireFresh();
    return read();
  };
  const created: Loaders = {
    byId: new DataLoader((ids) => fresh(() => membershipsById(context, ids))),
    ofRoom: new DataLoader((ids) => fresh(() => membershipsOfRooms(context, ids))),
    shared: new DataLoader((ids) => fresh(() => sharedWith(context, ids))),
  };
  known.set(context, created);
  return created;
}

export const forgetMemberships = (context: RoomContext): boolean => known.delete(context);

export async function listInvitations(context: RoomContext): Promise<MembershipRow[]> {
  await context.requireFresh();
  return context.read(selectOwnInvitations);
}

async function membershipsById(context: RoomContext, ids: readonly string[]): Promise<(MembershipRow | null)[]> {
  const rows = await context.read(async (tx) => {
    const found = await selectMembershipsById(tx, ids.filter(isId));
    await recordLook(tx, context, found.filter(isAnothers(context)));
    return found;
  });
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

function membershipsOfRooms(context: RoomContext, roomIds: readonly string[]): Promise<MembershipRow[][]> {
  return context.read(async (tx) => {
    const rows = await selectMembershipsOfRooms(tx, roomIds.filter(isId));
    await recordLook(tx, context, rows);
    const byRoom = Map.groupBy(rows, ({ room_id }) => room_id);
    return roomIds.map((id) => byRoom.get(id) ?? []);
  });
}

async function sharedWith(context: RoomContext, userIds: readonly string[]): Promise<MembershipRow[][]> {
  const rows = await context.read(async (tx) => {
    const found = await selectShared(tx, userIds.filter(isId));
    await recordLook(tx, context, found.filter(isAnothers(context)));
    return found;
  });
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
  return userIds.map((id) => byUser.get(id) ?? []);
}

/** One's own place in a room tells nothing of others. */
const isAnothers =
  ({ viewer }: RoomContext) =>
  ({ user_id }: MembershipRow): boolean =>
    viewer.type !== 'person' || user_id !== viewer.userId;

/** Who is in a room is a look at the patient's circle, so it is recorded (R32). */
async function recordLook(tx: Em, context: RoomContext, rows: readonly MembershipRow[]): Promise<void> {
  for (const [roomId, [first]] of Map.groupBy(rows, ({ room_id }) => room_id)) {
    await audit(tx, context, {
      authority: context.viewer.type === 'channel' ? 'CHANNEL' : 'MEMBERSHIP',
      action: 'VIEW',
      categories: [],
      subjectType: 'RoomMembership',
      subjectId: null,
      roomId,
      patientId: first?.patient_id ?? null,
    });
  }
}
