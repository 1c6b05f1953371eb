/** Kinds of facility (contract enum FacilityKind); the kind decides between form 2-1-1 and 2-1-2. */
export const facilityKindWords = {
  HOSPITAL: '病院 / Hospital',
  CLINIC: '診療所 / Clinic',
  DENTAL_CLINIC: '歯科診療所 / Dental clinic',
  PHARMACY: '薬局 / Pharmacy',
  VISITING_NURSE_STATION: '訪問看護ステーション / Visiting nurse station',
  CARE_MANAGEMENT_OFFICE: '居宅介護支援事業所 / Care management office',
  HOME_CARE_OFFICE: '訪問介護事業所 / Home care office',
  DAY_SERVICE: '通所介護 / Day service',
  DAY_REHABILITATION: '通所リハビリテーション / Day rehabilitation',
  SHORT_STAY: '短期入所 / Short stay',
  SMALL_MULTIFUNCTION: '小規模多機能 / Small multifunctional care',
  WELFARE_EQUIPMENT: '福祉用具 / Welfare equipment',
  COMMUNITY_GENERAL_SUPPORT_CENTER: '地域包括支援センター / Community general support center',
  HOME_CARE_SUPPORT_CENTER: '在宅医療・介護連携支援センター / Home care support center',
  OTHER: 'その他 / Other',
} as const;
export type FacilityKind = keyof typeof facilityKindWords;

export const facilityKinds = Object.keys(facilityKindWords) as [FacilityKind, ...FacilityKind[]];
