/** A patient, kept in two rows: that they exist, and who they are. The second is what consent opens and closes (R10). */
import { defineEntity, p } from '@mikro-orm/core';

export const administrativeSexes = ['MALE', 'FEMALE', 'OTHER', 'UNKNOWN'] as const;
export type AdministrativeSex = (typeof administrativeSexes)[number];

export const patient = defineEntity({
  name: 'Patient',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    registeredBy: p.uuid().index(),
    /** What was sent with the idempotency key (api.md 8). */
    bodyHash: p.text(),
    version: p.integer(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

/** Data class DEMOGRAPHICS. */
export const patientProfile = defineEntity({
  name: 'PatientProfile',
  rowLevelSecurity: 'force',
  properties: {
    patientId: p.uuid().primary(),
    name: p.text(),
    nameKana: p.text(),
    sex: p.text().$type<AdministrativeSex>(),
    birthDate: p.date(),
    postalCode: p.text().nullable(),
    address: p.text(),
    phone: p.text().nullable(),
  },
  indexes: [
    {
      name: 'patient_profile_likeness',
      expression: 'create index "patient_profile_likeness" on "patient_profile" (kana_likeness(name_kana))',
    },
  ],
});

/** One row per change, with the profile as it then became (R20). */
export const patientHistory = defineEntity({
  name: 'PatientHistory',
  rowLevelSecurity: 'force',
  properties: {
    patientId: p.uuid().primary(),
    version: p.integer().primary(),
    changedBy: p.uuid(),
    /** As they were called then; null for changes from before names were kept. */
    changedByName: p.text().nullable(),
    changedAt: p.datetime(3),
    profile: p.json(),
  },
});
