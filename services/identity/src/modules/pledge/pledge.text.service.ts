/** Which wording holds for a district today, its own or the model. */
import { codedError } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { perOperation } from '../../per-operation.ts';
import { requirePerson } from '../session/index.ts';
import { isUuid, tokyoDay } from '../user/index.ts';
import { isPledgeForm, type PledgeForm, type PledgeText } from './pledge-text.entity.ts';
import { forbid } from './pledge.access.ts';
import { can, textsUntil } from './pledge.policy.ts';
import { listTexts, versionsOfTexts } from './pledge.repository.ts';

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

/** For everybody, also before they have an ID. @throws BAD_USER_INPUT for another form, or without a district */
export async function readPledgeText(
  { viewer, read, now }: IdentityContext,
  { form, districtId, version }: { form: string; districtId: string | null | undefined; version: string | null | undefined },
): Promise<PledgeText | null> {
  const district = districtId ?? (viewer.type === 'person' ? viewer.districtId : undefined);
  if (!isPledgeForm(form) || !district || !isUuid(district)) throw codedError('BAD_USER_INPUT');
  return (await read((tx) => findPledgeText(tx, { districtId: district, form, version }, now()))) ?? null;
}

/** For officers: the district's own, oldest first, after the model it began with. @throws FORBIDDEN, BAD_USER_INPUT for another form */
export async function allTexts(context: IdentityContext, form: string): Promise<PledgeText[]> {
  const { districtId } = requirePerson(context);
  if (!can(context.viewer, 'PUBLISH').allowed) return forbid(context, 'PledgeText');
  if (!isPledgeForm(form)) throw codedError('BAD_USER_INPUT');
  const texts = await context.read((tx) => listTexts(tx, districtId, form));
  return textsUntil(texts, '9999-12-31');
}

const versions = perOperation<string | null>(async ({ read }, ids) => {
  const found = await read((tx) => versionsOfTexts(tx, ids));
  return ids.map((id) => found.get(id) ?? null);
});

/** @returns the version of a wording, by its id */
export const versionOf = (context: IdentityContext, textId: string): Promise<string | null> => versions(context).load(textId);
