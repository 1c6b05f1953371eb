/** Which field of the keypad each of the server's words belongs to. */
import type { ProblemFragment, VitalKind } from '@heya/client/generated/graphql';
import { slotOf, type Slot } from '#lib/keypad/keypad.ts';

export interface VitalErrors {
  slots: Partial<Record<Slot, string>>;
  /** Values that the server wants to hear a second time. */
  implausible: Slot[];
  /** Of fields beside the keypad. */
  fields: Record<string, string>;
  general: string[];
}

/** @param own fields and kinds that stand on the page beside the keypad */
export function sortVitalErrors(
  errors: readonly ProblemFragment[],
  sent: readonly { kind: VitalKind }[],
  own: readonly string[] = [],
): VitalErrors {
  const sorted: VitalErrors = { slots: {}, implausible: [], fields: {}, general: [] };
  for (const error of errors) {
    const slot = slotAt(error.field, sent);
    const beside = own.find((name) => name === error.field?.at(-1) || name === kindAt(error.field, sent));
    if (slot) sorted.slots[slot] ??= error.message;
    else if (beside) sorted.fields[beside] ??= error.message;
    else sorted.general.push(error.message);
    if (error.code === 'IMPLAUSIBLE_VALUE') sorted.implausible.push(...(slot ? [slot] : sent.flatMap(({ kind }) => slotOf(kind) ?? [])));
  }
  return sorted;
}

/** ["input","vitals","measurements","2","value"] is the third one sent; oxygen has a field of its own. */
function slotAt(field: readonly string[] | null | undefined, sent: readonly { kind: VitalKind }[]): Slot | undefined {
  const kind = kindAt(field, sent);
  if (field?.at(-1) === 'oxygenLitersPerMinute') return 'OXYGEN';
  return kind && slotOf(kind);
}

function kindAt(field: readonly string[] | null | undefined, sent: readonly { kind: VitalKind }[]): VitalKind | undefined {
  const index = Number(field?.[field.indexOf('measurements') + 1 || -1]);
  return Number.isInteger(index) ? sent[index]?.kind : undefined;
}
