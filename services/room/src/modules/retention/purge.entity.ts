/** That a room is erased: who said so, and what each service has erased (R16). */
import { defineEntity, p } from '@mikro-orm/core';

export const roomPurge = defineEntity({
  name: 'RoomPurge',
  rowLevelSecurity: 'force',
  properties: {
    roomId: p.uuid().primary(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    firstBy: p.uuid(),
    firstByName: p.text(),
    firstAt: p.datetime(3),
    secondBy: p.uuid().nullable(),
    secondByName: p.text().nullable(),
    secondAt: p.datetime(3).nullable(),
    begunAt: p.datetime(3).nullable(),
    finishedAt: p.datetime(3).nullable(),
  },
  indexes: [{ name: 'room_purge_open', expression: 'create index room_purge_open on room_purge (second_at) where finished_at is null' }],
});

export const purgingServices = ['room', 'timeline', 'consent', 'identity'] as const;
export type PurgingService = (typeof purgingServices)[number];

export const roomPurgePart = defineEntity({
  name: 'RoomPurgePart',
  rowLevelSecurity: 'force',
  properties: {
    roomId: p.uuid().primary(),
    service: p.text().$type<PurgingService>().primary(),
    districtId: p.uuid(),
    askedAt: p.datetime(3).nullable(),
    erasedAt: p.datetime(3).nullable(),
    counts: p.json().$type<{ name: string; count: number }[]>().nullable(),
    sha256: p.text().nullable(),
    /** Whose work at the center goes with them. */
    subjectIds: p.array<string>().columnType('uuid[]'),
  },
});
