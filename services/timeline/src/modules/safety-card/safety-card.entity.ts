/**
 * What is needed of a patient to find them in a disaster: name, part of town, number of the room. Asked of the room service while nothing is
 * wrong, of those alone whose consent covers it, and forgotten when it does no more (R31, infra/decisions/0054).
 */
import { defineEntity, p } from '@mikro-orm/core';

export const safetyCard = defineEntity({
  name: 'SafetyCard',
  rowLevelSecurity: 'force',
  properties: {
    patientId: p.uuid().primary(),
    roomId: p.uuid().index(),
    districtId: p.uuid(),
    name: p.text().nullable(),
    locality: p.text().nullable(),
    roomNumber: p.string().nullable(),
    /** null: something of it has changed since. */
    askedAt: p.datetime().nullable(),
  },
});
