/** Finding people and places under the viewer's rights: absent and forbidden are the same answer. */
import type { IdentityContext } from '../../context.ts';
import { isPerson } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { canOnFacility, type Facility } from '../facility/index.ts';
import { type Administered, findAdministered } from './administration.access.ts';
import * as repository from './directory.repository.ts';
import type { Affiliation, Practitioner } from './practitioner.entity.ts';
import type { User } from './user.entity.ts';
import { canSeeUser } from './user.policy.ts';
import { isUuid, tokyoDay } from './user.service.ts';

type StaffLoader = DataLoader<Pick<Facility, 'id' | 'districtId'>, repository.StaffRow[], string>;

export interface DirectoryLoaders {
  user: DataLoader<string, User | null>;
  practitioner: DataLoader<string, Practitioner | null>;
  practitionerOfUser: DataLoader<string, Practitioner | null>;
  affiliations: DataLoader<string, Affiliation[]>;
  facility: DataLoader<string, Facility | null>;
  /** Whether the viewer answers for this person (may stop and recover the ID). */
  administered: DataLoader<string, Administered>;
  /** Whether the viewer runs this facility. */
  runs: DataLoader<Pick<Facility, 'id' | 'districtId'>, boolean, string>;
  /** Ids of those who administer it. */
  administrators: DataLoader<string, string[]>;
  /** One page of staff; a loader for each page asked for in this operation. */
  staff(page: repository.StaffPage): StaffLoader;
}

/** For one operation: what was seen for one viewer is never kept for another. */
export function directoryLoaders(context: Pick<IdentityContext, 'viewer' | 'read'>): DirectoryLoaders {
  const staffPages = new Map<string, StaffLoader>();
  return {
    user: one(
      async (ids) => {
        const users = await context.read((tx) => repository.usersByIds(tx, ids));
        return users.filter((user) => canSeeUser(context.viewer, user));
      },
      (user) => user.id,
    ),
    practitioner: one(
      (ids) => context.read((tx) => repository.practitionersByIds(tx, ids)),
      (row) => row.id,
    ),
    practitionerOfUser: one(
      (ids) => context.read((tx) => repository.practitionersByUserIds(tx, ids)),
      (row) => row.userId,
    ),
    affiliations: many(
      (ids) => context.read((tx) => repository.affiliationsByPractitionerIds(tx, ids)),
      (row) => row.practitionerId,
    ),
    facility: one(
      async (ids) => {
        const facilities = await context.read((tx) => repository.facilitiesByIds(tx, ids));
        return facilities.filter((facility) => canOnFacility(context.viewer, 'SEE', facility).allowed);
      },
      (row) => row.id,
    ),
    administered: new DataLoader((ids) => findAdministered(context, ids)),
    runs: new DataLoader((facilities) => runningOf(context, facilities), { cacheKeyFn: ({ id }) => id }),
    administrators: new DataLoader(async (facilityIds) => {
      const rows = await context.read((tx) => repository.administratorsOf(tx, facilityIds.filter(isUuid), tokyoDay(new Date())));
      const byFacility = Map.groupBy(rows, (row) => row.facility_id);
      return facilityIds.map((id) => (byFacility.get(id) ?? []).map((row) => row.user_id));
    }),
    staff(page) {
      const key = JSON.stringify(page);
      const known =
        staffPages.get(key) ?? new DataLoader((facilities) => staffOf(context, facilities, page), { cacheKeyFn: ({ id }) => id });
      staffPages.set(key, known);
      return known;
    },
  };
}

/** Which of these the viewer runs. An officer runs them all: only a professional's affiliations are looked up. */
async function runningOf(
  { viewer, read }: Pick<IdentityContext, 'viewer' | 'read'>,
  facilities: readonly Pick<Facility, 'id' | 'districtId'>[],
): Promise<boolean[]> {
  const own =
    isPerson(viewer) && viewer.kind === 'PROFESSIONAL'
      ? await read((tx) => repository.administeredFacilities(tx, { administratorId: viewer.userId, today: tokyoDay(new Date()) }))
      : [];
  return facilities.map(
    ({ id, districtId }) => canOnFacility(viewer, 'ADMINISTER', { districtId, isAdministrator: own.includes(id) }).allowed,
  );
}

/** A stopped ID stays in sight of those who may let it in again (R2). */
async function staffOf(
  context: Pick<IdentityContext, 'viewer' | 'read'>,
  facilities: readonly Pick<Facility, 'id' | 'districtId'>[],
  page: repository.StaffPage,
): Promise<repository.StaffRow[][]> {
  const runs = await runningOf(context, facilities);
  const facilityIds = facilities.map(({ id }) => id);
  const withStopped = facilityIds.filter((_, index) => runs[index]);
  const rows = await context.read((tx) => repository.staffOf(tx, { facilityIds, withStopped }, page));
  const byFacility = Map.groupBy(rows, (row) => row.facility_id);
  return facilityIds.map((id) => byFacility.get(id) ?? []);
}

function one<T>(find: (ids: readonly string[]) => Promise<T[]>, keyOf: (row: T) => string): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const rows = await find(ids.filter(isUuid));
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return ids.map((id) => byKey.get(id.toLowerCase()) ?? null);
  });
}

function many<T>(find: (ids: readonly string[]) => Promise<T[]>, keyOf: (row: T) => string): DataLoader<string, T[]> {
  return new DataLoader(async (ids) => {
    const groups = Map.groupBy(await find(ids.filter(isUuid)), keyOf);
    return ids.map((id) => groups.get(id.toLowerCase()) ?? []);
  });
}
