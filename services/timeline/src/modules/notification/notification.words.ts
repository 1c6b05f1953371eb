/** What a notification says. `safe`: on any lock screen, no name and nothing of health (R34); `seen`: to whoever may see what it tells of. */
import type { Locale } from '@heya/service-common/errors';
import type { Importance, NotificationKind } from './notification.policy.ts';

interface Sentence {
  ja: string;
  'ja-plain': string;
  en: string;
}
type Kind = NotificationKind | 'IMPORTANT_POST' | 'SAFETY_PRACTICE';

const safe: Record<Kind, Sentence> = {
  POST: { ja: '新しい投稿があります', 'ja-plain': 'あたらしい 投稿が あります', en: 'There is a new post' },
  IMPORTANT_POST: { ja: '大切な投稿があります', 'ja-plain': 'たいせつな 投稿が あります', en: 'There is an important post' },
  MENTION: { ja: 'あなたへの呼びかけがあります', 'ja-plain': 'あなたを よんでいる 人が います', en: 'Somebody addresses you' },
  REPLY: { ja: 'あなたの投稿に返信があります', 'ja-plain': 'あなたの 投稿に へんじが あります', en: 'There is a reply to your post' },
  URGENT_POST: { ja: '緊急の投稿があります', 'ja-plain': 'いそぎの 投稿が あります', en: 'There is an urgent post' },
  ACKNOWLEDGEMENT_REQUESTED: {
    ja: '「了解」を求める投稿があります',
    'ja-plain': '「了解」を おして ほしい 投稿が あります',
    en: 'A post asks for your 了解',
  },
  VITALS_OUT_OF_RANGE: {
    ja: '確かめてほしい記録があります',
    'ja-plain': 'たしかめて ほしい 記録が あります',
    en: 'There is an entry to look at',
  },
  ASK_OVERDUE: { ja: '返事の期限を過ぎた約束があります', 'ja-plain': 'へんじが おくれて います', en: 'An answer is overdue' },
  ROOM_INVITATION: { ja: '部屋に招かれています', 'ja-plain': '部屋に よばれて います', en: 'You are invited to a room' },
  MEMBERSHIP_CHANGED: {
    ja: '部屋への参加に変わったことがあります',
    'ja-plain': '部屋の 参加が かわりました',
    en: 'Your part in a room has changed',
  },
  WEEKLY_CHECK_DUE: { ja: '今週の確認をお願いします', 'ja-plain': '今週の 確認を して ください', en: 'This week’s check is due' },
  APPLICATION_UPDATED: { ja: '申請に動きがありました', 'ja-plain': '申請が すすみました', en: 'There is news of your application' },
  CONSENT_CHANGED: { ja: '同意の内容が変わりました', 'ja-plain': '同意が かわりました', en: 'A consent has changed' },
  DORMANCY_REVIEW: {
    ja: '使われていない部屋の確認をお願いします',
    'ja-plain': 'つかって いない 部屋を 確認して ください',
    en: 'Please look at a room that is not in use',
  },
  SAFETY_CHECK: {
    ja: '安否の確認をお願いします',
    'ja-plain': 'ぶじか どうか おしえて ください',
    en: 'Please report whether everybody is safe',
  },
  SAFETY_PRACTICE: {
    ja: '【訓練】安否の確認をお願いします',
    'ja-plain': '【くんれん】ぶじか どうか おしえて ください',
    en: '[Practice] Please report whether everybody is safe',
  },
  SECURITY: {
    ja: 'アカウントの安全についてお知らせがあります',
    'ja-plain': 'アカウントの 安全の お知らせが あります',
    en: 'There is a notice about the safety of your account',
  },
};

const seen: Partial<Record<Kind, Sentence>> = {
  POST: { ja: '{name}さんの投稿', 'ja-plain': '{name}さんの 投稿', en: 'Post by {name}' },
  IMPORTANT_POST: { ja: '{name}さんの大切な投稿', 'ja-plain': '{name}さんの たいせつな 投稿', en: 'Important post by {name}' },
  MENTION: { ja: '{name}さんからの呼びかけ', 'ja-plain': '{name}さんが よんでいます', en: '{name} addresses you' },
  REPLY: { ja: '{name}さんからの返信', 'ja-plain': '{name}さんからの へんじ', en: 'Reply by {name}' },
  URGENT_POST: { ja: '{name}さんの緊急の投稿', 'ja-plain': '{name}さんの いそぎの 投稿', en: 'Urgent post by {name}' },
  ACKNOWLEDGEMENT_REQUESTED: {
    ja: '{name}さんが「了解」を求めています',
    'ja-plain': '{name}さんの 投稿に 「了解」を おして ください',
    en: '{name} asks for your 了解',
  },
  VITALS_OUT_OF_RANGE: {
    ja: '{name}さんの記録に、確かめてほしい値があります',
    'ja-plain': '{name}さんの 記録を たしかめて ください',
    en: 'A value to look at, entered by {name}',
  },
};

function kindOf(kind: NotificationKind, importance: Importance): Kind {
  if (kind === 'POST' && importance !== 'NORMAL') return 'IMPORTANT_POST';
  // Only a check that is none of practice is urgent.
  return kind === 'SAFETY_CHECK' && importance !== 'URGENT' ? 'SAFETY_PRACTICE' : kind;
}

export const safeTitle = (kind: NotificationKind, importance: Importance, locale: Locale): string => safe[kindOf(kind, importance)][locale];

/** @param author as the post names them */
export function titleOf({ kind, importance }: { kind: NotificationKind; importance: Importance }, author: string, locale: Locale): string {
  const sentence = seen[kindOf(kind, importance)];
  return sentence ? sentence[locale].replace('{name}', () => author) : safeTitle(kind, importance, locale);
}
