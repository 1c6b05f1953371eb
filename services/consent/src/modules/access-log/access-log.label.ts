/** How the record is said to the patient and the family, in plain words (R33). */
import type { AuditLine } from '@heya/schema/events';
import type { Locale } from '@heya/service-common/errors';

const subjects: Record<string, { ja: string; en: string }> = {
  Patient: { ja: '基本情報', en: 'Basic information' },
  Room: { ja: '部屋', en: 'Room' },
  RoomMembership: { ja: '参加者の一覧', en: 'List of members' },
  RoomApplication: { ja: '部屋の申請', en: 'Application for the room' },
  Consent: { ja: '同意書', en: 'Consent' },
  Post: { ja: '投稿', en: 'Posts' },
  VitalsRecord: { ja: '記録値（体温・血圧など）', en: 'Vitals' },
  ReadReceipt: { ja: '既読の記録', en: 'Read receipts' },
  AccessLogEntry: { ja: '閲覧の記録', en: 'Access record' },
};

const actors: Record<AuditLine['actorType'] | 'nameless', { ja: string; en: string }> = {
  person: { ja: '参加者', en: 'A member' },
  channel: { ja: '部屋の画面への自動配信', en: 'Live screen of the room' },
  service: { ja: 'システムの処理', en: 'The system itself' },
  anonymous: { ja: 'サインインしていない人', en: 'Somebody not signed in' },
  nameless: { ja: '氏名を確認中', en: 'Name being looked up' },
};

const language = (locale: Locale): 'ja' | 'en' => (locale === 'en' ? 'en' : 'ja');

export const subjectLabel = ({ subjectType }: AuditLine, locale: Locale): string =>
  subjects[subjectType]?.[language(locale)] ?? { ja: '記録', en: 'Record' }[language(locale)];

export const actorLabel = ({ actorType }: AuditLine, name: string | null, locale: Locale): string =>
  name ?? actors[actorType === 'person' ? 'nameless' : actorType][language(locale)];
