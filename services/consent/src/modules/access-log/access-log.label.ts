/** How the record is said to the patient and the family, in plain words (R33). */
import type { AuditLine, MemberRole } from '@heya/schema/events';
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

const actors: Record<Exclude<AuditLine['actorType'], 'person'>, { ja: string; en: string }> = {
  channel: { ja: '部屋の画面への自動配信', en: 'Live screen of the room' },
  service: { ja: 'システムの処理', en: 'The system itself' },
  anonymous: { ja: 'サインインしていない人', en: 'Somebody not signed in' },
};

/** For whoever the reader may not know by name, or while names cannot be had. */
const roles: Record<MemberRole | 'STRANGER', { ja: string; en: string }> = {
  CARE_TEAM: { ja: '医療・介護の参加者', en: 'A member of the care team' },
  FAMILY: { ja: 'ご家族', en: 'Family' },
  PATIENT: { ja: 'ご本人', en: 'The patient' },
  CENTER_OBSERVER: { ja: '支援センターの職員', en: 'An officer of the support center' },
  STRANGER: { ja: 'この部屋の参加者ではない人', en: 'Somebody who is not in this room' },
};

const language = (locale: Locale): 'ja' | 'en' => (locale === 'en' ? 'en' : 'ja');

export const subjectLabel = ({ subjectType }: AuditLine, locale: Locale): string =>
  subjects[subjectType]?.[language(locale)] ?? { ja: '記録', en: 'Record' }[language(locale)];

export function actorLabel({ actorType }: AuditLine, role: MemberRole | null, locale: Locale): string {
  return (actorType === 'person' ? roles[role ?? 'STRANGER'] : actors[actorType])[language(locale)];
}
