/** Daily life and what stands out beside measured values, one fact each, in words and as a value (R24, R35). Pure. */
import type { VitalsPart } from './take-along.parts.ts';
import { alertWords, bathWords, mealWords, medicineWords, outcomeWords } from './take-along.words.ts';

/** A choice has its code in Heya; an amount without a UCUM code has the unit people say. */
export type FactValue =
  | { quantity: number; unit: string; ucum?: string }
  | { choice: string; words: string }
  | { yes: boolean }
  /** A place on a scale that has no unit. */
  | { grade: number };

export interface Fact {
  /** Names it within its record. */
  key: readonly string[];
  /** Of Heya's own list: none of a published one is known for it (infra/decisions/0047). */
  code: string;
  label: string;
  value: FactValue;
  note: string | null;
}

type FactPart = Omit<Fact, 'key' | 'note'> & Partial<Pick<Fact, 'key' | 'note'>>;
const fact = ({ key, note, ...rest }: FactPart): Fact => ({ ...rest, key: key ?? [rest.code], note: note ?? null });

/** In the order in which they are read out. */
export const factsOf = (vitals: VitalsPart): Fact[] => [
  ...(vitals.consciousness ? [consciousnessFact(vitals.consciousness)] : []),
  ...mealFacts(vitals.meals),
  ...stoolFacts(vitals.stool),
  ...medicineFacts(vitals.medicines),
  ...(vitals.sleepHours === null
    ? []
    : [fact({ code: 'SLEEP', label: '睡眠', value: { quantity: vitals.sleepHours, unit: '時間', ucum: 'h' } })]),
  ...(vitals.bath
    ? [fact({ code: 'BATH', label: '清潔', value: { choice: vitals.bath, words: bathWords[vitals.bath] ?? vitals.bath } })]
    : []),
  ...(vitals.fall === null ? [] : [fact({ code: 'FALL', label: '転倒・転落', value: { yes: vitals.fall } })]),
];

const consciousnessFact = (scale: string): Fact =>
  fact({ code: 'CONSCIOUSNESS', label: '意識', value: { choice: scale, words: scale.replace('_', ' ') } });

const mealFacts = (meals: VitalsPart['meals']): Fact[] =>
  meals.flatMap(({ slot, main, side }) =>
    [
      { code: 'MEAL_MAIN', dish: '主食', quantity: main },
      { code: 'MEAL_SIDE', dish: '副食', quantity: side },
    ].map(({ code, dish, quantity }) =>
      fact({ key: [code, slot], code, label: `${mealWords[slot] ?? slot}の${dish}`, value: { quantity, unit: '割' } }),
    ),
  );

/** Where there was none, it has no form. */
function stoolFacts(stool: VitalsPart['stool']): Fact[] {
  if (!stool) return [];
  const count = fact({ code: 'STOOL_COUNT', label: '便', value: { quantity: stool.count, unit: '回' } });
  if (stool.count === 0) return [count];
  return [
    count,
    fact({ code: 'STOOL_FORM', label: '便の形（ブリストル）', value: { grade: stool.bristol } }),
    fact({ code: 'STOOL_BLOOD', label: '便の血', value: { yes: stool.blood } }),
  ];
}

/** What is taken as needed may have been taken twice. */
const medicineFacts = (medicines: VitalsPart['medicines']): Fact[] =>
  medicines.map(({ slot, outcome, note }, place) =>
    fact({
      key: ['MEDICINE', slot, String(medicines.slice(0, place).filter((before) => before.slot === slot).length)],
      code: 'MEDICINE',
      label: `${medicineWords[slot] ?? slot}の薬`,
      value: { choice: outcome, words: outcomeWords[outcome] ?? outcome },
      note,
    }),
  );

export function inWords({ label, value, note }: Fact): string {
  return `${label} ${valueWords(value)}${note ? `（${note}）` : ''}`;
}

function valueWords(value: FactValue): string {
  if ('quantity' in value) return `${value.quantity}${value.unit}`;
  if ('grade' in value) return String(value.grade);
  if ('yes' in value) return value.yes ? 'あり' : 'なし';
  return value.words;
}

/** Beside the values: what stands out over days, and what a correction corrects or was corrected. */
export function remarksOf(vitals: VitalsPart): string[] {
  return [
    ...(vitals.alerts.length > 0 ? [`注意：${vitals.alerts.map((alert) => alertWords[alert] ?? alert).join('、')}`] : []),
    ...(vitals.corrects ? [`前の値の訂正：${vitals.correctionReason ?? ''}`] : []),
    ...(vitals.correctedBy ? ['あとで訂正された値'] : []),
  ];
}

/** Why its values count no longer. */
export const standingOf = ({ isCurrent, correctedBy }: VitalsPart): string[] => {
  if (isCurrent) return [];
  return [correctedBy ? 'あとで訂正された値' : '取り消された値'];
};
