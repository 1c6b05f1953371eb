/** An ID that is stopped for a while (R2): why, by whom, and until when it was. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { User } from '../user/index.ts';

export const Suspension = defineEntity({
  name: 'Suspension',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    districtId: p.uuid(),
    reason: p.text(),
    startedAt: p.datetime(),
    startedBy: p.uuid(),
    endedAt: p.datetime().nullable(),
    endedBy: p.uuid().nullable(),
  },
});
export type Suspension = InferEntity<typeof Suspension>;
