/** Failed attempts, counted by hashed keys. The shape is what rate-limiter-flexible expects. */
import { defineEntity, p } from '@mikro-orm/core';

export const SignInLimit = defineEntity({
  name: 'SignInLimit',
  properties: {
    key: p.string().primary(),
    points: p.integer().default(0),
    expire: p.bigint().nullable(),
  },
});
