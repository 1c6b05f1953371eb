/** The problems a user of this service can mend, and how they are said (api.md 6). */
import { type Locale, type Problem, type Sentences, toUserErrors, type UserErrorShape } from '@heya/service-common/errors';

export const problemCodes = {
  NOT_FOUND: '見つからない / Not found.',
  INVALID_STATE: '今の状態ではできない / Not possible in the present state.',
} as const;
export type ProblemCode = keyof typeof problemCodes;
export type IdentityProblem = Problem<ProblemCode>;

const sentences: Sentences<ProblemCode> = {
  NOT_FOUND: { ja: '見つかりませんでした。', en: 'It was not found.' },
  INVALID_STATE: { ja: 'ほかの職員が担当しているか、すでに終わっています。', en: 'Another officer has it, or it is already closed.' },
};

export const userErrors = (problems: readonly IdentityProblem[], locale: Locale): UserErrorShape<ProblemCode>[] =>
  toUserErrors(problems, locale, sentences);
