/** What is said to an answer, and its limits. Pure. */
import { type Locale, problem, toUserErrors, type UserErrorShape } from '@heya/service-common/errors';
import type { StepRefusal } from '../ask/index.ts';
import { type ErrorCode, type PostProblem, sentencesFor } from '../post/index.ts';
import { textProblems } from '../vitals/index.ts';

const noteLength = 500;

export const noteProblems = (note: string | null): PostProblem[] => textProblems(note, noteLength, ['note']);

const codes = {
  FORBIDDEN: 'FORBIDDEN',
  ROOM_CLOSED: 'ROOM_CLOSED',
  RETRACTED: 'INVALID_STATE',
  TAKEN: 'INVALID_STATE',
  DONE: 'INVALID_STATE',
} as const;

export const refusalProblem = (refusal: StepRefusal): PostProblem => problem(codes[refusal], ['postId'], { refusal });

const words: Partial<Record<StepRefusal, { ja: string; en: string }>> = {
  FORBIDDEN: {
    ja: '引き受けたり終わりにしたりできるのは、頼まれた人だけです。',
    en: 'Only those who are asked take it on or say that it is done.',
  },
  TAKEN: { ja: 'ほかの人がもう引き受けています。', en: 'Somebody else has taken it on.' },
  DONE: { ja: 'もう終わっています。', en: 'It is done already.' },
};

/** Puts the problems of an answer into the reader's language. */
export const askWords = (locale: Locale, problems: readonly PostProblem[]): UserErrorShape<ErrorCode>[] =>
  problems.flatMap((found) => {
    const said = words[found.values?.refusal as StepRefusal];
    return toUserErrors([found], locale, { ...sentencesFor(found), ...(said && { [found.code]: said }) });
  });
