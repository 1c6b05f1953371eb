/** The problems a user of this service can mend, and how they are said (api.md 6). */
import { type Locale, type Problem, type Sentences, toUserErrors, type UserErrorShape } from '@heya/service-common/errors';

export const problemCodes = {
  BLANK: '空欄 / Must not be blank.',
  INVALID: '正しくない値 / Not a valid value.',
  TOO_LONG: '長すぎる / Too long.',
  NOT_FOUND: '見つからない / Not found.',
  FORBIDDEN: '許可されていない / Not allowed.',
  STALE_VERSION: 'ほかの人が先に変えた / Somebody else changed it first.',
  INVALID_STATE: '今の状態ではできない / Not possible in the present state.',
  MY_NUMBER_NOT_ALLOWED: 'マイナンバーは登録できない / An Individual Number must not be stored.',
  PROXY_REASON_REQUIRED: "本人の署名か、代理の理由がいる / Needs the patient's signature or a stated reason for proxy.",
  SIGNED_BEFORE: '署名のあとで同意が撤回か変更された / Withdrawn or changed after it was signed.',
  PAPER_MISSING: '紙がまだ届いていない / The paper has not come yet.',
  CATEGORY_MANDATORY: '部屋に必ずいる区分は外せない / Mandatory categories cannot be declined.',
} as const;
export type ProblemCode = keyof typeof problemCodes;
export type ConsentProblem = Problem<ProblemCode>;

const sentences: Sentences<ProblemCode> = {
  BLANK: { ja: '入力してください。', en: 'Please fill this in.' },
  INVALID: { ja: '入力の内容を確かめてください。', en: 'Please check what you entered.' },
  TOO_LONG: { ja: '長すぎます。{max}までにしてください。', en: 'This is too long; at most {max}.' },
  NOT_FOUND: { ja: '見つかりませんでした。', en: 'It was not found.' },
  FORBIDDEN: { ja: 'この操作は許可されていません。', en: 'You are not allowed to do this.' },
  STALE_VERSION: {
    ja: 'ほかの人が先に変更しました。内容を確かめて、もう一度お試しください。',
    en: 'Somebody else changed this first. Please check it and try again.',
  },
  INVALID_STATE: { ja: 'この同意書は今の状態では変更できません。', en: 'This consent cannot be changed in its present state.' },
  MY_NUMBER_NOT_ALLOWED: {
    ja: 'マイナンバーと思われる番号が含まれています。マイナンバーは登録できません。',
    en: 'This contains what looks like an Individual Number (My Number), which must not be stored.',
  },
  PROXY_REASON_REQUIRED: { ja: '代理の方が署名する理由を入力してください。', en: 'Please give the reason why a proxy signs.' },
  SIGNED_BEFORE: {
    ja: 'この署名のあとで、同意が撤回または変更されています。ご本人の気持ちを確かめて、もう一度、署名をいただいてください。',
    en: 'The consent was withdrawn or changed after this was signed. Please ask the patient again, and have it signed anew.',
  },
  PAPER_MISSING: {
    ja: '署名された紙がまだ届いていません。紙を添えてから承認してください。',
    en: 'The signed paper has not come yet. Please attach it before approving.',
  },
  CATEGORY_MANDATORY: {
    ja: '部屋を使うために必要な区分に同意がありません。',
    en: 'A category that is needed for using the room is not granted.',
  },
};

/** Said with BAD_USER_INPUT, where no field is to be mended (api.md 7). */
export const inputSentences = {
  searchTooWide: '利用者・行った人・31日までの期間のどれかを指定してください / Give a patient, a person or a period of at most 31 days',
} as const;

export const userErrors = (problems: readonly ConsentProblem[], locale: Locale): UserErrorShape<ProblemCode>[] =>
  toUserErrors(problems, locale, sentences);
