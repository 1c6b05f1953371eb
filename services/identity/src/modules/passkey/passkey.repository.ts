import type { Em } from '@heya/service-common/orm';
import { type CeremonyPurpose, Passkey, PasskeyChallenge } from './passkey.entity.ts';

/** One open question a visit: asking again makes the one before void, and nobody fills the table by asking. */
export async function replaceChallenge(tx: Em, row: PasskeyChallenge): Promise<void> {
  await tx.nativeDelete(PasskeyChallenge, { purpose: row.purpose, subject: row.subject });
  await tx.insert(PasskeyChallenge, row);
}

export interface Asked {
  challenge: string;
  purpose: CeremonyPurpose;
  subject: string;
}

/** Gone with the first answer, right or wrong. @returns whose key must answer; undefined when nobody asked this */
export async function takeChallenge(
  tx: Em,
  { challenge, purpose, subject }: Asked,
  now: Date,
): Promise<{ userId: string | null } | undefined> {
  const [row] = await tx.execute<{ user_id: string | null; expires_at: Date | string }[]>(
    'delete from passkey_challenge where challenge = ? and purpose = ? and subject = ? returning user_id, expires_at',
    [challenge, purpose, subject],
  );
  return row && new Date(row.expires_at) > now ? { userId: row.user_id } : undefined;
}

export async function dropExpiredChallenges(tx: Em): Promise<void> {
  await tx.execute('delete from passkey_challenge where expires_at < now()');
}

export const findByCredentialId = (tx: Em, credentialId: string): Promise<Passkey | null> => tx.findOne(Passkey, { credentialId });

export const listPasskeys = (tx: Em, userId: string): Promise<Passkey[]> =>
  tx.find(Passkey, { userId }, { orderBy: { createdAt: 'asc', id: 'asc' } });

export const countPasskeys = (tx: Em, userId: string): Promise<number> => tx.count(Passkey, { userId });

/** @returns false when this key is registered already, whoever has it */
export async function insertPasskey(tx: Em, row: Passkey): Promise<boolean> {
  if (await findByCredentialId(tx, row.credentialId)) return false;
  await tx.insert(Passkey, row);
  return true;
}

/** @returns false when the counter did not move on: a copy of the key was faster */
export async function recordUse(
  tx: Em,
  id: string,
  { counter, backedUp, now }: { counter: number; backedUp: boolean; now: Date },
): Promise<boolean> {
  const rows = await tx.execute<unknown[]>(
    `update passkey set counter = ?, backed_up = ?, last_used_at = ?
      where id = ? and (counter < ? or (counter = 0 and ? = 0)) returning id`,
    [counter, backedUp, now, id, counter, counter],
  );
  return rows.length === 1;
}

export async function renamePasskey(tx: Em, where: { id: string; userId: string }, label: string): Promise<boolean> {
  return (await tx.nativeUpdate(Passkey, where, { label })) === 1;
}

export async function deletePasskey(tx: Em, where: { id: string; userId: string }): Promise<boolean> {
  return (await tx.nativeDelete(Passkey, where)) === 1;
}

export const deletePasskeysOf = (tx: Em, userId: string): Promise<number> => tx.nativeDelete(Passkey, { userId });
