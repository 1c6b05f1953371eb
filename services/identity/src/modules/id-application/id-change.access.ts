/** Who files form 2-2: the administrator of the person's facility, and nobody for themselves (R7). Everybody else finds nobody there. */
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { type Facility, findFacility } from '../facility/index.ts';
import { type Place, placesOf } from '../id-change/index.ts';
import { administeredFacilities, findUser, tokyoDay, type User } from '../user/index.ts';
import type { ChangeFields } from './id-change.form.policy.ts';

export interface Staff {
  user: User;
  facility: Facility;
  /** Every place of the person, the latest first. */
  places: Place[];
  filedBy: string;
}

/** @param tx of the service @returns null for who is not, or never was, at a facility that the viewer administers today */
export async function findStaff(
  tx: Em,
  { viewer, now }: Pick<IdentityContext, 'viewer' | 'now'>,
  { userId, facilityId }: Pick<ChangeFields, 'userId' | 'facilityId'>,
): Promise<Staff | null> {
  if (!isPerson(viewer) || viewer.kind !== 'PROFESSIONAL' || !isId(userId) || userId.toLowerCase() === viewer.userId) return null;
  const own = await administeredFacilities(tx, { administratorId: viewer.userId, today: tokyoDay(now()) });
  const wanted = facilityId ? own.filter((id) => id === facilityId.toLowerCase()) : own;
  const places = await placesOf(tx, userId.toLowerCase());
  const here = [...new Set(places.map(({ facility_id }) => facility_id).filter((id) => wanted.includes(id)))];
  const facility = here.length === 1 ? await findFacility(tx, here[0] as string) : null;
  const user = await findUser(tx, userId.toLowerCase());
  return facility && user && facility.districtId === viewer.districtId ? { user, facility, places, filedBy: viewer.userId } : null;
}
