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
  indexes: [
    { name: 'room_district_opened', expression: 'create index room_district_opened on room (district_id, opened_at desc, id desc)' },
    {
      name: 'room_district_status',
      expression: 'create index room_district_status on room (district_id, status, opened_at desc, id desc)',
    },
    { name: 'room_number_begin', expression: 'create index room_number_begin on room (district_id, room_number text_pattern_ops)' },
  ],
});
