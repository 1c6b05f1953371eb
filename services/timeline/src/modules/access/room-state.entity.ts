/** What this service knows of a room from the room service's events: whose it is, and whether it is open. */
import { defineEntity, p } from '@mikro-orm/core';

export const roomState = defineEntity({
  name: 'RoomState',
  rowLevelSecurity: 'force',
  properties: {
    roomId: p.uuid().primary(),
    patientId: p.uuid().index(),
    districtId: p.uuid(),
    status: p.string(),
    /** Place in the room's own stream: an older event never overwrites a newer one. */
    seq: p.bigint('number'),
  },
  indexes: [
    {
      name: 'room_state_district',
      expression: 'create index room_state_district on room_state (district_id)',
    },
  ],
});
