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
  STALE_VERSION: 'ほかの人が先に変えました / Somebody changed it first.',
  INVALID_STATE: 'いまはできません / Not possible as things are now.',
  AUDIENCE_TOO_WIDE: "返信で公開範囲は広げられない / A reply may not widen its parent's audience.",
  UPLOAD_NOT_READY: '写真がまだ届いていません / The file has not arrived yet.',
  FILE_TYPE_NOT_ALLOWED: 'このファイルは送れません / This file cannot be taken.',
  DOCUMENT_NOT_ALLOWED: 'この書類は受け取れません / This document cannot be taken.',
  FILE_TOO_LARGE: 'ファイルが大きすぎます / The file is too large.',
  FILE_QUARANTINED: 'ウイルス検査で止められました / Stopped by the virus scanner.',
  EDIT_WINDOW_PASSED: '直せる時間を過ぎた / Past the edit window; add a correction instead.',
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
  STALE_VERSION: {
    ja: 'この投稿は、いま見ているものから変わっています。読み直してから、もう一度してください。',
    en: 'This post has changed since you read it. Please read it again, then try once more.',
  },
  INVALID_STATE: { ja: 'この投稿は取り消されています。', en: 'This post has been retracted.' },
  AUDIENCE_TOO_WIDE: {
    ja: '職員だけの投稿への返信は、職員だけに送れます。',
    en: 'A reply to a post for the care team can go to the care team only.',
  },
  UPLOAD_NOT_READY: {
    ja: '写真がまだ届いていないか、検査を待っています。少し待って、もう一度送ってください。',
    en: 'The photo has not arrived yet, or is still being checked. Please wait a little and send it again.',
  },
  DOCUMENT_NOT_ALLOWED: {
    ja: 'この書類は受け取れません。パスワードや自動で動く仕掛けのない、50ページまでのPDFを選んでください。',
    en: 'This document cannot be taken. Please choose a PDF of at most 50 pages, without a password and without anything that runs by itself.',
  },
  FILE_QUARANTINED: {
    ja: 'ウイルスの疑いがあるため、このファイルは送れません。だれにも届いていません。端末の管理をしている人に知らせてください。',
    en: 'This file may hold a virus and was stopped. It has reached nobody. Please tell whoever looks after your device.',
  },
  FILE_TYPE_NOT_ALLOWED: {
    ja: 'この写真は読めません。JPEG・PNG・WebP・HEICの、動かない写真を選んでください。',
    en: 'This photo cannot be read. Please choose a still JPEG, PNG, WebP or HEIC.',
  },
  FILE_TOO_LARGE: {
    ja: '大きすぎます。写真は30MB・5000万画素、書類は20MBまでにしてください。',
    en: 'This is too large. At most 30 MB and 50 megapixels of a photo and 20 MB of a document are taken.',
  },
  EDIT_WINDOW_PASSED: {
    ja: '書いてから24時間を過ぎたため直せません。返信で正しい内容を書いてください。',
    en: 'More than 24 hours have passed. Please write what is right as a reply.',
  },
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

const doctorsOnly: Sentences<'FORBIDDEN'>['FORBIDDEN'] = {
  ja: '診療の記録を付けられるのは、医師と歯科医師だけです。',
  en: 'Only physicians and dentists record visits.',
};

const noBodyConsent: Sentences<'CONSENT_REQUIRED'>['CONSENT_REQUIRED'] = {
  ja: '身体の写真を共有する同意がありません。',
  en: 'There is no consent to share pictures of the body.',
};
const fewerPhotos: Sentences<'TOO_LONG'>['TOO_LONG'] = { ja: '{max}件までにしてください。', en: 'Please keep it to {max}.' };

const nobodyAsked: Sentences<'NOT_FOUND'>['NOT_FOUND'] = {
  ja: '頼む相手が、この投稿を見られる参加者の中にいません。',
  en: 'Nobody like that takes part in this room and sees this post.',
};
const dueInTime: Sentences<'INVALID'>['INVALID'] = {
  ja: '返事の期限は、これからの1年以内の日時にしてください。',
  en: 'Please choose a time within the coming year.',
};

/** What a slice says in its own words. */
export type OwnWords = (found: PostProblem) => Partial<Sentences<ErrorCode>>;

/** The sentence for a problem of what was written; a part of it that is wrong is named. */
export function sentencesFor({ code, field, values }: PostProblem): Sentences<ErrorCode> {
  if (code === 'CONSENT_REQUIRED' && field?.includes('isBodyImage')) return { ...sentences, CONSENT_REQUIRED: noBodyConsent };
  if (code === 'TOO_LONG' && ['uploads', 'annotations', 'idempotencyKey'].includes(field?.at(-1) ?? ''))
    return { ...sentences, TOO_LONG: fewerPhotos };
  if (code === 'NOT_FOUND' && field?.includes('ask')) return { ...sentences, NOT_FOUND: nobodyAsked };
  if (code === 'INVALID' && field?.includes('dueAt')) return { ...sentences, INVALID: dueInTime };
  if (code === 'FORBIDDEN' && field?.includes('visit')) return { ...sentences, FORBIDDEN: doctorsOnly };
  if (code !== 'INVALID' || !values) return sentences;
  if (values.diastolic !== undefined) return { ...sentences, INVALID: pressuresSwapped };
  return values.min === undefined ? sentences : { ...sentences, INVALID: withLimits };
}
