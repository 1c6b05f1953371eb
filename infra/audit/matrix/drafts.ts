/** What several mutations of the access matrix are asked with (V14). */
import { uuidv7 } from '../../local/api/uuid.mjs';

export type Variables = Record<string, unknown>;

/** No such version: who may change it hears that somebody else did, and nothing changes. */
export const staleVersion = 999;

export const note = (roomId: string, audience: string): Variables => ({
  idempotencyKey: uuidv7(),
  roomId,
  audience,
  kind: 'NOTE',
  body: '見回りの書き込み',
});
export const paper = (): Variables => ({ idempotencyKey: uuidv7(), textVersion: 'none', signerName: '監査野 花子' });
export const pledge = (): Variables => ({ ...paper(), acceptedClauses: [] });
export const withdrawal = (): Variables => ({
  idempotencyKey: uuidv7(),
  expectedVersion: staleVersion,
  withdrawnBy: 'PATIENT',
  withdrawnByName: '監査野 花子',
});
