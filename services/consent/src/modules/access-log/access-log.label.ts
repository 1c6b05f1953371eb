/** How the record is said to the patient and the family, in plain words (R33). */
import type { AuditLine, MemberRole } from '@heya/schema/events';
import type { Locale } from '@heya/service-common/errors';

interface Said {
  ja: string;
  en: string;
}

/** Whatever a service names in the record has its words here; a test reads the services for it. */
const subjects: Record<string, Said> = {
  Patient: { ja: '基本情報', en: 'Basic information' },
  Room: { ja: '部屋', en: 'Room' },
  RoomMembership: { ja: '参加者の一覧', en: 'List of members' },
  RoomApplication: { ja: '部屋の申請', en: 'Application for the room' },
  RoomInspection: { ja: '支援センターの確認', en: 'Look of the support center' },
  RoomExport: { ja: '部屋の持ち出し', en: 'Room taken along' },
  RoomImport: { ja: '別の部屋からの持ち込み', en: 'Package brought from another room' },
  BroughtPost: { ja: '持ち込まれた投稿', en: 'Posts brought along' },
  RoomRetention: { ja: '部屋の保存と消去', en: 'How the room ends' },
  FamilyInvitation: { ja: 'ご本人・ご家族の招待', en: 'Invitation of patient or family' },
  SupportReferral: { ja: 'センターにつないだ参加者', en: 'Member handed over to the center' },
  WeeklyCheck: { ja: '世話役の今週の確認', en: 'Weekly check of the steward' },
  DormancyReview: { ja: '使われていない部屋の確認', en: 'Review of an unused room' },
  Consent: { ja: '同意書', en: 'Consent' },
  ConsentPaper: { ja: '紙の同意書', en: 'Consent on paper' },
  Disclosure: { ja: '見せてよい情報の範囲', en: 'What may be shown' },
  FamilyContact: { ja: 'ご家族の連絡先', en: 'Contacts of the family' },
  Post: { ja: '投稿', en: 'Posts' },
  VitalsRecord: { ja: '記録値（体温・血圧など）', en: 'Vitals' },
  VitalMeasurement: { ja: '記録値（体温・血圧など）', en: 'Vitals' },
  ReadReceipt: { ja: '既読の記録', en: 'Read receipts' },
  Acknowledgement: { ja: '了解の記録', en: 'Who has said 了解' },
  Attachment: { ja: '写真・書類', en: 'Photos and documents' },
  QuarantinedUpload: { ja: '受け取らなかったファイル', en: 'A file that was not taken' },
  Upload: { ja: '送られた写真・書類', en: 'Photos and documents being sent' },
  SafetyCheck: { ja: '災害時の安否確認', en: 'Safety check in a disaster' },
  SafetyReport: { ja: '災害時の安否', en: 'Safety in a disaster' },
  AccessLogEntry: { ja: 'だれが見たかの記録', en: 'Record of who looked' },
  User: { ja: '参加者の氏名と所属', en: 'Name and workplace of a person' },
  ReviewTask: { ja: '支援センターの受付', en: 'Inbox of the support center' },
  Session: { ja: 'サインインの状態', en: 'A sign-in' },
  Device: { ja: '端末', en: 'A device' },
  PersonalDeviceAllowance: { ja: '私物の端末の許可', en: 'Leave to use a personal device' },
  IdApplication: { ja: 'IDの申請', en: 'Application for IDs' },
  IdLink: { ja: 'ほかの地区のIDとの結びつき', en: 'Link with an ID of another district' },
  Pledge: { ja: '誓約書', en: 'A pledge' },
  PledgeText: { ja: '誓約書の文面', en: 'Wording of a pledge' },
  Enrolment: { ja: 'はじめてのログインの手続き', en: 'A first sign-in' },
  DistrictSetting: { ja: '地区の設定', en: 'Settings of the district' },
  ReasonTemplate: { ja: '理由の文例', en: 'Sentences for reasons' },
  Passkey: { ja: 'パスキー', en: 'A passkey' },
  Credential: { ja: 'サインインの方法（パスワードなど）', en: 'How one signs in (password and the like)' },
  Recovery: { ja: 'サインインの再設定', en: 'Setting up sign-in again' },
  Scan: { ja: '届いた紙の画像', en: 'Scan of a paper' },
  ScanPage: { ja: '届いた紙の画像', en: 'Scan of a paper' },
  RosterConfirmation: { ja: '年に1回の職員の確認', en: 'Yearly confirmation of the staff' },
  RosterReminder: { ja: '職員の確認のお願い', en: 'Reminder to confirm the staff' },
  SharedIdCase: { ja: 'IDの共用の確認', en: 'Question whether an ID is shared' },
  Suspension: { ja: '利用の停止', en: 'Suspension of a person' },
};

const actors: Record<Exclude<AuditLine['actorType'], 'person'>, Said> = {
  channel: { ja: '部屋の画面への自動配信', en: 'Live screen of the room' },
  service: { ja: 'システムの処理', en: 'The system itself' },
  anonymous: { ja: 'サインインしていない人', en: 'Somebody not signed in' },
};

