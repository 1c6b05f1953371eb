/** A look handed to a municipality (R31): by a code of which only the hash is kept, for a time, until it is taken back. */
import { defineEntity, p } from '@mikro-orm/core';

export const safetyView = defineEntity({
  name: 'SafetyView',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    checkId: p.uuid(),
    districtId: p.uuid(),
    forWhom: p.text(),
    codeHash: p.string(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    createdById: p.uuid(),
    createdByName: p.string(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'safety_view_check', expression: 'create index safety_view_check on safety_view (check_id)' },
    { name: 'safety_view_code', expression: 'create unique index safety_view_code on safety_view (code_hash)' },
  ],
});
