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
  FLUID_INTAKE: '水分',
  URINE_VOLUME: '尿量',
  OXYGEN_FLOW: '酸素流量',
};

export const mealWords: Readonly<Record<string, string>> = { BREAKFAST: '朝食', LUNCH: '昼食', DINNER: '夕食', SNACK: '間食' };

export const medicineWords: Readonly<Record<string, string>> = {
  ON_RISING: '起床時',
  MORNING: '朝',
  NOON: '昼',
  EVENING: '夕',
  BEDTIME: '眠前',
  AS_NEEDED: '頓用',
};

export const outcomeWords: Readonly<Record<string, string>> = {
  TAKEN: '飲んだ',
  PARTLY: '一部だけ',
  REFUSED: '飲みたがらない',
  MISSED: '飲み忘れ',
  HELD: '指示で休み',
};

export const bathWords: Readonly<Record<string, string>> = { BATH: '入浴', SHOWER: 'シャワー', WIPE: '清拭', CANCELLED: '見合わせ' };

/** How values came in, unless by hand. */
export const sourceWords: Readonly<Record<string, string>> = { DEVICE: '測る機器から', API: '連携システムから' };

export const alertWords: Readonly<Record<string, string>> = {
  WEIGHT_CHANGE_IN_WEEK: '7日で体重が2kg以上変わった',
  WEIGHT_LOSS_IN_MONTH: '1か月で体重が5%以上減った',
  LOW_MEALS: '3食続けて半分以下',
  LOW_FLUID: '1日の水分が800mL未満',
  LOW_URINE: '1日の尿量が400mL未満',
  NO_STOOL: '3日便がない',
  BLOOD_IN_STOOL: '便に血が混じる',
  MISSED_MEDICINES: '24時間に2回、薬を飲んでいない',
  WORSE_CONSCIOUSNESS: '前より意識が悪い',
  FALL: '転倒・転落',
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
