/** What stands out over days (R24), held against what stood before. Days are days in Japan. Pure. */
import { comaScale, type Life, mealSlots } from './vitals.life.ts';

export const vitalAlerts = [
  'WEIGHT_CHANGE_IN_WEEK',
  'WEIGHT_LOSS_IN_MONTH',
  'LOW_MEALS',
  'LOW_FLUID',
  'LOW_URINE',
  'NO_STOOL',
  'BLOOD_IN_STOOL',
  'MISSED_MEDICINES',
  'WORSE_CONSCIOUSNESS',
  'FALL',
] as const;
export type VitalAlert = (typeof vitalAlerts)[number];

/** A record as far as these rules look at it. */
export interface Told {
  takenAt: Date;
  life: Life | null;
  weight?: number | null;
  fluid?: number | null;
  urine?: number | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** As far back as any rule looks. */
export const alertSpanMs = 31 * dayMs;
const leastFluid = 800;
const leastUrine = 400;
/** From this hour on a day is judged by what it has been told so far. */
const eveningHour = 20;

const inJapan = (at: Date): Date => new Date(at.getTime() + 9 * hourMs);
const dayOf = (at: Date): string => inJapan(at).toISOString().slice(0, 10);
const dayBefore = (at: Date): string => dayOf(new Date(at.getTime() - dayMs));

/** Whether anything of this record is held against earlier ones, so that they need not be read for a temperature. */
export const looksBack = ({ life, weight, fluid, urine }: Told): boolean =>
  life !== null || [weight, fluid, urine].some((value) => typeof value === 'number');

/** @param before what stands of earlier, in any order; later ones are left aside */
export function alertsOf(now: Told, before: readonly Told[]): VitalAlert[] {
  const earlier = before.filter(({ takenAt }) => takenAt < now.takenAt).sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
  const rules: Record<VitalAlert, boolean> = {
    WEIGHT_CHANGE_IN_WEEK: weighed(now, earlier, 7).some((then) => Math.abs((now.weight ?? 0) - then) >= 2 - tiny),
    WEIGHT_LOSS_IN_MONTH: weighed(now, earlier, 31).some((then) => (now.weight ?? 0) <= then * 0.95 + tiny),
    LOW_MEALS: eatsLittle(now, earlier),
    LOW_FLUID: isLittleInDay(now, earlier, 'fluid', leastFluid),
    LOW_URINE: isLittleInDay(now, earlier, 'urine', leastUrine),
    NO_STOOL: hasNoStool(now, earlier),
    BLOOD_IN_STOOL: now.life?.stool?.blood === true,
    MISSED_MEDICINES: missesMedicines(now, earlier),
    WORSE_CONSCIOUSNESS: isLessAwake(now, earlier),
    FALL: now.life?.fall === true,
  };
  return vitalAlerts.filter((alert) => rules[alert]);
}

/** Tenths of a kilogram are not exact in binary. */
const tiny = 1e-6;

function weighed(now: Told, earlier: readonly Told[], days: number): number[] {
  if (typeof now.weight !== 'number') return [];
  return earlier.flatMap(({ takenAt, weight }) =>
    typeof weight === 'number' && now.takenAt.getTime() - takenAt.getTime() <= days * dayMs ? [weight] : [],
  );
}

/** The last three meals each half or less, main and side taken together. */
function eatsLittle(now: Told, earlier: readonly Told[]): boolean {
  if (!now.life?.meals?.some(({ slot }) => slot !== 'SNACK')) return false;
  const eaten = [now, ...earlier].flatMap(({ life }) =>
    (life?.meals ?? [])
      .filter(({ slot }) => slot !== 'SNACK')
      .sort((a, b) => mealSlots.indexOf(b.slot) - mealSlots.indexOf(a.slot))
      .map(({ main, side }) => (main + side) / 2),
  );
  const last = eaten.slice(0, 3);
  return last.length === 3 && last.every((tenths) => tenths <= 5);
}

/** In the evening the day so far; with a day's first amount, the day before, when anything was told of it. */
function isLittleInDay(now: Told, earlier: readonly Told[], what: 'fluid' | 'urine', least: number): boolean {
  if (typeof now[what] !== 'number') return false;
  const of = (day: string): number[] => earlier.flatMap((told) => (dayOf(told.takenAt) === day ? (told[what] ?? []) : []));
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
  const today = of(dayOf(now.takenAt));
  const yesterday = of(dayBefore(now.takenAt));
  const isEvening = inJapan(now.takenAt).getUTCHours() >= eveningHour;
  return (isEvening && sum(today) + (now[what] ?? 0) < least) || (today.length === 0 && yesterday.length > 0 && sum(yesterday) < least);
}

/** Said once a day, with the first word about daily life, where stools are told of at all. */
function hasNoStool(now: Told, earlier: readonly Told[]): boolean {
  if (!now.life || (now.life.stool?.count ?? 0) > 0) return false;
  if (earlier.some(({ takenAt, life }) => life && dayOf(takenAt) === dayOf(now.takenAt))) return false;
  const told = earlier.filter(({ life }) => life?.stool);
  const last = told.find(({ life }) => (life?.stool?.count ?? 0) > 0) ?? told.at(-1);
  return last !== undefined && now.takenAt.getTime() - last.takenAt.getTime() >= 3 * dayMs;
}

/** Two doses not taken within 24 hours, forgotten or refused; the record that tells of the second one says so. */
function missesMedicines(now: Told, earlier: readonly Told[]): boolean {
  const missed = ({ life }: Told): number =>
    (life?.medicines ?? []).filter(({ outcome }) => outcome === 'MISSED' || outcome === 'REFUSED').length;
  const within = earlier.filter(({ takenAt }) => now.takenAt.getTime() - takenAt.getTime() < dayMs);
  return missed(now) > 0 && missed(now) + within.reduce((sum, told) => sum + missed(told), 0) >= 2;
}

function isLessAwake({ life }: Told, earlier: readonly Told[]): boolean {
  const before = earlier.find((told) => told.life?.consciousness)?.life?.consciousness;
  return (
    Boolean(life?.consciousness && before) && comaScale.indexOf(life?.consciousness ?? 'JCS_0') > comaScale.indexOf(before ?? 'JCS_300')
  );
}
