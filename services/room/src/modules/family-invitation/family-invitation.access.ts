/** The one way to the invitations of family and patients. */
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type RoomForFamily } from './family-invitation.policy.ts';
import {
  type FamilyInvitationRow,
  placeOf,
  type RoomForFamilyRow,
  selectOfRooms,
  selectRoomsForFamily,
  selectWaiting,
} from './family-invitation.repository.ts';

export const factsOf = (row: RoomForFamilyRow): RoomForFamily => ({
  isRoomOpen: row.status === 'ACTIVE',
  mayChange: row.may_change,
  manages: row.manages,
  mayCome: { FAMILY: row.family_may_come, PATIENT: row.patient_may_come },
});

export const about = ({ id, room_id: roomId, patient_id: patientId, district_id: districtId }: FamilyInvitationRow) => ({
  subjectType: 'FamilyInvitation',
  subjectId: id,
  categories: [],
  ...{ roomId, patientId, districtId },
});

interface Loaders {
  rooms: DataLoader<string, RoomForFamilyRow | null>;
  ofRoom: DataLoader<string, FamilyInvitationRow[] | null>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function familyLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const created: Loaders = {
    rooms: new DataLoader((ids) =>
      context.read(async (tx) => {
        const rows = await selectRoomsForFamily(tx, ids.filter(isId));
        return ids.map((id) => rows.find((row) => row.id === id) ?? null);
      }),
    ),
    ofRoom: new DataLoader((ids) => context.read((tx) => invitationsOf(tx, context, ids))),
  };
  known.set(context, created);
  return created;
}

export const forgetFamily = (context: RoomContext): boolean => known.delete(context);

/** @returns null for whoever does not see to the family of that room; who is invited tells of the patient's circle, so looks are recorded */
async function invitationsOf(tx: Em, context: RoomContext, ids: readonly string[]): Promise<(FamilyInvitationRow[] | null)[]> {
  const asked = ids.filter(isId);
  const rooms = await selectRoomsForFamily(tx, asked);
  const rows = Map.groupBy(await selectOfRooms(tx, asked), ({ room_id }) => room_id);
  const seen = ids.map((id) => {
    const room = rooms.find((row) => row.id === id);
    return { id, room, decision: can(context.viewer, 'MANAGE', room && factsOf(room)) };
  });
  await recordLooks(
    tx,
    context,
    seen.flatMap(({ id, room, decision }) => {
      if (!isId(id)) return [];
      if (!room || !decision.allowed) return [refusal('FamilyInvitation', null, room && { roomId: id, patientId: room.patient_id })];
      const place = { roomId: id, patientId: room.patient_id };
      return [
        { authority: decision.authority, action: 'VIEW', categories: [], subjectType: 'FamilyInvitation', subjectId: null, ...place },
      ];
    }),
  );
  return seen.map(({ id, decision }) => (decision.allowed ? (rows.get(id) ?? []) : null));
}

/** For the account that was made with the code. Whose they are reads only what is theirs. */
export const listWaiting = (context: RoomContext): Promise<FamilyInvitationRow[]> =>
  isPerson(context.viewer) ? context.read((tx) => selectWaiting(tx)) : Promise.resolve([]);

/** Written down, in the room at which it was aimed. */
export async function recordRefusal(tx: Em, context: RoomContext, id: string | null): Promise<void> {
  const place = id && isId(id) ? await placeOf(tx, id) : undefined;
  await recordLooks(tx, context, [refusal('FamilyInvitation', null, place)]);
}
