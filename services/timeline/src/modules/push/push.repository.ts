/** A person's own devices, in the database. */
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import type { PushDevice } from '../access/index.ts';

export interface DeviceRow extends PushDevice {
  id: string;
  locale: 'ja' | 'ja-plain' | 'en';
}

/** Whoever has more loses the oldest. */
const mostDevices = 10;

/** The same device again takes its former place. */
export async function saveDevice(
  tx: Em,
  userId: string,
  { endpoint, p256dh, auth, locale, deviceId }: Omit<DeviceRow, 'id'> & { deviceId: string | null },
): Promise<void> {
  await removeDevice(tx, userId, endpoint);
  await planned(
    tx,
    `delete from push_subscription where id in (select s.id from push_subscription s where s.user_id = ? order by s.created_at desc offset ${mostDevices - 1})`,
    [userId],
  );
  await planned(
    tx,
    `insert into push_subscription (id, user_id, endpoint, p256dh, auth, device_id, locale) values (?, ?, ?, ?, ?, ?::uuid, ?)
     on conflict (user_id, endpoint) do nothing`,
    [newId(), userId, endpoint, p256dh, auth, deviceId, locale],
  );
}

export async function removeDevice(tx: Em, userId: string, endpoint: string): Promise<void> {
  await planned(tx, 'delete from push_subscription where user_id = ? and endpoint = ?', [userId, endpoint]);
}

const columns = 's.id, s.endpoint, s.p256dh, s.auth, s.locale';

export function findOwnDevices(tx: Em, userId: string): Promise<DeviceRow[]> {
  return planned(tx, `select ${columns} from push_subscription s where s.user_id = ? order by s.created_at`, [userId]);
}

/** A browser that somebody else has chosen since is theirs. For the service. */
export function findDevices(tx: Em, userId: string): Promise<DeviceRow[]> {
  return planned(
    tx,
    `select ${columns} from push_subscription s where s.user_id = ? and not exists (
       select 1 from push_subscription later where later.endpoint = s.endpoint and later.created_at > s.created_at) order by s.created_at`,
    [userId],
  );
}

/** Devices that are told no more; saved anew they stay. */
export async function forgetDevices(tx: Em, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await planned(tx, 'delete from push_subscription where id = any(?::uuid[])', [`{${ids.join(',')}}`]);
}
