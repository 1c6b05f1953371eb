/** Why a post is not told again, in the user's words. */
import { problem } from '@heya/service-common/errors';
import type { OwnWords, PostProblem } from '../post/index.ts';
import type { ReminderRefusal } from './post-reminder.policy.ts';

const codes = {
  FORBIDDEN: 'FORBIDDEN',
  ROOM_CLOSED: 'ROOM_CLOSED',
  RETRACTED: 'INVALID_STATE',
  NOBODY: 'INVALID_STATE',
  TOO_SOON: 'INVALID_STATE',
} as const;

export const refusalProblem = (refusal: ReminderRefusal, minutes: number): PostProblem =>
  problem(codes[refusal], ['id'], { refusal, minutes });

const words: Partial<Record<ReminderRefusal, { ja: string; en: string }>> = {
  FORBIDDEN: {
    ja: 'もう一度知らせられるのは、書いた人と世話役だけです。',
    en: 'Only the writer and the steward tell a post again.',
  },
  NOBODY: { ja: 'もう全員に届いています。', en: 'It has reached everybody already.' },
  TOO_SOON: {
    ja: '少し前に知らせたばかりです。あと{minutes}分たつと、もう一度知らせられます。',
    en: 'It was told again a moment ago. It can be told once more in {minutes} minutes.',
  },
};

export const reminderWords: OwnWords = ({ code, values }) => {
  const said = words[values?.refusal as ReminderRefusal];
  return said ? { [code]: said } : {};
};
