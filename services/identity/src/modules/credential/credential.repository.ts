import type { Em } from '@heya/service-common/orm';
import { Credential } from './credential.entity.ts';

export const findCredential = (tx: Em, userId: string): Promise<Credential | null> => tx.findOne(Credential, { userId });

/** @returns whether this step had not been used before; two requests with one code cannot both win */
export async function useTotpStep(tx: Em, userId: string, step: number): Promise<boolean> {
  const rows = await tx.execute<{ user_id: string }[]>(
    `update credential set last_totp_step = ? where user_id = ? and (last_totp_step is null or last_totp_step < ?) returning user_id`,
    [step, userId, step]);
  return rows.length === 1;
}

export async function storeCredential(tx: Em, row: { userId: string; passwordHash: string; totpSecret: Buffer; now: Date }): Promise<void> {
  const { now, ...secret } = row;
  await tx.upsert(Credential, { ...secret, passwordChangedAt: now }, { onConflictFields: ['userId'] });
}
