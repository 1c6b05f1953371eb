/** Once a year a facility says who of its staff is still there (R15): one row for each version of each year's answer. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { Facility } from '../facility/index.ts';

export type RosterAnswer = 'PRESENT' | 'LEFT' | 'CHANGED';

export interface RosterEntry {
  userId: string;
  /** As they were called then. */
  name: string;
  answer: RosterAnswer;
  note: string | null;
}

export const RosterConfirmation = defineEntity({
  name: 'RosterConfirmation',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    facilityId: () => p.manyToOne(Facility).mapToPk().fieldName('facility_id').deleteRule('restrict'),
    year: p.integer(),
    /** A correction is the next version; the one before stays. */
    version: p.integer(),
    /** What the district asked then. */
    dueOn: p.date().nullable(),
    entries: p.json().$type<RosterEntry[]>(),
    confirmedBy: p.uuid(),
    confirmedByName: p.string(),
    confirmedAt: p.datetime(),
    bodyHash: p.string().length(64),
  },
  uniques: [{ name: 'roster_confirmation_version', properties: ['facilityId', 'year', 'version'] }],
});
export type RosterConfirmation = InferEntity<typeof RosterConfirmation>;

/** The center was told that a facility is late: once for each year. */
export const RosterReminder = defineEntity({
  name: 'RosterReminder',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    facilityId: () => p.manyToOne(Facility).mapToPk().fieldName('facility_id').deleteRule('restrict'),
    year: p.integer(),
    dueOn: p.date(),
    remindedAt: p.datetime(),
  },
  uniques: [{ name: 'roster_reminder_once', properties: ['facilityId', 'year'] }],
});
export type RosterReminder = InferEntity<typeof RosterReminder>;
