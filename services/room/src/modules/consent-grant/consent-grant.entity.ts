/** What this service knows of consents, told by consent.changed: the newest state per patient. */
import type { CategoryGrant, ConsentState } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

export const consentGrant = defineEntity({
  name: 'ConsentGrant',
  rowLevelSecurity: 'force',
  properties: {
    patientId: p.uuid().primary(),
    consentId: p.uuid(),
    districtId: p.uuid(),
    status: p.text().$type<ConsentState>(),
    version: p.integer(),
    epoch: p.integer(),
    grants: p.json().$type<CategoryGrant[]>(),
    expiresOn: p.date().nullable(),
  },
});
