/** A made-up district, its wording and one filled example of each form. Nobody here exists. */
import type { FormContents, MemberOnForm, PatientOnForm, RoomApplicant } from './contents.ts';
import { renderForm, type SheetOf } from './form.ts';
import type { EnrolmentLetter } from './letter.ts';
import type { FormClause, FormCode, FormSheet } from './sheet.ts';
import { categories, formNames, type InformationCategory } from './words.ts';

export const sheet: FormSheet = {
  receiptNumber: 'K41-20261122-0007',
  version: '2026-11',
  printedOn: '2026-11-22',
  center: {
    name: '見本市在宅医療・介護連携支援センター',
    operator: '（一社）見本市医師会',
    postalCode: '000-0000',
    address: '見本県見本市見本町1-2-3',
    phone: '0900-00-0001',
    fax: '0900-00-0002',
    email: 'center@example.jp',
  },
};

export const clauses: FormClause[] = [
  {
    id: 'purpose',
    heading: '目的の範囲',
    text: '共有された個人情報は、利用者（患者）様の在宅での医療・介護のためだけに用い、それ以外の目的には用いません。',
  },
  {
    id: 'own-id',
    heading: 'IDは一人に一つ',
    text: 'IDは発行された本人だけが使い、ほかの者に使わせません。パスワードは本人だけが知るものとし、第二の要素を必ず設定します。',
  },
  {
    id: 'device',
    heading: '業務用の端末',
    text: '業務用に登録した端末から接続し、原則として個人が所有する端末からは接続しません。端末にはセキュリティ対策を行い、常に新しい状態に保ちます。',
  },
  { id: 'secrecy', heading: '秘密の保持', text: '業務上知り得た個人情報を、在職中も退職の後も、正当な理由なくほかに漏らしません。' },
  {
    id: 'change',
    heading: '変更の届出',
    text: '異動、退職等により登録の内容に変更が生じたときは、速やかに様式2-2又は様式4-2により届け出ます。',
  },
  {
    id: 'incident',
    heading: '事故の報告',
    text: '漏えい、紛失その他の事故、又はそのおそれがあるときは、直ちに支援センターに報告し、その指示に従います。',
  },
];

const facility = {
  name: '医療法人見本会 みほん在宅クリニック',
  nameKana: 'イリョウホウジンミホンカイ ミホンザイタククリニック',
  institutionCode: '4112345678',
  kind: 'CLINIC' as const,
  postalCode: '000-0001',
  address: '見本県見本市見本町4-5-6 みほんビル2階',
  phone: '0900-00-1000',
  fax: '0900-00-1001',
  email: 'office@clinic.example.jp',
};
const applicant: RoomApplicant = { name: '髙橋 健一', professions: ['PHYSICIAN'], facilityName: facility.name, phone: '0900-00-1000' };
const patient: PatientOnForm = {
  name: '𠮷田 ハナ',
  nameKana: 'ヨシダ ハナ',
  sex: 'FEMALE',
  birthDate: '1938-03-03',
  postalCode: '000-0002',
  address: '見本県見本市見本町7-8-9',
  phone: '0900-00-2000',
};
const members: MemberOnForm[] = [
  { name: '髙橋 健一', profession: '医師', facilityName: facility.name, role: 'CARE_TEAM', isSteward: false, hasId: true },
  {
    name: '渡邉 さくら',
    profession: '介護支援専門員',
    facilityName: 'みほん居宅介護支援事業所',
    role: 'CARE_TEAM',
    isSteward: true,
    hasId: true,
  },
  { name: '山﨑 由美', profession: '看護師', facilityName: 'みほん訪問看護ステーション', role: 'CARE_TEAM', isSteward: false, hasId: true },
  { name: '中村 大輔', profession: '薬剤師', facilityName: 'みほん薬局', role: 'CARE_TEAM', isSteward: false, hasId: false },
  { name: '𠮷田 太郎', profession: '長男', role: 'FAMILY', isSteward: false, hasId: true },
];

export const history: FormSheet['history'] = [
  { at: '2026-11-22T01:05:00Z', actor: '髙橋 健一', act: '提出' },
  { at: '2026-11-24T02:30:00Z', actor: '職員 田中 花子', act: '確認' },
  { at: '2026-11-24T15:10:00Z', actor: '職員 佐藤 次郎', act: '承認', note: '部屋 K-0123' },
];

