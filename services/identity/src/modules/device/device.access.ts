/** The only way to a device: under the viewer's row-level security, then by the policy. Absent and forbidden are one answer. */
import { isId } from '@heya/service-common/id';
import { isPerson } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import type { IdentityContext } from '../../context.ts';
import { perOperation } from '../../per-operation.ts';
import { canOnFacility, type FacilityType } from '../facility/index.ts';
import { ownSessions, requirePerson } from '../session/index.ts';
import { tokyoDay } from '../user/index.ts';
import type { Device } from './device.entity.ts';
import { can, type Workplace } from './device.policy.ts';
import * as repository from './device.repository.ts';
import type { DeviceStatus } from './device-words.ts';
import { deviceStanding, type Standing } from './proof.service.ts';

interface DeviceLoaders {
  workplaces: DataLoader<string, Workplace[]>;
  device: DataLoader<string, Device | null>;
}

/** For one operation, and for one viewer. */
const loaders = new WeakMap<IdentityContext, DeviceLoaders>();

function loadersOf(context: IdentityContext): DeviceLoaders {
  const known = loaders.get(context) ?? {
    workplaces: new DataLoader<string, Workplace[]>((userIds) =>
      Promise.all(userIds.map((userId) => context.read((tx) => repository.workplacesOf(tx, userId, tokyoDay(context.now()))))),
    ),
    device: new DataLoader<string, Device | null>(async (ids) => {
      const rows = await context.read((tx) => repository.devicesByIds(tx, ids.filter(isId)));
      const workplaces = await workplacesOfViewer(context);
      const seen = rows.filter((device) => can(context.viewer, 'SEE', { device, workplaces }).allowed);
      return ids.map((id) => seen.find((device) => device.id === id.toLowerCase()) ?? null);
    }),
  };
  loaders.set(context, known);
  return known;
}

/** Where the viewer works today. */
export const workplacesOfViewer = (context: IdentityContext): Promise<Workplace[]> =>
  isPerson(context.viewer) ? loadersOf(context).workplaces.load(context.viewer.userId) : Promise.resolve([]);

export const findDeviceForViewer = (context: IdentityContext, id: string): Promise<Device | null> => loadersOf(context).device.load(id);

export function ownDevices(context: IdentityContext): Promise<Device[]> {
  const { userId } = requirePerson(context);
  return context.read((tx) => repository.devicesOfUser(tx, userId));
}

/** What is asked of this sign-in, and what it has. */
export async function ownStanding(context: IdentityContext): Promise<Standing> {
  const { kind, districtId, sessionId } = requirePerson(context);
  const session = (await ownSessions(context)).find(({ id }) => id === sessionId);
  return context.read((tx) => deviceStanding(tx, { user: { kind, districtId }, deviceId: session?.deviceId, now: context.now() }));
}

const devicesOf = perOperation<Device[]>(async ({ read }, facilityIds) => {
  const found = Map.groupBy(await read((tx) => repository.devicesOfFacilities(tx, facilityIds)), ({ facilityId }) => facilityId);
  return facilityIds.map((id) => found.get(id) ?? []);
});

/** @returns null for those who do not run the facility */
export async function devicesOfFacility(
  context: IdentityContext,
  facility: Pick<FacilityType, 'id' | 'districtId'>,
  status: DeviceStatus | null,
): Promise<Device[] | null> {
  const isAdministrator = (await workplacesOfViewer(context)).some((place) => place.facilityId === facility.id && place.isAdministrator);
  if (!canOnFacility(context.viewer, 'ADMINISTER', { districtId: facility.districtId, isAdministrator }).allowed) return null;
  const devices = await devicesOf(context).load(facility.id);
  return status ? devices.filter((device) => device.status === status) : devices;
}

/** @returns of these people's devices those in the viewer's sight */
export async function devicesInUse(context: IdentityContext, userIds: readonly string[]): Promise<Device[]> {
  const workplaces = await workplacesOfViewer(context);
  const rows = userIds.length > 0 ? await context.read((tx) => repository.inUseOf(tx, userIds)) : [];
  return rows.filter((device) => can(context.viewer, 'SEE', { device, workplaces }).allowed);
}

export const deviceReference = ({ id }: { id: string }, context: IdentityContext): Promise<unknown> => findDeviceForViewer(context, id);
