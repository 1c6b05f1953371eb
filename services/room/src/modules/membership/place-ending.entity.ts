/** A place of work that ends (form 2-2): until when a person is in rooms through it (R7). Told by identity. */
import { defineEntity, p } from '@mikro-orm/core';

export const placeEnding = defineEntity({
  name: 'PlaceEnding',
  rowLevelSecurity: 'force',
  properties: {
    applicationId: p.uuid().primary(),
    userId: p.uuid(),
    facilityId: p.uuid(),
    endsAt: p.datetime(3),
    isOnlyPlace: p.boolean(),
  },
  indexes: [{ name: 'place_ending_user', properties: ['userId'] }],
});
