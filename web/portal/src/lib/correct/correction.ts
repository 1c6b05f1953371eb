/** Values while they are being put right (R24): another record, with all that is right, takes the place of the old one. Pure. */
import type { PostInRoomQuery, VitalContext, VitalsInput } from '@heya/client/generated/graphql';
import { type DayForm, standingDay, toDay } from '#lib/daily/day-form.ts';
import { minuteInJapan } from '#lib/id-change/form.ts';
import { standingVitals, toVitals, type VitalsForm } from '#lib/keypad/vitals-form.ts';

export type StandingRecord = NonNullable<NonNullable<PostInRoomQuery['post']>['vitals']>;

export interface Correction {
  vitals: VitalsForm;
  day: DayForm;
  /** As the field shows it, in Japan: 2026-11-24T18:00. */
  takenAt: string;
  note: string;
  reason: string;
}

const asField = (iso: string): string => minuteInJapan(new Date(iso)).join('T');

/** Everything filled in as it stands. */
export const beginCorrection = (record: StandingRecord): Correction => ({
  vitals: standingVitals(record),
  day: standingDay(record),
  takenAt: asField(record.takenAt),
  note: record.note ?? '',
  reason: '',
});

const byDay: ReadonlySet<string> = new Set(['FLUID_INTAKE', 'URINE_VOLUME']);

/** Which fields this record is about: those of the keypad, those of daily life, or both. */
export function partsOf({ measurements, meals, medicines, ...record }: StandingRecord): { measured: boolean; day: boolean } {
  const isMeasured = measurements.some(({ kind }) => !byDay.has(kind)) || record.consciousness !== null;
  const { stool, sleepHours, bath, fall } = record;
  const isSeen = [stool, sleepHours, bath, fall].some((said) => said !== null) || meals.length > 0 || medicines.length > 0;
  const day = isSeen || measurements.some(({ kind }) => byDay.has(kind));
  return { measured: isMeasured || !day, day };
}

/** All that is right; what has no field here goes along as it stood. @returns null without a time */
export function toRight(record: StandingRecord, { vitals, day, takenAt, note }: Correction): VitalsInput | null {
  if (!takenAt) return null;
  const measured = toVitals(vitals);
  const { medicines = [], ...seen } = toDay(day);
  const doses = [...(medicines ?? []), ...furtherDoses(record)];
  return {
    ...seen,
    ...measured,
    measurements: [...measured.measurements, ...seen.measurements].map((each) => ({ ...contextOf(record, each.kind), ...each })),
    ...(doses.length > 0 ? { medicines: doses } : {}),
    note: note.trim() || null,
    takenAt: takenAt === asField(record.takenAt) ? record.takenAt : new Date(`${takenAt}:00+09:00`).toISOString(),
  };
}

/** What was taken as needed more than once has one field here. */
const furtherDoses = ({ medicines }: StandingRecord): NonNullable<VitalsInput['medicines']> =>
  medicines.filter(({ slot }, index) => medicines.findIndex((other) => other.slot === slot) !== index).map((dose) => ({ ...dose }));

/** Circumstances that are told by a field of their own are asked there. */
function contextOf({ measurements, oxygenLitersPerMinute }: StandingRecord, kind: string): { context?: VitalContext } {
  const context = measurements.find((each) => each.kind === kind)?.context;
  const isAsked = kind === 'BLOOD_GLUCOSE' || (kind === 'SPO2' && oxygenLitersPerMinute !== null);
  return context && !isAsked ? { context } : {};
}

/** Nothing was changed: a correction of nothing would only make two of one record. */
export const isUnchanged = (record: StandingRecord, correction: Correction): boolean =>
  JSON.stringify(toRight(record, correction)) === JSON.stringify(toRight(record, beginCorrection(record)));

export const isEmpty = ({ measurements, note: _note, takenAt: _takenAt, ...seen }: VitalsInput): boolean =>
  measurements.length === 0 && Object.keys(seen).length === 0;
