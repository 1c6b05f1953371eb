/** The rows of a sheet of days: values, meals, medicines and the rest, with marks in words and shapes (R24). */
import { isHigh, readings, vitalName } from '#lib/format/vitals.ts';
import { m } from '#paraglide/messages.js';
import type { DayColumn, SheetRecord } from './columns.ts';

export interface Cell {
  text: string;
  /** To be looked at; the text says so too. */
  alert: boolean;
}

export interface GridRow {
  name: string;
  cells: Cell[];
}

const nothing: Cell = { text: '', alert: false };
const said = ({ cells }: GridRow): boolean => cells.some(({ text }) => text !== '');
const row = (name: string, columns: readonly DayColumn[], cell: (records: readonly SheetRecord[]) => Cell | undefined): GridRow => ({
  name,
  cells: columns.map(({ records }) => cell(records) ?? nothing),
});

const inRows = ['BODY_TEMPERATURE', 'PRESSURE', 'PULSE', 'SPO2', 'RESPIRATION', 'BLOOD_GLUCOSE', 'WEIGHT', 'PAIN'] as const;

/** The last value of each day, marked as the server flagged it; only what was measured at all. */
export function vitalRows(columns: readonly DayColumn[]): GridRow[] {
  return inRows
    .map((key) =>
      row(key === 'PRESSURE' ? m.vital_pressure() : vitalName(key), columns, (records) => {
        const found = records.flatMap(({ measurements }) => readings(measurements).filter((each) => each.key === key)).at(-1);
        return found && { text: `${found.value}${mark(found.flag)}`, alert: found.flag !== 'NORMAL' };
      }),
    )
    .filter(said);
}

const mark = (flag: Parameters<typeof isHigh>[0]): string => (flag === 'NORMAL' ? '' : isHigh(flag) ? '▲' : '▼');

const mealNames = { BREAKFAST: m.meal_breakfast, LUNCH: m.meal_lunch, DINNER: m.meal_dinner, SNACK: m.meal_snack };
const slotNames = {
  ON_RISING: m.slot_on_rising,
  MORNING: m.slot_morning,
  NOON: m.slot_noon,
  EVENING: m.slot_evening,
  BEDTIME: m.slot_bedtime,
  AS_NEEDED: m.slot_as_needed,
};
/** As on paper; the foot of the sheet says what they mean. */
export const outcomeMarks: Readonly<Record<string, { mark: string; words: () => string }>> = {
  TAKEN: { mark: '○', words: m.outcome_taken },
  PARTLY: { mark: '△', words: m.outcome_partly },
  REFUSED: { mark: '×', words: m.outcome_refused },
  MISSED: { mark: '忘', words: m.outcome_missed },
  HELD: { mark: '止', words: m.outcome_held },
};
const bathNames: Readonly<Record<string, () => string>> = {
  BATH: m.bath_bath,
  SHOWER: m.bath_shower,
  WIPE: m.bath_wipe,
  CANCELLED: m.bath_cancelled,
};

/** Meals, what came in and out, medicines, sleep, bath and falls; only what was said at all. */
export function lifeRows(columns: readonly DayColumn[]): GridRow[] {
  return [
    ...Object.entries(mealNames).map(([slot, name]) => row(name(), columns, (records) => mealCell(records, slot))),
    row(m.sheet_fluid(), columns, (records) => volumeCell(records, 'FLUID_INTAKE')),
    row(m.sheet_urine(), columns, (records) => volumeCell(records, 'URINE_VOLUME')),
    row(m.day_stool(), columns, stoolCell),
    ...Object.entries(slotNames).map(([slot, name]) =>
      row(m.medicine_of({ slot: name() }), columns, (records) => medicineCell(records, slot)),
    ),
    row(m.sheet_sleep(), columns, (records) => last(records, ({ sleepHours }) => sleepHours, String)),
    row(m.day_bath(), columns, (records) =>
      last(
        records,
        ({ bath }) => bath,
        (kind) => bathNames[kind]?.() ?? kind,
      ),
    ),
    row(m.day_fall(), columns, fallCell),
  ].filter(said);
}

function last<T>(
  records: readonly SheetRecord[],
  of: (record: SheetRecord) => T | null | undefined,
  words: (value: T) => string,
): Cell | undefined {
  const value = records.map(of).findLast((each) => each !== null && each !== undefined);
  return value === null || value === undefined ? undefined : { text: words(value), alert: false };
}

/** 10/8: tenths of the main and of the side dish. */
function mealCell(records: readonly SheetRecord[], slot: string): Cell | undefined {
  const meal = records.flatMap(({ meals = [] }) => meals).findLast((each) => each.slot === slot);
  return meal && { text: slot === 'SNACK' ? String(meal.main) : `${meal.main}/${meal.side}`, alert: false };
}

/** All of the day together. */
function volumeCell(records: readonly SheetRecord[], kind: 'FLUID_INTAKE' | 'URINE_VOLUME'): Cell | undefined {
  const values = records.flatMap(({ measurements }) => measurements.filter((each) => each.kind === kind));
  return values.length ? { text: String(values.reduce((sum, { value }) => sum + value, 0)), alert: false } : undefined;
}

/** 2回 4・5: how often, and the forms. */
function stoolCell(records: readonly SheetRecord[]): Cell | undefined {
  const stools = records.flatMap(({ stool }) => (stool ? [stool] : []));
  if (!stools.length) return undefined;
  const count = stools.reduce((sum, each) => sum + each.count, 0);
  const blood = stools.some((each) => each.blood);
  if (count === 0) return { text: m.sheet_times({ count }), alert: false };
  const forms = [...new Set(stools.filter((each) => each.count > 0).map(({ bristol }) => bristol))].join('・');
  return { text: `${m.sheet_times({ count })} ${forms}${blood ? m.sheet_blood() : ''}`, alert: blood };
}

function medicineCell(records: readonly SheetRecord[], slot: string): Cell | undefined {
  const outcomes = records.flatMap(({ medicines = [] }) => medicines.filter((each) => each.slot === slot));
  if (!outcomes.length) return undefined;
  const text = outcomes.map(({ outcome }) => outcomeMarks[outcome]?.mark ?? outcome).join('');
  return { text, alert: outcomes.some(({ outcome }) => outcome === 'REFUSED' || outcome === 'MISSED') };
}

function fallCell(records: readonly SheetRecord[]): Cell | undefined {
  const falls = records.flatMap(({ fall }) => (fall === null || fall === undefined ? [] : [fall]));
  if (!falls.length) return undefined;
  const fell = falls.includes(true);
  return { text: fell ? m.sheet_fall() : m.sheet_no_fall(), alert: fell };
}

/** Who wrote, as numbers in the columns and names below. */
export function writersOf(columns: readonly DayColumn[]): { row: GridRow; names: string[] } {
  const names = [...new Set(columns.flatMap(({ records }) => records.map(({ takenByName }) => takenByName)))];
  const numbers = (records: readonly SheetRecord[]): string =>
    [...new Set(records.map(({ takenByName }) => names.indexOf(takenByName) + 1))].sort((a, b) => a - b).join(' ');
  return { names, row: row(m.sheet_writer(), columns, (records) => ({ text: numbers(records), alert: false })) };
}
