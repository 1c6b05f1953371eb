/** Problems with ranges that whoever sets them can mend, and their sentences. */
import type { Problem, Sentences } from '@heya/service-common/errors';

export type RangeErrorCode = 'INVALID' | 'NOT_FOUND' | 'FORBIDDEN' | 'ROOM_CLOSED' | 'STALE_VERSION';
export type RangeProblem = Problem<RangeErrorCode>;

export const rangeSentences: Sentences<RangeErrorCode> = {
  INVALID: {
    ja: '範囲は、低い方から順に、測れる値の中で入れてください。',
    en: 'Limits rise from the lowest to the highest, within what can be measured.',
  },
  NOT_FOUND: { ja: '見つかりません。', en: 'Not found.' },
  FORBIDDEN: {
    ja: 'この人の範囲を決められるのは、部屋の医師・歯科医師・看護師・保健師です。',
    en: 'Doctors and nurses of the room set the ranges of this person.',
  },
  ROOM_CLOSED: { ja: 'この部屋にはもう書き込めません。', en: 'This room takes no more entries.' },
  STALE_VERSION: {
    ja: 'ほかの人が先に範囲を変えました。いまの範囲を見てから、もう一度決めてください。',
    en: 'Somebody changed the ranges first. Please look at them, then set yours again.',
  },
};
