/** What a certificate of erasure says, and its hash. Pure. */
import { createHash } from 'node:crypto';
import type { RetentionRow } from './retention.repository.ts';

type Purge = NonNullable<RetentionRow['purge']>;

/** As the API tells times, whatever time zone the database speaks in. */
const inUtc = (time: string | null): string => (time === null ? '' : new Date(time).toISOString());

/** Ids, times and numbers in a fixed order, so that whoever has them can work out the same hash. */
export function certificateHash({ room_id, room_number }: Pick<RetentionRow, 'room_id' | 'room_number'>, purge: Purge): string {
  const said = [
    'heya erasure 1',
    room_id,
    room_number,
    ...[purge.first_by, inUtc(purge.first_at), purge.second_by, inUtc(purge.second_at), inUtc(purge.begun_at), inUtc(purge.finished_at)],
    ...purge.parts.map(({ service, sha256, counts }) =>
      [service, sha256, ...counts.map(({ name, count }) => `${name}=${count}`)].join(' '),
    ),
  ];
  return createHash('sha256').update(said.join('\n')).digest('hex');
}
