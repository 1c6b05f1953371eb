import { createHash } from 'node:crypto';
import type { Em } from '@heya/service-common/orm';
import { OidcPayload } from './payload.entity.ts';

/** The id of a token is the token: only its hash is kept. */
export const payloadKey = (model: string, id: string): string => `${model}:${createHash('sha256').update(id).digest('base64url')}`;

export async function putPayload(tx: Em, row: Omit<OidcPayload, 'consumedAt'>): Promise<void> {
  await tx.upsert(OidcPayload, row, { onConflictFields: ['key'] });
}

export const getPayload = (tx: Em, key: string): Promise<OidcPayload | null> => tx.findOne(OidcPayload, { key });

export const getSessionPayload = (tx: Em, sessionUid: string): Promise<OidcPayload | null> =>
  tx.findOne(OidcPayload, { model: 'Session', sessionUid });

export async function dropPayload(tx: Em, key: string): Promise<void> {
  await tx.nativeDelete(OidcPayload, { key });
}

/** @returns false when somebody else was first */
export async function consumePayload(tx: Em, key: string): Promise<boolean> {
  const rows = await tx.execute<unknown[]>(
    'update oidc_payload set consumed_at = now() where key = ? and consumed_at is null returning key',
    [key],
  );
  return rows.length === 1;
}

export async function dropGrant(tx: Em, grantId: string): Promise<void> {
  await tx.nativeDelete(OidcPayload, { $or: [{ grantId }, { key: payloadKey('Grant', grantId) }] });
}

/** All that descends from a sign-in. */
export async function wipePayloads(tx: Em, { grantIds, oidcUid }: { grantIds: readonly string[]; oidcUid: string | null }): Promise<void> {
  for (const grantId of grantIds) await dropGrant(tx, grantId);
  if (oidcUid) await tx.nativeDelete(OidcPayload, { sessionUid: oidcUid });
}

export async function dropExpiredPayloads(tx: Em): Promise<void> {
  await tx.execute('delete from oidc_payload where expires_at < now()');
}