export const contents: { [C in FormCode]: FormContents[C] } = {
  FORM_1_1: {
    facility: { ...facility, email: undefined },
    signerTitle: '院長',
    signerName: '髙橋 健一',
    securityManagerName: '山本 真理子',
    acceptedClauses: clauses.map(({ id }) => id),
    signedOn: '2026-11-20',
  },
  FORM_1_2: {
    facilityName: facility.name,
    professions: ['NURSE', 'CARE_MANAGER'],
    signerName: '山﨑 由美',
    signerNameKana: 'ヤマサキ ユミ',
    acceptedClauses: clauses.slice(0, 5).map(({ id }) => id),
    signedOn: '2026-11-20',
  },
  FORM_2_1_1: {
    facility,
    headName: '髙橋 健一',
    contactName: '山本 真理子',
    submittedOn: '2026-11-22',
    applicants: people(4),
  },
  FORM_2_1_2: {
    facility: { ...facility, name: '株式会社みほん みほん訪問看護ステーション', nameKana: undefined, kind: 'VISITING_NURSE_STATION' },
    headName: '山﨑 由美',
    submittedOn: '2026-11-22',
    applicants: people(30),
  },
  FORM_2_2: {
    facility: { name: facility.name, institutionCode: facility.institutionCode },
    submitterName: '山本 真理子',
    submittedOn: '2026-11-22',
    person: { name: '中村 大輔', nameKana: 'ナカムラ ダイスケ', professions: ['PHARMACIST'] },
    changes: [
      { kind: 'TRANSFER', before: 'みほん薬局', after: 'みほん薬局 南店' },
      { kind: 'CONTACT', before: 'daisuke@example.jp', after: 'nakamura.daisuke@minami.pharmacy.example.jp' },
    ],
    effectiveOn: '2026-11-30',
    effectiveTime: '17:00',
    toFacility: { name: 'みほん薬局 南店', institutionCode: '4198765432' },
    successors: [{ roomNumber: 'K-0123', name: '渡邉 さくら' }],
    reason: '法人内の異動のため。',
  },
  FORM_3_1: {
    patient,
    categories: (Object.keys(categories) as InformationCategory[]).map((category) => ({
      category,
      granted: category !== 'BODY_IMAGES',
      visibleToFamily: category === 'DAILY_CONDITION',
      visibleToPartners: category === 'MEDICATIONS',
    })),
    disasterUse: true,
    expiresOn: '2027-11-30',
    giver: 'FAMILY_PROXY',
    giverName: '𠮷田 太郎',
    relationship: '長男',
    proxyReason: '手の震えのため、本人の意思を確かめて代わりに署名しました。',
    explainedByName: '渡邉 さくら',
    explainedByFacility: 'みほん居宅介護支援事業所',
    explainedOn: '2026-11-20',
    signedOn: '2026-11-20',
  },
  FORM_4_1: {
    applicant,
    patient,
    consentSignedOn: '2026-11-20',
    situation: 'RECOVERING_AFTER_DISCHARGE',
    reason: '退院の後、訪問診療と訪問看護を毎週行っており、体調の変化を速やかに伝え合う必要があるため。',
    members,
    referringHospital: { name: 'みほん総合病院', department: '内科', phone: '0900-00-3000' },
    readmissionHospital: { name: 'みほん総合病院' },
    emergencyContacts: [{ name: '𠮷田 太郎', relationship: '長男', phones: ['0900-00-2001', '0900-00-2002'] }],
    disasterNote: '在宅酸素（2L/分）を使用。停電のときは早めの避難が必要。',
    submittedOn: '2026-11-22',
  },
  FORM_4_2: {
    applicant,
    roomNumber: 'K-0123',
    patientName: '𠮷田 ハナ',
    add: members.slice(3, 4),
    remove: [{ name: '小林 実', facilityName: 'みほん訪問介護事業所', reason: '担当の交代' }],
    newStewardName: '山﨑 由美',
    effectiveOn: '2026-12-01',
    effectiveTime: '09:30',
    submittedOn: '2026-11-22',
  },
  FORM_4_3: {
    applicant,
    roomNumber: 'K-0123',
    patientName: '𠮷田 ハナ',
    reason: 'ADMITTED_LONG_TERM',
    note: '介護老人福祉施設に入所したため。',
    told: [
      { name: '𠮷田 太郎', relationship: '長男', on: '2026-11-18' },
      { name: '渡邉 さくら', relationship: '介護支援専門員', on: '2026-11-19' },
    ],
    copies: [
      { facilityName: facility.name, hasSaved: true },
      { facilityName: 'みほん居宅介護支援事業所', hasSaved: false },
    ],
    exportTo: '髙橋 健一',
    submittedOn: '2026-11-22',
  },
};

export function people(count: number): FormContents['FORM_2_1_1']['applicants'] {
  return Array.from({ length: count }, (_, index) => ({
    name: ['齋藤 美咲', '邉見 翔太', '濵田 結衣', '栁 一郎'][index % 4] ?? '',
    nameKana: ['サイトウ ミサキ', 'ヘンミ ショウタ', 'ハマダ ユイ', 'ヤナギ イチロウ'][index % 4] ?? '',
    professions: [(['NURSE', 'PHYSICIAN', 'CARE_MANAGER', 'CLERK'] as const)[index % 4] ?? 'OTHER'],
    email: index % 3 === 2 ? undefined : `person${index + 1}.with.a.long.name@clinic.example.jp`,
    title: index % 4 === 1 ? '副院長' : undefined,
    birthDate: index % 3 === 0 ? '1985-04-01' : undefined,
    licenceNumber: index % 4 === 0 ? `0123${index + 10}` : undefined,
    existingId: index % 4 === 1 ? 'henmi.shota' : undefined,
    isFacilityAdmin: index === 1,
    devices: ['業務用iPad'],
  }));
}

export const codes = Object.keys(formNames) as FormCode[];

/** A form as the fixtures fill it, or blank. */
export function render<C extends FormCode>(code: C, isBlank: boolean, changed: Partial<FormSheet> = {}): Promise<Uint8Array> {
  return renderForm(code, isBlank ? 'blank' : contents[code], { ...sheet, ...changed, clauses } as unknown as SheetOf<C>);
}

/** A letter as it is sent. */
export const letterOf = (changed: Partial<EnrolmentLetter>): EnrolmentLetter => ({
  name: '邉見 翔太',
  facilityName: 'みほん在宅クリニック',
  code: 'KMTP-7Q4X-9RWD',
  url: 'https://heya.example.jp/enrol',
  expiresOn: '2026-12-06',
  issuedOn: '2026-11-22',
  center: sheet.center,
  ...changed,
});
