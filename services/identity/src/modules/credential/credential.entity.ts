/** How a person proves who they are. Read by sign-in alone. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { User } from '../user/index.ts';

export const Credential = defineEntity({
  name: 'Credential',
  properties: {
    userId: () => p.oneToOne(User).mapToPk().owner().primary().fieldName('user_id').deleteRule('cascade'),
    /** argon2id, PHC string. */
    passwordHash: p.text(),
    /** Shared secret of the authenticator app, sealed; null: none is set up. */
    totpSecret: p.blob().nullable(),
    /** The last time step that was used: each code works once (V13). */
    lastTotpStep: p.integer().nullable(),
    passwordChangedAt: p.datetime().defaultRaw('now()'),
  },
});
export type Credential = InferEntity<typeof Credential>;
