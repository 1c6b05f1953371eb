/** When a change of an ID takes effect (R7): one row an application, worked off by the minute, whichever process is alive then. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { IdChangeKind } from './id-change.details.ts';

export const IdChange = defineEntity({
  name: 'IdChange',
  properties: {
    applicationId: p.uuid().primary(),
    districtId: p.uuid(),
    userId: p.uuid().index(),
    /** The facility that filed it, where the person works or worked. */
    facilityId: p.uuid(),
    kind: p.string().length(10).$type<IdChangeKind>(),
    /** Null: with the approval. */
    effectiveAt: p.datetime().nullable(),
    /** When the person's place ended, reviewed by then or not. */
    endedAt: p.datetime().nullable(),
    /** What ended then, to be given back when the application comes to nothing. */
    affiliationId: p.uuid().nullable(),
    affiliationUntil: p.date().nullable(),
    hasStoppedId: p.boolean().default(false),
    /** Carried out, or come to nothing. */
    doneAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'id_change_due', expression: 'create index id_change_due on id_change (effective_at, application_id) where done_at is null' },
  ],
});
export type IdChange = InferEntity<typeof IdChange>;
