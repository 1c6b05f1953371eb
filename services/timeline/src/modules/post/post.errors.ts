/** Problems a writer can mend (api.md 6), and their sentences. */
import type { Problem, Sentences } from '@heya/service-common/errors';
import { defineUserError } from '@heya/service-common/graphql-types';

export const errorCodes = {
  BLANK: '空です / Nothing was entered.',
  INVALID: '正しくありません / Not valid.',
  TOO_LONG: '長すぎます / Too long.',
  NOT_FOUND: '見つかりません / Not found.',
  FORBIDDEN: '許可されていません / Not allowed.',
  MY_NUMBER_NOT_ALLOWED: 'マイナンバーは書けません / My Number is never stored.',
  CONSENT_REQUIRED: '同意がありません / There is no consent for this.',
  CONSENT_WITHDRAWN: '同意が撤回されました / The consent was withdrawn.',
  ROOM_CLOSED: '部屋は書き込めません / The room takes no more posts.',
  IMPLAUSIBLE_VALUE: '入力間違いと思われる値。confirmImplausibleで続行 / Implausible value; resend with confirmImplausible.',
} as const;
export type ErrorCode = keyof typeof errorCodes;
export type PostProblem = Problem<ErrorCode>;

export const UserError = defineUserError<ErrorCode>(errorCodes);

const sentences: Sentences<ErrorCode> = {
  BLANK: { ja: '入力してください。', en: 'Please enter something.' },
  INVALID: { ja: '入力が正しくありません。見直してください。', en: 'This is not valid. Please check it.' },
  TOO_LONG: { ja: '{max}文字までにしてください。', en: 'Please keep it within {max} characters.' },
  NOT_FOUND: { ja: '見つかりません。', en: 'Not found.' },
  FORBIDDEN: { ja: 'この公開範囲には書けません。', en: 'You cannot write to this audience.' },
  MY_NUMBER_NOT_ALLOWED: {
    ja: 'マイナンバー（個人番号）と思われる12けたの数字は書けません。消してください。',
    en: 'Twelve digits that look like a My Number may not be written here. Please remove them.',
  },
  CONSENT_REQUIRED: { ja: '利用者の同意がないため、書き込めません。', en: 'There is no consent of the patient for this.' },
  CONSENT_WITHDRAWN: { ja: '利用者の同意が撤回されたため、書き込めません。', en: 'The patient has withdrawn the consent.' },
  ROOM_CLOSED: { ja: 'この部屋にはもう書き込めません。', en: 'This room takes no more posts.' },
  IMPLAUSIBLE_VALUE: {
    ja: '{label}の値を確かめてください。正しければ、そのまま送れます。',
    en: 'Please check {labelEn}. If it is right, send it as it is.',
  },
};

/** Where limits are known, the sentence says them. */
const withLimits: Sentences<'INVALID'>['INVALID'] = {
  ja: '{label}は{min}から{max}{unit}まで、{step}きざみで入力してください。',
  en: '{labelEn} takes {min} to {max} {unitEn} in steps of {step}.',
};

const pressuresSwapped: Sentences<'INVALID'>['INVALID'] = {
  ja: '血圧の上は、下（{diastolic}）より大きい値にしてください。上と下が入れ替わっていませんか。',
  en: 'The upper blood pressure must be above the lower one ({diastolic}). Are the two swapped?',
};

export function sentencesFor({ code, values }: PostProblem): Sentences<ErrorCode> {
  if (code !== 'INVALID' || !values) return sentences;
  if (values.diastolic !== undefined) return { ...sentences, INVALID: pressuresSwapped };
  return values.min === undefined ? sentences : { ...sentences, INVALID: withLimits };
}
