/** Sentences an officer may begin a reason with, as a district has written them. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** INSPECT: why the center looks into a room (R18). */
export type TemplateDecision = 'RETURN' | 'REJECT' | 'INSPECT';

export const ReasonTemplate = defineEntity({
  name: 'ReasonTemplate',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    decision: p.string().length(10).$type<TemplateDecision>(),
    label: p.string().length(40),
    text: p.text(),
    createdBy: p.uuid(),
    createdAt: p.datetime(),
    /** Taken away, not erased: what was offered when stays known. */
    removedAt: p.datetime().nullable(),
    removedBy: p.uuid().nullable(),
  },
  indexes: [{ name: 'reason_template_district', properties: ['districtId', 'createdAt', 'id'] }],
});
export type ReasonTemplate = InferEntity<typeof ReasonTemplate>;
