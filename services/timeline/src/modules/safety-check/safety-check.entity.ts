/** A roll call (R31): that it was begun, for whom, and that it ended. Added to, never changed. */
import { defineEntity, p } from '@mikro-orm/core';

export const safetyCheck = defineEntity({
  name: 'SafetyCheck',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    title: p.text(),
    /** Words for people; only the municipality decides who is in it. */
    area: p.text().nullable(),
    municipality: p.text().nullable(),
    practice: p.boolean(),
    startedAt: p.datetime().defaultRaw('clock_timestamp()'),
    startedById: p.uuid(),
    startedByName: p.string(),
    /** People of the district whom no consent covered at the start: a number, no names. */
    notTicked: p.integer(),
    fingerprint: p.string(),
  },
  indexes: [
    {
      name: 'safety_check_district',
      expression: 'create index safety_check_district on safety_check (district_id, started_at, id)',
    },
  ],
});

export const safetyCheckEnd = defineEntity({
  name: 'SafetyCheckEnd',
  rowLevelSecurity: 'force',
  properties: {
    checkId: p.uuid().primary(),
    districtId: p.uuid(),
    endedAt: p.datetime().defaultRaw('clock_timestamp()'),
    endedById: p.uuid(),
    endedByName: p.string(),
  },
});

/** Who is in a check, as its start found them. Whoever's consent ends is no longer seen, and still counted for. */
export const safetySubject = defineEntity({
  name: 'SafetySubject',
  rowLevelSecurity: 'force',
  primaryKeys: ['checkId', 'patientId'],
  properties: {
    checkId: p.uuid().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid().primary(),
    districtId: p.uuid(),
  },
  indexes: [
    {
      name: 'safety_subject_patient',
      expression: 'create index safety_subject_patient on safety_subject (patient_id, check_id)',
    },
  ],
});
