/** Daily life beside measured values (R24): meals, stool, medicines, sleep, bath, falls, consciousness. Pure. */
import { type Problem, problem } from '@heya/service-common/errors';

/** In the order of getting worse. */
export const comaScale = ['JCS_0', 'JCS_1', 'JCS_2', 'JCS_3', 'JCS_10', 'JCS_20', 'JCS_30', 'JCS_100', 'JCS_200', 'JCS_300'] as const;
export type ComaScale = (typeof comaScale)[number];
export const mealSlots = ['BREAKFAST', 'LUNCH', 'DINNER', 'SNACK'] as const;
export type MealSlot = (typeof mealSlots)[number];
export const medicineSlots = ['ON_RISING', 'MORNING', 'NOON', 'EVENING', 'BEDTIME', 'AS_NEEDED'] as const;
export type MedicineSlot = (typeof medicineSlots)[number];
export const medicineOutcomes = ['TAKEN', 'PARTLY', 'REFUSED', 'MISSED', 'HELD'] as const;
export type MedicineOutcome = (typeof medicineOutcomes)[number];
export const bathKinds = ['BATH', 'SHOWER', 'WIPE', 'CANCELLED'] as const;
export type BathKind = (typeof bathKinds)[number];

export interface Meal {
  slot: MealSlot;
  /** Tenths eaten, 0–10. */
  main: number;
  side: number;
}

export interface Stool {
  /** Form after Bristol, 1–7. */
  bristol: number;
  count: number;
  blood: boolean;
}

export interface Medicine {
  slot: MedicineSlot;
  outcome: MedicineOutcome;
  note?: string | null;
}

/** What was seen of a day; only what was said. */
export interface Life {
  consciousness?: ComaScale;
  meals?: Meal[];
  stool?: Stool;
  medicines?: Medicine[];
  sleepHours?: number;
  bath?: BathKind;
  fall?: boolean;
}

export interface LifeDraft {
  consciousness?: ComaScale | null;
  meals?: readonly Meal[] | null;
  stool?: { bristol: number; count: number; blood?: boolean | null } | null;
  medicines?: readonly Medicine[] | null;
  sleepHours?: number | null;
  bath?: BathKind | null;
  fall?: boolean | null;
}

/** @returns null when nothing was said */
export function toLife({ consciousness, meals, stool, medicines, sleepHours, bath, fall }: LifeDraft): Life | null {
  const life: Life = {
    ...(consciousness && { consciousness }),
    ...(meals?.length && { meals: [...meals] }),
    ...(stool && { stool: { ...stool, blood: stool.blood ?? false } }),
    ...(medicines?.length && {
      medicines: medicines.map(({ note, ...rest }) => ({ ...rest, ...(note?.trim() && { note: note.trim() }) })),
    }),
    ...(typeof sleepHours === 'number' && { sleepHours }),
    ...(bath && { bath }),
    ...(typeof fall === 'boolean' && { fall }),
  };
  return Object.keys(life).length > 0 ? life : null;
}

interface Scale {
  label: { ja: string; en: string };
  unitLabel: { ja: string; en: string };
  step: number;
  reject: readonly [number, number];
}

const tenths = { unitLabel: { ja: '割', en: 'tenths' }, step: 1, reject: [0, 10] } as const;
const scales = {
  main: { label: { ja: '主食', en: 'Main dish' }, ...tenths },
  side: { label: { ja: '副食', en: 'Side dish' }, ...tenths },
  bristol: { label: { ja: '便の形', en: 'Bristol form' }, unitLabel: { ja: '', en: '' }, step: 1, reject: [1, 7] },
  count: { label: { ja: '便の回数', en: 'Stools' }, unitLabel: { ja: '回', en: 'times' }, step: 1, reject: [0, 30] },
  sleepHours: { label: { ja: '睡眠', en: 'Sleep' }, unitLabel: { ja: '時間', en: 'hours' }, step: 0.5, reject: [0, 24] },
} as const satisfies Record<string, Scale>;

type Found = Problem<'INVALID'>;

function scaleProblems(value: number | null | undefined, name: keyof typeof scales, field: string[]): Found[] {
  const { label, unitLabel, step, reject } = scales[name];
  const [min, max] = reject;
  if (value === null || value === undefined || (value >= min && value <= max && Number.isInteger(value / step))) return [];
  return [problem('INVALID', field, { label: label.ja, labelEn: label.en, unit: unitLabel.ja, unitEn: unitLabel.en, step, min, max })];
}

/** A slot is told of once; what is taken as needed may be taken again. */
const twice = (slots: readonly string[], field: (index: number) => string[]): Found[] =>
  slots.flatMap((slot, index) => (slot !== 'AS_NEEDED' && slots.indexOf(slot) !== index ? [problem('INVALID', field(index))] : []));

const mostMedicines = 20;

/** @param path where the record stands in the input */
export function lifeProblems({ meals, stool, medicines, sleepHours }: LifeDraft, path: string[]): Found[] {
  const meal = (index: number, name: string): string[] => [...path, 'meals', String(index), name];
  return [
    ...twice(
      (meals ?? []).map(({ slot }) => slot),
      (index) => meal(index, 'slot'),
    ),
    ...(meals ?? []).flatMap(({ main, side }, index) => [
      ...scaleProblems(main, 'main', meal(index, 'main')),
      ...scaleProblems(side, 'side', meal(index, 'side')),
    ]),
    ...scaleProblems(stool?.bristol, 'bristol', [...path, 'stool', 'bristol']),
    ...scaleProblems(stool?.count, 'count', [...path, 'stool', 'count']),
    ...twice(
      (medicines ?? []).map(({ slot }) => slot),
      (index) => [...path, 'medicines', String(index), 'slot'],
    ),
    ...((medicines?.length ?? 0) > mostMedicines ? [problem('INVALID' as const, [...path, 'medicines'])] : []),
    ...scaleProblems(sleepHours, 'sleepHours', [...path, 'sleepHours']),
  ];
}
