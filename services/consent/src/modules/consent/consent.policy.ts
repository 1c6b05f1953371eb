/** Who may do what with a consent, and what one must say (R8–R10). Pure. */
import type { ConsentState } from '@heya/schema/events';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { categories, type Category, type ConsentProblem, mandatoryCategories, textProblems } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';
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
  proxyReason?: string | null;
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
    ...(form.method === 'ON_DEVICE_SIGNATURE' ? [] : [problem('INVALID' as const, at('method'))]),
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

/** The professional who registered the patient takes the consent (R8). */
export const canSubmit = (standing: Standing | undefined): boolean => standing?.is_registrar ?? false;

/** Whoever looks after the sharing, the doctor or care manager in charge, the center, and the patient may end it at any time (R9). */
export function canWithdraw(standing: Standing | undefined): boolean {
  if (!standing) return false;
  if (standing.is_registrar || standing.relation === 'CENTER' || standing.role === 'PATIENT') return true;
  const isInCharge = standing.profession === 'PHYSICIAN' || standing.profession === 'CARE_MANAGER';
  return standing.role === 'CARE_TEAM' && (standing.is_steward || isInCharge);
}

/** Why a proxy signed and why a consent ended tell of an illness; family learns them from the patient, not from here. */
export const seesReasons = (standing: Pick<Standing, 'role'>): boolean => standing.role !== 'FAMILY';

/** Expiry counts when it is read, without anybody saying so (R9). */
export function statusOn(status: ConsentState, expiresOn: string | null, today: string): ConsentState {
  return status === 'ACTIVE' && expiresOn !== null && expiresOn < today ? 'EXPIRED' : status;
}
