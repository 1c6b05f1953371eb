/** What was seen of a day in the reader's words (R24). */
import type { BathKind, JapanComaScale, MealSlot, MedicineOutcome, MedicineSlot, VitalAlert } from '@heya/client/generated/graphql';
import type { DayProblem } from '#lib/daily/day-form.ts';
import { m } from '#paraglide/messages.js';

const meals: Record<MealSlot, () => string> = {
  BREAKFAST: m.meal_breakfast,
  LUNCH: m.meal_lunch,
  DINNER: m.meal_dinner,
  SNACK: m.meal_snack,
};
const slots: Record<MedicineSlot, () => string> = {
  ON_RISING: m.slot_on_rising,
  MORNING: m.slot_morning,
  NOON: m.slot_noon,
  EVENING: m.slot_evening,
  BEDTIME: m.slot_bedtime,
  AS_NEEDED: m.slot_as_needed,
};
const outcomes: Record<MedicineOutcome, () => string> = {
  TAKEN: m.outcome_taken,
  PARTLY: m.outcome_partly,
  REFUSED: m.outcome_refused,
  MISSED: m.outcome_missed,
  HELD: m.outcome_held,
};
const baths: Record<BathKind, () => string> = { BATH: m.bath_bath, SHOWER: m.bath_shower, WIPE: m.bath_wipe, CANCELLED: m.bath_cancelled };
const bristols = [m.bristol_1, m.bristol_2, m.bristol_3, m.bristol_4, m.bristol_5, m.bristol_6, m.bristol_7] as const;
const coma: Record<JapanComaScale, () => string> = {
  JCS_0: m.jcs_0,
  JCS_1: m.jcs_1,
  JCS_2: m.jcs_2,
  JCS_3: m.jcs_3,
  JCS_10: m.jcs_10,
  JCS_20: m.jcs_20,
  JCS_30: m.jcs_30,
  JCS_100: m.jcs_100,
  JCS_200: m.jcs_200,
  JCS_300: m.jcs_300,
};

const alertNames: Record<VitalAlert, () => string> = {
  BLOOD_IN_STOOL: m.alert_blood,
  FALL: m.alert_fall,
  LOW_FLUID: m.alert_fluid,
  LOW_MEALS: m.alert_meals,
  LOW_URINE: m.alert_urine,
  MISSED_MEDICINES: m.alert_medicines,
  NO_STOOL: m.alert_stool,
  WEIGHT_CHANGE_IN_WEEK: m.alert_weight,
  WEIGHT_LOSS_IN_MONTH: m.alert_weight_loss,
  WORSE_CONSCIOUSNESS: m.alert_consciousness,
};

export const mealWords = (slot: MealSlot): string => meals[slot]();
export const slotWords = (slot: MedicineSlot): string => slots[slot]();
export const outcomeWords = (outcome: MedicineOutcome): string => outcomes[outcome]();
export const bathWords = (kind: BathKind): string => baths[kind]();
export const bristolWords = (form: number): string => bristols[form - 1]?.() ?? '';
export const comaWords = (scale: JapanComaScale): string => coma[scale]();
export const comaScales = Object.keys(coma) as JapanComaScale[];

export interface DailyLife {
  meals: readonly { slot: MealSlot; main: number; side: number }[];
  medicines: readonly { slot: MedicineSlot; outcome: MedicineOutcome; note?: string | null }[];
  stool?: { bristol: number; count: number; blood: boolean } | null;
  consciousness?: JapanComaScale | null;
  sleepHours?: number | null;
  bath?: BathKind | null;
  fall?: boolean | null;
  /** What stands out over days, as the server sees it. */
  alerts?: readonly VitalAlert[];
}

export interface DayLine {
  name: string;
  value: string;
  /** To be looked at, as the server's rules over days say (R24): one small meal, or one dose that was missed, is none yet. */
  alert: boolean;
}

/** Half or less, both dishes taken together; what is eaten between meals counts for none. */
const isSmall = ({ slot, main, side }: DailyLife['meals'][number]): boolean => slot !== 'SNACK' && (main + side) / 2 <= 5;

/** One line for each thing that was said. */
export function dayLines({ meals, medicines, stool, consciousness, sleepHours, bath, fall, alerts = [] }: DailyLife): DayLine[] {
  const line = (name: string, value: string, alert = false): DayLine => ({ name, value, alert });
  return [
    ...(alerts.length ? [line(m.alerts_name(), alerts.map((alert) => alertNames[alert]()).join('、'), true)] : []),
    ...meals.map(({ slot, main, side }) =>
      line(mealWords(slot), m.meal_value({ main, side }), alerts.includes('LOW_MEALS') && isSmall({ slot, main, side })),
    ),
    ...medicines.map(({ slot, outcome, note }) =>
      line(
        m.medicine_of({ slot: slotWords(slot) }),
        [outcomeWords(outcome), note].filter(Boolean).join('　'),
        alerts.includes('MISSED_MEDICINES') && (outcome === 'REFUSED' || outcome === 'MISSED'),
      ),
    ),
    ...(stool ? [line(m.day_stool(), stoolWords(stool), stool.blood)] : []),
    ...(consciousness ? [line(m.vital_consciousness(), comaWords(consciousness), alerts.includes('WORSE_CONSCIOUSNESS'))] : []),
    ...(sleepHours === null || sleepHours === undefined ? [] : [line(m.day_sleep(), m.hours({ hours: sleepHours }))]),
    ...(bath ? [line(m.day_bath(), bathWords(bath))] : []),
    ...(fall === null || fall === undefined ? [] : [line(m.day_fall(), fall ? m.fall_yes() : m.fall_no(), fall)]),
  ];
}

export function stoolWords({ bristol, count, blood }: NonNullable<DailyLife['stool']>): string {
  if (count === 0) return m.stool_none();
  return [m.stool_value({ count, form: bristolWords(bristol), bristol }), blood ? m.stool_blood_mark() : ''].filter(Boolean).join('　');
}

/** What is said at the fields of what is no number. */
export const volumeErrors = (problems: readonly DayProblem[]): Record<string, string> => ({
  ...(problems.includes('FLUID') ? { FLUID_INTAKE: m.day_ml_wrong() } : {}),
  ...(problems.includes('URINE') ? { URINE_VOLUME: m.day_ml_wrong() } : {}),
});
