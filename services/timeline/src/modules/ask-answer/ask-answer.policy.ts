/** What is said to an answer, and its limits. Pure. */
import { problem } from '@heya/service-common/errors';
import type { StepRefusal } from '../ask/index.ts';
import type { OwnWords, PostProblem } from '../post/index.ts';
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

export const askWords: OwnWords = ({ code, values }) => {
  const said = words[values?.refusal as StepRefusal];
  return said ? { [code]: said } : {};
};

/** Naming a deputy is also for who asks. */
export const deputyWords: OwnWords = (found) => ({
  ...askWords(found),
  FORBIDDEN: {
    ja: '代わりの人を頼めるのは、頼んだ人と頼まれた人だけです。',
    en: 'Only who asks and those who are asked name a deputy.',
  },
  NOT_FOUND: {
    ja: '代わりの人は、この投稿を見られる参加者の中から選んでください。',
    en: 'Please choose a member who sees this post.',
  },
});
