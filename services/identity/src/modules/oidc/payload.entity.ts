/** What the OpenID provider keeps: codes, grants, refresh tokens, interactions. A copy of this table opens nothing. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const OidcPayload = defineEntity({
  name: 'OidcPayload',
  properties: {
    /** `<model>:<sha-256 of the id>`: the id itself is the bearer secret. */
    key: p.string().primary(),
    model: p.string(),
    /** The payload, sealed. */
    sealed: p.blob(),
    grantId: p.string().nullable().index(),
    sessionUid: p.string().nullable().index(),
    consumedAt: p.datetime().nullable(),
    expiresAt: p.datetime().nullable().index(),
  },
});
export type OidcPayload = InferEntity<typeof OidcPayload>;
