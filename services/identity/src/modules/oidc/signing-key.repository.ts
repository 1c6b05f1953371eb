import type { Em } from '@heya/service-common/orm';
import { SigningKey } from './signing-key.entity.ts';

/** One process at a time makes or drops keys; held until the transaction ends. */
export const lockKeys = (tx: Em): Promise<unknown> => tx.execute("select pg_advisory_xact_lock(hashtext('heya.identity.signing-keys'))");

export const listKeys = (tx: Em): Promise<SigningKey[]> => tx.find(SigningKey, {}, { orderBy: { signsFrom: 'desc' } });

export async function insertKey(tx: Em, key: SigningKey): Promise<void> {
  await tx.insert(SigningKey, key);
}

export async function deleteKeys(tx: Em, kids: readonly string[]): Promise<void> {
  await tx.nativeDelete(SigningKey, { kid: { $in: [...kids] } });
}
