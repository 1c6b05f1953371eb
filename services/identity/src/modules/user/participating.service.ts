/** Who takes part in a district is said to everybody: organisations, no people (decision 0033). */
import { isId } from '@heya/service-common/id';
import type { IdentityContext } from '../../context.ts';
import { selectParticipating } from './participating.repository.ts';
import type { ParticipatingList } from './participating.type.ts';
import { tokyoDay } from './user.service.ts';

/** More than any district has. */
const shownAtMost = 2000;

/** @returns null where there is no such district */
export async function listParticipating(context: IdentityContext, districtId: string): Promise<ParticipatingList | null> {
  if (!isId(districtId)) return null;
  const today = tokyoDay(context.now());
  const rows = await context.asService((tx) => selectParticipating(tx, districtId, { today, limit: shownAtMost }));
  const [first] = rows;
  if (!first) return null;
  const facilities = rows.flatMap(({ name, kind, municipality }) => (name === null ? [] : [{ name, kind, municipality }]));
  return { districtName: first.district_name, facilities };
}
