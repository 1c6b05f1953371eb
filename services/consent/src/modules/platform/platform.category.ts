/** The data classes a consent ticks (R9), in the order of the form. */
import type { InformationCategory } from '@heya/schema/events';

export type Category = InformationCategory;

export const categories = [
  'DEMOGRAPHICS',
  'FAMILY_CONTACTS',
  'MEDICAL_HISTORY',
  'TEST_RESULTS',
  'MEDICATIONS',
  'DAILY_CONDITION',
  'CARE_SERVICES',
  'BODY_IMAGES',
  'HOSPITALS',
  'INSURANCE',
  'DISASTER_SAFETY',
] as const satisfies readonly Category[];

/** Without these a room has no use. */
export const mandatoryCategories: readonly Category[] = ['DEMOGRAPHICS', 'DAILY_CONDITION'];

export const categoryLabels: Record<Category, { ja: string; en: string }> = {
  DEMOGRAPHICS: { ja: '氏名・性別・生年月日・年齢・住所・電話番号', en: 'Name, sex, birth date, age, address, telephone.' },
  FAMILY_CONTACTS: { ja: 'ご家族の氏名・連絡先', en: 'Names and contacts of the family.' },
  MEDICAL_HISTORY: { ja: '病歴・病名', en: 'History and diagnoses.' },
  TEST_RESULTS: { ja: '検査情報', en: 'Test results.' },
  MEDICATIONS: { ja: '使用している薬剤', en: 'Medicines in use.' },
  DAILY_CONDITION: { ja: '日々の健康状態や病状', en: 'Daily condition.' },
  CARE_SERVICES: { ja: '介護の状況・サービスの内容', en: 'Care and services.' },
  BODY_IMAGES: { ja: '皮膚病変・褥瘡等の身体画像', en: 'Photographs of the body.' },
  HOSPITALS: { ja: '紹介元病院・再入院希望病院', en: 'Referring and wished hospitals.' },
  INSURANCE: { ja: '医療保険・介護保険(マイナンバーを除く)', en: 'Medical and care insurance, never the Individual Number.' },
  DISASTER_SAFETY: { ja: '災害時等の安否', en: 'Safety in a disaster.' },
};
