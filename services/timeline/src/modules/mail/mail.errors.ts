/** What is wrong with an address or a code, in the user's words. */
import type { Problem } from '@heya/service-common/errors';
import type { ErrorCode } from '../post/index.ts';

type Sentence = { ja: string; en: string };

const invalid: Record<string, Sentence> = {
  refused: {
    ja: 'このアドレスには届きませんでした。打ち間違いがないか見直してください。',
    en: 'This address takes no mail. Please check how it is written.',
  },
  later: {
    ja: '今はメールを送れません。しばらくして、もう一度お試しください。',
    en: 'No mail can be sent now. Please try again in a while.',
  },
  wait: {
    ja: '番号を何度も送りました。{wait}分ほどたってから、もう一度お試しください。',
    en: 'Several codes were sent already. Please try again in about {wait} minutes.',
  },
  digits: { ja: 'メールに書かれた6けたの数字を入力してください。', en: 'Please enter the six digits of the mail.' },
  left: { ja: '番号が違います。あと{left}回入力できます。', en: 'This is another code. {left} more tries.' },
  over: { ja: 'この番号はもう使えません。新しい番号を送ってください。', en: 'This code holds no more. Please send a new one.' },
};
const address: Sentence = {
  ja: 'メールアドレスを確かめてください（例 hanako@example.jp）。',
  en: 'Please check the address, such as hanako@example.jp.',
};

export const mailWords = ({ values = {} }: Problem): Partial<Record<ErrorCode, Sentence>> => {
  const found = Object.keys(values).map((name) => invalid[name])[0];
  return {
    INVALID: found ?? address,
    ...(values.digits && invalid.digits && { BLANK: invalid.digits }),
    INVALID_STATE: { ja: 'メールでのお知らせは、まだ用意されていません。', en: 'Telling by mail is not set up here yet.' },
  };
};
