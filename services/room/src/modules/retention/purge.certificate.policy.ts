/** What a certificate of erasure says, and its hash. Pure. */
import { createHash } from 'node:crypto';
import type { RetentionRow } from './retention.repository.ts';

type Purge = NonNullable<RetentionRow['purge']>;
type Room = Pick<RetentionRow, 'room_id' | 'room_number' | 'application_number'>;

/** As the API tells times, whatever time zone the database speaks in. */
const inUtc = (time: string | null): string => (time === null ? '' : new Date(time).toISOString());

/** Ids, times and numbers in a fixed order, line by line as they are printed; a room without a known form 4-3 has the lines of version 1. */
export const certificateLines = ({ room_id, room_number, application_number }: Room, purge: Purge): string[] => [
  application_number === null ? 'heya erasure 1' : 'heya erasure 2',
  room_id,
  room_number,
  ...(application_number === null ? [] : [application_number]),
  ...[
    purge.first_by,
    inUtc(purge.first_at),
    purge.second_by ?? '',
    inUtc(purge.second_at),
    inUtc(purge.begun_at),
    inUtc(purge.finished_at),
  ],
  ...purge.parts.map(({ service, sha256, counts }) => [service, sha256, ...counts.map(({ name, count }) => `${name}=${count}`)].join(' ')),
];

/** SHA-256 of the lines in UTF-8, one LF between each two, so that whoever holds the paper can work it out. */
export const certificateHash = (room: Room, purge: Purge): string =>
  createHash('sha256').update(certificateLines(room, purge).join('\n')).digest('hex');
