/** Who owes which pledge, and from when that blocks (R1). */
import type { Em } from '@heya/service-common/orm';
import { administeredFacilities, findUser, tokyoDay } from '../user/index.ts';
import type { Pledge } from './pledge.entity.ts';
import type { PledgeForm, PledgeText } from './pledge-text.entity.ts';
import { type Debt, debtOf, isPledged, textsUntil } from './pledge.policy.ts';
import { acceptedByPerson, findText, listTextHeads, pledgesOfFacilities, type TextHead } from './pledge.repository.ts';

export interface PledgeOwed extends Debt<PledgeText> {
  form: PledgeForm;
  /** The facility that owes 1-1; null for 1-2. */
  facilityId: string | null;
}

/**
 * 1-2 of a person. A person of a kind that signs none owes none.
 * @param tx of the service, or of the person
 * @returns null when nothing is owed; `isBlocking` says that the ID does nothing until it is signed
 */
export async function owesPledge(tx: Em, userId: string, now = new Date()): Promise<PledgeOwed | null> {
  const user = await findUser(tx, userId);
  if (!user || !isPledged(user.kind)) return null;
  const texts = await headsHolding(tx, { districtId: user.districtId, form: 'FORM_1_2' }, now);
  const debt = debtOf(texts, await acceptedByPerson(tx, userId), tokyoDay(now));
  return debt && { ...debt, text: await readText(tx, debt), form: 'FORM_1_2', facilityId: null };
}

/** 1-1 of one facility. @param tx of the service, of an officer of the district, or of who administers it */
export async function facilityOwesPledge(
  tx: Em,
  facility: { id: string; districtId: string },
  now = new Date(),
): Promise<PledgeOwed | null> {
  const [owed] = await debtsOfFacilities(tx, { facilityIds: [facility.id], districtId: facility.districtId }, now);
  return owed ?? null;
}

/** All that a person is to sign: their own 1-2, and 1-1 of each facility that they administer today. */
export async function pledgesOwed(tx: Em, userId: string, now = new Date()): Promise<PledgeOwed[]> {
  const user = await findUser(tx, userId);
  if (!user) return [];
  const own = await owesPledge(tx, userId, now);
  const facilityIds = await administeredFacilities(tx, { administratorId: userId, today: tokyoDay(now) });
  return [...(own ? [own] : []), ...(await debtsOfFacilities(tx, { facilityIds, districtId: user.districtId }, now))];
}

/** What has begun to hold; the wording itself is read only for who owes it: this is asked at each token. */
const headsHolding = async (tx: Em, { districtId, form }: { districtId: string; form: PledgeForm }, now: Date): Promise<TextHead[]> =>
  textsUntil(await listTextHeads(tx, districtId, form), tokyoDay(now));

async function readText(tx: Em, { text }: Debt<TextHead>): Promise<PledgeText> {
  const found = await findText(tx, text.id);
  if (!found) throw new Error('A wording is gone, which is never taken away.');
  return found;
}

/** 1-1 of several facilities of one district. @returns what those owe that owe any */
export async function debtsOfFacilities(
  tx: Em,
  { facilityIds, districtId }: { facilityIds: readonly string[]; districtId: string },
  now: Date,
): Promise<PledgeOwed[]> {
  if (facilityIds.length === 0) return [];
  const texts = await headsHolding(tx, { districtId, form: 'FORM_1_1' }, now);
  const pledges = Map.groupBy(await pledgesOfFacilities(tx, facilityIds), ({ facilityId }) => facilityId);
  const debts = facilityIds.flatMap((facilityId) => {
    const accepted = (pledges.get(facilityId) ?? []).map(({ textId }: Pledge) => textId);
    const debt = debtOf(texts, accepted, tokyoDay(now));
    return debt ? [{ ...debt, form: 'FORM_1_1' as const, facilityId }] : [];
  });
  const [first] = debts;
  if (!first) return [];
  // All of them owe the one in force.
  const text = await readText(tx, first);
  return debts.map((debt) => ({ ...debt, text }));
}
