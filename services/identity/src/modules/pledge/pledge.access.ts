/** Pledges under the viewer's rights: absent and forbidden are one answer. */
import { codedError } from '@heya/service-common/errors';
import type { IdentityContext } from '../../context.ts';
import { perOperation } from '../../per-operation.ts';
import { recordRefusal } from '../../refusal.ts';
import { requirePerson } from '../session/index.ts';
import { administeredFacilities, isUuid, tokyoDay } from '../user/index.ts';
import { pledgesOwed, type PledgeOwed } from './pledge.debt.service.ts';
import type { Pledge } from './pledge.entity.ts';
import { can } from './pledge.policy.ts';
import { findPledge, pledgesOfFacilities, pledgesOfSigner } from './pledge.repository.ts';

/** The facilities that the viewer runs today. */
export async function ownFacilities({ viewer, read, now }: IdentityContext): Promise<string[]> {
  if (viewer.type !== 'person' || viewer.kind !== 'PROFESSIONAL') return [];
  return read((tx) => administeredFacilities(tx, { administratorId: viewer.userId, today: tokyoDay(now()) }));
}

async function seen(context: IdentityContext, pledges: readonly Pledge[]): Promise<Pledge[]> {
  const own = await ownFacilities(context);
  return pledges.filter(({ districtId, signerUserId = null, facilityId }) => {
    const atViewersFacility = typeof facilityId === 'string' && own.includes(facilityId);
    return can(context.viewer, 'SEE', { districtId, signerUserId, atViewersFacility }).allowed;
  });
}

export async function findVisiblePledge(context: IdentityContext, id: string): Promise<Pledge | null> {
  if (!isUuid(id)) return null;
  const pledge = await context.read((tx) => findPledge(tx, id));
  return pledge ? ((await seen(context, [pledge]))[0] ?? null) : null;
}

/** @returns newest first */
export async function ownPledges(context: IdentityContext): Promise<Pledge[]> {
  const { userId } = requirePerson(context);
  return seen(context, await context.read((tx) => pledgesOfSigner(tx, userId)));
}

const pledges = perOperation<Pledge | null>(async (context, facilityIds) => {
  const found = await seen(context, await context.read((tx) => pledgesOfFacilities(tx, facilityIds)));
  return facilityIds.map((id) => found.find(({ facilityId }) => facilityId === id) ?? null);
});

/** The newest 1-1 that holds. */
export const pledgeOfFacility = (context: IdentityContext, facilityId: string): Promise<Pledge | null> => pledges(context).load(facilityId);

export function ownDebts(context: IdentityContext): Promise<PledgeOwed[]> {
  const { userId } = requirePerson(context);
  return context.read((tx) => pledgesOwed(tx, userId, context.now()));
}

/** @throws FORBIDDEN, once it is in the record (R32) */
export async function forbid(context: IdentityContext, subjectType: 'Pledge' | 'PledgeText'): Promise<never> {
  await context.asService((tx) => recordRefusal(tx, context, { subjectType }));
  throw codedError('FORBIDDEN');
}
