/** What one must say on form 3-1 and when amending it (R8, R9, R21). Pure. */
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { categories, type Category, type ConsentProblem, mandatoryCategories, textProblems } from '../platform/index.ts';
import type { ConsentGiver, ConsentMethod } from './consent.entity.ts';

export interface CategoryChoice {
  category: Category;
  granted: boolean;
  visibleToFamily?: boolean | null;
  visibleToPartners?: boolean | null;
}

export interface ConsentFields {
  idempotencyKey: string;
  patientId: string;
  giver: ConsentGiver;
  giverName: string;
  proxyRelation?: string | null;
  proxyReason?: string | null;
  patientName?: string | null;
  method: ConsentMethod;
  textVersion: string;
  explainedById: string;
  explainedAt: Date;
  signedAt: Date;
  categories: CategoryChoice[];
  disasterUse?: boolean | null;
  expiresOn?: string | null;
}

/** Clocks differ this much (R24). */
const leewayMs = 5 * 60_000;
const at = (...names: (string | number)[]): string[] => ['input', ...names.map(String)];

/** What can be told from the form alone. */
export function formProblems(form: ConsentFields, now: Date, today: string): ConsentProblem[] {
  const latest = now.getTime() + leewayMs;
  return [
    ...(isId(form.idempotencyKey) ? [] : [problem('INVALID' as const, at('idempotencyKey'))]),
    ...textProblems(form.giverName, { field: at('giverName'), max: 100, required: true }),
    ...textProblems(form.proxyReason, { field: at('proxyReason'), max: 300 }),
    ...(form.giver !== 'PATIENT' && !form.proxyReason?.trim() ? [problem('PROXY_REASON_REQUIRED' as const, at('proxyReason'))] : []),
    ...textProblems(form.proxyRelation, { field: at('proxyRelation'), max: 50, required: form.giver === 'FAMILY_PROXY' }),
    ...textProblems(form.patientName, { field: at('patientName'), max: 100 }),
    ...(form.method === 'PATIENT_ACCOUNT' ? [problem('INVALID' as const, at('method'))] : []),
    ...(form.explainedAt.getTime() > latest ? [problem('INVALID' as const, at('explainedAt'))] : []),
    ...(form.signedAt.getTime() > latest || form.signedAt < form.explainedAt ? [problem('INVALID' as const, at('signedAt'))] : []),
    ...(form.expiresOn && form.expiresOn < today ? [problem('INVALID' as const, at('expiresOn'))] : []),
    ...categoryProblems(form.categories),
  ];
}

/** Every class is answered once; the ones a room cannot do without are granted; nobody sees what is not granted. */
export function categoryProblems(choices: readonly CategoryChoice[]): ConsentProblem[] {
  const names = choices.map(({ category }) => category);
  return [
    ...names.flatMap((name, index) =>
      names.indexOf(name) < index ? [problem('INVALID' as const, at('categories', index, 'category'))] : [],
    ),
    ...(categories.every((category) => names.includes(category)) ? [] : [problem('INVALID' as const, at('categories'))]),
    ...(mandatoryCategories.every((category) => choices.some((choice) => choice.category === category && choice.granted))
      ? []
      : [problem('CATEGORY_MANDATORY' as const, at('categories'))]),
    ...choices.flatMap(({ granted, visibleToFamily, visibleToPartners }, index) =>
      !granted && (visibleToFamily || visibleToPartners) ? [problem('INVALID' as const, at('categories', index, 'granted'))] : [],
    ),
  ];
}

/** Whether somebody comes to see what they did not see before: that needs a signature (R8), fewer do not. */
export function widens(before: readonly CategoryChoice[], after: readonly CategoryChoice[]): boolean {
  return after.some((choice) => {
    const earlier = before.find(({ category }) => category === choice.category);
    return (['granted', 'visibleToFamily', 'visibleToPartners'] as const).some((what) => choice[what] && !earlier?.[what]);
  });
}

/** @returns the classes that are answered otherwise than before */
export const changedAnswers = (before: readonly CategoryChoice[], after: readonly CategoryChoice[]): Category[] =>
  after
    .filter((choice) => {
      const earlier = before.filter(({ category }) => category === choice.category);
      return widens(earlier, [choice]) || widens([choice], earlier);
    })
    .map(({ category }) => category);
