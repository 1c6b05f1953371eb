/** A key that signs tokens, from the moment it is published until nothing it signed can still be valid. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const SigningKey = defineEntity({
  name: 'SigningKey',
  properties: {
    kid: p.string().primary(),
    /** Private JWK (ES256), sealed. */
    sealed: p.blob(),
    createdAt: p.datetime(),
    signsFrom: p.datetime().unique(),
  },
});
export type SigningKey = InferEntity<typeof SigningKey>;
