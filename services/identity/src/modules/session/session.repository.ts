import type { Em } from '@heya/service-common/orm';
import { type AuthenticationMethod, Session, type SessionEndReason, SessionGrant } from './session.entity.ts';

export async function insertSession(tx: Em, session: Omit<Session, 'oidcUid' | 'deviceId' | 'endedAt' | 'endReason'>): Promise<void> {
  await tx.insert(Session, session);
}

/** @returns whether this person has signed in before, and never with such a browser */
export async function isStrange(tx: Em, userId: string, device: string | null): Promise<boolean> {
  const met = (where: { userId: string; device?: string }) => tx.findOne(Session, where, { fields: ['id'] });
  return device !== null && (await met({ userId, device })) === null && (await met({ userId })) !== null;
}

export const findLive = (tx: Em, where: { id: string } | { oidcUid: string }): Promise<Session | null> =>
  tx.findOne(Session, { ...where, endedAt: null, expiresAt: { $gt: new Date() } });

export async function findLiveByGrant(tx: Em, grantId: string): Promise<Session | null> {
  const grant = await tx.findOne(SessionGrant, { grantId });
  return grant && findLive(tx, { id: grant.sessionId });
}

export const listLive = (tx: Em, userId: string): Promise<Session[]> =>
  tx.find(Session, { userId, endedAt: null, expiresAt: { $gt: new Date() } }, { orderBy: { startedAt: 'desc', id: 'desc' }, limit: 100 });

/** Every sign-in that has not ended, even those whose time is up. */
export async function unendedIds(tx: Em, userId: string): Promise<string[]> {
  const rows = await tx.find(Session, { userId, endedAt: null }, { fields: ['id'] });
  return rows.map(({ id }) => id);
}

export async function unendedIdsOfDevice(tx: Em, deviceId: string): Promise<string[]> {
  const rows = await tx.find(Session, { deviceId, endedAt: null }, { fields: ['id'] });
  return rows.map(({ id }) => id);
}

export async function bindDevice(tx: Em, id: string, deviceId: string): Promise<void> {
  await tx.nativeUpdate(Session, { id, deviceId: null, endedAt: null }, { deviceId });
}

export const listExpired = (tx: Em, now: Date, limit: number): Promise<Session[]> =>
  tx.find(Session, { endedAt: null, expiresAt: { $lte: now } }, { orderBy: { expiresAt: 'asc' }, limit });

export async function insertGrant(tx: Em, grantId: string, sessionId: string): Promise<void> {
  await tx.insert(SessionGrant, { grantId, sessionId });
}

export async function bindOidcUid(tx: Em, id: string, oidcUid: string): Promise<void> {
  await tx.nativeUpdate(Session, { id }, { oidcUid });
}

export async function recordActivity(
  tx: Em,
  id: string,
  { lastActiveAt, expiresAt }: { lastActiveAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.nativeUpdate(Session, { id, endedAt: null }, { lastActiveAt, expiresAt });
}

export interface Proof {
  provedAt: Date;
  passkeyId: string | null;
  methods: AuthenticationMethod[];
}

export async function recordProof(tx: Em, id: string, { provedAt, passkeyId, methods }: Proof): Promise<void> {
  await tx.nativeUpdate(Session, { id, endedAt: null }, { provedAt, provedPasskeyId: passkeyId, methods });
}

/** A passkey that is gone stands for no other one any more; that its owner was there a moment ago still holds. */
export async function forgetProofsBy(tx: Em, passkeyId: string): Promise<void> {
  await tx.nativeUpdate(Session, { provedPasskeyId: passkeyId, endedAt: null }, { provedPasskeyId: null });
}

export interface EndedSession {
  userId: string;
  oidcUid: string | null;
  grantIds: string[];
}

/** @returns what descended from it, or undefined when it had ended before */
export async function markEnded(
  tx: Em,
  id: string,
  { reason, now }: { reason: SessionEndReason; now: Date },
): Promise<EndedSession | undefined> {
  const [row] = await tx.execute<{ user_id: string; oidc_uid: string | null }[]>(
    'update sign_in_session set ended_at = ?, end_reason = ? where id = ? and ended_at is null returning user_id, oidc_uid',
    [now, reason, id],
  );
  if (!row) return undefined;
  const grants = await tx.execute<{ grant_id: string }[]>('delete from session_grant where session_id = ? returning grant_id', [id]);
  return { userId: row.user_id, oidcUid: row.oidc_uid, grantIds: grants.map(({ grant_id }) => grant_id) };
}
