/** Words in which the record is printed, and which go beside codes. */
import type { InformationCategory } from '@heya/schema/events';
import type { ExportPurpose } from './take-along.entity.ts';
import type { ConsentPart, MemberPart } from './take-along.parts.ts';

export const measurementWords: Readonly<Record<string, string>> = {
  BODY_TEMPERATURE: '体温',
  SYSTOLIC: '収縮期血圧',
  DIASTOLIC: '拡張期血圧',
  PULSE: '脈拍',
  SPO2: 'SpO₂',
  RESPIRATION: '呼吸数',
  BLOOD_GLUCOSE: '血糖',
  WEIGHT: '体重',
  PAIN: '痛み（NRS）',
  OXYGEN_FLOW: '酸素流量',
};

/** UCUM code → as people write it. */
export const unitWords: Readonly<Record<string, string>> = {
  Cel: '℃',
  'mm[Hg]': 'mmHg',
  '/min': '回/分',
  'L/min': 'L/分',
  '{score}': '/10',
};

export const contextWords: Readonly<Record<string, string>> = {
  AT_REST: '安静時',
  AFTER_EXERCISE: '運動後',
  BEFORE_MEAL: '食前',
  AFTER_MEAL: '食後',
  ON_OXYGEN: '酸素投与中',
  ROOM_AIR: '室内気',
};

export const categoryWords: Readonly<Record<InformationCategory, string>> = {
  DEMOGRAPHICS: '基本情報',
  FAMILY_CONTACTS: 'ご家族・緊急連絡先',
  INSURANCE: '保険',
  MEDICAL_HISTORY: '病歴・アレルギー',
  MEDICATIONS: '服薬',
  TEST_RESULTS: '検査結果',
  DAILY_CONDITION: '日々の様子',
  CARE_SERVICES: '介護・医療サービス',
  BODY_IMAGES: '身体の写真',
  HOSPITALS: '病院',
  DISASTER_SAFETY: '災害時の安否',
};

export const purposeWords: Readonly<Record<ExportPurpose, string>> = {
  MOVE: '転居・転院先への引き継ぎ',
  CLOSING_COPY: '部屋の終了にあたっての写し',
  OWN_COPY: 'ご本人の控え',
  LEGAL: '法令に基づく保存・提出',
};

export const roleWords: Readonly<Record<MemberPart['role'], string>> = {
  CARE_TEAM: '医療・介護の参加者',
  PATIENT: 'ご本人',
  FAMILY: 'ご家族',
  CENTER_OBSERVER: '支援センター',
};

export const sexWords = { MALE: '男', FEMALE: '女', OTHER: 'その他', UNKNOWN: '不明' } as const;

export const careLevelWords: Readonly<Record<string, string>> = {
  NOT_CERTIFIED: '認定なし',
  SUPPORT_1: '要支援1',
  SUPPORT_2: '要支援2',
  CARE_1: '要介護1',
  CARE_2: '要介護2',
  CARE_3: '要介護3',
  CARE_4: '要介護4',
  CARE_5: '要介護5',
};

export const consentWords: Readonly<Record<ConsentPart['status'], string>> = {
  DRAFT: '下書き',
  SUBMITTED: '確認待ち',
  RETURNED: '差し戻し',
  ACTIVE: '有効',
  WITHDRAWN: '撤回',
  SUPERSEDED: '新しい同意に置き換え',
  EXPIRED: '期限切れ',
};
