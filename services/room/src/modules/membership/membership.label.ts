/** How a profession is written beside a name. */
import type { Locale } from '@heya/service-common/errors';

const labels: Record<string, { ja: string; en: string }> = {
  PHYSICIAN: { ja: '医師', en: 'Physician' },
  DENTIST: { ja: '歯科医師', en: 'Dentist' },
  PHARMACIST: { ja: '薬剤師', en: 'Pharmacist' },
  NURSE: { ja: '看護師', en: 'Nurse' },
  PUBLIC_HEALTH_NURSE: { ja: '保健師', en: 'Public health nurse' },
  PHYSIOTHERAPIST: { ja: '理学療法士', en: 'Physiotherapist' },
  OCCUPATIONAL_THERAPIST: { ja: '作業療法士', en: 'Occupational therapist' },
  SPEECH_THERAPIST: { ja: '言語聴覚士', en: 'Speech therapist' },
  DENTAL_HYGIENIST: { ja: '歯科衛生士', en: 'Dental hygienist' },
  DIETITIAN: { ja: '管理栄養士', en: 'Dietitian' },
  CARE_MANAGER: { ja: 'ケアマネジャー', en: 'Care manager' },
  CARE_WORKER: { ja: '介護福祉士', en: 'Care worker' },
  HOME_HELPER: { ja: 'ホームヘルパー', en: 'Home helper' },
  MEDICAL_SOCIAL_WORKER: { ja: '医療ソーシャルワーカー', en: 'Medical social worker' },
  SOCIAL_WORKER: { ja: '社会福祉士', en: 'Social worker' },
  CLERK: { ja: '事務', en: 'Clerk' },
  OTHER: { ja: 'その他', en: 'Other' },
};

export function professionLabel(profession: string | null, locale: Locale): string | null {
  if (profession === null) return null;
  return labels[profession]?.[locale === 'en' ? 'en' : 'ja'] ?? null;
}
