/** Words of the forms, by the names of the API. */
import type { FormCode } from './sheet.ts';

export const formNames = {
  FORM_1_1: { number: '様式1-1', title: '個人情報の管理に関する誓約書（医療機関・介護事業所）' },
  FORM_1_2: { number: '様式1-2', title: '個人情報の管理に関する誓約書（参加者）' },
  FORM_2_1_1: { number: '様式2-1-1', title: 'ICTシステム利用登録（ID発行）申請書（医療機関）' },
  FORM_2_1_2: { number: '様式2-1-2', title: 'ICTシステム利用登録（ID発行）申請書（介護事業所）' },
  FORM_2_2: { number: '様式2-2', title: 'ICTシステム利用登録（ID）変更・停止等申請書' },
  FORM_3_1: { number: '様式3-1', title: 'ICTシステムの利用に関する同意書' },
  FORM_4_1: { number: '様式4-1', title: '利用者（患者）部屋作成申請書' },
  FORM_4_2: { number: '様式4-2', title: '利用者（患者）部屋変更申請書' },
  FORM_4_3: { number: '様式4-3', title: '利用者（患者）部屋削除申請書' },
} as const satisfies Record<FormCode, { number: string; title: string }>;

export const professions = {
  PHYSICIAN: '医師',
  DENTIST: '歯科医師',
  PHARMACIST: '薬剤師',
  NURSE: '看護師',
  PUBLIC_HEALTH_NURSE: '保健師',
  PHYSIOTHERAPIST: '理学療法士',
  OCCUPATIONAL_THERAPIST: '作業療法士',
  SPEECH_THERAPIST: '言語聴覚士',
  DENTAL_HYGIENIST: '歯科衛生士',
  DIETITIAN: '管理栄養士・栄養士',
  CARE_MANAGER: '介護支援専門員',
  CARE_WORKER: '介護福祉士',
  HOME_HELPER: '訪問介護員',
  MEDICAL_SOCIAL_WORKER: '医療ソーシャルワーカー',
  SOCIAL_WORKER: '社会福祉士',
  CLERK: '事務職員',
  OTHER: 'その他',
} as const;
export type Profession = keyof typeof professions;

export const medicalKinds = {
  HOSPITAL: '病院',
  CLINIC: '診療所',
  DENTAL_CLINIC: '歯科診療所',
  PHARMACY: '薬局',
} as const;
export const careKinds = {
  VISITING_NURSE_STATION: '訪問看護ステーション',
  CARE_MANAGEMENT_OFFICE: '居宅介護支援事業所',
  HOME_CARE_OFFICE: '訪問介護事業所',
  DAY_SERVICE: '通所介護',
  DAY_REHABILITATION: '通所リハビリテーション',
  SHORT_STAY: '短期入所',
  SMALL_MULTIFUNCTION: '小規模多機能型居宅介護',
  WELFARE_EQUIPMENT: '福祉用具',
  COMMUNITY_GENERAL_SUPPORT_CENTER: '地域包括支援センター',
  HOME_CARE_SUPPORT_CENTER: '在宅医療・介護連携支援センター',
} as const;
export const otherKind = { OTHER: 'その他' } as const;
export type FacilityKind = keyof typeof medicalKinds | keyof typeof careKinds | keyof typeof otherKind;

export const idChangeKinds = {
  NAME: '氏名の変更',
  CONTACT: '連絡先の変更',
  TRANSFER: '異動（他の事業所へ）',
  LEAVE: '休止（休職等）',
  RETURN: '再開（復職等）',
  RETIRE: '廃止（退職等）',
  REISSUE: '再発行',
} as const;

export const categories = {
  DEMOGRAPHICS: '氏名・性別・生年月日・年齢・住所・電話番号',
  FAMILY_CONTACTS: 'ご家族の氏名・連絡先',
  MEDICAL_HISTORY: '病歴・病名',
  TEST_RESULTS: '検査情報',
  MEDICATIONS: '使用している薬剤',
  DAILY_CONDITION: '日々の健康状態や病状',
  CARE_SERVICES: '介護の状況・サービスの内容',
  BODY_IMAGES: '皮膚病変・褥瘡等の身体画像',
  HOSPITALS: '紹介元病院・再入院希望病院',
  INSURANCE: '医療保険・介護保険（マイナンバーを除く）',
  DISASTER_SAFETY: '災害時等の安否',
} as const;
export type InformationCategory = keyof typeof categories;
/** Without these a room has no use (R9). */
export const mandatoryCategories: readonly InformationCategory[] = ['DEMOGRAPHICS', 'DAILY_CONDITION'];

export const givers = { PATIENT: '本人', FAMILY_PROXY: 'ご家族（代理）', LEGAL_GUARDIAN: '成年後見人等' } as const;
export const sexes = { MALE: '男', FEMALE: '女', OTHER: 'その他', UNKNOWN: '不明' } as const;

export const situations = {
  RECOVERING_AFTER_DISCHARGE: '退院後の回復過程',
  TERMINAL_CARE: '終末期（ターミナルケア）',
  DEMENTIA: '認知症',
  COMPLEX_MEDICAL_CARE: '医療的ケア（ストーマケア等）',
  NEUROLOGICAL_DISEASE: '神経難病',
  OTHER: 'その他',
} as const;

export const roomRoles = { CARE_TEAM: '医療・介護職', PATIENT: '本人', FAMILY: '家族', CENTER_OBSERVER: '支援センター' } as const;

export const closureReasons = {
  NO_LONGER_NEEDED: '必要がなくなった',
  ADMITTED_LONG_TERM: '長期の入院・入所',
  MOVED: '転居',
  DECEASED: 'ご逝去',
  CONSENT_WITHDRAWN: '同意の撤回',
  DORMANT: '1年以上利用がない',
} as const;

/** As it is dialled in Japan. */
export const spokenPhone = (e164: string): string => e164.replace(/^\+81/, '0');
