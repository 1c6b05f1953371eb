import type { Em } from '@heya/service-common/orm';
import { BackupCode } from './backup-code.entity.ts';
import { Credential } from './credential.entity.ts';

export const findCredential = (tx: Em, userId: string): Promise<Credential | null> => tx.findOne(Credential, { userId });

export interface SignInAccount {
  userId: string;
  passwordHash: string;
  passwordChangedAt: Date;
}

/** One narrow question, so that known and unknown names cost alike (V09). @returns undefined for unknown and for stopped IDs (R7) */
export async function findSignInAccount(tx: Em, accountName: string): Promise<SignInAccount | undefined> {
  const [row] = await tx.execute<{ user_id: string; password_hash: string; password_changed_at: Date | string }[]>(
    'select c.user_id, c.password_hash, c.password_changed_at from app_user u join credential c on c.user_id = u.id where u.account_name = ? and u.deactivated_at is null',
    [accountName],
  );
  return row && { userId: row.user_id, passwordHash: row.password_hash, passwordChangedAt: new Date(row.password_changed_at) };
}

/** @returns whether this step had not been used before; two requests with one code cannot both win */
export async function useTotpStep(tx: Em, userId: string, step: number): Promise<boolean> {
  const rows = await tx.execute<{ user_id: string }[]>(
    `update credential set last_totp_step = ? where user_id = ? and (last_totp_step is null or last_totp_step < ?) returning user_id`,
    [step, userId, step],
  );
  return rows.length === 1;
}

export async function storeCredential(tx: Em, row: { userId: string; passwordHash: string; totpSecret: Buffer; now: Date }): Promise<void> {
  const { now, ...secret } = row;
  await tx.upsert(Credential, { ...secret, passwordChangedAt: now }, { onConflictFields: ['userId'] });
}

/** Sets the first password: nothing stands beside it yet. */
export async function storePassword(tx: Em, userId: string, { passwordHash, now }: { passwordHash: string; now: Date }): Promise<void> {
  await tx.upsert(Credential, { userId, passwordHash, totpSecret: null, lastTotpStep: null, passwordChangedAt: now });
}

/** The codes from before count no longer. */
export async function replaceBackupCodes(
  tx: Em,
  userId: string,
  { codeHashes, now }: { codeHashes: readonly string[]; now: Date },
): Promise<void> {
  await tx.nativeDelete(BackupCode, { userId });
  await tx.insertMany(
    BackupCode,
    codeHashes.map((codeHash) => ({ userId, codeHash, createdAt: now, usedAt: null })),
  );
}

export const countBackupCodes = (tx: Em, userId: string): Promise<number> => tx.count(BackupCode, { userId, usedAt: null });

/** @returns whether it had not been used before; two requests with one code cannot both win */
export async function useBackupCode(tx: Em, userId: string, { codeHash, now }: { codeHash: string; now: Date }): Promise<boolean> {
  return (await tx.nativeUpdate(BackupCode, { userId, codeHash, usedAt: null }, { usedAt: now })) === 1;
}

export async function forgetBackupCodes(tx: Em, userId: string): Promise<void> {
  await tx.nativeDelete(BackupCode, { userId });
}

/** Password, authenticator app and backup codes. */
export async function forgetFactors(tx: Em, userId: string): Promise<void> {
  await forgetBackupCodes(tx, userId);
  await tx.nativeDelete(Credential, { userId });
}

export async function updateCredential(tx: Em, userId: string, change: Partial<Omit<Credential, 'userId'>>): Promise<void> {
  await tx.nativeUpdate(Credential, { userId }, change);
}
