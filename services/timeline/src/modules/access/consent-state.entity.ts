/** What the patient allows (R9, R10): the consent in force, projected from the consent service's events. */
import { defineEntity, p } from '@mikro-orm/core';

export const consentState = defineEntity({
  name: 'ConsentState',
  rowLevelSecurity: 'force',
  properties: {
    patientId: p.uuid().primary(),
    consentId: p.uuid(),
    districtId: p.uuid(),
    status: p.string(),
    /** Epoch of the event that gave this content. */
    decidedEpoch: p.integer(),
    /** The newest epoch heard of; live streams of an older one are void. */
    epoch: p.integer(),
    categories: p.array(),
    familyCategories: p.array(),
    /** The municipality may use it in a disaster (R9). */
    disasterUse: p.boolean().default(false),
    expiresOn: p.date().nullable(),
  },
});
