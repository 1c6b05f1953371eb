/** Professions as code and as the word other people read (LIFE の職種 / contract enum Profession). */
export const professionWords = {
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
  CARE_MANAGER: 'ケアマネジャー',
  CARE_WORKER: '介護福祉士',
  HOME_HELPER: '訪問介護員',
  MEDICAL_SOCIAL_WORKER: '医療ソーシャルワーカー',
  SOCIAL_WORKER: '社会福祉士',
  CLERK: '事務職員',
  OTHER: 'その他',
} as const;
export type Profession = keyof typeof professionWords;

export const professions = Object.keys(professionWords) as Profession[];

export const professionWord = (profession: string): string => professionWords[profession as Profession] ?? professionWords.OTHER;

export const isProfession = (word: string): word is Profession => Object.hasOwn(professionWords, word);
