/** The tenant (地区): every record belongs to exactly one. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const District = defineEntity({
  name: 'District',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
  },
});
export type District = InferEntity<typeof District>;
