/** What was seen of a day, while it is being entered, and what is sent of it (R24). Pure. */
import type {
  Audience,
  BathKind,
  MealIntakeInput,
  MealSlot,
  MedicineIntakeInput,
  MedicineOutcome,
  MedicineSlot,
  StoolInput,
  VitalsInput,
} from '@heya/client/generated/graphql';

export const mealSlots: readonly MealSlot[] = ['BREAKFAST', 'LUNCH', 'DINNER', 'SNACK'];
export const medicineSlots: readonly MedicineSlot[] = ['ON_RISING', 'MORNING', 'NOON', 'EVENING', 'BEDTIME', 'AS_NEEDED'];
export const medicineOutcomes: readonly MedicineOutcome[] = ['TAKEN', 'PARTLY', 'REFUSED', 'MISSED', 'HELD'];
export const baths: readonly BathKind[] = ['BATH', 'SHOWER', 'WIPE', 'CANCELLED'];

/** What is shut at first, and opened by one tap. */
export const furtherParts = ['URINE', 'STOOL', 'SLEEP', 'BATH', 'FALL'] as const;
export type FurtherPart = (typeof furtherParts)[number];

/** In tenths; null before a choice. */
export interface MealDraft {
  main: number | null;
  side: number | null;
}

export interface MedicineDraft {
  outcome: MedicineOutcome | null;
  note: string;
}

export interface DayForm {
  meals: Partial<Record<MealSlot, MealDraft>>;
  medicines: Partial<Record<MedicineSlot, MedicineDraft>>;
  /** mL, as typed. */
  fluid: string;
  urine: string;
  /** A count of 0: none came. No form before a choice. */
  stool: { bristol: number | null; count: number; blood: boolean };
  /** Hours; empty before a choice. */
  sleep: string;
  bath: BathKind | '';
  fall: 'YES' | 'NO' | '';
  note: string;
  audience: Audience;
  /** ISO; empty for the moment of sending. */
  takenAt: string;
  opened: FurtherPart[];
}

export const emptyDay = (): DayForm => ({
  meals: {},
  medicines: {},
  fluid: '',
  urine: '',
  stool: { bristol: null, count: 1, blood: false },
  sleep: '',
  bath: '',
  fall: '',
  note: '',
  audience: 'CARE_TEAM',
  takenAt: '',
  opened: [],
});

interface Seen {
  measurements: readonly { kind: string; value: number }[];
  meals: readonly { slot: MealSlot; main: number; side: number }[];
  medicines: readonly { slot: MedicineSlot; outcome: MedicineOutcome; note: string | null }[];
  stool: { bristol: number; count: number; blood: boolean } | null;
  sleepHours: number | null;
  bath: BathKind | null;
  fall: boolean | null;
}

/** A record as it would have been entered; of what was taken as needed more than once, the first dose. */
export function standingDay(seen: Seen): DayForm {
  const volume = (wanted: string): string => String(seen.measurements.find(({ kind }) => kind === wanted)?.value ?? '');
  const { stool, sleepHours, bath, fall } = seen;
  const firsts = seen.medicines.toReversed().map(({ slot, outcome, note }) => [slot, { outcome, note: note ?? '' }]);
  const form: DayForm = {
    ...emptyDay(),
    meals: Object.fromEntries(seen.meals.map(({ slot, main, side }) => [slot, { main, side }])),
    medicines: Object.fromEntries(firsts) as DayForm['medicines'],
    fluid: volume('FLUID_INTAKE'),
    urine: volume('URINE_VOLUME'),
    sleep: String(sleepHours ?? ''),
    bath: bath ?? '',
    fall: fall === null ? '' : fall ? 'YES' : 'NO',
    ...(stool ? { stool: { ...stool, bristol: stool.count > 0 ? stool.bristol : null } } : {}),
  };
  const opened: Record<FurtherPart, boolean> = {
    URINE: form.urine !== '',
    STOOL: stool !== null,
    SLEEP: form.sleep !== '',
    BATH: form.bath !== '',
    FALL: form.fall !== '',
  };
  return { ...form, opened: furtherParts.filter((part) => opened[part]) };
}

