/** The center's list of rooms: narrowed, newest first, page by page. */
import { isId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { RoomContext } from '../platform/index.ts';
import { accessCenterRooms, recordListed } from './room-list.access.ts';
import type { RoomFilter } from './room-list.inputs.ts';
import { writtenNumber } from './room-list.policy.ts';
import { type ListedRoom, type RoomQuestion } from './room-list.repository.ts';

const kind = 'rooms';
/** A long list is not counted to its end. */
const countedUpTo = 500;
const longestNumber = 40;

interface Page {
  first: number;
  after?: string | null;
}

/** @returns nothing, to whoever is no officer */
export async function listCenterRooms(context: RoomContext, filter: RoomFilter, { first, after }: Page): Promise<Connection<ListedRoom>> {
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after);
  const asked = questionOf(filter);
  return context.read(async (tx) => {
    const from = position && { openedAt: String(position[0]), id: String(position[1]) };
    const rows = asked && (await accessCenterRooms(tx, context, asked, { after: from, limit: size + 1 }));
    const counted = asked && rows ? await accessCenterRooms(tx, context, asked, { limit: countedUpTo + 1 }) : [];
    const page = toConnection({
      seal: context.cursors,
      kind,
      rows: rows ?? [],
      size,
      continued: position !== undefined,
      totalCount: counted && counted.length <= countedUpTo ? counted.length : null,
      position: (row) => [new Date(row.opened_at).toISOString(), row.id],
    });
    await recordListed(tx, context, page.nodes);
    return page;
  });
}

/** @returns undefined for what nothing can be found by */
function questionOf(filter: RoomFilter): RoomQuestion | undefined {
  const number = writtenNumber(filter.query ?? '');
  if (number.length > longestNumber || (filter.facilityId && !isId(filter.facilityId))) return undefined;
  return {
    statuses: filter.statuses?.length ? filter.statuses : null,
    number: number || null,
    facilityId: filter.facilityId ?? null,
    checkOverdue: filter.weeklyCheckOverdue ?? false,
    invitationWaiting: filter.invitationWaiting ?? false,
    stewardMissing: filter.stewardMissing ?? false,
    unusedSince: filter.inactiveSince ?? null,
  };
}
