/** What mails say: Japanese with English beside, no name, nothing of health (R34). */
import type { Importance, NotificationKind } from '../notification/index.ts';
import { safeTitle } from '../notification/index.ts';

export interface Words {
  subject: string;
  text: string;
}

const foot = (portal: string): string[] => [
  '',
  '--',
  '内容は、ログインしてから見られます。このメールには返信できません。',
  'Sign in to read it. Nobody reads replies to this mail.',
  `メールを止める・変える / Stop or change these mails: ${portal}/notifications/settings`,
];
const lines = (...parts: readonly string[]): string => `${parts.join('\n')}\n`;

/** @param url path of the portal */
export function wordsOfNotification(kind: NotificationKind, importance: Importance, url: string, portal: string): Words {
  const [ja, en] = [safeTitle(kind, importance, 'ja'), safeTitle(kind, importance, 'en')];
  return { subject: `【部屋】${ja} / ${en}`, text: lines(`${ja}。`, `${en}.`, '', `${portal}${url}`, ...foot(portal)) };
}

export interface Unread {
  rooms: number;
  /** Something unread is of no room. */
  isBeside: boolean;
  count: number;
  important: number;
}

export function wordsOfDigest({ rooms, isBeside, count, important }: Unread, portal: string): Words {
  const where = rooms > 0 ? `${rooms}つの部屋${isBeside ? 'など' : ''}で` : '';
  const ja = `${where}${count}件の新しいお知らせ${important > 0 ? `、うち大切なもの${important}件` : ''}があります`;
  const en = `${count} unread${rooms > 0 ? ` in ${rooms} ${rooms === 1 ? 'room' : 'rooms'}${isBeside ? ' and elsewhere' : ''}` : ''}${important > 0 ? `, ${important} of them important` : ''}`;
  return {
    subject: `【部屋】きょうのまとめ：未読${count}件 / ${count} unread`,
    text: lines(`${ja}。`, `${en}.`, '', `${portal}/notifications`, ...foot(portal)),
  };
}

/** The code stands in the text alone: subjects are shown on locked screens. */
export function wordsOfCode(code: string): Words {
  return {
    subject: '【部屋】確認の番号 / Your code',
    text: lines(
      `確認の番号：${code}`,
      '15分以内に、お知らせの設定の画面で入力してください。',
      '覚えがないときは、このメールを捨ててください。だれにもこの番号を教えないでください。',
      '',
      `Your code: ${code}`,
      'Enter it on the settings of notifications within 15 minutes.',
      'If you did not ask for it, ignore this mail. Give the code to nobody.',
    ),
  };
}

export const wordsOfTrial = (portal: string): Words => ({
  subject: '【部屋】試しのメール / This is a trial',
  text: lines('試しのメールです。届いています。', 'This is a trial. It has arrived.', ...foot(portal)),
});
