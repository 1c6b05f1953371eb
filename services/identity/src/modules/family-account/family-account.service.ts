/** Accounts of family and patients who came with an invitation: the room service has looked at code and birth date, the first sign-in is here (R4). */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { print } from '@heya/forms/press';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { createEnrolment, NotToBeEnrolled } from '../enrolment/index.ts';
import { freeAccountNames } from '../issue/index.ts';
import { findCenter, toCenter } from '../printed-form/index.ts';
import { lockUser, tokyoDay, User } from '../user/index.ts';
import type { FamilyAccount, FamilyAccountInput, FamilyLetterInput } from './family-account.inputs.ts';
import { can } from './family-account.policy.ts';

/** Asked again before its holder is through, it gives another code; the one before, and what was chosen with it, count no longer. @returns null for one that was stopped */
export async function prepareAccount(context: IdentityContext, given: FamilyAccountInput): Promise<FamilyAccount | null> {
  await requireRoom(context, 'User');
  return context.asService(async (tx) => {
    const user = (await lockUser(tx, given.userId)) ?? (await makeUser(tx, context, given));
    if (user.districtId !== given.districtId || user.kind !== given.kind) throw new NotToBeEnrolled();
    if (user.deactivatedAt) return null;
    const { accountName, id: userId, districtId } = user;
    if (user.enrolledAt) return { accountName, enrolmentCode: null };
    const { code } = await createEnrolment(tx, { userId, districtId, authority: 'INVITED' }, context);
    return { accountName, enrolmentCode: code };
  });
}

/** Whoever comes with an ID of their own is the invited person, as far as that ID tells (R10). */
export async function fitsBirthDate(context: IdentityContext, userId: string, birthDate: string): Promise<boolean> {
  await requireRoom(context, 'User');
  const user = isId(userId) ? await context.asService((tx) => tx.findOne(User, { id: userId }, { populate: ['birthDate'] })) : null;
  return user !== null && (user.birthDate ?? birthDate) === birthDate;
}

async function makeUser(
  tx: Em,
  context: IdentityContext,
  { userId: id, districtId, kind, name, nameKana, birthDate }: FamilyAccountInput,
): Promise<User> {
  const [accountName] = await freeAccountNames(tx, 1);
  if (!accountName || (kind !== 'FAMILY' && kind !== 'PATIENT')) throw codedError('BAD_USER_INPUT');
  const names = { displayName: name, displayNameKana: nameKana, sortName: nameKana };
  await tx.insert(User, {
    id,
    districtId,
    kind,
    accountName,
    ...names,
    birthDate,
    deactivatedAt: null,
    enrolledAt: null,
    createdAt: context.now(),
  });
  await audit(tx, context, { authority: 'INVITED', action: 'CREATE', categories: [], subjectType: 'User', subjectId: id, districtId });
  const made = await lockUser(tx, id);
  if (!made) throw new Error('An account that was just made is not there.');
  return made;
}

/** @returns the PDF in base64; nothing of it is kept */
export async function printFamilyLetter(context: IdentityContext, given: FamilyLetterInput): Promise<string> {
  await requireRoom(context, 'FamilyInvitation');
  const { districtId, expiresAt, ...told } = given;
  const center = toCenter(await context.asService((tx) => findCenter(tx, districtId)));
  const days = { expiresOn: tokyoDay(expiresAt), issuedOn: tokyoDay(context.now()) };
  const pdf = await print({ kind: 'family-letter', letter: { ...told, ...days, center, url: `${context.portalUrl}/join` } });
  return Buffer.from(pdf).toString('base64');
}

/** @throws FORBIDDEN, written down */
async function requireRoom(context: IdentityContext, subjectType: string): Promise<void> {
  if (can(context.viewer)) return;
  await context.asService((tx) => recordRefusal(tx, context, { subjectType }));
  throw codedError('FORBIDDEN');
}
