/** Changing what a person signs in with: whoever was signed in elsewhere is so no longer (V06). */
import { audit } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import { recordRefusal } from '../../refusal.ts';
import { type CredentialService, hashPassword, type PasswordProblem, verifyPassword } from '../credential/index.ts';
import { canRemove, deletePasskey, listPasskeys, passkeyLabel, type PasskeyService, renamePasskey } from '../passkey/index.ts';
import { findOwnWords, lockUser } from '../user/index.ts';
import { SignInOver, type Visitor } from './visitor.ts';

/** @returns what stands in the way of the new password */
export async function changePassword(
  credentials: CredentialService,
  visitor: Visitor,
  password: string,
): Promise<PasswordProblem | undefined> {
  const { context, user } = visitor;
  const { stored, own } = await context.asService(async (tx) => ({
    stored: await credentials.passwordHash(tx, user.id),
    own: await findOwnWords(tx, user),
  }));
  const problem = credentials.judge(own, password);
  if (problem) return problem;
  if (await verifyPassword(password, stored)) return 'UNCHANGED';
  const passwordHash = await hashPassword(password);
  await change(visitor, async (tx) => {
    await credentials.changePassword(tx, user.id, { passwordHash, now: context.now() });
    await concludeChange(tx, visitor, 'Credential');
  });
  await context.settle();
  return undefined;
}

/** @returns whether the code was one of the new app's */
export async function changeAuthenticator(
  credentials: CredentialService,
  visitor: Visitor,
  { secret, typed }: { secret: string; typed: string },
): Promise<boolean> {
  const { context, user } = visitor;
  const changed = await change(visitor, async (tx) => {
    if (!(await credentials.changeAuthenticator(tx, user.id, { secret, typed, now: context.now() }))) return false;
    await concludeChange(tx, visitor, 'Credential');
    return true;
  });
  if (changed) await context.settle();
  return changed;
}

/** In place of those before. @returns the codes in plain, this once; undefined for whom there is no app they could stand for */
export function renewBackupCodes(credentials: CredentialService, visitor: Visitor): Promise<string[] | undefined> {
  const { context, user } = visitor;
  return change(visitor, async (tx) => {
    if (!(await credentials.hasAuthenticator(tx, user.id))) return undefined;
    await record(tx, { context }, 'Credential', user.id);
    return credentials.issueBackupCodes(tx, user.id, context.now());
  });
}

/** @returns whether the device's answer counted */
export async function addPasskey(
  passkeys: PasskeyService,
  visitor: Visitor,
  { label, answer }: { label: string; answer: unknown },
): Promise<boolean> {
  const { context, user, session } = visitor;
  const added = await change(visitor, async (tx) => {
    const name = passkeyLabel(label, session.device);
    const id = await passkeys.register(tx, session.id, { userId: user.id, label: name, answer });
    if (id) await concludeChange(tx, visitor, 'Passkey', id);
    else await recordRefusal(tx, context, { subjectType: 'Passkey' });
    return id !== undefined;
  });
  if (added) await context.settle();
  return added;
}

export function nameOfPasskey({ context, user, session }: Visitor, id: string, typed: string): Promise<boolean> {
  return context.asService(async (tx) => {
    const renamed = await renamePasskey(tx, { id, userId: user.id }, passkeyLabel(typed, session.device));
    await (renamed ? record(tx, { context }, 'Passkey', id) : recordRefusal(tx, context, { subjectType: 'Passkey' }));
    return renamed;
  });
}

export type Removed = 'REMOVED' | 'NEEDS_ITSELF' | 'NEEDS_AUTHENTICATOR' | 'NOT_FOUND';

/**
 * @returns NEEDS_ITSELF when it is the last one and something else proved who the person is;
 * NEEDS_AUTHENTICATOR when nothing would be left to sign in with
 */
export async function removePasskey(credentials: CredentialService, visitor: Visitor, id: string): Promise<Removed> {
  const { context, user, session } = visitor;
  const result = await change<Removed>(visitor, async (tx) => {
    const own = await listPasskeys(tx, user.id);
    const isOwn = own.some((passkey) => passkey.id === id);
    const allowed = isOwn && canRemove({ passkeys: own.length, passkeyId: id, provedBy: session.provedPasskeyId });
    if (!allowed) {
      await recordRefusal(tx, context, { subjectType: 'Passkey', ...(isOwn && { subjectId: id }) });
      return isOwn ? 'NEEDS_ITSELF' : 'NOT_FOUND';
    }
    if (own.length === 1 && !(await credentials.hasAuthenticator(tx, user.id))) return 'NEEDS_AUTHENTICATOR';
    await deletePasskey(tx, { id, userId: user.id });
    await context.sessions.forgetProofsBy(tx, id);
    await concludeChange(tx, visitor, 'Passkey', id);
    return 'REMOVED';
  });
  if (result === 'REMOVED') await context.settle();
  return result;
}

/** Changes of one person wait for one another and for sign-ins under way; who was signed out meanwhile changes nothing (V06). */
function change<T>({ context, user, session }: Visitor, work: (tx: Em) => Promise<T>): Promise<T> {
  return context.asService(async (tx) => {
    await lockUser(tx, user.id);
    if (!(await context.sessions.isLive(tx, session.id))) throw new SignInOver();
    return work(tx);
  });
}

type Actor = Pick<Visitor, 'context' | 'user' | 'session'>;

/** Every other sign-in ends with the factor it may have been made with. */
async function concludeChange(tx: Em, { context, user, session }: Actor, subjectType: string, subjectId: string = user.id): Promise<void> {
  await context.sessions.endAll(tx, user.id, { reason: 'REVOKED', except: session.id });
  await record(tx, { context }, subjectType, subjectId);
}

const record = (tx: Em, { context }: Pick<Visitor, 'context'>, subjectType: string, subjectId: string): Promise<void> =>
  audit(tx, context, { authority: 'SELF', action: 'UPDATE', categories: [], subjectType, subjectId });