/** For whoever the reader may not know by name, or while names cannot be had. */
const roles: Record<MemberRole | 'STRANGER', Said> = {
  CARE_TEAM: { ja: '医療・介護の参加者', en: 'A member of the care team' },
  FAMILY: { ja: 'ご家族', en: 'Family' },
  PATIENT: { ja: 'ご本人', en: 'The patient' },
  CENTER_OBSERVER: { ja: '支援センターの職員', en: 'An officer of the support center' },
  STRANGER: { ja: 'この部屋の参加者ではない人', en: 'Somebody who is not in this room' },
};

const authorities: Record<string, Said> = {
  MEMBERSHIP: { ja: '部屋の参加者として', en: 'As a member of the room' },
  REGISTRAR: { ja: '利用者（患者）様を登録した担当者として', en: 'As who registered the patient' },
  INSPECTION: {
    ja: '支援センターの確認として（理由を述べ、60分まで）',
    en: 'As a look of the support center, for a stated reason, up to 60 minutes',
  },
  CENTER: { ja: '支援センターの業務として', en: 'As part of the support center’s work' },
  REVIEW: { ja: '支援センターの審査として', en: 'As a review by the support center' },
  INVITED: { ja: '部屋に招かれた人として', en: 'As who is invited to the room' },
  APPLICANT: { ja: '部屋の申請者として', en: 'As who applied for the room' },
  FACILITY_ADMIN: { ja: '事業所の管理者として', en: 'As administrator of the facility' },
  STAFF: { ja: '事業所の職員として', en: 'As staff of the facility' },
  ENROLMENT: { ja: 'はじめてのログインの手続きとして', en: 'At their own first sign-in' },
  RECOVERY: { ja: 'サインインの再設定として', en: 'As part of setting up sign-in again' },
  MUNICIPALITY: {
    ja: '市区町村として（災害時に使うことに同意した方だけ）',
    en: 'As the municipality, in a disaster, of those who agreed to it',
  },
  DIRECTORY: { ja: '地区の名簿を見られる人として', en: 'As who may see the directory of the district' },
  SELF: { ja: '自分のこととして', en: 'For their own' },
  CHANNEL: { ja: '部屋を開いている人の画面へ', en: 'For the screens of who has the room open' },
  SERVICE: { ja: 'システムの処理として', en: 'By the system itself' },
  NONE: { ja: '見る権限がなかった', en: 'Without a right' },
};
const center = ['INSPECTION', 'CENTER', 'REVIEW'];

const actions: Record<AuditLine['action'], Said> = {
  VIEW: { ja: '見た', en: 'Looked' },
  CREATE: { ja: '作った', en: 'Created' },
  UPDATE: { ja: '変えた', en: 'Changed' },
  RETRACT: { ja: '取り消した', en: 'Retracted' },
  EXPORT: { ja: '書き出した', en: 'Exported' },
  PRINT: { ja: '印刷した', en: 'Printed' },
  DOWNLOAD_IMAGE: { ja: '画像を取り出した', en: 'Downloaded an image' },
  SEARCH: { ja: '探した', en: 'Searched' },
  DENIED: { ja: '見ようとして断られた', en: 'Tried and was refused' },
};

const outcomes: Record<AuditLine['outcome'], Said> = {
  ALLOWED: { ja: '許可', en: 'Allowed' },
  DENIED_CONSENT: { ja: '同意がないため断った', en: 'Refused for want of consent' },
  DENIED_ROLE: { ja: '権限がないため断った', en: 'Refused for want of a right' },
  DENIED_DEVICE: { ja: '端末のため断った', en: 'Refused because of the device' },
};

const language = (locale: Locale): 'ja' | 'en' => (locale === 'en' ? 'en' : 'ja');
const other: Said = { ja: '記録', en: 'Record' };

export const subjectLabel = ({ subjectType }: AuditLine, locale: Locale): string => (subjects[subjectType] ?? other)[language(locale)];
export const authorityLabel = ({ authority }: AuditLine, locale: Locale): string => (authorities[authority] ?? other)[language(locale)];
export const actionLabel = ({ action }: AuditLine, locale: Locale): string => actions[action][language(locale)];
export const outcomeLabel = ({ outcome }: AuditLine, locale: Locale): string => outcomes[outcome][language(locale)];

export function actorLabel({ actorType, authority }: AuditLine, role: MemberRole | null, locale: Locale): string {
  if (actorType !== 'person') return actors[actorType][language(locale)];
  return roles[role ?? (center.includes(authority) ? 'CENTER_OBSERVER' : 'STRANGER')][language(locale)];
}

const columns: Said[] = [
  { ja: '番号', en: 'Number' },
  { ja: '日時', en: 'Time' },
  { ja: '氏名', en: 'Name' },
  { ja: '行い', en: 'Action' },
  { ja: '対象', en: 'Object' },
  { ja: '情報の区分', en: 'Categories' },
  { ja: '立場', en: 'Right' },
  { ja: '端末', en: 'Device' },
  { ja: '結果', en: 'Outcome' },
  { ja: '行の識別子', en: 'Line' },
  { ja: '鎖のハッシュ', en: 'Hash in the chain' },
];

export const columnLabels = (locale: Locale): string[] => columns.map((column) => column[language(locale)]);

/** Of a registered device the end of its id, which tells two of a kind apart; the record itself holds all of it. */
export const deviceLabel = ({ device }: Pick<AuditLine, 'device'>): string | null =>
  device?.replace(/#[0-9a-f-]{28}([0-9a-f]{8})$/, '#$1') ?? null;
