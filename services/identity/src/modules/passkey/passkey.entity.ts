/** Keys that live in a person's device; we hold the public half. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { User } from '../user/index.ts';

export const Passkey = defineEntity({
  name: 'Passkey',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    /** As the device names it, base64url. One key is one person's. */
    credentialId: p.text().unique(),
    /** COSE. */
    publicKey: p.blob(),
    /** How often the device says it was used; one that goes backwards is a copy. Synchronised keys stay at 0. */
    counter: p.bigint('number'),
    transports: p.array(),
    /** How its owner calls it. */
    label: p.string().length(80),
    /** Kept in a cloud as well, so that a lost device loses nothing. */
    backedUp: p.boolean(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
  },
});
export type Passkey = InferEntity<typeof Passkey>;

export type CeremonyPurpose = 'SIGN_IN' | 'PROOF' | 'NEW';

/** What a device was asked to sign: once, for one purpose, for one visit, for five minutes (V12). */
export const PasskeyChallenge = defineEntity({
  name: 'PasskeyChallenge',
  properties: {
    challenge: p.string().primary(),
    purpose: p.string().length(20).$type<CeremonyPurpose>(),
    /** The sign-in under way, or the session. */
    subject: p.string(),
    /** Whose key must answer; null: whoever's it is. */
    userId: p.uuid().nullable(),
    expiresAt: p.datetime().index(),
  },
});
export type PasskeyChallenge = InferEntity<typeof PasskeyChallenge>;
