/** The vitals keypad as a state machine: twelve digits in a row fill five fields; further ones are opened by one tap (portal.md "Entry"). */
import type { VitalKind } from '@heya/client/generated/graphql';

/** Measured at every visit, in the order of the hands. */
export const mainSlots = ['BODY_TEMPERATURE', 'SYSTOLIC', 'DIASTOLIC', 'PULSE', 'SPO2'] as const;
/** Measured where it matters. */
export const furtherSlots = ['OXYGEN', 'RESPIRATION', 'BLOOD_GLUCOSE', 'WEIGHT', 'PAIN'] as const;
const slots = [...mainSlots, ...furtherSlots] as const;
export type Slot = (typeof slots)[number];
export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'POINT' | 'BACK' | 'NEXT';

export interface Keypad {
  /** As typed; a temperature's last of three is tenths, weight and oxygen have a point of their own. */
  digits: Partial<Record<Slot, string>>;
  active: Slot;
  /** Further fields that were opened. */
  opened?: Slot[];
  /** Chosen by hand and not typed into yet: the next digit starts the field anew. */
  fresh?: boolean;
}

export function emptyKeypad(): Keypad {
  return { digits: {}, active: 'BODY_TEMPERATURE' };
}

/** How many digits fill a field, by its first one: 128 has three, 76 has two. A field with a point is full behind it. */
const lengths: Record<Slot, (first: string) => number> = {
  BODY_TEMPERATURE: () => 3,
  SYSTOLIC: (first) => ('123'.includes(first) ? 3 : 2),
  DIASTOLIC: (first) => (first === '1' ? 3 : 2),
  PULSE: (first) => ('12'.includes(first) ? 3 : 2),
  SPO2: (first) => (first === '1' ? 3 : 2),
  OXYGEN: () => 2,
  RESPIRATION: () => 2,
  BLOOD_GLUCOSE: () => 3,
  WEIGHT: () => 3,
  PAIN: (first) => (first === '1' ? 2 : 1),
};

/** Fields where a point is typed: 45.2 kg, 1.5 L. */
export const takesPoint = (slot: Slot): boolean => slot === 'WEIGHT' || slot === 'OXYGEN';

/** The fields on screen. */
export const shownSlots = ({ opened = [] }: Keypad): Slot[] => slots.filter((slot) => isMain(slot) || opened.includes(slot));

const isMain = (slot: Slot): boolean => mainSlots.some((main) => main === slot);

/** The keypad after one key. A full field moves on by itself; a digit typed into a full field starts it anew. */
export function press(keypad: Keypad, key: Key): Keypad {
  if (key === 'NEXT') return moved(keypad);
  if (key === 'BACK') return back(keypad);
  const own = keypad.digits[keypad.active] ?? '';
  const before = keypad.fresh || isFull(keypad.active, own) ? '' : own;
  if (key === 'POINT') return takesPoint(keypad.active) && before && !before.includes('.') ? typed(keypad, `${before}.`) : keypad;
  // Digits beyond the places before the point would be another number.
  if (takesPoint(keypad.active) && !before.includes('.') && before.length >= lengths[keypad.active](before)) return keypad;
  return typed(keypad, before + key);
}

function typed(keypad: Keypad, text: string): Keypad {
  const next: Keypad = { ...settled(keypad), digits: { ...keypad.digits, [keypad.active]: text } };
  return isFull(keypad.active, text) ? moved(next) : next;
}

/** On to the next field; what stands there is replaced by what is typed, and stays when nothing is. */
function moved(keypad: Keypad): Keypad {
  const active = slotAfter(keypad);
  const isFilled = active !== keypad.active && Boolean(keypad.digits[active]);
  return { ...settled(keypad), active, ...(isFilled ? { fresh: true } : {}) };
}

/** Makes a field the one that is typed into, and opens it; what stands there is replaced, since it was chosen to be corrected. */
export function focus(keypad: Keypad, slot: Slot): Keypad {
  const { opened = [] } = keypad;
  return { ...keypad, opened: isMain(slot) || opened.includes(slot) ? opened : [...opened, slot], active: slot, fresh: true };
}

const named: Readonly<Record<string, Key>> = { Backspace: 'BACK', Enter: 'NEXT', '.': 'POINT' };

/** A keyboard types the same numbers. @returns undefined for any other key */
export function byKeyboard(keypad: Keypad, event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): Keypad | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const key = named[event.key] ?? (/^\d$/.test(event.key) ? (event.key as Key) : undefined);
  return key && press(keypad, key);
}

/** Values that stand, to be put right: the first of them is the next one to be typed into. */
export function filledKeypad(values: readonly { kind: string; value: number }[], oxygen: number | null): Keypad {
  const given = [...values, ...(oxygen === null ? [] : [{ kind: 'OXYGEN', value: oxygen }])];
  const filled = slots.flatMap((slot) =>
    given.filter(({ kind }) => kind === slot).map(({ value }) => [slot, digitsOf(slot, value)] as const),
  );
  const [first] = filled[0] ?? ['BODY_TEMPERATURE' as const];
  const opened = filled.flatMap(([slot]) => (isMain(slot) ? [] : [slot]));
  return { digits: Object.fromEntries(filled), active: first, opened, fresh: true };
}

/** As they would have been typed. */
const digitsOf = (slot: Slot, value: number): string =>
  slot === 'BODY_TEMPERATURE' ? String(Math.round(value * 10)) : slot === 'WEIGHT' ? value.toFixed(1) : String(value);

/** The number typed, undefined while the field is empty. */
export function valueOf(slot: Slot, digits = ''): number | undefined {
  if (!digits) return undefined;
  return slot === 'BODY_TEMPERATURE' && digits.length === 3 ? Number(digits) / 10 : Number(digits);
}

/** What stands in the field: 365 reads 36.5. */
export function shown(slot: Slot, digits = ''): string {
  return slot === 'BODY_TEMPERATURE' && digits.length === 3 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits;
}

/** Measurements for the server, of the fields that were filled; oxygen is no measurement but how one was taken. */
export function measurements(keypad: Keypad): { kind: VitalKind; value: number }[] {
  return slots.flatMap((kind) => {
    const value = valueOf(kind, keypad.digits[kind]);
    return kind === 'OXYGEN' || value === undefined ? [] : [{ kind, value }];
  });
}

/** A field of the keypad that stands for a measured value. */
export const slotOf = (kind: string): Slot | undefined => slots.find((slot) => slot === kind);

function isFull(slot: Slot, text: string): boolean {
  if (takesPoint(slot)) return /\.\d$/.test(text);
  return text.length >= lengths[slot](text.charAt(0));
}

function slotAfter(keypad: Keypad): Slot {
  const order = shownSlots(keypad);
  return order[order.indexOf(keypad.active) + 1] ?? keypad.active;
}

const settled = ({ fresh: _, ...keypad }: Keypad): Keypad => keypad;

function back(keypad: Keypad): Keypad {
  const own = keypad.digits[keypad.active];
  if (own) return { ...settled(keypad), digits: { ...keypad.digits, [keypad.active]: own.slice(0, -1) } };
  const order = shownSlots(keypad);
  return { ...settled(keypad), active: order[order.indexOf(keypad.active) - 1] ?? keypad.active };
}
