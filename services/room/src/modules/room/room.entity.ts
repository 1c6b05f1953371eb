/** The room of one patient. */
import type { RoomState } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

export const room = defineEntity({
  name: 'Room',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    patientId: p.uuid().unique(),
    roomNumber: p.text(),
    status: p.text().$type<RoomState>(),
    openedAt: p.datetime(3).nullable(),
    closedAt: p.datetime(3).nullable(),
  },
  uniques: [{ name: 'room_number_once', properties: ['districtId', 'roomNumber'] }],
});
