/** Who looked at what (R32): append-only, one hash chain a district. */
import type { AuditLine } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

export const accessLogEntry = defineEntity({
  name: 'AccessLogEntry',
  rowLevelSecurity: 'force',
  properties: {
    /** The line's own id, so that a line told twice is one entry. */
    id: p.uuid().primary(),
    districtId: p.uuid(),
    /** Place in the district's chain. */
    seq: p.bigint(),
    at: p.datetime(3),
    patientId: p.uuid().nullable(),
    actorId: p.uuid().nullable(),
    facilityId: p.uuid().nullable(),
    action: p.text(),
    line: p.json().$type<AuditLine>(),
    entryHash: p.text(),
  },
  uniques: [{ name: 'access_log_entry_place', properties: ['districtId', 'seq'] }],
  indexes: [
    { name: 'access_log_entry_patient', properties: ['patientId', 'at', 'id'] },
    { name: 'access_log_entry_actor', properties: ['patientId', 'actorId'] },
    { name: 'access_log_entry_time', properties: ['districtId', 'at', 'id'] },
    { name: 'access_log_entry_person', properties: ['districtId', 'actorId', 'at', 'id'] },
  ],
});

/** The end of each chain. */
export const accessLogHead = defineEntity({
  name: 'AccessLogHead',
  rowLevelSecurity: 'force',
  properties: { districtId: p.uuid().primary(), seq: p.bigint(), hash: p.text() },
});
