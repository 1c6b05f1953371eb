/** What somebody said about a patient during a check (R31), and that they took it back. Never changed. */
import { defineEntity, p } from '@mikro-orm/core';

export const safetyReport = defineEntity({
  name: 'SafetyReport',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    checkId: p.uuid(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    status: p.string(),
    evidence: p.string(),
    place: p.string().nullable(),
    placeNote: p.text().nullable(),
    needs: p.text().nullable(),
    note: p.text().nullable(),
    device: p.text().nullable(),
    powerMinutesLeft: p.integer().nullable(),
    observedAt: p.datetime(),
    reportedAt: p.datetime().defaultRaw('clock_timestamp()'),
    reportedById: p.uuid(),
    reportedByName: p.string(),
    reportedByLabel: p.string().nullable(),
    facilityName: p.string().nullable(),
    fingerprint: p.string(),
  },
  indexes: [
    {
      name: 'safety_report_check',
      expression: 'create index safety_report_check on safety_report (check_id, patient_id)',
    },
  ],
});

export const safetyRetraction = defineEntity({
  name: 'SafetyRetraction',
  rowLevelSecurity: 'force',
  properties: {
    reportId: p.uuid().primary(),
    checkId: p.uuid(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    byId: p.uuid(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
