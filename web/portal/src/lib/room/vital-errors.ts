/** Which field of the keypad each of the server's words belongs to. */
import type { ProblemFragment, VitalKind } from '@heya/client/generated/graphql';
import { slotOf, type Slot } from '#lib/keypad/keypad.ts';

export interface VitalErrors {
  slots: Partial<Record<Slot, string>>;
  /** Values that the server wants to hear a second time. */
  implausible: Slot[];
  general: string[];
}

export function sortVitalErrors(errors: readonly ProblemFragment[], sent: readonly { kind: VitalKind }[]): VitalErrors {
  const sorted: VitalErrors = { slots: {}, implausible: [], general: [] };
  for (const error of errors) {
    const slot = slotAt(error.field, sent);
    if (slot) sorted.slots[slot] ??= error.message;
    else sorted.general.push(error.message);
    if (error.code === 'IMPLAUSIBLE_VALUE') sorted.implausible.push(...(slot ? [slot] : sent.flatMap(({ kind }) => slotOf(kind) ?? [])));
  }
  return sorted;
}

/** ["input","vitals","measurements","2","value"] is the third one sent; oxygen has a field of its own. */
function slotAt(field: readonly string[] | null | undefined, sent: readonly { kind: VitalKind }[]): Slot | undefined {
  const index = Number(field?.[field.indexOf('measurements') + 1 || -1]);
  const kind = Number.isInteger(index) ? sent[index]?.kind : undefined;
  if (field?.at(-1) === 'oxygenLitersPerMinute') return 'OXYGEN';
  return kind && slotOf(kind);
}
