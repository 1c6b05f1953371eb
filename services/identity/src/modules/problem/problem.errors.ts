/** The problems a user of this service can mend, and how they are said (api.md 6). */
import { type Locale, type Problem, type Sentences, toUserErrors, type UserErrorShape } from '@heya/service-common/errors';

export const problemCodes = {
  BLANK: '空欄 / Blank.',
  INVALID: '形が正しくない / Not valid.',
  TOO_LONG: '長すぎる / Too long.',
  NOT_FOUND: '見つからない / Not found.',
  STALE_VERSION: 'ほかで先に変わった / Changed elsewhere since.',
  ALREADY_EXISTS: 'すでにある / There is one already.',
  PLEDGE_REQUIRED: '誓約が必要 / A pledge is needed.',
  SUCCESSOR_REQUIRED: '世話役の後任が必要 / A successor as steward is needed.',
  FORBIDDEN: 'してはならない / Not allowed.',
  SHARED_ID_NOT_ALLOWED: '1つのIDは1人だけ / One ID is for one person only.',
  INVALID_STATE: '今の状態ではできない / Not possible in the present state.',
  PERSONAL_DEVICE_NOT_ALLOWED: '私物の端末は使えない / Personal devices are not allowed.',
  MY_NUMBER_NOT_ALLOWED: 'マイナンバーと思われる番号 / Looks like an Individual Number (My Number).',
} as const;
export type ProblemCode = keyof typeof problemCodes;
export type IdentityProblem = Problem<ProblemCode>;

const sentences: Sentences<ProblemCode> = {
  BLANK: { ja: '入力してください。', en: 'Please fill this in.' },
  INVALID: { ja: '正しくありません。', en: 'This is not valid.' },
  TOO_LONG: { ja: '{max}文字以内で入力してください。', en: 'Please keep it to {max} characters.' },
  NOT_FOUND: { ja: '見つかりませんでした。', en: 'It was not found.' },
  STALE_VERSION: {
    ja: '読み込んだあとに新しくなりました。開き直して、今の内容を確かめてください。',
    en: 'This has changed since you opened it. Open it again and look at what it says now.',
  },
  ALREADY_EXISTS: { ja: '同じものがすでにあります。', en: 'There is one like this already.' },
  PLEDGE_REQUIRED: { ja: 'すべての項目を読んで、一つずつ約束してください。', en: 'Please read every item and promise each of them.' },
  SUCCESSOR_REQUIRED: { ja: '世話役の後任を決めてください。', en: 'Please name who follows as steward.' },
  FORBIDDEN: { ja: 'この操作はできません。', en: 'This is not yours to do.' },
  SHARED_ID_NOT_ALLOWED: { ja: '1つのIDは1人だけのものです。', en: 'One ID is for one person only.' },
  INVALID_STATE: {
    ja: 'ほかの職員が担当しているか、すでに済んでいます。',
    en: 'Somebody else has it in hand, or it is already done.',
  },
  PERSONAL_DEVICE_NOT_ALLOWED: {
    ja: '私物の端末は使えません。必要なときは、支援センターに期限つきの許可を相談してください。',
    en: 'Personal devices may not be used. If you need one, ask the support center to allow it for a time.',
  },
  MY_NUMBER_NOT_ALLOWED: {
    ja: 'マイナンバーと思われる12桁の番号は書けません。',
    en: 'A twelve-digit number that looks like a My Number cannot be kept.',
  },
};

export const userErrors = (problems: readonly IdentityProblem[], locale: Locale): UserErrorShape<ProblemCode>[] =>
  toUserErrors(problems, locale, sentences);
