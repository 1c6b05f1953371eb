/** What is said to who reports. */
import type { OwnWords } from '../post/index.ts';

const future = {
  ja: '見た時刻が、いまより先になっています。時刻を直してください。',
  en: 'The time is in the future. Please correct it.',
};
const past = {
  ja: '見た時刻が、安否確認の始まりより1日以上前です。時刻を直してください。',
  en: 'The time is more than a day before the check began. Please correct it.',
};
const power = {
  ja: '電源の残りは、0から100000分までの数字で入力してください。',
  en: 'Minutes of power left are a number from 0 to 100,000.',
};

export const reportWords: OwnWords = ({ code, values }) => {
  if (code === 'INVALID' && values?.future !== undefined) return { INVALID: future };
  if (code === 'INVALID' && values?.past !== undefined) return { INVALID: past };
  if (code === 'INVALID' && values?.power !== undefined) return { INVALID: power };
  if (code === 'INVALID_STATE') return { INVALID_STATE: { ja: 'この安否確認は終わっています。', en: 'This check has ended.' } };
  if (code === 'NOT_FOUND')
    return { NOT_FOUND: { ja: 'この安否確認の対象に、この人はいません。', en: 'This person is not in this check.' } };
  return {};
};
