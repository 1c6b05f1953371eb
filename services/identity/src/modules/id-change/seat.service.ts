/** Steward's seats of a person who goes, and who is to follow in them (R7). */
import type { Em } from '@heya/service-common/orm';
import { endsPlace, type ChangeDetails, type Successor } from './id-change.details.ts';
import { placesOf } from './id-change.repository.ts';
import { stewardSeatsOf, type StewardRow, teamsOf } from './room-seat.repository.ts';

export interface Leaving {
  userId: string;
  facilityId: string;
  /** Day in Japan on which the place ends. */
  day: string;
}

/** @returns whether no other place of work is left from that day on: then every membership ends, whatever it was held through */
export async function isOnlyPlace(tx: Em, { userId, facilityId, day }: Leaving): Promise<boolean> {
  return (await placesOf(tx, userId)).every(({ facility_id, until }) => facility_id === facilityId || (until !== null && until < day));
}

/** The seats that end with a place. */
export async function seatsEndingWith(tx: Em, leaving: Leaving): Promise<StewardRow[]> {
  const seats = await stewardSeatsOf(tx, [leaving.userId]);
  if (seats.length === 0 || (await isOnlyPlace(tx, leaving))) return seats;
  return seats.filter(({ facility_id }) => facility_id === leaving.facilityId);
}

/** @returns of each seat whether the person named is in that room and stays there */
export async function seatsWithoutSuccessor(
  tx: Em,
  { change, userId }: Pick<ChangeDetails, 'change' | 'userId'>,
  { seats, successors }: { seats: readonly StewardRow[]; successors: readonly Successor[] },
): Promise<StewardRow[]> {
  if (!endsPlace(change) || seats.length === 0) return [];
  const team = await teamsOf(tx, [...new Set(seats.map(({ room_id }) => room_id))]);
  return seats.filter(({ membership_id, room_id }) => {
    const named = successors.find(({ seatId }) => seatId === membership_id);
    return !named || named.userId === userId || !team.some((seat) => seat.roomId === room_id && seat.userId === named.userId);
  });
}
