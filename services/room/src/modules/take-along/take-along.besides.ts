/** What stands beside the words of a post, in words: the facts of a visit, an answer that was owed, and what values say over days. Pure. */
import { remarksOf } from './take-along.life.ts';
import type { PostPart } from './take-along.parts.ts';

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });
const minute = (at: string): string => inJapan.format(new Date(at));

export const besides = ({ visit, ask, vitals }: Pick<PostPart, 'visit' | 'ask' | 'vitals'>): string[] => [
  ...visitWords(visit),
  ...askWords(ask),
  ...(vitals ? remarksOf(vitals) : []),
];

function visitWords(visit: PostPart['visit']): string[] {
  if (!visit) return [];
  return [
    ...(visit.nextVisitOn ? [`次回の診療の予定日：${visit.nextVisitOn}`] : []),
    `治療方針の変更：${visit.planChanged ? `あり　${visit.planChange ?? ''}` : 'なし'}`,
    ...(visit.careAdvice ? [`ケアの留意点：${visit.careAdvice}`] : []),
    ...(visit.wishes ? [`最終段階や急変時の希望：${visit.wishes}`] : []),
  ];
}

function askWords(ask: PostPart['ask']): string[] {
  if (!ask) return [];
  const done = ask.doneAt && `、${ask.doneByName ?? ''}さんが終えた（${minute(ask.doneAt)}）`;
  const taken = ask.takenByName && `、${ask.takenByName}さんが引き受けた`;
  return [[`返事の約束：${minute(ask.dueAt)}まで`, taken, done, ask.note && `　${ask.note}`].filter(Boolean).join('')];
}
