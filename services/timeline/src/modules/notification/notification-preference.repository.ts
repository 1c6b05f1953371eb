/** How one wants to be told, in the database: one's own alone. */
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { idArray } from '../access/index.ts';
import type { ChosenChannels } from './notification.policy.ts';

export interface PreferenceRow {
  channels: ChosenChannels;
  quietFrom: string | null;
  quietTo: string | null;
  digestAt: string | null;
  mutedRoomIds: string[];
}

/** Until somebody chooses otherwise. */
export const usualDigestAt = '07:30';

export async function findPreferences(tx: Em): Promise<PreferenceRow> {
  const [row] = await planned<PreferenceRow>(
    tx,
    `select f.channels, f.quiet_from as "quietFrom", f.quiet_to as "quietTo",
            case when f.user_id is null then '${usualDigestAt}' else f.digest_at end as "digestAt",
            coalesce((select json_agg(u.room_id order by u.room_id) from notification_mute u
              where u.user_id = viewer_user() and u.room_id = any ((select rooms_belonged('EVERYONE'))::uuid[])), '[]') as "mutedRoomIds"
       from (select viewer_user() as id) me left join notification_preference f on f.user_id = me.id`,
    [],
  );
  return row ?? { channels: null, quietFrom: null, quietTo: null, digestAt: usualDigestAt, mutedRoomIds: [] };
}

export async function savePreferences(
  tx: Em,
  userId: string,
  { channels, quietFrom, quietTo, digestAt }: Omit<PreferenceRow, 'mutedRoomIds'>,
): Promise<void> {
  await planned(
    tx,
    `insert into notification_preference (user_id, channels, quiet_from, quiet_to, digest_at, updated_at) values (?, ?::jsonb, ?, ?, ?, clock_timestamp())
     on conflict (user_id) do update set channels = excluded.channels, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, digest_at = excluded.digest_at, updated_at = excluded.updated_at`,
    [userId, JSON.stringify(channels ?? {}), quietFrom, quietTo, digestAt],
  );
}

/** All that are muted from now on; rooms one is no longer in are forgotten. */
export async function saveMutes(tx: Em, userId: string, roomIds: readonly string[]): Promise<void> {
  await planned(tx, 'delete from notification_mute where user_id = ? and room_id <> all(?::uuid[])', [userId, idArray(roomIds)]);
  await planned(
    tx,
    'insert into notification_mute (user_id, room_id) select ?::uuid, id from unnest(?::uuid[]) id on conflict do nothing',
    [userId, idArray(roomIds)],
  );
}

/** @returns which of these the person takes part in now */
export async function findBelonging(tx: Em, roomIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await planned<{ id: string }>(
    tx,
    `select id from unnest(?::uuid[]) id where id = any ((select rooms_belonged('EVERYONE'))::uuid[])`,
    [idArray(roomIds.filter(isId))],
  );
  return new Set(rows.map(({ id }) => id));
}
