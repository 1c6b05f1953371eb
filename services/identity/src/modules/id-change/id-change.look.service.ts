/** What is shown around form 2-2: seats, who can follow in them, and whether its minute has come. */
import { isOfficer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { perOperation } from '../../per-operation.ts';
import { tokyoDay, type User } from '../user/index.ts';
import { endsPlace, type Successor } from './id-change.details.ts';
import { toSeat } from './id-change.mapper.ts';
import { findChange, type Standing, standings } from './id-change.repository.ts';
import type { IdChangeDetails, StewardSeatType } from './id-change.type.ts';
import { seatById, stewardSeatsOf, type StewardRow, teamsOf } from './room-seat.repository.ts';
import { seatsEndingWith } from './seat.service.ts';

const standingsOf = perOperation(async (context, ids) => {
  const found = await context.asService((tx) => standings(tx, ids));
  return ids.map((id) => found.get(id) ?? null);
});

/** @param applicationId of an application that the viewer sees; empty for one that was not filed */
export const standingOf = async (context: IdentityContext, applicationId: string): Promise<Standing | null> =>
  applicationId === '' ? null : standingsOf(context).load(applicationId);

/** Those that end with the place, and those that were passed on. */
export function seatsOfChange(context: IdentityContext, details: IdChangeDetails): Promise<StewardSeatType[]> {
  const { facilityId } = details;
  if (!endsPlace(details.kind) || !facilityId) return Promise.resolve([]);
  return context.asService(async (tx) => {
    const day = tokyoDay(details.effectiveAt ?? context.now());
    const isCarriedOut = details.applicationId !== '' && Boolean((await findChange(tx, details.applicationId))?.doneAt);
    const ending = await seatsEndingWith(tx, { userId: details.userId, facilityId, day });
    const open = isCarriedOut ? ending.filter(({ is_vacant }) => is_vacant) : ending;
    const passedOn = await passedOnSeats(
      details.successors.filter(({ seatId }) => !open.some((row) => row.membership_id === seatId)),
      (id) => seatById(tx, id),
    );
    return [...open, ...passedOn].map((row) => toSeat(row, details.successors));
  });
}

async function passedOnSeats(successors: readonly Successor[], find: (id: string) => ReturnType<typeof seatById>): Promise<StewardRow[]> {
  const rows: StewardRow[] = [];
  for (const { seatId } of successors) {
    const seat = await find(seatId);
    if (seat)
      rows.push({
        membership_id: seat.membershipId,
        room_id: seat.roomId,
        room_number: seat.roomNumber ?? null,
        user_id: seat.userId,
        facility_id: seat.facilityId ?? null,
        is_vacant: false,
      });
  }
  return rows;
}

/** Before anything is filed: what there will be to pass on. */
export async function ownSeats(context: IdentityContext, userId: string): Promise<StewardSeatType[] | null> {
  if (!('user' in (await context.loaders.administered.load(userId)))) return null;
  const rows = await context.asService((tx) => stewardSeatsOf(tx, [userId]));
  return rows.filter(({ is_vacant }) => !is_vacant).map((row) => toSeat(row, []));
}

/** R13: a room's team is shown to the center, and to an administrator as far as they answer for these people anyway. */
export async function candidatesFor({ asService, loaders, viewer }: IdentityContext, { roomId, userId }: StewardSeatType): Promise<User[]> {
  const team = await asService((tx) => teamsOf(tx, [roomId]));
  const others = [...new Set(team.map((seat) => seat.userId))].filter((id) => id !== userId);
  const known = await Promise.all(
    others.map(async (id) => (isOfficer(viewer) || 'user' in (await loaders.administered.load(id)) ? loaders.user.load(id) : null)),
  );
  return known.filter((user) => user !== null && !user.deactivatedAt) as User[];
}