const japanMs = 9 * 3_600_000;
const hourInJapan = (now: Date): number => new Date(now.getTime() + japanMs).getUTCHours();

/** The meal of this hour, so that the one just eaten is under the thumb. */
export function mealOf(now: Date): MealSlot {
  const hour = hourInJapan(now);
  if (hour >= 4 && hour < 10) return 'BREAKFAST';
  if (hour >= 10 && hour < 14) return 'LUNCH';
  return hour >= 14 && hour < 17 ? 'SNACK' : 'DINNER';
}

export function medicineOf(now: Date): MedicineSlot {
  const hour = hourInJapan(now);
  if (hour >= 4 && hour < 10) return 'MORNING';
  if (hour >= 10 && hour < 16) return 'NOON';
  return hour >= 16 && hour < 20 ? 'EVENING' : 'BEDTIME';
}

/** A number as people type it, ３５０ too; undefined for nothing, NaN for words. */
export function typedNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  return plain === '' ? undefined : /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** 200 more of what was drunk. */
export function plus(text: string, more: number): string {
  const before = typedNumber(text);
  return String(before === undefined || Number.isNaN(before) ? more : before + more);
}

export type DayProblem = 'BLANK' | 'FLUID' | 'URINE';

export type DayContent = Omit<VitalsInput, 'takenAt' | 'confirmImplausible'>;

/** What is wrong before it is sent; the server judges the rest. */
export function problemsOf(form: DayForm): DayProblem[] {
  const wrong = (['fluid', 'urine'] as const).filter((field) => Number.isNaN(typedNumber(form[field]) ?? 0));
  if (wrong.length) return wrong.map((field) => (field === 'fluid' ? 'FLUID' : 'URINE'));
  return isBlank(form) ? ['BLANK'] : [];
}

const isBlank = (form: DayForm): boolean => {
  const { measurements, note: _, ...seen } = toDay(form);
  return measurements.length === 0 && Object.keys(seen).length === 0 && form.note.trim() === '';
};

/** Only what was said: a dish that nobody spoke of was not left, it was not looked at. */
export function toDay(form: DayForm): DayContent {
  const meals = mealsIn(form);
  const medicines = medicinesIn(form);
  const stool = stoolIn(form);
  const sleep = typedNumber(form.sleep);
  return {
    measurements: [...volume('FLUID_INTAKE', form.fluid), ...volume('URINE_VOLUME', form.urine)],
    ...(meals.length ? { meals } : {}),
    ...(medicines.length ? { medicines } : {}),
    ...(stool ? { stool } : {}),
    ...(sleep === undefined ? {} : { sleepHours: sleep }),
    ...(form.bath ? { bath: form.bath } : {}),
    ...(form.fall ? { fall: form.fall === 'YES' } : {}),
  };
}

function volume(kind: 'FLUID_INTAKE' | 'URINE_VOLUME', text: string): DayContent['measurements'] {
  const value = typedNumber(text);
  return value === undefined || Number.isNaN(value) ? [] : [{ kind, value }];
}

/** A snack is one dish; of a meal where only one dish was counted the other is as much. */
function mealsIn({ meals }: DayForm): MealIntakeInput[] {
  return mealSlots.flatMap((slot) => {
    const { main = null, side = null } = meals[slot] ?? {};
    const [first, second] = [main ?? side, side ?? main];
    return first === null || second === null ? [] : [{ slot, main: first, side: second }];
  });
}

function medicinesIn({ medicines }: DayForm): MedicineIntakeInput[] {
  return medicineSlots.flatMap((slot) => {
    const { outcome = null, note = '' } = medicines[slot] ?? {};
    return outcome === null ? [] : [{ slot, outcome, ...(note.trim() ? { note: note.trim() } : {}) }];
  });
}

/** What did not come has no form; the one that is sent with a count of 0 means nothing, and is read by nobody. */
const formOfNone = 4;

function stoolIn({ stool: { bristol, count, blood } }: DayForm): StoolInput | undefined {
  if (count === 0) return { bristol: formOfNone, count, blood: false };
  return bristol === null ? undefined : { bristol, count, blood };
}
