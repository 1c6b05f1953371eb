/** What is wrong with a form, in the words of the form: the general sentences say too little where a number does not check. */
import type { Locale, UserErrorShape } from '@heya/service-common/errors';
import { type IdentityProblem, type ProblemCode, userErrors } from '../problem/index.ts';
import { hintsEn } from './messages/en.ts';
import { hintsJa } from './messages/ja.ts';

export type Hint = keyof typeof hintsJa;

export interface FormProblem extends IdentityProblem {
  /** Says more than the code. */
  hint?: Hint;
}

export const formProblem = (code: ProblemCode, field: string[], hint?: Hint): FormProblem => ({ code, field, ...(hint && { hint }) });

export function formErrors(problems: readonly FormProblem[], locale: Locale): UserErrorShape<ProblemCode>[] {
  const general = userErrors(problems, locale);
  return problems.map(({ hint }, index) => {
    const error = general[index] as UserErrorShape<ProblemCode>;
    return hint ? { ...error, message: (locale === 'en' ? hintsEn : hintsJa)[hint] } : error;
  });
}
