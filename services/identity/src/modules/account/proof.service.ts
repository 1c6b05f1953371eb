/** Proving again who one is, before something sensitive (threat 20): by passkey where there is one, else password and code. */
import { recordRefusal } from '../../refusal.ts';
import { verifyPassword } from '../credential/index.ts';
import { countPasskeys, isPasskeyOnly } from '../passkey/index.ts';
import { holdActiveUser } from '../user/index.ts';
import type { AccountParts, Visitor } from './visitor.ts';

type Parts = Pick<AccountParts, 'credentials' | 'passkeys' | 'limits'>;

export type ProofResult = 'PROVED' | 'WRONG' | { waitSeconds: number };

export const provesByPasskey = ({ context, user }: Visitor): Promise<boolean> =>
  context.asService(async (tx) => isPasskeyOnly(await countPasskeys(tx, user.id)));

export async function proveByCode(
  { credentials, limits }: Parts,
  { context, user, session, address }: Visitor,
  { password, code }: { password: string; code: string },
): Promise<ProofResult> {
  const attempt = { accountName: user.accountName, address };
  const waitSeconds = await limits.take(attempt);
  if (waitSeconds > 0) return { waitSeconds };
  const hash = await context.asService((tx) => credentials.passwordHash(tx, user.id));
  const matches = await verifyPassword(password, hash);
  const proved = await context.asService(async (tx) => {
    // Under the lock: neither factor is changed until this proof counts, and the password is still the one compared (V06).
    const held = await holdActiveUser(tx, user.id);
    const factor =
      held !== null &&
      !isPasskeyOnly(await countPasskeys(tx, user.id)) &&
      matches &&
      (await credentials.passwordHash(tx, user.id)) === hash &&
      (await credentials.useCode(tx, user.id, { typed: code, now: context.now() }));
    if (factor) await context.sessions.prove(tx, session, { methods: ['PASSWORD', factor], passkeyId: null });
    else await recordRefusal(tx, context, { subjectType: 'Session', subjectId: session.id });
    return Boolean(factor);
  });
  if (proved) await limits.forgive(attempt);
  return proved ? 'PROVED' : 'WRONG';
}

export async function proveByPasskey(
  { passkeys, limits }: Parts,
  { context, user, session, address }: Visitor,
  answer: unknown,
): Promise<ProofResult> {
  const waitSeconds = await limits.takeNetwork(address);
  if (waitSeconds > 0) return { waitSeconds };
  const proved = await context.asService(async (tx) => {
    const passkey = await passkeys.check(tx, { purpose: 'PROOF', subject: session.id }, answer);
    const own = passkey?.userId === user.id;
    if (own) await context.sessions.prove(tx, session, { methods: ['PASSKEY'], passkeyId: passkey.id });
    else await recordRefusal(tx, context, { subjectType: 'Session', subjectId: session.id });
    return own;
  });
  if (proved) await limits.giveBackNetwork(address);
  return proved ? 'PROVED' : 'WRONG';
}
