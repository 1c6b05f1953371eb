/** The profile beyond the basics: a row a block, its history, and the contacts of the family. */
import { defineEntity, p } from '@mikro-orm/core';

const change = {
  /** The block's data class: row-level security asks by it (R10). */
  category: p.text(),
  content: p.json(),
  changedBy: p.uuid(),
  changedByName: p.text(),
  changedAt: p.datetime(3),
};

export const patientBlock = defineEntity({
  name: 'PatientBlock',
  rowLevelSecurity: 'force',
  properties: { patientId: p.uuid().primary(), block: p.text().primary(), version: p.integer(), ...change },
});

/** One row per change, with the block as it then became; of contacts the whole list (R20). */
export const patientBlockHistory = defineEntity({
  name: 'PatientBlockHistory',
  rowLevelSecurity: 'force',
  properties: { patientId: p.uuid().primary(), block: p.text().primary(), version: p.integer().primary(), ...change },
});

export const familyContact = defineEntity({
  name: 'FamilyContact',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    patientId: p.uuid().index('family_contact_patient'),
    name: p.text(),
    relationship: p.text(),
    phones: p.array<string>(),
    fax: p.text().nullable(),
    isKeyPerson: p.boolean(),
    emergencyOrder: p.integer().nullable(),
    livesTogether: p.boolean().nullable(),
    /** What was sent with the idempotency key (api.md 8). */
    bodyHash: p.text(),
    version: p.integer(),
    createdBy: p.uuid(),
    createdAt: p.datetime(3),
    /** Nothing is deleted: it stays in the history. */
    removedAt: p.datetime(3).nullable(),
  },
});
