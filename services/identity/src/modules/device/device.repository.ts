import type { Em } from '@heya/service-common/orm';
import { Device, PersonalDeviceAllowance } from './device.entity.ts';
import type { Workplace } from './device.policy.ts';
import type { DeviceStatus } from './device-words.ts';

export const findDevice = (tx: Em, id: string): Promise<Device | null> => tx.findOne(Device, { id });

export const devicesByIds = (tx: Em, ids: readonly string[]): Promise<Device[]> => tx.find(Device, { id: { $in: [...ids] } });

export const findByThumbprint = (tx: Em, thumbprint: string): Promise<Device | null> => tx.findOne(Device, { thumbprint });

/** The newest first; people and facilities have few. */
export const devicesOfUser = (tx: Em, userId: string): Promise<Device[]> =>
  tx.find(Device, { userId }, { orderBy: { registeredAt: 'desc', id: 'desc' }, limit: 100 });

/** Several people's, without those that were stopped. */
export const inUseOf = (tx: Em, userIds: readonly string[]): Promise<Device[]> =>
  tx.find(Device, { userId: { $in: [...userIds] }, status: { $ne: 'REVOKED' } }, { orderBy: { registeredAt: 'desc', id: 'desc' } });

export const devicesOfFacilities = (tx: Em, facilityIds: readonly string[]): Promise<Device[]> =>
  tx.find(Device, { facilityId: { $in: [...facilityIds] } }, { orderBy: { registeredAt: 'desc', id: 'desc' } });

export const countInUse = (tx: Em, userId: string): Promise<number> => tx.count(Device, { userId, status: { $ne: 'REVOKED' } });

export async function insertDevice(tx: Em, device: Device): Promise<void> {
  await tx.insert(Device, device);
}

/** @returns false when it was not in one of these states any more: of two who decide at once one does */
export async function moveDevice(tx: Em, id: string, from: readonly DeviceStatus[], change: Partial<Device>): Promise<boolean> {
  return (await tx.nativeUpdate(Device, { id, status: { $in: [...from] } }, change)) === 1;
}

/** Held until the transaction ends, so that nobody goes on with what is being stopped; alone, since whoever proves it marks it as seen. */
export async function holdDevice(tx: Em, id: string): Promise<void> {
  await tx.execute('select id from device where id = ? for no key update', [id]);
}

export async function recordSeen(tx: Em, id: string, lastSeenAt: Date): Promise<void> {
  await tx.nativeUpdate(Device, { id }, { lastSeenAt });
}

export async function findAllowance(tx: Em, userId: string): Promise<PersonalDeviceAllowance | null> {
  return tx.findOne(PersonalDeviceAllowance, { userId }, { orderBy: { allowedAt: 'desc', id: 'desc' } });
}

export const findAllowanceById = (tx: Em, id: string): Promise<PersonalDeviceAllowance | null> =>
  tx.findOne(PersonalDeviceAllowance, { id });

/** What the person has already follows the new date. */
export async function insertAllowance(tx: Em, allowance: PersonalDeviceAllowance): Promise<void> {
  await tx.insert(PersonalDeviceAllowance, allowance);
  await tx.nativeUpdate(
    Device,
    { userId: allowance.userId, ownership: 'PERSONAL_EXCEPTION', status: { $ne: 'REVOKED' } },
    { personalUntil: allowance.until },
  );
}

/** Where this person works today. */
export async function workplacesOf(tx: Em, userId: string, today: string): Promise<Workplace[]> {
  const rows = await tx.execute<{ facility_id: string; is_facility_admin: boolean }[]>(
    `select a.facility_id, bool_or(a.is_facility_admin) as is_facility_admin
       from affiliation a join practitioner p on p.id = a.practitioner_id
      where p.user_id = ? and a.since <= ?::date and (a.until is null or a.until >= ?::date) group by a.facility_id`,
    [userId, today, today],
  );
  return rows.map((row) => ({ facilityId: row.facility_id, isAdministrator: row.is_facility_admin }));
}
