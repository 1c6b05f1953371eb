/** The vitals keypad as a state machine: twelve digits in a row fill five fields (portal.md "Entry"). */
import type { VitalKind } from '@heya/client/generated/graphql';

export const slots = ['BODY_TEMPERATURE', 'SYSTOLIC', 'DIASTOLIC', 'PULSE', 'SPO2'] as const;
export type Slot = (typeof slots)[number];
export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'BACK' | 'NEXT';

export interface Keypad {
  /** Digits as typed; a temperature's last of three is tenths. */
  digits: Record<Slot, string>;
  active: Slot;
  /** Chosen by hand and not typed into yet: the next digit starts the field anew. */
  fresh?: boolean;
}

export function emptyKeypad(): Keypad {
  return { digits: { BODY_TEMPERATURE: '', SYSTOLIC: '', DIASTOLIC: '', PULSE: '', SPO2: '' }, active: 'BODY_TEMPERATURE' };
}

/** First digits after which a third one is expected; after any other the field is full with two. */
const threeDigitStarts: Record<Slot, string> = { BODY_TEMPERATURE: '0123456789', SYSTOLIC: '123', DIASTOLIC: '1', PULSE: '12', SPO2: '1' };

/** The keypad after one key. A full field moves on by itself; a digit typed into a full field starts it anew. */
export function press(keypad: Keypad, key: Key): Keypad {
  if (key === 'NEXT') return { digits: keypad.digits, active: slotAfter(keypad.active) };
  if (key === 'BACK') return back(keypad);
  const before = keypad.fresh || isFull(keypad.active, keypad.digits[keypad.active]) ? '' : keypad.digits[keypad.active];
  const typed = before + key;
  const digits = { ...keypad.digits, [keypad.active]: typed };
  return { digits, active: isFull(keypad.active, typed) ? slotAfter(keypad.active) : keypad.active };
}

/** Makes a field the one that is typed into; what stands there is replaced, since it was chosen to be corrected. */
export function focus(keypad: Keypad, slot: Slot): Keypad {
  return { ...keypad, active: slot, fresh: true };
}

/** The number typed, undefined while the field is empty. */
export function valueOf(slot: Slot, digits: string): number | undefined {
  if (!digits) return undefined;
  return slot === 'BODY_TEMPERATURE' && digits.length === 3 ? Number(digits) / 10 : Number(digits);
}

/** What stands in the field: 365 reads 36.5. */
export function shown(slot: Slot, digits: string): string {
  return slot === 'BODY_TEMPERATURE' && digits.length === 3 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits;
}

/** Measurements for the server, of the fields that were filled. */
export function measurements(keypad: Keypad): { kind: VitalKind; value: number }[] {
  return slots.flatMap((kind) => {
    const value = valueOf(kind, keypad.digits[kind]);
    return value === undefined ? [] : [{ kind, value }];
  });
}

function isFull(slot: Slot, digits: string): boolean {
  return digits.length >= (threeDigitStarts[slot].includes(digits.charAt(0)) ? 3 : 2);
}

function slotAfter(slot: Slot): Slot {
  return slots[Math.min(slots.indexOf(slot) + 1, slots.length - 1)] ?? slot;
}

function back(keypad: Keypad): Keypad {
  const own = keypad.digits[keypad.active];
  if (own) return { digits: { ...keypad.digits, [keypad.active]: own.slice(0, -1) }, active: keypad.active };
  const previous = slots[Math.max(slots.indexOf(keypad.active) - 1, 0)] ?? keypad.active;
  return { digits: keypad.digits, active: previous };
}
