/** The directory of a district: people, facilities, staff. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { canOnFacility, type Facility, type FacilityFilter, findByInstitutionCode, listFacilities } from '../facility/index.ts';
import type { Practitioner } from './practitioner.entity.ts';
import type { User } from './user.entity.ts';
import { canBrowseDirectory, canLookUpAccount, canSeeUser } from './user.policy.ts';
import { findByAccountName } from './user.repository.ts';
import { tokyoDay } from './user.service.ts';

export interface Paging {
  first: number;
  after?: string | null | undefined;
}

/** @throws FORBIDDEN, once it is in the record (R32) */
async function forbid(context: IdentityContext, subjectType: 'User' | 'Facility'): Promise<never> {
  await context.asService((tx) => recordRefusal(tx, context, { subjectType }));
  throw codedError('FORBIDDEN');
}

/** Exact name only, and written down: nobody browses patients and families (R13, R32). */
export async function lookUpAccount(context: IdentityContext, accountName: string): Promise<User | null> {
  const { viewer } = context;
  if (!canLookUpAccount(viewer)) return forbid(context, 'User');
  return context.write(async (tx) => {
    const user = await findByAccountName(tx, accountName);
    const found = user && canSeeUser(viewer, user) && !user.deactivatedAt ? user : null;
    await audit(tx, context, {
      authority: found ? 'DIRECTORY' : 'NONE',
      action: 'SEARCH',
      categories: [],
      subjectType: 'User',
      subjectId: found?.id ?? null,
    });
    return found;
  });
}

export async function facilityByCode(context: IdentityContext, institutionCode: string): Promise<Facility | null> {
  const facility = await context.read((tx) => findByInstitutionCode(tx, institutionCode));
  return facility && canOnFacility(context.viewer, 'SEE', facility).allowed ? facility : null;
}

export async function searchFacilities(
  context: IdentityContext,
  filter: FacilityFilter | null | undefined,
  { first, after }: Paging,
): Promise<Connection<Facility>> {
  if (!canBrowseDirectory(context.viewer)) return forbid(context, 'Facility');
  const size = requirePageSize(first);
  const position = openCursor(context.seal, 'facilities', after);
  const rows = await context.read((tx) =>
    listFacilities(tx, { ...filter, limit: size + 1, after: position as [string, string] | undefined }),
  );
  return toConnection({
    seal: context.seal,
    kind: 'facilities',
    rows,
    size,
    continued: position !== undefined,
    position: ({ sortName, id }) => [sortName, id],
  });
}

/** Staff is shown to those who work in the district; others see that there is none to see. Stopped IDs stay in sight of who reinstates them. */
export async function staffOfFacility(
  context: IdentityContext,
  facility: Pick<Facility, 'id' | 'districtId'>,
  { first, after }: Paging,
): Promise<Connection<Practitioner>> {
  const size = requirePageSize(first);
  const kind = `staff:${facility.id}`;
  const position = openCursor(context.seal, kind, after) as [string, string] | undefined;
  const rows = canBrowseDirectory(context.viewer)
    ? await context.loaders.staff({ first: size, after: position, today: tokyoDay(new Date()) }).load(facility)
    : [];
  const people = await context.loaders.practitioner.loadMany(rows.map((row) => row.practitioner_id));
  const names = new Map(rows.map((row) => [row.practitioner_id, row.sort_name]));
  const found = people.filter((person): person is Practitioner => person !== null && !(person instanceof Error));
  return toConnection({
    seal: context.seal,
    kind,
    rows: found,
    size,
    continued: position !== undefined,
    position: ({ id }) => [names.get(id) ?? '', id],
  });
}

/** Whom to ask at a facility. */
export async function administratorsOfFacility({ viewer, loaders }: IdentityContext, facilityId: string): Promise<User[]> {
  if (!canBrowseDirectory(viewer)) return [];
  const people = await loaders.user.loadMany(await loaders.administrators.load(facilityId));
  return people.filter((person): person is User => person !== null && !(person instanceof Error));
}
