/** What follows form 4-3 (R16): when a room is closed, until when its records are held, and what keeps them for longer. */
import { defineEntity, p } from '@mikro-orm/core';

export const recordClasses = ['CHART', 'CARE_RECORD'] as const;
export type RecordClass = (typeof recordClasses)[number];

export const roomRetention = defineEntity({
  name: 'RoomRetention',
  rowLevelSecurity: 'force',
  properties: {
    roomId: p.uuid().primary(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    roomNumber: p.text(),
    closureReason: p.text().nullable(),
    /** Receipt number of the form 4-3 that ended it; it stays. */
    applicationNumber: p.text().nullable(),
    /** When it became read-only. */
    startedAt: p.datetime(3),
    /** When it is to be closed, as its district had set when it began. */
    closesAt: p.datetime(3),
    closedAt: p.datetime(3).nullable(),
    /** What law its records fall under, the years of it in the district, and the last day of the hold: known once it is closed. */
    recordClass: p.text().$type<RecordClass>().nullable(),
    years: p.integer().nullable(),
    holdEndsOn: p.date().nullable(),
    version: p.integer(),
  },
  indexes: [
    { name: 'room_retention_district', properties: ['districtId', 'startedAt', 'roomId'] },
    {
      name: 'room_retention_closing',
      expression: 'create index room_retention_closing on room_retention (closes_at) where closed_at is null',
    },
  ],
});

/** While one stands, nothing of the room is erased. */
export const legalHold = defineEntity({
  name: 'LegalHold',
  rowLevelSecurity: 'force',
  properties: {
    /** Made by the client. */
    id: p.uuid().primary(),
    roomId: p.uuid(),
    districtId: p.uuid(),
    reason: p.text(),
    setBy: p.uuid(),
    setByName: p.text(),
    setAt: p.datetime(3),
    liftReason: p.text().nullable(),
    liftedBy: p.uuid().nullable(),
    liftedByName: p.text().nullable(),
    liftedAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'legal_hold_room', properties: ['roomId', 'setAt'] },
    { name: 'legal_hold_one', expression: 'create unique index legal_hold_one on legal_hold (room_id) where lifted_at is null' },
  ],
});
