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
  ALREADY_EXISTS: 'すでにある / Already exists.',
  MY_NUMBER_NOT_ALLOWED: 'マイナンバーは登録できない / An Individual Number must not be stored.',
  CONSENT_REQUIRED: '有効な同意が要る / A consent in force is needed.',
  STEWARD_REQUIRED: '世話役は参加者のうち1名 / Exactly one steward, and a member.',
  MEMBER_HAS_NO_ID: '有効なIDがない参加者がいる / A member has no active ID.',
  NOT_A_CARE_PROVIDER: '在宅サービスを提供する人だけ / Members must serve this patient.',
} as const;
export type ProblemCode = keyof typeof problemCodes;
export type RoomProblem = Problem<ProblemCode>;

const sentences: Sentences<ProblemCode> = {
  BLANK: { ja: '入力してください。', en: 'Please fill this in.' },
  INVALID: { ja: '入力の内容を確かめてください。', en: 'Please check what you entered.' },
  TOO_LONG: { ja: '{max}文字までで入力してください。', en: 'Please use at most {max} characters.' },
  NOT_FOUND: { ja: '見つかりませんでした。', en: 'It was not found.' },
  FORBIDDEN: { ja: 'この操作は許可されていません。', en: 'You are not allowed to do this.' },
  STALE_VERSION: {
    ja: 'ほかの人が先に変更しました。内容を確かめて、もう一度お試しください。',
    en: 'Somebody else changed this first. Please check it and try again.',
  },
  INVALID_STATE: { ja: '今の状態ではこの操作はできません。', en: 'This is not possible in the present state.' },
  ALREADY_EXISTS: { ja: 'すでに登録されています。', en: 'This already exists.' },
  MY_NUMBER_NOT_ALLOWED: {
    ja: 'マイナンバーと思われる番号が含まれています。マイナンバーは登録できません。',
    en: 'This contains what looks like an Individual Number (My Number), which must not be stored.',
  },
  CONSENT_REQUIRED: { ja: '利用者（患者）様の有効な同意がありません。', en: 'There is no consent of the patient in force.' },
  STEWARD_REQUIRED: {
    ja: '世話役は、医療・介護の参加者のうち1名を選んでください。',
    en: 'Please choose exactly one steward among the care team members.',
  },
  MEMBER_HAS_NO_ID: { ja: '有効なIDを持っていない参加者がいます。', en: 'A member has no active ID.' },
  NOT_A_CARE_PROVIDER: { ja: 'この役割では参加できません。', en: 'This person cannot take part in this role.' },
};

export const userErrors = (problems: readonly RoomProblem[], locale: Locale): UserErrorShape<ProblemCode>[] =>
  toUserErrors(problems, locale, sentences);
