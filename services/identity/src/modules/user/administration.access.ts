/** People for whom the viewer answers: the only way to somebody whose ID is to be stopped or recovered. */
import { isOfficer, isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import type { Refusal } from '../../decision.ts';
import { usersByIds, usersAtAdministeredFacilities, usersWithAdministrator } from './directory.repository.ts';
import type { User } from './user.entity.ts';
import { can } from './user.policy.ts';
import { isUuid, tokyoDay } from './user.service.ts';

export type Administered =
  | {
      user: User;
      authority: string;
      /** For officers: a professional who has an administrator beside themselves. */
      hasAdministrator: boolean;
    }
  | { refused: Refusal };

/** Many at once, for loaders. @returns who and by what right, or why not, in the order asked */
export async function findAdministered(context: Pick<IdentityContext, 'viewer' | 'read'>, ids: readonly string[]): Promise<Administered[]> {
  const { viewer } = context;
  const known = ids.filter(isUuid);
  const today = tokyoDay(new Date());
  const { users, staff, administered } = await context.read(async (tx) => ({
    users: await usersByIds(tx, known),
    staff:
      isPerson(viewer) && viewer.kind === 'PROFESSIONAL'
        ? await usersAtAdministeredFacilities(tx, known, { administratorId: viewer.userId, today })
        : [],
    administered: isOfficer(viewer) ? await usersWithAdministrator(tx, known, today) : [],
  }));
  const [byId, own, under] = [new Map(users.map((user) => [user.id, user])), new Set(staff), new Set(administered)];
  return ids.map((id) => {
    const user = byId.get(id.toLowerCase());
    const decision = can(viewer, 'ADMINISTER', user ? { ...user, atViewersFacility: own.has(user.id) } : absent(viewer));
    if (!decision.allowed) return { refused: decision.reason };
    return user
      ? { user, authority: decision.authority, hasAdministrator: user.kind === 'PROFESSIONAL' && under.has(user.id) }
      : { refused: 'ABSENT' };
  });
}

/** Somebody who does not exist is refused like somebody out of reach. */
const absent = (viewer: IdentityContext['viewer']): Parameters<typeof can>[2] => ({
  id: '',
  kind: 'FAMILY',
  districtId: isPerson(viewer) ? `not ${viewer.districtId}` : '',
  atViewersFacility: false,
});
