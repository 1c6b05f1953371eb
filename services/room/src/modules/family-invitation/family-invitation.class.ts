/** The data classes, as whoever comes is told what they will see (R9). */
import type { InformationCategory } from '@heya/schema/events';
import { registerEnumType } from 'type-graphql';

const labels: Record<InformationCategory, string> = {
  DEMOGRAPHICS: '氏名・性別・生年月日・年齢・住所・電話番号 / Name, sex, birth date, age, address, telephone.',
  FAMILY_CONTACTS: 'ご家族の氏名・連絡先 / Names and contacts of the family.',
  MEDICAL_HISTORY: '病歴・病名 / History and diagnoses.',
  TEST_RESULTS: '検査情報 / Test results.',
  MEDICATIONS: '使用している薬剤 / Medicines in use.',
  DAILY_CONDITION: '日々の健康状態や病状 / Daily condition.',
  CARE_SERVICES: '介護の状況・サービスの内容 / Care and services.',
  BODY_IMAGES: '皮膚病変・褥瘡等の身体画像 / Photographs of the body.',
  HOSPITALS: '紹介元病院・再入院希望病院 / Referring and wished hospitals.',
  INSURANCE: '医療保険・介護保険(マイナンバーを除く) / Medical and care insurance, never the Individual Number.',
  DISASTER_SAFETY: '災害時等の安否 / Safety in a disaster.',
};

export const classes = Object.keys(labels) as InformationCategory[];

export const InformationCategoryEnum = Object.fromEntries(classes.map((each) => [each, each])) as { [K in InformationCategory]: K };
registerEnumType(InformationCategoryEnum, {
  name: 'InformationCategory',
  description: '共有される情報の区分(手引き p.6) / Categories of shared information in the guide.',
  valuesConfig: Object.fromEntries(classes.map((each) => [each, { description: labels[each] }])),
});
