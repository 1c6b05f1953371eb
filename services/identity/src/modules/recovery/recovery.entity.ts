/** Getting a person back in who has lost their passkey or authenticator, in person and with a day's notice (threat 20). */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { User } from '../user/index.ts';

export const Recovery = defineEntity({
  name: 'Recovery',
  tableName: 'account_recovery',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    districtId: p.uuid(),
    startedBy: p.uuid(),
    /** By what right: CENTER or FACILITY_ADMIN. */
    authority: p.string().length(20),
    reason: p.text(),
    /** HMAC of the code, which is shown once and kept nowhere. */
    codeHash: p.string(),
    startedAt: p.datetime(),
    effectiveAt: p.datetime(),
    expiresAt: p.datetime(),
    cancelledAt: p.datetime().nullable(),
    cancelledBy: p.uuid().nullable(),
    completedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: 'account_recovery_open',
      expression:
        'create unique index account_recovery_open on account_recovery (user_id) where cancelled_at is null and completed_at is null',
    },
  ],
});
export type Recovery = InferEntity<typeof Recovery>;
