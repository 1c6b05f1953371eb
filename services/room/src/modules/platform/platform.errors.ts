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
  PROOF_REQUIRED: 'もう一度の本人確認が要る / Prove again who you are.',
} as const;
export type ProblemCode = keyof typeof problemCodes;
/** `rule` says in its own words which rule does not let it pass. */
export type RoomProblem = Problem<ProblemCode> & { rule?: Rule };

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
  MEMBER_HAS_NO_ID: { ja: '有効なIDを持っていません。', en: 'This person has no active ID.' },
  NOT_A_CARE_PROVIDER: { ja: 'この役割では参加できません。', en: 'This person cannot take part in this role.' },
  PROOF_REQUIRED: {
    ja: '続けるには、もう一度本人確認をしてください。確認は5分間有効です。',
    en: 'Please prove again who you are to go on. A proof holds for five minutes.',
  },
};

const rules = {
  EXPORTS_A_DAY: {
    ja: 'この部屋の持ち出しは1日に10回までです。明日、もう一度お試しください。',
    en: 'This room can be taken along ten times a day. Please try again tomorrow.',
  },
  IMPORT_KEY: {
    ja: '署名の鍵の指紋を、持ち出した側に電話などで聞いたものと見比べてください。',
    en: 'Please compare the thumbprint of the key with what the sender tells you by telephone or the like.',
  },
  IMPORT_NOTHING: { ja: '取り込むものを1つ以上選んでください。', en: 'Please choose at least one thing to take in.' },
  IMPORT_TOO_MANY: {
    ja: '1つの欄に入る数を超えます。取り込むものを減らしてください。',
    en: 'There would be more than a part of the profile holds. Please choose less.',
  },
  NOTHING_CHANGES: { ja: '変更する内容を1つ以上選んでください。', en: 'Please choose at least one thing to change.' },
  EFFECTIVE_PAST: { ja: '変更する日時には、今より前の日時は選べません。', en: 'The change cannot take effect in the past.' },
  EFFECTIVE_FAR: { ja: '変更する日時は、1年以内にしてください。', en: 'The change has to take effect within a year.' },
  MEMBER_ALREADY: { ja: 'この方は、すでにこの部屋に参加しています。', en: 'This person already takes part in the room.' },
  MEMBER_GONE: { ja: 'この方は、もうこの部屋に参加していません。', en: 'This person no longer takes part in the room.' },
  ANOTHER_UNDER_WAY: {
    ja: 'この部屋には、受付中の同じ申込があります。ほかの方が先に出しました。',
    en: 'Somebody else has filed the same form for this room, and it is still under way.',
  },
  ROOM_NOT_OPEN: {
    ja: 'この部屋は終了の手続きに入っているため、変更できません。',
    en: 'This room is being closed or is closed, so that nothing of it can be changed.',
  },
  ASKS_OPEN: {
    ja: 'まだ終わっていない返事の約束が{count}件あります。終わらせるか、残したまま終えることを選んでください。',
    en: 'Answers are still owed in this room: {count}. Please have them done, or choose to leave them as they are.',
  },
  STEWARD_LEAVES: {
    ja: '世話役が抜けるときは、あとを継ぐ方を選んでください。',
    en: 'When the steward leaves, somebody has to be chosen to follow.',
  },
  STEWARD_NOT_PRESENT: {
    ja: '新しい世話役は、これからも参加する医療・介護の方か、この申込で加わる医療・介護の方から選んでください。',
    en: 'The new steward has to be on the care team now and to stay, or to be added to it by this form.',
  },
  STEWARD_STAYS: {
    ja: 'これから加わる方は、参加したときに世話役になります。いまの世話役は、そのあとで外してください。',
    en: 'Whoever is added becomes steward on joining. The steward of now has to stay until then.',
  },
  SEAT_PASSING: {
    ja: '世話役の交代が決まっています。交代が済んでから、もう一度お申し込みください。招待中の方への交代は、その招待を取り消すとやめられます。',
    en: 'The seat of the steward is about to pass on. Please apply again after that. If it is to pass to somebody invited, taking the invitation back calls it off.',
  },
  ASKED_WHEN: {
    ja: '聞いた日は、最後に使われた日から今日までの日を入力してください。',
    en: 'The day of asking lies between the last day of use and today.',
  },
  DORMANCY_ENDED: { ja: 'この確認は、もう終わっています。', en: 'This review has ended.' },
  DORMANCY_UNANSWERED: {
    ja: '申込者と利用者（患者）様の両方の答えを記録してから決めてください。',
    en: 'Please record the answers of both the applicant and the patient first.',
  },
  DORMANCY_REASON: {
    ja: '答えと違う決め方をするときは、理由を入力してください。',
    en: 'Please give a reason, as the decision is not what both have said.',
  },
  FAMILY_NOT_TICKED: {
    ja: '同意書で、家族に見せてよい情報が1つも選ばれていないため、ご家族を招待できません。',
    en: 'The consent ticks nothing for family, so that no family member can be invited.',
  },
  CONSENT_OVER: { ja: '有効な同意がないため、招待できません。', en: 'There is no consent in force, so that nobody can be invited.' },
  JOIN_UNKNOWN: {
    ja: '招待コードか生年月日が違うか、招待の期限が切れています。紙を確かめて、もう一度入力してください。5回違うと、この招待は使えなくなります。',
    en: 'The code or the birth date is wrong, or the invitation is over. Please look at the paper again. After five wrong tries it cannot be used any more.',
  },
  JOIN_NOT_YOURS: {
    ja: 'このIDでは参加できません。すでに部屋に入っているか、本人・家族のIDではありません。',
    en: 'This ID cannot join: it is in the room already, or is no ID of a patient or family member.',
  },
  JOIN_STOPPED: {
    ja: 'この招待のIDは停止されています。支援センターか、手紙を渡した方に相談してください。',
    en: 'The ID of this invitation was stopped. Please ask the support center, or whoever gave you the letter.',
  },
  JOIN_SOMEBODY_ELSE: {
    ja: '招待された方の生年月日と、このIDの方の生年月日が違います。招待された方のIDでサインインしてください。',
    en: 'The birth date of the invited person is not that of this ID. Please sign in with the ID of the invited person.',
  },
  FAMILY_TOO_MANY: {
    ja: '返事を待っている招待が多すぎます。使わない招待を取り消してから、招待してください。',
    en: 'Too many invitations are waiting. Please call off those that are not needed first.',
  },
  PATIENT_ALREADY: {
    ja: '利用者ご本人は、すでに部屋に参加しているか、招待されています。',
    en: 'The patient is in the room already, or has been invited.',
  },
  FACILITY_UNANSWERED: {
    ja: 'すべての事業所について、記録の写しを保存したかどうかを選んでください。',
    en: 'Please say of each facility whether it has saved its copy.',
  },
} as const;
type Rule = keyof typeof rules;

/** @returns a problem whose message says which rule stands against it */
export const ruled = (code: ProblemCode, rule: Rule, field: string[], values?: RoomProblem['values']): RoomProblem => ({
  code,
  rule,
  field,
  ...(values && { values }),
});

export const userErrors = (problems: readonly RoomProblem[], locale: Locale): UserErrorShape<ProblemCode>[] =>
  problems.flatMap(({ rule, ...problem }) =>
    toUserErrors([problem], locale, rule ? { ...sentences, [problem.code]: rules[rule] } : sentences),
  );
