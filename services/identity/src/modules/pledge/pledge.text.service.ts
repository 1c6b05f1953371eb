/** Which wording holds for a district today, its own or the model. */
import type { Em } from '@heya/service-common/orm';
import { tokyoDay } from '../user/index.ts';
import type { PledgeForm, PledgeText } from './pledge-text.entity.ts';
import { textsUntil } from './pledge.policy.ts';
import { listTexts } from './pledge.repository.ts';

interface Wanted {
  districtId: string;
  form: PledgeForm;
  /** Absent: the one in force. */
  version?: string | null | undefined;
}

/**
 * @param tx of anybody: the wording is public
 * @returns the wording in force, or an earlier one by its version; undefined when there is no such
 */
export async function findPledgeText(tx: Em, { districtId, form, version }: Wanted, now = new Date()): Promise<PledgeText | undefined> {
  const texts = await textsHolding(tx, { districtId, form }, now);
  return version ? texts.findLast((text) => text.version === version) : texts.at(-1);
}

/** @returns what has begun to hold, oldest first */
export async function textsHolding(tx: Em, { districtId, form }: Omit<Wanted, 'version'>, now: Date): Promise<PledgeText[]> {
  return textsUntil(await listTexts(tx, districtId, form), tokyoDay(now));
}
