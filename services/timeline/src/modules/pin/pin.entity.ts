/** Posts held at the top of a room (R22). The one row of this service that is turned over: a pin is taken off again. */
import { defineEntity, p } from '@mikro-orm/core';
import { post } from '../post/index.ts';

export const postPin = defineEntity({
  name: 'PostPin',
  rowLevelSecurity: 'force',
  properties: {
    post: () => p.manyToOne(post).mapToPk().primary().deleteRule('restrict').updateRule('restrict'),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    pinned: p.boolean(),
    byId: p.uuid(),
    byName: p.string(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
  indexes: [{ name: 'post_pin_pinned', expression: 'create index post_pin_pinned on post_pin (room_id, audience) where pinned' }],
});
