/** What a person types when the authenticator app is out of reach: eight codes, each once (R4). */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { User } from '../user/index.ts';

export const BackupCode = defineEntity({
  name: 'BackupCode',
  properties: {
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade').primary(),
    /** HMAC; the codes themselves are shown once and kept nowhere. */
    codeHash: p.string().primary(),
    createdAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});
export type BackupCode = InferEntity<typeof BackupCode>;
