/** The steward's look at the sharing, once a week (R15), and what it is made from. */
import { defineEntity, p } from '@mikro-orm/core';

export type WeeklyCheckOutcome = 'ALL_GOOD' | 'REMINDED_MEMBERS' | 'REFERRED_TO_CENTER';

export const weeklyCheck = defineEntity({
  name: 'WeeklyCheck',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    roomNumber: p.text(),
    /** Monday of the week in Japan. */
    weekOf: p.date(),
    dueOn: p.date(),
    /** Posts of the week before. */
    postCount: p.integer(),
    consentExpiresOn: p.date().nullable(),
    /** Memberships: who was invited and had not come, and who left in the week before. */
    notJoined: p.array<string>().columnType('uuid[]'),
    hasLeft: p.array<string>().columnType('uuid[]'),
    madeAt: p.datetime(3),
    /** When it was put to the center. */
    overdueAt: p.datetime(3).nullable(),
    completedAt: p.datetime(3).nullable(),
    completedBy: p.uuid().nullable(),
    completedByName: p.text().nullable(),
    outcome: p.text().$type<WeeklyCheckOutcome>().nullable(),
    note: p.text().nullable(),
  },
  uniques: [{ name: 'weekly_check_once', properties: ['roomId', 'weekOf'] }],
  indexes: [
    {
      name: 'weekly_check_open',
      expression: 'create index weekly_check_open on weekly_check (due_on) where completed_at is null and overdue_at is null',
    },
    {
      name: 'weekly_check_overdue',
      expression:
        'create index weekly_check_overdue on weekly_check (district_id, room_id) where completed_at is null and overdue_at is not null',
    },
  ],
});

/** How many posts a room had on a day in Japan, as the timeline has told. */
export const roomActivity = defineEntity({
  name: 'RoomActivity',
  rowLevelSecurity: 'force',
  properties: { roomId: p.uuid().primary(), day: p.date().primary(), posts: p.integer() },
});
