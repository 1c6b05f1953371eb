/** Sentences of the ID application in Japanese. */
import type { ApplicationState } from '@heya/schema/events';

export const hintsJa = {
  INSTITUTION_CODE_SHAPE: '10桁の番号を入力してください。指定通知書や請求書にある番号です。',
  INSTITUTION_CODE_PREFECTURE: '最初の2桁は都道府県の番号（01〜47）です。',
  INSTITUTION_CODE_CHECK: '検証番号（最後の1桁）が合いません。1桁ずつ確かめてください。',
  FORM_FOR_KIND: '事業所の種類と様式が合いません。医療機関は様式2-1-1、介護事業所は様式2-1-2です。',
  KANA: 'フリガナをカタカナで入力してください。',
  PHONE: '電話番号を市外局番から入力してください。',
  EMAIL: 'メールアドレスの形が正しくありません。',
  BIRTH_DATE: '生年月日を確かめてください。',
  LICENCE: '番号を英数字で入力してください。',
  TWICE: '同じ人が2回書かれています。1人に1つのIDです。',
  TOO_MANY: '一度に申請できるのは50人までです。',
  NO_ADMINISTRATOR: '管理者を1人以上選んでください。',
  UNKNOWN_PROFESSION: '職種を1つ以上選んでください。',
  PROFESSION_NOT_TAKEN: 'この地区では申し込めない職種があります。選び直すか、支援センターに相談してください。',
  DISTRICT: '申請先の地区を選んでください。',
  SAME_OFFICER: '確認した職員とは別の職員が承認してください。',
  NOT_RETURNED: '差し戻された申請だけを直して出し直せます。',
  PARTLY_ISSUED: 'すでにIDを受け取った方がいるので、却下できません。差し戻すか、承認してください。',
  NOT_WITHDRAWABLE: 'この申請はもう取り下げられません。',
  OLD_PLEDGE: '誓約書が新しくなりました。読み直して署名してください。',
  ALL_CLAUSES: 'すべての条項に同意してください。',
  UNKNOWN_FIELD: '申請書にない項目です。',
  TOO_MANY_COMMENTS: '指摘は200件までです。まとめて書いてください。',
  CHOOSE_PERSON: '同じ人と思われるIDがあります。同じ人か、別の人かを選んでください。',
  NO_SUCH_MATCH: 'この人は候補にありません。もう一度開いて確かめてください。',
  ONE_ID_TWICE: 'このIDは、この申請のほかの人に選ばれています。どちらがその人かを確かめてください。',
  NOT_YOUR_STAFF: 'この事業所の人の中に見つかりませんでした。自分についての変更は、ほかの管理者が届け出ます。',
  NOT_HERE: 'その時にはこの事業所に所属していません。',
  NOT_ON_LEAVE: 'この事業所で休止している人ではありません。',
  ENDED_FOR_GOOD: 'このIDはもう使われていません。新しい申請（様式2-1）で届け出てください。',
  STOPPED: 'このIDは止められています。先に戻してください。',
  OTHER_DISTRICT: 'ほかの地区のIDです。その地区の支援センターに相談してください。',
  CHANGE_OPEN: 'この人の変更の申請がすでに出ています。',
  NO_SUCH_FACILITY: 'この地区にその番号の事業所はありません。先に様式2-1で申請してもらってください。',
  SAME_FACILITY: '今の事業所と同じです。',
  EFFECTIVE_MINUTE: '日付と時刻を確かめてください。例 2026-12-01 17:30',
  EFFECTIVE_TOO_EARLY: '31日より前の日時は届け出られません。支援センターに相談してください。',
  EFFECTIVE_TOO_LATE: '1年より先の日時は届け出られません。',
  NO_SUCH_SEAT: 'この人が世話役をしている部屋ではありません。',
  NOT_IN_ROOM: 'その部屋に参加している人から選んでください。',
  SUCCESSOR: 'この人は部屋の世話役です。部屋ごとに後任を決めてから承認してください。',
  NOTICE_RUNS: '使っているIDの再発行は、本人に知らせてから24時間たつまで承認できません。',
  STALE: 'ほかの職員が先に進めました。今の内容を確かめてください。',
  ALREADY_ANSWERED: 'この確認はもう済んでいます。',
} as const;

/** What happens next, for who applied (R12: a clock shows the two-week promise). */
export const nextStepsJa: Record<ApplicationState, string> = {
  DRAFT: 'まだ提出されていません。',
  SUBMITTED: '支援センターが内容を確かめます。',
  IN_REVIEW: '支援センターの別の職員が承認するところです。',
  RETURNED: '支援センターから質問があります。直して、もう一度提出してください。',
  APPROVED: '承認されました。ほかの地区のIDを持つ方の確認を待っています。',
  REJECTED: '申請は認められませんでした。理由をご覧ください。',
  WITHDRAWN: '申請は取り下げられました。',
  COMPLETED: 'IDを発行しました。開始の手紙を、支援センターから別に届けます。',
};

/** Form 2-2 issues nothing and waits for nobody else (R7). */
export const changeStepsJa = {
  APPROVED: '承認されました。届け出た時刻に変わります。',
  COMPLETED: '届け出のとおりに変わりました。',
} as const;

/** Where IDs from elsewhere come into it (R3). */
export const peopleStepsJa = {
  DECLINED: 'ほかの地区のIDを持つ方から「自分ではない」と答えがありました（{count}人）。支援センターが、その方のIDをもう一度確かめます。',
  ALL_LINKED: 'すでにお持ちのIDに、この事業所を加えました。手紙は届きません。これまでのIDをお使いください。',
  SOME_LINKED:
    'IDを発行しました。開始の手紙を、支援センターから別に届けます。すでにIDをお持ちの方（{count}人）には手紙は届きません。これまでのIDをお使いください。',
} as const;
