/** The members of a room, page by page in the order of invitation. */
import type { MembershipState } from '@heya/schema/events';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { RoomContext } from '../platform/index.ts';
import { membershipLoaders } from './membership.access.ts';
import type { MembershipRow } from './membership.repository.ts';

interface Question {
  status?: MembershipState | null;
  first: number;
  after?: string | null;
}

/** A room holds few people, so they are read whole, for every field of the room in one statement. */
export async function listMemberships(
  context: RoomContext,
  roomId: string,
  { status, first, after }: Question,
): Promise<Connection<MembershipRow>> {
  const kind = `room.memberships:${roomId}`;
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after);
  const all = (await membershipLoaders(context).ofRoom.load(roomId)).filter((row) => !status || row.status === status);
  const rows = position ? all.filter((row) => comesAfter(row, position)) : all;
  return toConnection({
    seal: context.cursors,
    kind,
    rows,
    size,
    continued: position !== undefined,
    totalCount: all.length,
    position: placeOf,
  });
}

const placeOf = ({ invited_at, id }: MembershipRow): [string, string] => [new Date(invited_at).toISOString(), id];

function comesAfter(row: MembershipRow, [at, id]: (string | number)[]): boolean {
  const [ownAt, ownId] = placeOf(row);
  return ownAt > String(at) || (ownAt === at && ownId > String(id));
}
