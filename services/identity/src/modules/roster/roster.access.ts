/** Rosters under the viewer's rights, and the decision about them. */
import { isId } from '@heya/service-common/id';
import { isPerson } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import type { IdentityContext } from '../../context.ts';
import type { Decision } from '../../decision.ts';
import { readSetting } from '../district-setting/index.ts';
import type { Facility } from '../facility/index.ts';
import { administeredFacilities, tokyoDay } from '../user/index.ts';
import type { RosterConfirmation } from './roster.entity.ts';
import { can, type Period, periodOf } from './roster.policy.ts';
import { beginningsOf, confirmationsOf, findReminder } from './roster.repository.ts';
import type { RosterReminderType } from './roster.type.ts';

export type Place = Pick<Facility, 'id' | 'districtId'>;

export interface RosterState extends Period {
  facilityId: string;
  /** Newest first, of all years. */
  history: RosterConfirmation[];
  viewerCanConfirm: boolean;
}

/** @returns by what right the viewer confirms it, or why not */
export async function decideRoster(context: IdentityContext, facility: Place): Promise<Decision> {
  return can(context.viewer, 'CONFIRM', {
    districtId: facility.districtId,
    isAdministrator: (await ownFacilities(context)).includes(facility.id),
  });
}

async function ownFacilities({ viewer, read, now }: IdentityContext): Promise<readonly string[]> {
  if (!isPerson(viewer) || viewer.kind !== 'PROFESSIONAL') return [];
  return read((tx) => administeredFacilities(tx, { administratorId: viewer.userId, today: tokyoDay(now()) }));
}

/** For one operation, and for one viewer. */
const loaders = new WeakMap<IdentityContext, DataLoader<Place, RosterState | null, string>>();

/** @returns null for those who neither run the facility nor belong to the center */
export function rosterOf(context: IdentityContext, facility: Place): Promise<RosterState | null> {
  const known =
    loaders.get(context) ??
    new DataLoader<Place, RosterState | null, string>((facilities) => rosters(context, facilities), { cacheKeyFn: ({ id }) => id });
  loaders.set(context, known);
  return known.load(facility);
}

export const forgetRosters = (context: IdentityContext): boolean => loaders.delete(context);

async function rosters(context: IdentityContext, facilities: readonly Place[]): Promise<(RosterState | null)[]> {
  const own = await ownFacilities(context);
  const decisions = facilities.map(({ id, districtId }) => can(context.viewer, 'SEE', { districtId, isAdministrator: own.includes(id) }));
  const seen = facilities.filter((_, index) => decisions[index]?.allowed);
  const [first] = seen;
  if (!first) return facilities.map(() => null);
  const ids = seen.map(({ id }) => id);
  const now = context.now();
  const { firstDueOn, beginnings, confirmations } = await context.read(async (tx) => ({
    firstDueOn: await readSetting(tx, first.districtId, 'rosterDueOn', now),
    beginnings: await beginningsOf(tx, ids),
    confirmations: await confirmationsOf(tx, ids),
  }));
  const byFacility = Map.groupBy(confirmations, ({ facilityId }) => facilityId);
  return facilities.map(({ id }, index) => {
    const decision = decisions[index];
    if (!decision?.allowed) return null;
    const history = byFacility.get(id) ?? [];
    const facts = { firstDueOn, beganOn: beginnings.get(id) ?? null, confirmed: history.map(({ year }) => year) };
    return { ...periodOf(tokyoDay(now), facts), facilityId: id, history, viewerCanConfirm: decision.authority === 'FACILITY_ADMIN' };
  });
}

/** What a task of the inbox is about; for the officers of the district. */
export async function resolveRosterReminder({ id }: { id: string }, context: IdentityContext): Promise<RosterReminderType | null> {
  const found = isId(id) ? await context.read((tx) => findReminder(tx, id)) : null;
  return found && can(context.viewer, 'SEE', { districtId: found.districtId, isAdministrator: false }).allowed ? found : null;
}
