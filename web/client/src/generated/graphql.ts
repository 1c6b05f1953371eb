/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** 行い / What was done. */
export type AccessAction =
  /** 作った / Created. */
  | 'CREATE'
  /** 断られた / Was refused. */
  | 'DENIED'
  /** 画像を取り出した / Downloaded an image. */
  | 'DOWNLOAD_IMAGE'
  /** 書き出した / Exported. */
  | 'EXPORT'
  /** 印刷した / Printed. */
  | 'PRINT'
  /** 取り消した / Retracted. */
  | 'RETRACT'
  /** 探した / Searched. */
  | 'SEARCH'
  /** 変えた / Changed. */
  | 'UPDATE'
  /** 見た / Looked. */
  | 'VIEW';

/** 記録の絞り込み / Which entries. */
export type AccessLogFilter = {
  /** 行い / What was done. */
  actions?: Array<AccessAction> | null | undefined;
  /** 行った人 / Who. */
  actorId?: string | null | undefined;
  /** 行った人の事業所(そのとき) / Facility of who, at the time. */
  facilityId?: string | null | undefined;
  /** この時から / From this time. */
  from?: string | null | undefined;
  /** 利用者(患者)。横断検索で使う / Whose record; for the search of a district. */
  patientId?: string | null | undefined;
  /** この時の前まで / Before this time. */
  to?: string | null | undefined;
};

/** 結果 / Outcome. */
export type AccessOutcome =
  /** 許可 / Allowed. */
  | 'ALLOWED'
  /** 同意がなく断られた / Refused for want of consent. */
  | 'DENIED_CONSENT'
  /** 端末のため断られた / Refused because of the device. */
  | 'DENIED_DEVICE'
  /** 権限がなく断られた / Refused for want of a right. */
  | 'DENIED_ROLE';

/** 性別 / Administrative sex. */
export type AdministrativeSex =
  /** 女 / Female. */
  | 'FEMALE'
  /** 男 / Male. */
  | 'MALE'
  /** その他 / Other. */
  | 'OTHER'
  /** 不明 / Unknown. */
  | 'UNKNOWN';

/** 写真への書き込み / Something drawn over a photo. */
export type AnnotationInput = {
  /** 添え書き（60文字まで） / A label, at most 60 characters. */
  label?: string | null | undefined;
  /** 点。手書き以外は2点 / Two points; freehand up to 500. */
  points: Array<PointInput>;
  /** 形 / Shape. */
  shape: AnnotationShape;
};

/** 写真への書き込みの形 / Shapes drawn over a photo. */
export type AnnotationShape =
  /** 矢印 / An arrow. */
  | 'ARROW'
  /** 囲み / A circle. */
  | 'CIRCLE'
  /** 手書き / Drawn by hand. */
  | 'FREEHAND'
  /** 隠す。元には戻せない / Covered; never shown again. */
  | 'MASK'
  /** 長さ / A length. */
  | 'RULER';

/** 申請の状態 / State of an application. */
export type ApplicationStatus =
  /** 承認 / Approved. */
  | 'APPROVED'
  /** 登録・招待まで終わった / Carried out. */
  | 'COMPLETED'
  /** 下書き / Draft. */
  | 'DRAFT'
  /** 審査中 / In review. */
  | 'IN_REVIEW'
  /** 却下 / Rejected. */
  | 'REJECTED'
  /** 差し戻し(直して再提出できる) / Returned for correction. */
  | 'RETURNED'
  /** 受付済み / Received. */
  | 'SUBMITTED'
  /** 取り下げ / Withdrawn. */
  | 'WITHDRAWN';

/** 返事の約束。人か職種のどちらか / An answer that is owed, by a person or by one of a group. */
export type AskInput = {
  /** 期限。1年以内 / By when, within a year. */
  dueAt: string;
  /** 職種など。最初に引き受けた人が答える / A group; the first who takes it on answers. */
  toGroup?: MentionGroup | null | undefined;
  /** 人。この投稿を見られる参加者 / A member who may see the post. */
  toUserId?: string | null | undefined;
};

/** 返事の約束の進み / How far an ask has come. */
export type AskState =
  /** 頼んだ / Asked. */
  | 'ASKED'
  /** 終わった / Done. */
  | 'DONE'
  /** 期限を過ぎた / Not done by its time. */
  | 'OVERDUE'
  /** 相手が読んだ / Read by somebody who is asked. */
  | 'SEEN'
  /** 引き受けた / Taken on. */
  | 'TAKEN';

/** 添付の種類 / Kinds of attachment. */
export type AttachmentKind =
  /** 書類（PDF） / A document. */
  | 'PDF'
  /** 写真 / A photo. */
  | 'PHOTO';

/** 公開範囲。家族はEVERYONEだけ見える / Patients and families see EVERYONE only. */
export type Audience =
  /** 専門職だけ / Professionals of the room only. */
  | 'CARE_TEAM'
  /** 本人・家族も / The patient and family too. */
  | 'EVERYONE';

/** 本人確認の方法 / How a person proved who they are. */
export type AuthenticationMethod =
  /** 予備コード / Backup code, in place of the app. */
  | 'BACKUP_CODE'
  /** 端末証明書 / Device certificate. */
  | 'DEVICE_CERTIFICATE'
  /** パスキー / Passkey. */
  | 'PASSKEY'
  /** パスワード / Password. */
  | 'PASSWORD'
  /** 認証アプリの確認コード / Code of an authenticator app. */
  | 'TOTP';

/** 清潔 / How the person was washed. */
export type BathKind =
  /** 入浴 / Bath. */
  | 'BATH'
  /** 見合わせ / Called off. */
  | 'CANCELLED'
  /** シャワー / Shower. */
  | 'SHOWER'
  /** 清拭 / Bed bath. */
  | 'WIPE';

/** 元の部屋でだれが読めたか。ここでも同じ / Who could read it there; the same holds here. */
export type BroughtAudience =
  /** 医療・介護の参加者 / The care team. */
  | 'CARE_TEAM'
  /** ご家族・ご本人も / Family and patient too. */
  | 'EVERYONE';

/** 今ある内容との関係 / How an entry stands to what is there. */
export type BroughtStanding =
  /** 似たものがある。選べば並べて加える / Something alike is there; taken in, it stands beside. */
  | 'ALIKE'
  /** 登録できない形 / Not in a form that can be kept. */
  | 'INVALID'
  /** すでにある。二重には入らない / There already; never comes in twice. */
  | 'KNOWN'
  /** 新しい / New. */
  | 'NEW'
  /** 選べば今の内容と入れ替わる / Taken in, it takes the place of what is there. */
  | 'REPLACES';

/** 要介護度 / Care level. */
export type CareLevel =
  /** 要介護1 / Care level 1. */
  | 'CARE_1'
  /** 要介護2 / Care level 2. */
  | 'CARE_2'
  /** 要介護3 / Care level 3. */
  | 'CARE_3'
  /** 要介護4 / Care level 4. */
  | 'CARE_4'
  /** 要介護5 / Care level 5. */
  | 'CARE_5'
  /** 認定なし / Not certified. */
  | 'NOT_CERTIFIED'
  /** 要支援1 / Support level 1. */
  | 'SUPPORT_1'
  /** 要支援2 / Support level 2. */
  | 'SUPPORT_2';

/** 受けているサービス / A service of care. */
export type CareServiceInput = {
  /** 種類 例 訪問看護 / Kind. */
  kind: string;
  /** 事業所 / Provider. */
  providerId?: string | null | undefined;
  /** 事業所名 / Name of the provider. */
  providerName?: string | null | undefined;
  /** 例 毎週 月・木 10:00 / Schedule. */
  schedule?: string | null | undefined;
};

/** 手引きが想定する状況(要件ではない) / Situations the guide names; not a requirement. */
export type CareSituation =
  /** 医療的ケア / Complex medical care. */
  | 'COMPLEX_MEDICAL_CARE'
  /** 認知症 / Dementia. */
  | 'DEMENTIA'
  /** 神経難病 / Neurological disease. */
  | 'NEUROLOGICAL_DISEASE'
  /** その他 / Other. */
  | 'OTHER'
  /** 退院後の回復 / Recovering after discharge. */
  | 'RECOVERING_AFTER_DISCHARGE'
  /** 終末期 / Terminal care. */
  | 'TERMINAL_CARE';

/** 種類ごとの知らせ方 / Where one is told of a kind. */
export type ChannelPreferenceInput = {
  /** メールで送る / By mail. */
  email: boolean;
  /** お知らせの一覧に出す / In the feed. */
  inApp: boolean;
  /** 種類 / Kind. */
  kind: NotificationKind;
  /** 端末に通知する / By push. */
  push: boolean;
};

/** 事業所が記録の写しを保存したか / Whether a facility has saved its copy. */
export type ClosureCopyInput = {
  /** 事業所 / The facility. */
  facilityId: string;
  /** 保存した / Saved. */
  isSaved: boolean;
};

/** 病名・既往歴 / A diagnosis, present or past. */
export type ConditionInput = {
  /** ICD-10 例 I63.9 / ICD-10. */
  icd10?: string | null | undefined;
  /** 病名 / Name. */
  name: string;
  /** 補足 / Note. */
  note?: string | null | undefined;
  /** いつから / Since. */
  since?: string | null | undefined;
  /** いつまで / Until. */
  until?: string | null | undefined;
};

/** 区分の増減 / A change of categories. */
export type ConsentCategoriesUpdateInput = {
  /** 区分ごとの同意。すべての区分に答える / Every category answered. */
  categories: Array<ConsentCategoryInput>;
  /** 届けた紙。署名の代わりになる / Paper that was brought; stands for the signature. */
  documentUploadId?: string | null | undefined;
  /** 見ていた版 / The version you saw. */
  expectedVersion: number;
  /** 同意する人の氏名 / Name of who consents. */
  giverName: string;
  /** 署名。見せる範囲を広げるときに必要(本人のアカウントからは不要) / The signature: needed when more is shown or to more people, unless the patient does it in their own account. */
  signature?: SignatureInput | null | undefined;
};

/** 区分ごとの同意 / Consent to one category. */
export type ConsentCategoryInput = {
  /** 区分 / Category. */
  category: InformationCategory;
  /** 同意する / Granted. */
  granted: boolean;
  /** 家族にも見せてよい / May be shown to family. */
  visibleToFamily?: boolean | null | undefined;
  /** 連携システムにも渡してよい / May be read by partner systems. */
  visibleToPartners?: boolean | null | undefined;
};

/** 申し出を受けた方法 / By which way somebody said so. */
export type ConsentChannel =
  /** 対面で / In person. */
  | 'IN_PERSON'
  /** 本人のアカウントで / Through the patient's own account. */
  | 'OWN_ACCOUNT'
  /** 紙で / On paper. */
  | 'PAPER'
  /** 電話で / By telephone. */
  | 'TELEPHONE';

/** 同意の経過の種類 / Kind of step in the history of a consent. */
export type ConsentEventKind =
  /** 有効になった / Came into force. */
  | 'ACTIVATED'
  /** 区分が変わった / Categories changed. */
  | 'CATEGORIES_CHANGED'
  /** 期限が過ぎた / Ran out. */
  | 'EXPIRED'
  /** 期限が近いことを知らせた / Told that it runs out soon. */
  | 'EXPIRY_WARNED'
  /** 説明した / Explained. */
  | 'EXPLAINED'
  /** 差し戻した / Returned. */
  | 'RETURNED'
  /** 署名した / Signed. */
  | 'SIGNED'
  /** 提出した / Submitted. */
  | 'SUBMITTED'
  /** 新しい同意に替わった / Replaced by a newer one. */
  | 'SUPERSEDED'
  /** 撤回した / Withdrawn. */
  | 'WITHDRAWN';

/** 同意した人 / Who consents. */
export type ConsentGiver =
  /** 家族の代理 / Family as proxy. */
  | 'FAMILY_PROXY'
  /** 成年後見人など / Legal guardian. */
  | 'LEGAL_GUARDIAN'
  /** 本人 / The patient. */
  | 'PATIENT';

/** 同意の方法 / How consent was given. */
export type ConsentMethod =
  /** 端末で署名 / Signed on screen. */
  | 'ON_DEVICE_SIGNATURE'
  /** 紙を読み取った / Scanned paper. */
  | 'PAPER_SCAN'
  /** 本人のアカウントで / Through the patient's own account. */
  | 'PATIENT_ACCOUNT';

/** 添える紙 / Paper to attach. */
export type ConsentPaperAttachInput = {
  /** 届けた紙 / Paper that was brought. */
  documentUploadId: string;
  /** 見ていた版 / The version you saw. */
  expectedVersion: number;
};

/** 同意の状態 / State of a consent. */
export type ConsentStatus =
  /** 有効 / In force. */
  | 'ACTIVE'
  /** 下書き / Draft. */
  | 'DRAFT'
  /** 期限が過ぎた / Expired. */
  | 'EXPIRED'
  /** 差し戻し / Returned. */
  | 'RETURNED'
  /** 提出済み / Submitted. */
  | 'SUBMITTED'
  /** 新しい同意に替わった / Replaced by a newer one. */
  | 'SUPERSEDED'
  /** 撤回 / Withdrawn. */
  | 'WITHDRAWN';

/** 同意書(様式3-1) / Form 3-1. */
export type ConsentSubmitInput = {
  /** 区分ごとの同意。すべての区分に答える / Every category answered. */
  categories: Array<ConsentCategoryInput>;
  /** 災害時に市町村へ安否を渡してよい / Municipality may see safety data in a disaster. */
  disasterUse?: boolean | null | undefined;
  /** 届けた紙。あとからでもよい / Paper that was brought; may follow later. */
  documentUploadId?: string | null | undefined;
  /** 期限の日 / Last day in force. */
  expiresOn?: string | null | undefined;
  /** 説明した時 / When explained. */
  explainedAt: string;
  /** 説明した人 / Who explained. */
  explainedById: string;
  /** 同意する人 / Who consents. */
  giver: ConsentGiver;
  /** 同意する人の氏名 / Name of who consents. */
  giverName: string;
  /** 新しい識別子(UUIDv7)。二重提出を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
  /** 同意の方法 / How consent is given. */
  method: ConsentMethod;
  /** 利用者(患者) / The patient. */
  patientId: string;
  /** 様式に書かれる利用者の氏名 / Name of the patient as it stands on the form. */
  patientName?: string | null | undefined;
  /** 代理の理由 / Why a proxy consents. */
  proxyReason?: string | null | undefined;
  /** 続柄。家族の代理では必須 / Relation to the patient; required of family. */
  proxyRelation?: string | null | undefined;
  /** 署名。端末で署名したとき / The signature, when signed on screen. */
  signature?: SignatureInput | null | undefined;
  /** 署名した時 / When signed. */
  signedAt: string;
  /** 読んだ文面の版 / Version of the wording that was read. */
  textVersion: string;
};

/** 同意の撤回 / Withdrawal of a consent. */
export type ConsentWithdrawInput = {
  /** 受けた方法。本人のアカウントでは省く。省けば対面 / By which way; left out in the own account; else in person. */
  channel?: ConsentChannel | null | undefined;
  /** 届けた紙。紙で受けたときは必須 / Paper that was brought; required for PAPER. */
  documentUploadId?: string | null | undefined;
  /** 見ていた版 / The version you saw. */
  expectedVersion: number;
  /** 識別子(UUIDv7)。二重送信を防ぐ / Key (UUIDv7) against doubles. */
  idempotencyKey: string;
  /** 理由 / Reason. */
  reason?: string | null | undefined;
  /** 受けた時。省けば今 / When it was received; now when left out. */
  receivedAt?: string | null | undefined;
  /** 撤回する人 / Who withdraws. */
  withdrawnBy: ConsentGiver;
  /** 撤回する人の氏名 / Name of who withdraws. */
  withdrawnByName: string;
};

/** きずの深さ（DESIGN-R 2020） / Depth of a wound. */
export type DesignRDepth =
  /** 皮下組織まで / Into subcutaneous tissue. */
  | 'D3'
  /** 皮下組織をこえる / Beyond subcutaneous tissue. */
  | 'D4'
  /** 関節腔・体腔に至る / Into a joint or body cavity. */
  | 'D5'
  /** 深部損傷の疑い / Suspected deep tissue injury. */
  | 'DDTI'
  /** 壊死組織で判定できない / Covered by necrotic tissue, unknown. */
  | 'DU'
  /** 皮膚の損傷・発赤なし / No damage, no redness. */
  | 'd0'
  /** 持続する発赤 / Persistent redness. */
  | 'd1'
  /** 真皮まで / Into the dermis. */
  | 'd2';

/** 端末から取り出せない鍵の、公開する半分(ECDSA P-256) / Public half of a key that cannot leave the device (ECDSA P-256). */
export type DeviceKeyInput = {
  /** x座標(base64url) / x coordinate, base64url. */
  x: string;
  /** y座標(base64url) / y coordinate, base64url. */
  y: string;
};

/** だれの端末か / Whose device it is. */
export type DeviceOwnership =
  /** 事業所の端末 / Belongs to the facility. */
  | 'FACILITY'
  /** 本人・家族の端末 / Patient's or family's own. */
  | 'PATIENT_FAMILY'
  /** センターが認めた例外 / Exception granted by the centre. */
  | 'PERSONAL_EXCEPTION';

/** 機種 / Operating system. */
export type DevicePlatform =
  /** Android / Android. */
  | 'ANDROID'
  /** ChromeOS / ChromeOS. */
  | 'CHROMEOS'
  /** iPhone / iPhone. */
  | 'IOS'
  /** iPad / iPad. */
  | 'IPADOS'
  /** macOS / macOS. */
  | 'MACOS'
  /** そのほか / Another one. */
  | 'OTHER'
  /** Windows / Windows. */
  | 'WINDOWS';

/** この端末を登録する / Registers this device. */
export type DeviceRegisterInput = {
  /** 事業所。省くと今の所属 / Facility; the present one when left out. */
  facilityId?: string | null | undefined;
  /** 新しい識別子(UUIDv7)。二重の要求を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
  /** 呼び名(80文字まで) / What people call it, at most 80 characters. */
  label: string;
  /** だれの端末か / Whose it is. */
  ownership: DeviceOwnership;
  /** 機種 / Operating system. */
  platform: DevicePlatform;
  /** 鍵の公開する半分 / Public half of its key. */
  publicKey: DeviceKeyInput;
  /** セキュリティ対策ソフトがある / Security software runs on it. */
  securitySoftwareAttested: boolean;
};

/** 端末の状態 / State of a device. */
export type DeviceStatus =
  /** 使える / In use. */
  | 'APPROVED'
  /** 承認を待っている / Waits for approval. */
  | 'PENDING'
  /** 止めた / Stopped. */
  | 'REVOKED';

/** 見せてよいか / Whether it may be shown. */
export type DisclosureState =
  /** 期限が過ぎた / Expired. */
  | 'EXPIRED'
  /** 同意がない / Not consented. */
  | 'NOT_CONSENTED'
  /** 役割上見えない / Hidden from this role. */
  | 'ROLE_RESTRICTED'
  /** 見られる / Shown. */
  | 'SHARED'
  /** 撤回された / Withdrawn. */
  | 'WITHDRAWN';

/** 地区が決められること / What a district may set. */
export type DistrictSettingKey =
  /** 部屋を申し込める職種 / Professions that may apply for a room. */
  | 'APPLICANT_PROFESSIONS'
  /** 申込に答える目安の日数 / Days in which the center answers. */
  | 'APPLICATION_DUE_DAYS'
  /** 介護の記録を保存する年数 / Years for which records of care services are held. */
  | 'CARE_RETENTION_YEARS'
  /** 診療の記録を保存する年数 / Years for which medical records are held. */
  | 'CHART_RETENTION_YEARS'
  /** 登録した端末だけで使う最初の日 / First day on which registered devices only are used. */
  | 'DEVICE_REQUIRED_FROM'
  /** 登録コードの有効な日数 / Days for which an enrolment code holds. */
  | 'ENROLMENT_CODE_DAYS'
  /** IDを申し込める職種 / Professions for which an ID may be applied for. */
  | 'ID_PROFESSIONS'
  /** 個人の端末を期限つきで認める / Personal devices may be allowed for a time. */
  | 'PERSONAL_DEVICES_ALLOWED'
  /** 個人の端末を認める最長の日数 / The longest time for a personal device, in days. */
  | 'PERSONAL_DEVICE_DAYS'
  /** 部屋を終了するまでに写しを取れる日数 / Days for copies before a room is closed. */
  | 'ROOM_CLOSING_DAYS'
  /** 事業所が名簿を確かめる最初の期限。次の年からも同じ日 / First day by which facilities confirm their roster; then that day of every year. */
  | 'ROSTER_DUE_ON'
  /** いつ・どのネットワークでIDが使われたかを残す日数 / Days for which uses of IDs are kept, to notice shared ones. */
  | 'SIGN_IN_WATCH_DAYS';

/** 値の種類 / Kind of value. */
export type DistrictSettingKind =
  /** 選んだもの / What was chosen of the options. */
  | 'CHOICES'
  /** 日 / A calendar day, or none. */
  | 'DAY'
  /** はい・いいえ / Yes or no. */
  | 'FLAG'
  /** 数 / A whole number. */
  | 'NUMBER';

/** 設定の変更 / A change of a setting. */
export type DistrictSettingUpdateInput = {
  /** 見ていた版。初めてなら0 / Version that was seen; 0 before the first change. */
  expectedVersion: number;
  /** 端末で作るUUIDv7。変更の識別子になる / Client-made UUIDv7, becomes the id of the change. */
  idempotencyKey: string;
  /** 何を決めるか / What is set. */
  key: DistrictSettingKey;
  /** いつから。省くとすぐ / From when; at once when left out. */
  validFrom?: string | null | undefined;
  /** 値 / The value. */
  value: DistrictSettingValueInput;
};

/** 値。種類に合う一つだけを入れる / A value: the one field that fits its kind. */
export type DistrictSettingValueInput = {
  /** 選んだもの / Choices. */
  choices?: Array<string> | null | undefined;
  /** 日。なければどれも入らない / Day; for none, no field is filled. */
  day?: string | null | undefined;
  /** はい・いいえ / Yes or no. */
  flag?: boolean | null | undefined;
  /** 数 / Number. */
  number?: number | null | undefined;
};

/** 書類の種類 / Kinds of document. */
export type DocumentKind =
  /** 指示書 / A written instruction. */
  | 'INSTRUCTION'
  /** 意見書 / A written opinion of a physician. */
  | 'OPINION'
  /** その他 / Anything else. */
  | 'OTHER';

/** 聞いたことと答え / That somebody was asked, and what they said. */
export type DormancyAnswerInput = {
  /** 聞いた日。今日まで / The day of asking, today at the latest. */
  askedOn: string;
  /** 方法 / By which way. */
  channel: DormancyChannel;
  /** 記録のID(端末で作るUUIDv7) / Client-made UUIDv7; becomes the id of the entry. */
  idempotencyKey: string;
  /** 続けたいか。まだ答えがないときはnull / Whether to keep it; null while there is no answer. */
  keep?: boolean | null | undefined;
  /** メモ(1000文字まで) / Note, up to 1,000 characters. */
  note?: string | null | undefined;
  /** だれに / Who was asked. */
  party: DormancyParty;
};

/** 聞いた方法 / By which way somebody was asked. */
export type DormancyChannel =
  /** FAX / By fax. */
  | 'FAX'
  /** 手紙 / By letter. */
  | 'LETTER'
  /** 電話 / By telephone. */
  | 'TELEPHONE'
  /** 会って / In person. */
  | 'VISIT';

/** 休眠の部屋をどうするか / What becomes of an unused room. */
export type DormancyDecision =
  /** 閉じる(様式4-3へ) / It is closed by form 4-3. */
  | 'CLOSE'
  /** 続ける / It is kept. */
  | 'KEEP';

/** 経過の種類 / Kind of step. */
export type DormancyEntryKind =
  /** 答えがあった / Somebody answered. */
  | 'ANSWERED'
  /** 聞いた。答えはまだ / Somebody was asked. */
  | 'ASKED'
  /** 部屋が閉じた / The room was closed. */
  | 'CLOSED'
  /** 決めた / It was decided. */
  | 'DECIDED'
  /** 期限を過ぎた / It was late. */
  | 'LATE'
  /** 1年使われていないことがわかった / The room was found unused. */
  | 'OPENED'
  /** 投稿があった / Somebody wrote. */
  | 'USED';

/** だれに聞いたか / Who is asked. */
export type DormancyParty =
  /** 部屋を申し込んだ人 / Who applied for the room. */
  | 'APPLICANT'
  /** 利用者(患者)または代わりの人 / The patient, or whoever stands in for them. */
  | 'PATIENT';

/** 休眠の確認の状態 / State of a review. */
export type DormancyState =
  /** 申込者と利用者に聞いている / Applicant and patient are being asked. */
  | 'ASKING'
  /** 様式4-3で閉じた / Closed by form 4-3. */
  | 'CLOSED'
  /** 閉じることに決まり、様式4-3を待っている / To be closed; form 4-3 is awaited. */
  | 'CLOSURE_ASKED'
  /** 続けることに決まった / Kept. */
  | 'KEPT'
  /** 投稿があったので終わった / Ended by itself: somebody wrote. */
  | 'USED';

/** 手紙にする登録コード / A code to print as a letter. */
export type EnrolmentCodeInput = {
  /** 発行したときに表示された登録コード / The code as it was shown when it was made out. */
  code: string;
  /** 本人 / The person. */
  userId: string;
};

/** 登録コードを出し直す / Makes out another enrolment code. */
export type EnrolmentReissueInput = {
  /** 新しい識別子(UUIDv7)。二重の要求を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
};

/** 事業所の種類 / Kinds of facility. */
export type FacilityKind =
  /** 居宅介護支援事業所 / Care management office */
  | 'CARE_MANAGEMENT_OFFICE'
  /** 診療所 / Clinic */
  | 'CLINIC'
  /** 地域包括支援センター / Community general support center */
  | 'COMMUNITY_GENERAL_SUPPORT_CENTER'
  /** 通所リハビリテーション / Day rehabilitation */
  | 'DAY_REHABILITATION'
  /** 通所介護 / Day service */
  | 'DAY_SERVICE'
  /** 歯科診療所 / Dental clinic */
  | 'DENTAL_CLINIC'
  /** 訪問介護事業所 / Home care office */
  | 'HOME_CARE_OFFICE'
  /** 在宅医療・介護連携支援センター / Home care support center */
  | 'HOME_CARE_SUPPORT_CENTER'
  /** 病院 / Hospital */
  | 'HOSPITAL'
  /** その他 / Other */
  | 'OTHER'
  /** 薬局 / Pharmacy */
  | 'PHARMACY'
  /** 短期入所 / Short stay */
  | 'SHORT_STAY'
  /** 小規模多機能 / Small multifunctional care */
  | 'SMALL_MULTIFUNCTION'
  /** 訪問看護ステーション / Visiting nurse station */
  | 'VISITING_NURSE_STATION'
  /** 福祉用具 / Welfare equipment */
  | 'WELFARE_EQUIPMENT';

/** 誓約書 様式1-1 / Pledge 1-1 of the facility. */
export type FacilityPledgeInput = {
  /** 同意した条項の識別子。すべて必要 / Ids of the clauses agreed to; all are needed. */
  acceptedClauses: Array<string>;
  /** 画面に書いた署名。PNGのBase64、40 KBまで / Drawn signature: PNG in Base64, at most 40 KB. */
  signature: string;
  /** 署名した人(代表者)の氏名 / Name of the signer, the head. */
  signerName: string;
  /** 読んだ文面の版 / Version of the wording that was read. */
  textVersion: string;
};

/** 参加する招待。はじめての登録をこの招待でした人は識別子だけ、ほかのIDの人はコードと生年月日 / What to accept: its id for whoever registered with it; code and birth date for whoever has another ID. */
export type FamilyAcceptInput = {
  /** 招待 / The invitation. */
  invitationId?: string | null | undefined;
  /** コードと生年月日 / Code and birth date. */
  proof?: FamilyProofInput | null | undefined;
};

/** 家族・緊急連絡先 / A contact of the family. */
export type FamilyContactInput = {
  /** 緊急のときに連絡する順(1から) / Place in the order of an emergency, from 1. */
  emergencyOrder?: number | null | undefined;
  /** 見ていた版。変えるときに要る / The version you saw; needed for a change. */
  expectedVersion?: number | null | undefined;
  /** ファクス / Fax. */
  fax?: string | null | undefined;
  /** 変える連絡先。新しいときは省く / The one to change; left out for a new one. */
  id?: string | null | undefined;
  /** 新しい識別子(UUIDv7)。新しいときに要る / The new id (UUIDv7); needed for a new one. */
  idempotencyKey?: string | null | undefined;
  /** キーパーソンか / Whether this is the key person. */
  isKeyPerson: boolean;
  /** 同居か / Whether they live together. */
  livesTogether?: boolean | null | undefined;
  /** 氏名 / Name. */
  name: string;
  /** 利用者(患者) / The patient. */
  patientId: string;
  /** 電話番号。かける順 / Telephone numbers, in the order to try. */
  phones: Array<string>;
  /** 続柄 / Relationship. */
  relationship: string;
};

/** 家族・本人の招待 / An invitation of family or the patient. */
export type FamilyInvitationInput = {
  /** 生年月日。そのままでは保存しない / Birth date; not kept as it is. */
  birthDate: string;
  /** 新しい識別子。同じものは一度だけ作られる / The new id; the same one is made once. */
  idempotencyKey: string;
  /** 氏名(60文字まで) / Name, up to 60 characters. */
  name: string;
  /** ふりがな / Name in kana. */
  nameKana: string;
  /** FAMILYかPATIENT / FAMILY or PATIENT. */
  role: RoomRole;
  /** 部屋 / The room. */
  roomId: string;
};

/** 家族・本人の招待の状態 / State of an invitation of family or the patient. */
export type FamilyInvitationState =
  /** 参加した / Has come. */
  | 'ACCEPTED'
  /** 取り消した / Called off. */
  | 'CANCELLED'
  /** 同意が変わったので使えない / Ended because the consent changed. */
  | 'CONSENT_ENDED'
  /** 期限が過ぎた / Out of time. */
  | 'EXPIRED'
  /** 5回まちがえたので使えない / Ended by five wrong tries. */
  | 'LOCKED'
  /** 返事を待っている / Waits. */
  | 'OPEN';

/** 紙に書かれたコードと、招待された人の生年月日 / The code on paper and the birth date of the invited person. */
export type FamilyProofInput = {
  /** 生年月日 / Birth date. */
  birthDate: string;
  /** 招待コード / The code. */
  code: string;
};

/** 項目への指摘 / A comment on one field. */
export type FieldCommentInput = {
  /** 項目 例 ["issue","applicants","0","nameKana"] / Path of the field. */
  field: Array<string>;
  /** 直してほしいこと(300文字まで) / What to mend, at most 300 characters. */
  text: string;
};

/** 手引きの様式番号 / Form numbers of the district guide. */
export type FormCode =
  /** 様式1-1 誓約書（事業所） / Form 1-1, pledge of a facility. */
  | 'FORM_1_1'
  /** 様式1-2 誓約書（個人） / Form 1-2, pledge of a person. */
  | 'FORM_1_2'
  /** 様式2-1-1 ID申請（医療機関） / Form 2-1-1, IDs for a medical institution. */
  | 'FORM_2_1_1'
  /** 様式2-1-2 ID申請（介護事業所） / Form 2-1-2, IDs for a care office. */
  | 'FORM_2_1_2'
  /** 様式2-2 ID変更 / Form 2-2, change of an ID. */
  | 'FORM_2_2'
  /** 様式3-1 同意書 / Form 3-1, consent. */
  | 'FORM_3_1'
  /** 様式4-1 部屋の新規申込 / Form 4-1, opening a room. */
  | 'FORM_4_1'
  /** 様式4-2 部屋の変更申込 / Form 4-2, changing a room. */
  | 'FORM_4_2'
  /** 様式4-3 部屋の削除申込 / Form 4-3, closing a room. */
  | 'FORM_4_3';

/** 病院 / A hospital. */
export type HospitalRefInput = {
  /** 診療科 / Department. */
  department?: string | null | undefined;
  /** Heyaに登録された医療機関 / The facility, if it is in Heya. */
  facilityId?: string | null | undefined;
  /** 名前 / Name. */
  name: string;
  /** 電話番号 / Telephone number. */
  phone?: string | null | undefined;
};

/** IDを求める1人 / One person an ID is asked for. */
export type IdApplicantInput = {
  /** 生年月日 `1980-04-01`。1人に1つのIDを守るため / Date of birth, so that one person has one ID. */
  birthDate?: string | null | undefined;
  /** 使う端末(業務用)。5つまで / Work devices to be used, at most 5. */
  devices?: Array<string> | null | undefined;
  /** メールアドレス / E-mail address. */
  email?: string | null | undefined;
  /** すでにIDがある人のID名(他地区を含む) / Account name of somebody who has an ID already, from any district. */
  existingAccountName?: string | null | undefined;
  /** 再提出のとき、前の識別子 / When filed again: who it was before. */
  id?: string | null | undefined;
  /** 事業所管理者になる / Is to administer the facility. */
  isFacilityAdmin?: boolean | null | undefined;
  /** 免許・登録の番号 / Number of the licence. */
  licenceNumber?: string | null | undefined;
  /** 氏名 / Name. */
  name: string;
  /** 氏名のフリガナ。半角や平仮名は直して保存 / Reading in kana; other widths are mended. */
  nameKana: string;
  /** 職種 / Professions. */
  professions: Array<Profession>;
  /** 役職 / Title. */
  title?: string | null | undefined;
};

/** 差し戻された申請の出し直し / A returned application, mended. */
export type IdApplicationResubmitInput = {
  /** 見ていた版 / The version you saw. */
  expectedVersion: number;
  /** 照会コード / Inquiry code. */
  inquiryCode: string;
  /** 申請の内容 / Contents. */
  issue: IdIssueInput;
  /** 受付番号 / Receipt number. */
  receiptNumber: string;
};

/** 審査 / A review. */
export type IdApplicationReviewInput = {
  /** 項目ごとの指摘(差し戻しのとき) / Comments per field, when returned. */
  comments?: Array<FieldCommentInput> | null | undefined;
  /** 判断 / Decision. */
  decision: ReviewDecision;
  /** 見ていた版 / The version you saw. */
  expectedVersion: number;
  /** 同じ人かどうかの判断(承認のとき) / Who is whom, when approving. */
  people?: Array<PersonChoiceInput> | null | undefined;
  /** 理由。差し戻し・却下のとき必要 / Reason; needed to return or reject. */
  reason?: string | null | undefined;
  /** 様式2-2: 世話役の後任。書かれていないとき職員が決める / Form 2-2: successors as steward, where the form names none. */
  successors?: Array<SuccessorInput> | null | undefined;
};

/** IDの申請 / Application for IDs. */
export type IdApplicationSubmitInput = {
  /** 様式2-2: 変更の内容。事業所の管理者がログインして出す / Form 2-2: contents; filed by the signed-in administrator of the facility. */
  change?: IdChangeInput | null | undefined;
  /** 様式2-1: 申請先の地区 / Form 2-1: district applied to. */
  districtId?: string | null | undefined;
  /** 様式2-1-1、2-1-2 か 2-2 / Form 2-1-1, 2-1-2 or 2-2. */
  form: FormCode;
  /** 新しい識別子(UUIDv7)。再送しても1件になる / The new id (UUIDv7); retries give one result. */
  idempotencyKey: string;
  /** 様式2-1: 申請の内容 / Form 2-1: contents. */
  issue?: IdIssueInput | null | undefined;
  /** 様式2-1: 誓約書 様式1-1 / Form 2-1: pledge 1-1. */
  pledge?: FacilityPledgeInput | null | undefined;
};

/** 様式2-2 の内容 / Contents of form 2-2. */
export type IdChangeInput = {
  /** NAME: 新しい氏名。CONTACT: 新しいメールアドレス / NAME: the new name; CONTACT: the new e-mail address. */
  after?: string | null | undefined;
  /** NAME: 新しいフリガナ / NAME: the new reading in kana. */
  afterKana?: string | null | undefined;
  /** 効力の生じる時(分まで) `2026-12-01T17:30`。時差がなければ日本時間。REISSUEでは不要 / The minute it takes effect; without an offset it is Japan time; not needed for REISSUE. */
  effectiveAt?: string | null | undefined;
  /** 申請する事業所。管理する事業所が1つなら省ける / Facility that files it; may be left out where there is only one. */
  facilityId?: string | null | undefined;
  /** 種類 / Kind. */
  kind: IdChangeKind;
  /** 理由・連絡事項(300文字まで) / Reason, remarks, at most 300 characters. */
  reason?: string | null | undefined;
  /** 世話役の後任。部屋ごと / Successors as steward, room by room. */
  successors?: Array<SuccessorInput> | null | undefined;
  /** CONTACT: 新しい役職。TRANSFER: 異動先での役職 / CONTACT: the new title; TRANSFER: the title there. */
  title?: string | null | undefined;
  /** TRANSFER: 異動先 / TRANSFER: the facility they move to. */
  toFacilityId?: string | null | undefined;
  /** TRANSFER: 異動先の10桁の番号(idの代わり) / TRANSFER: its ten-digit code, in place of the id. */
  toInstitutionCode?: string | null | undefined;
  /** 本人 / The person. */
  userId: string;
};

/** 変わる項目 / What changes. */
export type IdChangeItem =
  /** パスワードと2つ目の確認 / Password and second factor. */
  | 'CREDENTIALS'
  /** メールアドレス。変更前は示さない / E-mail address; the one before is not shown. */
  | 'EMAIL'
  /** 所属 / Facility. */
  | 'FACILITY'
  /** ID / The ID. */
  | 'ID'
  /** 氏名 / Name. */
  | 'NAME'
  /** フリガナ / Kana. */
  | 'NAME_KANA'
  /** 役職 / Title. */
  | 'TITLE';

/** 変更の種類(様式2-2) / Kinds of change, form 2-2. */
export type IdChangeKind =
  /** 連絡先・役職の変更 / Another e-mail address or title. */
  | 'CONTACT'
  /** 休止(休職など) / On leave. */
  | 'LEAVE'
  /** 氏名の変更 / Another name. */
  | 'NAME'
  /** 再発行(開始コード) / New enrolment code when credentials are lost. */
  | 'REISSUE'
  /** 廃止(退職など) / Leaves for good; the ID ends. */
  | 'RETIRE'
  /** 再開(復職など) / Comes back from leave. */
  | 'RETURN'
  /** 異動(他の事業所へ) / Moves to another facility. */
  | 'TRANSFER';

/** 差し戻された様式2-2の出し直し / A returned form 2-2, mended. */
export type IdChangeResubmitInput = {
  /** 直した内容 / The mended contents. */
  change: IdChangeInput;
  /** 見ていた版 / The version you saw. */
  expectedVersion: number;
};

/** 様式2-1-1・2-1-2 の内容 / Contents of forms 2-1-1 and 2-1-2. */
export type IdIssueInput = {
  /** 所在地 / Address. */
  address: string;
  /** IDを求める人。50人まで / People, at most 50. */
  applicants: Array<IdApplicantInput>;
  /** 連絡先のメールアドレス / Their e-mail address. */
  contactEmail: string;
  /** 連絡する人の氏名 / Person to be contacted. */
  contactName: string;
  /** 種類。様式を決める / Kind; decides the form. */
  facilityKind: FacilityKind;
  /** 事業所の名称 / Name of the facility. */
  facilityName: string;
  /** 名称のフリガナ / Its reading in kana. */
  facilityNameKana?: string | null | undefined;
  /** ファクス / Fax. */
  fax?: string | null | undefined;
  /** 医療機関コード・介護保険事業所番号(10桁) / Ten-digit medical or care-insurance office code. */
  institutionCode: string;
  /** 市町村 / Municipality. */
  municipality: string;
  /** 電話。日本の書き方でよい / Telephone, as written in Japan or E.164. */
  phone: string;
  /** 代表者(管理者)の氏名 / Head of the facility. */
  representativeName: string;
};

/** 大切さ / How important. */
export type Importance =
  /** 重要 / Important. */
  | 'IMPORTANT'
  /** ふつう / Ordinary. */
  | 'NORMAL'
  /** 全員に強く知らせ、了解を求める / Alerts everyone and asks for 了解. */
  | 'URGENT';

/** 共有される情報の区分(手引き p.6) / Categories of shared information in the guide. */
export type InformationCategory =
  /** 皮膚病変・褥瘡等の身体画像 / Photographs of the body. */
  | 'BODY_IMAGES'
  /** 介護の状況・サービスの内容 / Care and services. */
  | 'CARE_SERVICES'
  /** 日々の健康状態や病状 / Daily condition. */
  | 'DAILY_CONDITION'
  /** 氏名・性別・生年月日・年齢・住所・電話番号 / Name, sex, birth date, age, address, telephone. */
  | 'DEMOGRAPHICS'
  /** 災害時等の安否 / Safety in a disaster. */
  | 'DISASTER_SAFETY'
  /** ご家族の氏名・連絡先 / Names and contacts of the family. */
  | 'FAMILY_CONTACTS'
  /** 紹介元病院・再入院希望病院 / Referring and wished hospitals. */
  | 'HOSPITALS'
  /** 医療保険・介護保険(マイナンバーを除く) / Medical and care insurance, never the Individual Number. */
  | 'INSURANCE'
  /** 病歴・病名 / History and diagnoses. */
  | 'MEDICAL_HISTORY'
  /** 使用している薬剤 / Medicines in use. */
  | 'MEDICATIONS'
  /** 検査情報 / Test results. */
  | 'TEST_RESULTS';

/** 1人ごとの結果 / What became of one person. */
export type IssueOutcome =
  /** 新しいIDを発行した / A new ID. */
  | 'CREATED'
  /** 本人ではないと答えた / They said that it is not them. */
  | 'DECLINED'
  /** すでにあるIDに所属を加えた / The place was added to an ID that was there. */
  | 'LINKED'
  /** ほかの地区のIDの本人に確認している / The holder of an ID of another district is asked. */
  | 'PROPOSED'
  /** 開始コードを出し直した(様式2-2) / Another enrolment code, by form 2-2. */
  | 'REISSUED';

/** 意識（JCS） / Japan Coma Scale. */
export type JapanComaScale =
  /** 意識清明 / Alert. */
  | 'JCS_0'
  /** だいたい清明だが、今ひとつはっきりしない / Almost alert. */
  | 'JCS_1'
  /** 見当識障害がある / Disoriented. */
  | 'JCS_2'
  /** 自分の名前・生年月日が言えない / Cannot say own name or birth date. */
  | 'JCS_3'
  /** 普通の呼びかけで目を開ける / Opens eyes when spoken to. */
  | 'JCS_10'
  /** 大きな声か体をゆさぶると目を開ける / Opens eyes to loud voice or shaking. */
  | 'JCS_20'
  /** 痛み刺激と呼びかけで、かろうじて目を開ける / Barely opens eyes to pain and voice. */
  | 'JCS_30'
  /** 痛みをはらいのける / Brushes pain away. */
  | 'JCS_100'
  /** 痛みで少し手足を動かす、顔をしかめる / Moves or grimaces to pain. */
  | 'JCS_200'
  /** 痛みに反応しない / No response to pain. */
  | 'JCS_300';

/** 消去の停止を解く / Lifting a legal hold. */
export type LegalHoldLiftInput = {
  /** 見ていた版 / Version that was seen. */
  expectedVersion: number;
  /** 理由(300文字まで) / Reason, up to 300 characters. */
  reason: string;
};

/** 消去を止める / Setting a legal hold. */
export type LegalHoldSetInput = {
  /** 端末で作るUUIDv7。指示の識別子になる / Client-made UUIDv7, becomes the id of the hold. */
  idempotencyKey: string;
  /** 理由(300文字まで) / Reason, up to 300 characters. */
  reason: string;
};

/** 介護保険 / Long-term care insurance. */
export type LongTermCareInsuranceInput = {
  /** 要介護度 / Care level. */
  careLevel: CareLevel;
  /** 負担割合(%)。0、10、20、30 / Copayment in percent. */
  copaymentPercent?: number | null | undefined;
  /** 被保険者番号(10桁) / Number of the insured, 10 digits. */
  insuredNumber: string;
  /** 保険者番号(6桁) / Number of the insurer, 6 digits. */
  insurerNumber: string;
  /** 認定の有効期間の初日 / First day of the certification. */
  validFrom?: string | null | undefined;
  /** 認定の有効期間の末日 / Last day of the certification. */
  validUntil?: string | null | undefined;
};

/** 試しのメールの結果 / What became of a trial mail. */
export type MailTestResult =
  /** メールのサーバーにつながらない / No server takes it now. */
  | 'LATER'
  /** アドレスがない、または用意がない / No confirmed address, or nothing is set up. */
  | 'NOT_SET_UP'
  /** このアドレスには届かない / There is no such mailbox. */
  | 'REFUSED'
  /** メールのサーバーが受け取った / The mail server has taken it. */
  | 'SENT'
  /** 送ったばかり / One was sent just now. */
  | 'TOO_SOON';

/** 同じ人と思われる理由 / Why it seems to be the same person. */
export type MatchReason =
  /** ID名 / Account name. */
  | 'ACCOUNT_NAME'
  /** 生年月日 / Date of birth. */
  | 'BIRTH_DATE'
  /** メールアドレス / E-mail address. */
  | 'EMAIL'
  /** フリガナ / Kana. */
  | 'KANA'
  /** 免許・登録の番号 / Licence number. */
  | 'LICENCE'
  /** 氏名 / Name. */
  | 'NAME';

/** 食べた量 割で(0–10) / Tenths eaten. */
export type MealIntakeInput = {
  /** 主食 割 / Main dish, tenths. */
  main: number;
  /** 副食 割 / Side dish, tenths. */
  side: number;
  /** どの食事か / Which meal. */
  slot: MealSlot;
};

/** どの食事か / Which meal. */
export type MealSlot =
  /** 朝食 / Breakfast. */
  | 'BREAKFAST'
  /** 夕食 / Dinner. */
  | 'DINNER'
  /** 昼食 / Lunch. */
  | 'LUNCH'
  /** 間食 / Between meals. */
  | 'SNACK';

/** 一つの測定値 / One measured value. */
export type MeasurementInput = {
  /** 測ったときの様子 / The circumstances. */
  context?: VitalContext | null | undefined;
  /** 測ったもの / What was measured. */
  kind: VitalKind;
  /** 値 / The value, in the unit of its kind. */
  value: number;
};

/** 医療保険 / Medical insurance. */
export type MedicalInsuranceInput = {
  /** 枝番 / Branch number. */
  branchNumber?: string | null | undefined;
  /** 負担割合(%)。0、10、20、30 / Copayment in percent. */
  copaymentPercent?: number | null | undefined;
  /** 保険者番号(8桁または6桁)。検証番号を確かめる / Number of the insurer; its check digit is looked at. */
  insurerNumber: string;
  /** 番号 / Number. */
  number?: string | null | undefined;
  /** 公費 / Public expenses. */
  publicExpenses?: Array<PublicExpenseInput> | null | undefined;
  /** 記号 / Symbol. */
  symbol?: string | null | undefined;
  /** 有効期限 / Valid until. */
  validUntil?: string | null | undefined;
};

/** 薬 / A medicine. */
export type MedicationInput = {
  /** 用法・用量 / Dosage. */
  dosage?: string | null | undefined;
  /** 薬の名前 / Name. */
  name: string;
  /** いつから / Since. */
  since?: string | null | undefined;
  /** いつまで / Until. */
  until?: string | null | undefined;
  /** YJコード(12桁) / YJ code, 12 characters. */
  yjCode?: string | null | undefined;
};

/** 薬を飲めたか / Whether a dose was taken. */
export type MedicineIntakeInput = {
  /** ひとこと（200文字まで） / A note, at most 200 characters. */
  note?: string | null | undefined;
  /** 飲めたか / Whether it was taken. */
  outcome: MedicineOutcome;
  /** いつの薬か / Which dose. */
  slot: MedicineSlot;
};

/** 飲めたか / Whether it was taken. */
export type MedicineOutcome =
  /** 指示で休み / Held by order. */
  | 'HELD'
  /** 飲み忘れ / Missed. */
  | 'MISSED'
  /** 一部だけ / Partly. */
  | 'PARTLY'
  /** 飲みたがらない / Refused. */
  | 'REFUSED'
  /** 飲んだ / Taken. */
  | 'TAKEN';

/** いつの薬か / Which dose. */
export type MedicineSlot =
  /** 頓用 / As needed. */
  | 'AS_NEEDED'
  /** 眠前 / Bedtime. */
  | 'BEDTIME'
  /** 夕 / Evening. */
  | 'EVENING'
  /** 朝 / Morning. */
  | 'MORNING'
  /** 昼 / Noon. */
  | 'NOON'
  /** 起床時 / On rising. */
  | 'ON_RISING';

/** 参加の状態 / State of a membership. */
export type MembershipStatus =
  /** 参加中 / Takes part. */
  | 'ACTIVE'
  /** 招待中 / Invited, not yet accepted. */
  | 'INVITED'
  /** 退出した / Has left. */
  | 'LEFT';

/** 名ざしの相手の集まり / A group that can be addressed. */
export type MentionGroup =
  /** 全員 / Everybody of the audience. */
  | 'ALL'
  /** ケアマネジャー / Care managers. */
  | 'CARE_MANAGERS'
  /** ヘルパー・介護福祉士 / Helpers and care workers. */
  | 'HELPERS'
  /** 看護師・保健師 / Nurses. */
  | 'NURSES'
  /** 薬剤師 / Pharmacists. */
  | 'PHARMACISTS'
  /** 医師・歯科医師 / Physicians and dentists. */
  | 'PHYSICIANS'
  /** 世話役 / The steward. */
  | 'STEWARD';

/** @個人 または @職種・@全員 / A person, a profession group or all. */
export type MentionInput = {
  /** 本文中の終わり(コードポイント) / Code-point offset behind it. */
  end: number;
  /** 職種など / A group. */
  group?: MentionGroup | null | undefined;
  /** 本文中の始まり(コードポイント) / Code-point offset in the body. */
  start: number;
  /** 人。その部屋でこの投稿を見られる人だけ / A member who may see the post. */
  userId?: string | null | undefined;
};

/** お知らせの種類 / What a notification is about. */
export type NotificationKind =
  /** 了解を求める投稿 / A post that asks for 了解. */
  | 'ACKNOWLEDGEMENT_REQUESTED'
  /** 自分の申請の動き / News of one’s own application. */
  | 'APPLICATION_UPDATED'
  /** 期限を過ぎた返事の約束 / An answer that is overdue. */
  | 'ASK_OVERDUE'
  /** 同意の変化 / A consent changed. */
  | 'CONSENT_CHANGED'
  /** 使われていない部屋の確認 / A look at a room that is not in use. */
  | 'DORMANCY_REVIEW'
  /** 自分の参加の変化 / A change of one’s own membership. */
  | 'MEMBERSHIP_CHANGED'
  /** 呼びかけ・返事の約束 / Oneself, named or asked. */
  | 'MENTION'
  /** 投稿 / A post. */
  | 'POST'
  /** 自分の投稿への返信 / A reply to one’s own post. */
  | 'REPLY'
  /** 部屋への招待 / An invitation to a room. */
  | 'ROOM_INVITATION'
  /** 安否確認 / A safety check. */
  | 'SAFETY_CHECK'
  /** アカウントの安全 / The safety of one’s account. */
  | 'SECURITY'
  /** 緊急の投稿 / An urgent post. */
  | 'URGENT_POST'
  /** 知らせる値を超えた記録 / A value beyond its alert. */
  | 'VITALS_OUT_OF_RANGE'
  /** 今週の確認（世話役） / The weekly check is due; for stewards. */
  | 'WEEKLY_CHECK_DUE';

/** お知らせの設定。書かないものは変えない / How one wants to be told; what is left out stays. */
export type NotificationPreferencesInput = {
  /** 変える種類だけ / Kinds that change. */
  channels?: Array<ChannelPreferenceInput> | null | undefined;
  /** 毎日のまとめをメールで送る時刻 HH:mm（日本時間）。nullは送らない / When each day’s summary is mailed, HH:mm in Japan; null: never. */
  digestAt?: string | null | undefined;
  /** 止める部屋のすべて / All rooms that are muted from now on. */
  mutedRoomIds?: Array<string> | null | undefined;
  /** 静かにする時間の始まり HH:mm（日本時間） / Quiet from, HH:mm in Japan. */
  quietHoursFrom?: string | null | undefined;
  /** 静かにする時間の終わり HH:mm（日本時間） / Quiet to, HH:mm in Japan. */
  quietHoursTo?: string | null | undefined;
};

/** 利用者(患者)の登録 / Registration of a patient. */
export type PatientRegisterInput = {
  /** 住所 / Address. */
  address: string;
  /** 生年月日 / Date of birth. */
  birthDate: string;
  /** 新しい識別子(UUIDv7)。二重登録を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
  /** 似た方とは別の方だと確かめた / Whether those who are alike were looked at and this is another person. */
  isAnother?: boolean | null | undefined;
  /** 氏名 / Name. */
  name: string;
  /** 氏名の読み(カタカナ、ひらがな可) / Reading of the name, katakana or hiragana. */
  nameKana: string;
  /** 電話番号 / Telephone number. */
  phone?: string | null | undefined;
  /** 郵便番号 / Postal code. */
  postalCode?: string | null | undefined;
  /** 性別 / Administrative sex. */
  sex: AdministrativeSex;
};

/** 基本情報の変更。省いた欄は変わらない / A change of the profile; what is left out stays. */
export type PatientUpdateInput = {
  /** 住所 / Address. */
  address?: string | null | undefined;
  /** アレルギー(全部) / Allergies, all of them. */
  allergies?: Array<string> | null | undefined;
  /** ほかのまとまりの、見ていた版 / The versions you saw of other blocks. */
  blockVersions?: Array<ProfileBlockVersionInput> | null | undefined;
  /** 受けているサービス(全部) / Services of care, all of them. */
  careServices?: Array<CareServiceInput> | null | undefined;
  /** 災害時の支援の要否など / What helpers must know in a disaster. */
  disasterNote?: string | null | undefined;
  /** 見ていた版。氏名・住所などを変えるときに要る / The version you saw; needed to change the basics. */
  expectedVersion?: number | null | undefined;
  /** 介護保険。nullで消す / Long-term care insurance; null takes it away. */
  longTermCareInsurance?: LongTermCareInsuranceInput | null | undefined;
  /** 病名・既往歴(全部) / Diagnoses and history, all of them. */
  medicalHistory?: Array<ConditionInput> | null | undefined;
  /** 医療保険。nullで消す / Medical insurance; null takes it away. */
  medicalInsurance?: MedicalInsuranceInput | null | undefined;
  /** 薬(全部) / Medicines, all of them. */
  medications?: Array<MedicationInput> | null | undefined;
  /** 氏名 / Name. */
  name?: string | null | undefined;
  /** 氏名の読み / Reading of the name. */
  nameKana?: string | null | undefined;
  /** 電話番号 / Telephone number. */
  phone?: string | null | undefined;
  /** 郵便番号 / Postal code. */
  postalCode?: string | null | undefined;
  /** 再入院を希望する病院 / Hospital of choice for readmission. */
  readmissionHospital?: HospitalRefInput | null | undefined;
  /** 紹介元の病院 / Referring hospital. */
  referringHospital?: HospitalRefInput | null | undefined;
  /** 検査の結果(全部) / Test results, all of them. */
  testResults?: Array<TestResultInput> | null | undefined;
};

/** 同じ人と思われるIDがある人についての判断 / What an officer decides where an ID seems to be of the same person. */
export type PersonChoiceInput = {
  /** 申請の中の人 / The person in the application. */
  applicantId: string;
  /** 同じ人のID(matchesのid)。別の人のときは空 / The match that is the same person; none: another person. */
  matchId?: string | null | undefined;
};

/** 誓約の一項目 / One promise. */
export type PledgeClauseInput = {
  /** 英語の文（1200文字まで） / In English, at most 1,200 characters. */
  en: string;
  /** 項目の名。英小文字、数字、ハイフン / Name of the promise: a-z, 0-9 and hyphens. */
  id: string;
  /** 日本語の文（600文字まで） / In Japanese, at most 600 characters. */
  ja: string;
};

/** 画面での署名 / Signing on the screen. */
export type PledgeSignInput = {
  /** 約束した項目。すべて要る / Promises that are accepted: all are needed. */
  acceptedClauses: Array<string>;
  /** 事業所（様式1-1のとき） / The facility, for form 1-1. */
  facilityId?: string | null | undefined;
  /** 様式1-1か1-2 / Form 1-1 or 1-2. */
  form: FormCode;
  /** 端末で作るUUIDv7。誓約の識別子になる / Client-made UUIDv7, becomes the id. */
  idempotencyKey: string;
  /** 手書きの署名（様式1-1では必要） / Drawn signature; needed for form 1-1. */
  signature?: SignatureInput | null | undefined;
  /** 署名する人の氏名。IDの氏名と同じ / Name of the signer, as on the ID. */
  signerName: string;
  /** 読んだ文面の版 / Version of the wording that was read. */
  textVersion: string;
};

/** 新しい文面 / A new wording. */
export type PledgeTextPublishInput = {
  /** 署名しない人を止める日 / From when those who have not signed are stopped. */
  blocksFrom?: string | null | undefined;
  /** 項目（30まで） / Promises, at most 30. */
  clauses: Array<PledgeClauseInput>;
  /** 様式1-1か1-2 / Form 1-1 or 1-2. */
  form: FormCode;
  /** 端末で作るUUIDv7。文面の識別子になる / Client-made UUIDv7, becomes the id. */
  idempotencyKey: string;
  /** 使い始める日。今日か先の日 / First day, today or later. */
  validFrom: string;
  /** 版（40文字まで） / Version, at most 40 characters. */
  version: string;
};

/** 割合で表した位置 / A place as fractions. */
export type PointInput = {
  /** 左からの割合（0..1） / Fraction of the width. */
  x: number;
  /** 上からの割合（0..1） / Fraction of the height. */
  y: number;
};

/** 投稿する内容 / What to post. */
export type PostCreateInput = {
  /** 返事の約束 / An answer somebody owes by a time. */
  ask?: AskInput | null | undefined;
  /** 公開範囲 / Who may see it. */
  audience: Audience;
  /** 本文（4000文字まで） / The text, at most 4,000 characters. */
  body?: string | null | undefined;
  /** 投稿のID(端末で作るUUIDv7)。同じ値の再送は1件 / Client-made UUIDv7; also the outbox key. */
  idempotencyKey: string;
  /** 大切さ / How important. */
  importance?: Importance | null | undefined;
  /** 種類 / What kind of post. */
  kind?: PostKind | null | undefined;
  /** 名ざし（20件まで）。位置は前後の空白を除いた本文で数える / Who is named, at most 20; places in the body without blanks around it. */
  mentions?: Array<MentionInput> | null | undefined;
  /** 見た・測った時刻 / When it was observed. */
  observedAt?: string | null | undefined;
  /** 返信する相手の投稿 / The post that is answered. */
  parentId?: string | null | undefined;
  /** 了解を求める / Ask everybody of the audience for 了解. */
  requestAcknowledgement?: boolean | null | undefined;
  /** 部屋 / The room. */
  roomId: string;
  /** だれの言葉か（100文字まで） / Whose words these are, in a proxy entry. */
  spokenForName?: string | null | undefined;
  /** 写真（10枚まで） / Photos, at most 10. */
  uploads?: Array<PostUploadInput> | null | undefined;
  /** 診療の記録（医療の記録だけ） / Facts of a visit, with a medical note. */
  visit?: VisitInput | null | undefined;
  /** 測った値 / Measured values. */
  vitals?: VitalsInput | null | undefined;
};

/** 投稿の絞り込み / Which posts. */
export type PostFilter = {
  /** 公開範囲 / Audience. */
  audience?: Audience | null | undefined;
  /** 書いた人 / Writers. */
  authorIds?: Array<string> | null | undefined;
  /** 見た・測った時刻がこの時から / Observed from this moment. */
  from?: string | null | undefined;
  /** 見てよい写真がある投稿 / With a photo that the caller may see; false: without. */
  hasPhoto?: boolean | null | undefined;
  /** 大切さ / Importance. */
  importance?: Array<Importance> | null | undefined;
  /** 種類 / Kinds. */
  kinds?: Array<PostKind> | null | undefined;
  /** 自分が名ざしされた投稿だけ / Only those that name the caller, alone or in a group. */
  mentionsMe?: boolean | null | undefined;
  /** 書いた人の職種（全員・世話役は選べない） / Professions of the writers; not ALL or STEWARD. */
  professionsOf?: Array<MentionGroup> | null | undefined;
  /** 部屋 / The room. */
  roomId?: string | null | undefined;
  /** 見た・測った時刻がこの時の前まで / Observed before this moment. */
  to?: string | null | undefined;
  /** 未読だけ / Unread ones only. */
  unreadOnly?: boolean | null | undefined;
};

/** 投稿の種類 / What kind of post. */
export type PostKind =
  /** 介護の記録 / A care note. */
  | 'CARE_NOTE'
  /** 申し送り / A handover. */
  | 'HANDOVER'
  /** 医療の記録 / A medical note. */
  | 'MEDICAL_NOTE'
  /** お薬のこと / About medicines. */
  | 'MEDICATION'
  /** 日々の様子 / How the day went. */
  | 'NOTE'
  /** 写真 / Photos. */
  | 'PHOTO'
  /** お願い・質問 / A request or question. */
  | 'QUESTION'
  /** 安否・災害 / Safety in a disaster. */
  | 'SAFETY'
  /** システムからの知らせ / Said by the system. */
  | 'SYSTEM'
  /** 記録値 / Measured values. */
  | 'VITALS'
  /** きずの評価。woundAssessで書く / A wound as assessed; written by woundAssess. */
  | 'WOUND';

/** 投稿を直す / A correction. */
export type PostUpdateInput = {
  /** 正しい本文（4000文字まで） / The text as it should be. */
  body: string;
  /** 見ていた版 / The version that was read. */
  expectedVersion: number;
  /** 名ざし（20件まで）。位置は前後の空白を除いた本文で数える / Who is named, at most 20; places in the body without blanks around it. */
  mentions?: Array<MentionInput> | null | undefined;
};

/** 投稿に付ける写真 / A photo sent with a post. */
export type PostUploadInput = {
  /** 何が写っているか（200文字まで） / What it shows. */
  alt?: string | null | undefined;
  /** 書き込み（50個まで） / What is drawn over it, at most 50. */
  annotations?: Array<AnnotationInput> | null | undefined;
  /** 部位（60文字まで） / Which part of the body. */
  bodySite?: string | null | undefined;
  /** 書類の種類（書類のとき。なければその他） / What kind of document, if it is one. */
  documentKind?: DocumentKind | null | undefined;
  /** 身体の写真か。同意BODY_IMAGESが要る / Whether it shows the body; needs its consent. */
  isBodyImage?: boolean | null | undefined;
  /** 撮った時刻 / When it was taken. */
  takenAt?: string | null | undefined;
  /** 送り終えたアップロード / The upload, once it was brought. */
  uploadId: string;
};

/** 職種 / Professions. */
export type Profession =
  /** ケアマネジャー / Care manager. */
  | 'CARE_MANAGER'
  /** 介護福祉士 / Certified care worker. */
  | 'CARE_WORKER'
  /** 事務職員 / Clerk. */
  | 'CLERK'
  /** 歯科衛生士 / Dental hygienist. */
  | 'DENTAL_HYGIENIST'
  /** 歯科医師 / Dentist. */
  | 'DENTIST'
  /** 管理栄養士・栄養士 / Dietitian. */
  | 'DIETITIAN'
  /** 訪問介護員 / Home helper. */
  | 'HOME_HELPER'
  /** 医療ソーシャルワーカー / Medical social worker. */
  | 'MEDICAL_SOCIAL_WORKER'
  /** 看護師 / Nurse. */
  | 'NURSE'
  /** 作業療法士 / Occupational therapist. */
  | 'OCCUPATIONAL_THERAPIST'
  /** その他 / Other. */
  | 'OTHER'
  /** 薬剤師 / Pharmacist. */
  | 'PHARMACIST'
  /** 医師 / Physician. */
  | 'PHYSICIAN'
  /** 理学療法士 / Physiotherapist. */
  | 'PHYSIOTHERAPIST'
  /** 保健師 / Public health nurse. */
  | 'PUBLIC_HEALTH_NURSE'
  /** 社会福祉士 / Social worker. */
  | 'SOCIAL_WORKER'
  /** 言語聴覚士 / Speech therapist. */
  | 'SPEECH_THERAPIST';

/** 基本情報のまとまり。別々に見え、別々に変わる / Blocks of the profile; each seen and changed apart. */
export type ProfileBlock =
  /** アレルギー / Allergies. */
  | 'ALLERGIES'
  /** 氏名・住所など / Name, address and the like. */
  | 'BASICS'
  /** 受けているサービス / Services of care. */
  | 'CARE_SERVICES'
  /** 災害のとき / In a disaster. */
  | 'DISASTER'
  /** 家族・緊急連絡先 / Contacts of the family. */
  | 'FAMILY_CONTACTS'
  /** 紹介元・再入院を希望する病院 / Referring hospital, and the one wished for. */
  | 'HOSPITALS'
  /** 介護保険 / Long-term care insurance. */
  | 'LONG_TERM_CARE_INSURANCE'
  /** 病名・既往歴 / Diagnoses and history. */
  | 'MEDICAL_HISTORY'
  /** 医療保険・公費 / Medical insurance and public expense. */
  | 'MEDICAL_INSURANCE'
  /** 薬 / Medicines. */
  | 'MEDICATIONS'
  /** 検査 / Test results. */
  | 'TEST_RESULTS';

/** 見ていた版。まだ書かれていないときは0 / The version you saw; 0 before anything was written. */
export type ProfileBlockVersionInput = {
  /** まとまり / Block. */
  block: ProfileBlock;
  /** 版 / Version. */
  version: number;
};

/** 参加者 / A member. */
export type ProposedMemberInput = {
  /** 事業所。複数に属するとき選ぶ / Facility, when the person belongs to several. */
  facilityId?: string | null | undefined;
  /** 役割 / Role. */
  role: RoomRole;
  /** 参加者のID / The person. */
  userId: string;
};

/** 公費 / Public expense. */
export type PublicExpenseInput = {
  /** 公費負担者番号(8桁) / Number of the payer, 8 digits. */
  payerNumber: string;
  /** 受給者番号(7桁) / Number of the recipient, 7 digits. */
  recipientNumber: string;
  /** 有効期限 / Valid until. */
  validUntil?: string | null | undefined;
};

/** 知らせる端末。ブラウザのPushSubscriptionから / A device to be told, of the browser’s PushSubscription. */
export type PushSubscriptionInput = {
  /** 端末の合言葉（base64url） / Secret shared with the device, base64url. */
  auth: string;
  /** 登録した端末 / The registered device. */
  deviceId?: string | null | undefined;
  /** 届け先 / Where the push service takes it. */
  endpoint: string;
  /** 端末の公開鍵（base64url） / Public key of the device, base64url. */
  p256dh: string;
};

/** 試しに送った結果 / What became of a trial. */
export type PushTestResult =
  /** この端末にはもう届かない / The push service knows this device no more. */
  | 'GONE'
  /** 通知サービスにつながらない / The push service cannot be reached now. */
  | 'LATER'
  /** この端末に知らせる設定がない / This device is not chosen, or nothing is set up. */
  | 'NOT_SET_UP'
  /** 通知サービスが断った / The push service refused it. */
  | 'REFUSED'
  /** 通知サービスが受け取った / The push service has taken it. */
  | 'SENT';

/** 理由のひな形 / A sentence to begin a reason with. */
export type ReasonTemplateInput = {
  /** どの判断の文か / For which decision. */
  decision: TemplateDecision;
  /** 新しい識別子(UUIDv7)。二重の登録を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
  /** 見出し(40文字まで) / Label, at most 40 characters. */
  label: string;
  /** 文(300文字まで) / Text, at most 300 characters. */
  text: string;
};

/** 保存期間を決める記録の区分 / Class of records, which decides how long they are held. */
export type RecordClass =
  /** 介護サービスの記録 / Records of care services. */
  | 'CARE_RECORD'
  /** 診療の記録（医師法など） / Medical records. */
  | 'CHART';

/** 復旧を始める / Begins a recovery. */
export type RecoveryStartInput = {
  /** 新しい識別子(UUIDv7)。二重の要求を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
  /** 理由と、どう本人を確かめたか(300文字まで) / Reason, and how the person was recognised; at most 300 characters. */
  reason: string;
};

/** 復旧の状態 / State of a recovery. */
export type RecoveryState =
  /** 取りやめた / Called off. */
  | 'CANCELLED'
  /** 済んだ / Done. */
  | 'COMPLETED'
  /** 期限が過ぎた / The time is up. */
  | 'EXPIRED'
  /** 復旧コードを使える / The code can be used. */
  | 'READY'
  /** お知らせの24時間 / The 24 hours of notice. */
  | 'WAITING';

/** 審査の判断 / Decision of a review. */
export type ReviewDecision =
  /** 承認(1人目は確認) / Approve; by the first officer, check. */
  | 'APPROVE'
  /** 却下 / Reject. */
  | 'REJECT'
  /** 差し戻し / Return for correction. */
  | 'RETURN';

/** 審査 / A review. */
export type ReviewInput = {
  /** 判断 / Decision. */
  decision: ReviewDecision;
  /** 見ていた版 / The version you saw. */
  expectedVersion: number;
  /** 差し戻し・却下のときは必須 / Required for RETURN and REJECT. */
  reason?: string | null | undefined;
};

/** 受付箱の仕事の種類 / Kinds of work in the inbox. */
export type ReviewTaskKind =
  /** 同意の撤回など / Consent, e.g. a withdrawal. */
  | 'CONSENT'
  /** 休眠の確認 / Review of an unused room. */
  | 'DORMANCY_REVIEW'
  /** IDの申請 / Application for an ID. */
  | 'ID_APPLICATION'
  /** 事業所がIDを止めた / A facility has stopped an ID. */
  | 'ID_SUSPENSION'
  /** 誓約書 / Pledge. */
  | 'PLEDGE'
  /** 部屋の申込 / Application about a room. */
  | 'ROOM_APPLICATION'
  /** 名簿の確認の遅れ / Confirmation of a roster overdue. */
  | 'ROSTER_OVERDUE'
  /** 1つのIDの同時利用の疑い / An ID that may be shared. */
  | 'SHARED_ID'
  /** 困っている参加者の引き継ぎ / Member handed over for help. */
  | 'SUPPORT_REFERRAL'
  /** 今週の確認の遅れ / Weekly check overdue. */
  | 'WEEKLY_CHECK_OVERDUE';

/** 仕事の状態 / State of a task. */
export type ReviewTaskState =
  /** 担当が決まった / An officer has taken it on. */
  | 'CLAIMED'
  /** 終わった / Closed. */
  | 'CLOSED'
  /** 受付中 / Open. */
  | 'OPEN';

/** 項目への指摘 / A comment on one field. */
export type RoomApplicationCommentInput = {
  /** 項目。人や事業所は識別子で示す 例 ["members", id] / Path of the field; people and facilities by their id. */
  field: Array<string>;
  /** 直してほしいこと(300文字まで) / What to mend, at most 300 characters. */
  text: string;
};

/** 直した様式。1つだけ / The mended form; exactly one. */
export type RoomApplicationFormInput = {
  /** 様式4-2 / Form 4-2. */
  change?: RoomChangeApplyInput | null | undefined;
  /** 様式4-3 / Form 4-3. */
  closure?: RoomClosureApplyInput | null | undefined;
  /** 様式4-1 / Form 4-1. */
  creation?: RoomCreationApplyInput | null | undefined;
};

/** 様式4-2 参加者・世話役の変更 / Change of members or steward. */
export type RoomChangeApplyInput = {
  /** 加える人。承認のあとで招待する / To be added, once approved. */
  add?: Array<ProposedMemberInput>;
  /** 変更する時刻 / The minute from which it holds. */
  effectiveAt: string;
  /** 新しい識別子(UUIDv7)。二重提出を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
  /** 新しい世話役。今の参加者から選ぶ / The new steward, of those who take part now. */
  newStewardUserId?: string | null | undefined;
  /** 理由 / Reason. */
  reason?: string | null | undefined;
  /** 外す参加者。審査を待たず、その時刻に外れる / To be taken out, at the minute, reviewed or not. */
  removeMembershipIds?: Array<string>;
  /** 部屋 / The room. */
  roomId: string;
};

/** 部屋の変化の種類 / Kinds of change in a room. */
export type RoomChangeKind =
  /** 支援センターの閲覧が始まった・終わった / A look of the support center began or ended. */
  | 'INSPECTION'
  /** 招待した / A member was invited. */
  | 'MEMBER_INVITED'
  /** 参加した / A member joined. */
  | 'MEMBER_JOINED'
  /** 離れた / A member left. */
  | 'MEMBER_LEFT'
  /** 利用者の情報が変わった / The patient's data changed. */
  | 'PATIENT_UPDATED'
  /** 部屋の状態 / The room's status. */
  | 'STATUS'
  /** 世話役が変わった / The steward changed. */
  | 'STEWARD_CHANGED';

/** 様式4-3 部屋の削除 / Closing a room. */
export type RoomClosureApplyInput = {
  /** 参加者の事業所ごとに、記録の写しを保存したか / Of each facility in the room, whether it has saved its copy. */
  copies: Array<ClosureCopyInput>;
  /** 書き出しを受け取る参加者 / The member who receives the export. */
  exportToUserId?: string | null | undefined;
  /** 新しい識別子(UUIDv7)。二重提出を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
  /** 誰に知らせたか / Who was told. */
  informed: string;
  /** 終わっていない返事の約束があっても、そのまま終える / Close although answers are still owed in the room. */
  leaveAsksOpen?: boolean | null | undefined;
  /** 補足 / Note. */
  note?: string | null | undefined;
  /** 理由 / Reason. */
  reason: RoomClosureReason;
  /** 部屋 / The room. */
  roomId: string;
};

/** 部屋を閉じる理由 / Why a room is closed. */
export type RoomClosureReason =
  /** 長期の入院・入所 / Admitted for long. */
  | 'ADMITTED_LONG_TERM'
  /** 同意の撤回 / Consent withdrawn. */
  | 'CONSENT_WITHDRAWN'
  /** 死亡 / Deceased. */
  | 'DECEASED'
  /** 長く使われていない / Unused for long. */
  | 'DORMANT'
  /** 転居 / Moved away. */
  | 'MOVED'
  /** 必要がなくなった / No longer needed. */
  | 'NO_LONGER_NEEDED';

/** 部屋の同意の状態 / Consent as it stands for a room. */
export type RoomConsentState =
  /** 有効 / In force. */
  | 'OK'
  /** まだない / None yet. */
  | 'PENDING'
  /** 撤回された、または期限が過ぎたので書き込めない / Withdrawn or expired: the room is read-only. */
  | 'WITHDRAWN';

/** 様式4-1 部屋の作成 / Room creation. */
export type RoomCreationApplyInput = {
  /** 有効な同意書 / The consent in force. */
  consentId: string;
  /** 新しい識別子(UUIDv7)。二重提出を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
  /** 参加者。申請者も入れる / Members, the applicant among them. */
  members: Array<ProposedMemberInput>;
  /** 利用者(患者) / The patient. */
  patientId: string;
  /** 理由 / Reason. */
  reason?: string | null | undefined;
  /** 状況 / Situation. */
  situation?: CareSituation | null | undefined;
  /** 利用者部屋世話役 / The steward. */
  stewardUserId: string;
};

/** 作れなかった理由 / Why a package could not be made. */
export type RoomExportFault =
  /** 途中で持ち出す資格がなくなった / The right to it ended meanwhile. */
  | 'NOT_ALLOWED'
  /** 大きすぎる / Too large. */
  | 'TOO_LARGE'
  /** 記録を読めなかった / The record could not be read. */
  | 'UNAVAILABLE';

/** 持ち出しの目的 / What a room is taken along for. */
export type RoomExportPurpose =
  /** 部屋の終了にあたっての写し / Copy before the room is closed. */
  | 'CLOSING_COPY'
  /** 法令に基づく保存・提出 / As the law asks. */
  | 'LEGAL'
  /** 転居・転院先への引き継ぎ / Handing on where the patient moves to. */
  | 'MOVE'
  /** 本人の控え / Copy for the patient. */
  | 'OWN_COPY';

/** 持ち出しの進み具合 / How far a package is. */
export type RoomExportState =
  /** 取りやめた / Called off. */
  | 'CANCELLED'
  /** 期限が過ぎて消した / Dropped after its time. */
  | 'EXPIRED'
  /** 作れなかった / Could not be made. */
  | 'FAILED'
  /** 記録を集めている / The record is being gathered. */
  | 'GATHERING'
  /** 受け取れる / Can be fetched. */
  | 'READY'
  /** 受け取った。中身は消した / Fetched; nothing is left of it here. */
  | 'TAKEN'
  /** 順番待ち / Waits for its turn. */
  | 'WAITING'
  /** ファイルを作っている / Files are being written. */
  | 'WRITING';

/** 部屋のしぼり込み。全てに当てはまるもの / Narrows the rooms; all of it holds. */
export type RoomFilter = {
  /** この事業所が参加している / In which this facility shares. */
  facilityId?: string | null | undefined;
  /** この日から投稿がない / Without a post since this day. */
  inactiveSince?: string | null | undefined;
  /** 返事のない招待がある / With an invitation that waits for an answer. */
  invitationWaiting?: boolean | null | undefined;
  /** 部屋番号のはじめ、または申込の受付番号 / How the room number begins, or the receipt number of its application. */
  query?: string | null | undefined;
  /** 状態 / States. */
  statuses?: Array<RoomStatus> | null | undefined;
  /** 世話役がいない / Without a steward. */
  stewardMissing?: boolean | null | undefined;
  /** 「今週の確認」が期限を過ぎた / With an overdue weekly check. */
  weeklyCheckOverdue?: boolean | null | undefined;
};

/** 持ち込みの状態 / Where a package stands. */
export type RoomImportState =
  /** 取り込まずに消した / Left, and dropped. */
  | 'CANCELLED'
  /** 確かめた。取り込むものを選ぶ / Verified; what comes in is to be chosen. */
  | 'CHECKED'
  /** 期限が過ぎて消した / Dropped after its time. */
  | 'EXPIRED'
  /** 取り込んだ / Taken in. */
  | 'TAKEN';

/** 部屋の確認の始め方 / How a look begins. */
export type RoomInspectionInput = {
  /** 確認のID(端末で作るUUIDv7) / Client-made UUIDv7; becomes the id. */
  idempotencyKey: string;
  /** 理由(10〜300文字)。部屋の全員に見える / Reason, 10 to 300 characters; shown to the whole room. */
  reason: string;
  /** 部屋 / The room. */
  roomId: string;
};

/** 部屋での役割 / Role in a room. */
export type RoomRole =
  /** 医療・介護の参加者 / Care team. */
  | 'CARE_TEAM'
  /** 支援センターの確認 / Centre officer looking in; always logged. */
  | 'CENTER_OBSERVER'
  /** 家族 / Family. */
  | 'FAMILY'
  /** 利用者(患者)本人 / The patient. */
  | 'PATIENT';

/** 部屋の状態 / State of a room. */
export type RoomStatus =
  /** 利用中 / In use. */
  | 'ACTIVE'
  /** 読み取り専用・保存期間中 / Read-only, within retention. */
  | 'CLOSED'
  /** 終了の手続き中 / Being closed. */
  | 'CLOSING'
  /** 休眠 / Unused for a year. */
  | 'DORMANT'
  /** 準備中 / Being prepared. */
  | 'PREPARING'
  /** 消去済み。証明書だけが残る / Erased; only the certificate remains. */
  | 'PURGED';

/** 名簿の確認での答え / Answers in a roster. */
export type RosterAnswer =
  /** 働いているが、届けた内容が変わった / Works there, but something has changed. */
  | 'CHANGED'
  /** やめた・異動した / Has left. */
  | 'LEFT'
  /** 今も働いている / Still works there. */
  | 'PRESENT';

/** 今の職員全員についての答え / Answers for everybody who works there today. */
export type RosterConfirmInput = {
  /** 一人ひとりの答え(500人まで) / An answer for each person, at most 500. */
  entries: Array<RosterEntryInput>;
  /** 見ていた版。初めてなら0 / Version that was seen; 0 before the first. */
  expectedVersion: number;
  /** 端末で作るUUIDv7。確認の識別子になる / Client-made UUIDv7, becomes the id. */
  idempotencyKey: string;
  /** 年 / Year. */
  year: number;
};

/** 1人についての答え / The answer for one person. */
export type RosterEntryInput = {
  /** 答え / Answer. */
  answer: RosterAnswer;
  /** メモ(300文字まで) / Note, at most 300 characters. */
  note?: string | null | undefined;
  /** 職員 / The person. */
  userId: string;
};

/** 安否確認を始める / What to start a check with. */
export type SafetyCheckStartInput = {
  /** 対象の地域（ことば、60文字まで） / The area in words, at most 60 characters. */
  area?: string | null | undefined;
  /** 安否確認のID(端末で作るUUIDv7) / Client-made UUIDv7; also the id. */
  idempotencyKey: string;
  /** 対象の市区町村（30文字まで）。住所がまだ分からない人も対象に入る。無ければ地区全体 / Municipality, at most 30 characters; who lives nobody knows where is asked for too. Without one: the whole district. */
  municipality?: string | null | undefined;
  /** 訓練 / A practice run. */
  practice?: boolean | null | undefined;
  /** 名前（60文字まで）。例 10月3日の地震 / What it is called, at most 60 characters. */
  title: string;
};

/** どう知ったか。会って > 電話 > また聞き / How the reporter knows. Met leads for six hours over hearsay, a telephone call for two. */
export type SafetyEvidence =
  /** 人から聞いた / Heard from somebody. */
  | 'HEARSAY'
  /** 会って確かめた / Met them. */
  | 'MET'
  /** 電話などで話した / Spoke with them. */
  | 'PHONED';

/** いまいる所 / Where they are. */
export type SafetyPlace =
  /** 自宅 / At home. */
  | 'HOME'
  /** 病院・施設 / In a hospital or home. */
  | 'HOSPITAL'
  /** そのほか / Elsewhere. */
  | 'OTHER'
  /** 親族・知人の家 / With relatives or friends. */
  | 'RELATIVE'
  /** 避難所 / In a shelter. */
  | 'SHELTER';

/** 安否の報告 / A report of how somebody is. */
export type SafetyReportInput = {
  /** 使っている医療機器（100文字まで） / Device that needs power, at most 100 characters. */
  device?: string | null | undefined;
  /** どう知ったか / How it is known. */
  evidence: SafetyEvidence;
  /** 報告のID(端末で作るUUIDv7)。同じ値の再送は1件 / Client-made UUIDv7; also the id. */
  idempotencyKey: string;
  /** 必要なもの（500文字まで） / What is needed, at most 500 characters. */
  needs?: string | null | undefined;
  /** ひとこと（500文字まで） / A few words, at most 500 characters. */
  note?: string | null | undefined;
  /** 見た・聞いた時刻 / When it was seen or heard. */
  observedAt: string;
  /** 利用者 / The patient. */
  patientId: string;
  /** いまいる所 / Where they are. */
  place?: SafetyPlace | null | undefined;
  /** いる所のくわしいこと（200文字まで） / More about the place, at most 200 characters. */
  placeNote?: string | null | undefined;
  /** 電源の残り（分、0–100000） / Minutes of power left, 0 to 100,000. */
  powerMinutesLeft?: number | null | undefined;
  /** 安否確認 / The check. */
  safetyCheckId: string;
  /** 安否 / How they are. */
  status: SafetyStatus;
};

/** 安否 / How somebody is. */
export type SafetyStatus =
  /** 死亡 / Has died. */
  | 'DECEASED'
  /** 要救助 / Needs to be rescued. */
  | 'NEEDS_RESCUE'
  /** まだ報告がない / Nobody has reported yet. */
  | 'NOT_CONFIRMED'
  /** 無事 / Safe. */
  | 'SAFE'
  /** 重傷 / Severely injured. */
  | 'SEVERELY_INJURED'
  /** 軽傷 / Slightly injured. */
  | 'SLIGHTLY_INJURED'
  /** 不明（連絡がとれない） / Cannot be reached. */
  | 'UNREACHABLE';

/** 市区町村に閲覧を渡す / What to hand out. */
export type SafetyViewCreateInput = {
  /** 渡す相手（60文字まで）。例 ○○市 防災課 / Whom it is for, at most 60 characters. */
  forWhom: string;
  /** 何時間見られるか（1–72） / Hours it lasts, 1 to 72. */
  hours?: number | null | undefined;
  /** 閲覧のID(端末で作るUUIDv7) / Client-made UUIDv7; also the id. */
  idempotencyKey: string;
  /** 安否確認 / The check. */
  safetyCheckId: string;
};

/** 紙を捨てる / Discards pages. */
export type ScanPagesDiscardInput = {
  /** 見たときにあった仕事。仕分け前ならnull / Where they lay when they were looked at; null: not filed yet. */
  fromTaskId?: string | null | undefined;
  /** 紙(200枚まで) / The pages, at most 200. */
  pageIds: Array<string>;
  /** 理由(300文字まで) / Why, at most 300 characters. */
  reason: string;
};

/** 紙を申請に入れる / Files pages to an application. */
export type ScanPagesFileInput = {
  /** 見たときにあった仕事。仕分け前ならnull / Where they lay when they were looked at; null: not filed yet. */
  fromTaskId?: string | null | undefined;
  /** 紙(200枚まで) / The pages, at most 200. */
  pageIds: Array<string>;
  /** 入れる先の仕事 / The item of the inbox that they belong to. */
  taskId: string;
};

/** 2つ目の本人確認 / Second factor. */
export type SecondFactor =
  /** 認証アプリ / An authenticator app. */
  | 'APP'
  /** まだない / None yet. */
  | 'NONE'
  /** パスキー / A passkey. */
  | 'PASSKEY';

/** ログインが止まった理由 / Why a sign-in session ended. */
export type SessionEndReason =
  /** 端末が止められた / The device was revoked. */
  | 'DEVICE_REVOKED'
  /** 期限が切れた / It expired. */
  | 'EXPIRED'
  /** IDが止められた / The ID was deactivated. */
  | 'ID_DEACTIVATED'
  /** 止められた / Revoked. */
  | 'REVOKED'
  /** サインアウトした / Signed out. */
  | 'SIGNED_OUT';

/** 同時利用の疑いについての判断 / What was found about an ID that may be shared. */
export type SharedIdDecideInput = {
  /** 読み込んだ版 / Version that was read. */
  expectedVersion: number;
  /** 確かめたことと伝えたこと(300文字まで) / What was found and said, at most 300 characters. */
  note: string;
  /** 判断 / The decision. */
  outcome: SharedIdOutcome;
};

/** 同時利用の疑いの判断 / What came of it. */
export type SharedIdOutcome =
  /** 1人で使っていた / It was one person. */
  | 'ONE_PERSON'
  /** 複数人で使っていたので、指導した / It was shared; they were told not to. */
  | 'SHARED_ADVISED'
  /** 複数人で使っていたので、IDを止めた / It was shared; the ID is stopped. */
  | 'SHARED_STOPPED';

/** 疑いの理由 / Why it looks shared. */
export type SharedIdReasonKind =
  /** 2台が短い間に交互に使われた / To and fro between them within half an hour. */
  | 'BACK_AND_FORTH'
  /** 機種ごとに本人確認の方法が違う / Another way of proving oneself on each kind of device. */
  | 'MIXED_FACTORS'
  /** 2台が交互に使われ続けた / To and fro, on and on. */
  | 'ONGOING'
  /** 2つの事業所の端末が同時に使われた / Devices of two facilities at the same moment. */
  | 'TWO_FACILITIES'
  /** 別々のネットワークの2台が同時に使われた / Two devices at once on two networks. */
  | 'TWO_NETWORKS';

/** 画面に書いた署名(PNG、40 KBまで) / A signature drawn on the screen: PNG, at most 40 KB. */
export type SignatureInput = {
  /** 画像(base64) / The picture in base64. */
  base64: string;
  /** image/png / image/png. */
  contentType: string;
};

/** 便 / Stool. */
export type StoolInput = {
  /** 血が混じる / With blood. */
  blood?: boolean | null | undefined;
  /** 便の形 ブリストル1–7 / Bristol form. */
  bristol: number;
  /** 回数 0–30。0は「出ていない」 / How often; 0: none. */
  count: number;
};

/** 世話役の後任 / Who follows as steward of a room. */
export type SuccessorInput = {
  /** StewardSeat の id / Id of the StewardSeat. */
  seatId: string;
  /** 後任。その部屋の参加者 / The successor, a member of that room. */
  userId: string;
};

/** 困っている参加者の引き継ぎ / Handing a member over to the centre. */
export type SupportReferralInput = {
  /** アプリが作るID。同じものは1件 / Id made by the client; the same is one referral. */
  idempotencyKey: string;
  /** 困っている参加者 / The member who struggles. */
  membershipId: string;
  /** 内容(500文字まで)。「その他」では必須 / Note, up to 500 characters; needed for OTHER. */
  note?: string | null | undefined;
  /** 部屋 / Room. */
  roomId: string;
  /** 困っていること / Topic. */
  topic: SupportTopic;
};

/** 困っていること / What a member struggles with. */
export type SupportTopic =
  /** 端末 / Device. */
  | 'DEVICE'
  /** お知らせ / Notifications. */
  | 'NOTIFICATIONS'
  /** その他。内容に書く / Something else, said in the note. */
  | 'OTHER'
  /** 写真 / Photos. */
  | 'PHOTOS'
  /** 書き込み / Posting. */
  | 'POSTING'
  /** サインイン / Signing in. */
  | 'SIGN_IN';

/** どの判断の文か / For which decision. */
export type TemplateDecision =
  /** 部屋の確認 / Look into a room. */
  | 'INSPECT'
  /** 却下 / Reject. */
  | 'REJECT'
  /** 差し戻し / Return. */
  | 'RETURN';

/** 検査の結果 / A result of a test. */
export type TestResultInput = {
  /** 検査の日 / Day of the test. */
  date: string;
  /** 検査の名前 / Name of the test. */
  name: string;
  /** 単位 / Unit. */
  unit?: string | null | undefined;
  /** 値 / Value. */
  value: string;
};

/** これから送る写真 / A photo that is about to be brought. */
export type UploadCreateInput = {
  /** バイト数（写真は30MB、書類は20MBまで） / Bytes, at most 30 MB of a photo and 20 MB of a document. */
  byteSize: number;
  /** 形式。写真はimage/jpeg、image/png、image/webp、image/heic、書類はapplication/pdf / Format: image/jpeg, image/png, image/webp or image/heic, or application/pdf. */
  contentType: string;
  /** アップロードのID（端末で作るUUIDv7） / Client-made UUIDv7. */
  idempotencyKey: string;
  /** 部屋 / The room. */
  roomId: string;
  /** SHA-256（16進64けた） / SHA-256 in 64 hex digits. */
  sha256: string;
};

/** アップロードの状態 / How far an upload has come. */
export type UploadState =
  /** 検査待ち。だれにも見えない / Brought, and waits to be looked through; nobody sees it. */
  | 'CHECKING'
  /** 届いた / There. */
  | 'READY'
  /** まだ届いていない / Not brought yet. */
  | 'WAITING';

/** 利用者が直せる誤りの種類 / Kinds of problem a user can fix. */
export type UserErrorCode =
  /** すでにある / There is one already. */
  | 'ALREADY_EXISTS'
  /** 返信で公開範囲は広げられない / A reply may not widen its parent's audience. */
  | 'AUDIENCE_TOO_WIDE'
  /** 空欄 / Must not be blank. */
  | 'BLANK'
  /** 部屋に必ずいる区分は外せない / Mandatory categories cannot be declined. */
  | 'CATEGORY_MANDATORY'
  /** 有効な同意が要る / A consent in force is needed. */
  | 'CONSENT_REQUIRED'
  /** 同意が撤回されました / The consent was withdrawn. */
  | 'CONSENT_WITHDRAWN'
  /** この書類は受け取れません / This document cannot be taken. */
  | 'DOCUMENT_NOT_ALLOWED'
  /** 直せる時間を過ぎた / Past the edit window; add a correction instead. */
  | 'EDIT_WINDOW_PASSED'
  /** ウイルス検査で止められました / Stopped by the virus scanner. */
  | 'FILE_QUARANTINED'
  /** ファイルが大きすぎます / The file is too large. */
  | 'FILE_TOO_LARGE'
  /** このファイルは送れません / This file cannot be taken. */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** 許可されていない / Not allowed. */
  | 'FORBIDDEN'
  /** 入力間違いと思われる値。confirmImplausibleで続行 / Implausible value; resend with confirmImplausible. */
  | 'IMPLAUSIBLE_VALUE'
  /** 正しくない値 / Not a valid value. */
  | 'INVALID'
  /** 今の状態ではできない / Not possible in the present state. */
  | 'INVALID_STATE'
  /** 有効なIDがない参加者がいる / A member has no active ID. */
  | 'MEMBER_HAS_NO_ID'
  /** マイナンバーは登録できない / An Individual Number must not be stored. */
  | 'MY_NUMBER_NOT_ALLOWED'
  /** 在宅サービスを提供する人だけ / Members must serve this patient. */
  | 'NOT_A_CARE_PROVIDER'
  /** 見つからない / Not found. */
  | 'NOT_FOUND'
  /** 紙がまだ届いていない / The paper has not come yet. */
  | 'PAPER_MISSING'
  /** 私物の端末は使えない / Personal devices are not allowed. */
  | 'PERSONAL_DEVICE_NOT_ALLOWED'
  /** 誓約が必要 / A pledge is needed. */
  | 'PLEDGE_REQUIRED'
  /** もう一度の本人確認が要る / Prove again who you are. */
  | 'PROOF_REQUIRED'
  /** 本人の署名か、代理の理由がいる / Needs the patient's signature or a stated reason for proxy. */
  | 'PROXY_REASON_REQUIRED'
  /** 部屋は書き込めません / The room takes no more posts. */
  | 'ROOM_CLOSED'
  /** 1つのIDは1人だけ / One ID is for one person only. */
  | 'SHARED_ID_NOT_ALLOWED'
  /** 署名のあとで同意が撤回か変更された / Withdrawn or changed after it was signed. */
  | 'SIGNED_BEFORE'
  /** ほかの人が先に変えた / Somebody else changed it first. */
  | 'STALE_VERSION'
  /** 世話役は参加者のうち1名 / Exactly one steward, and a member. */
  | 'STEWARD_REQUIRED'
  /** 世話役の後任が必要 / A successor as steward is needed. */
  | 'SUCCESSOR_REQUIRED'
  /** 長すぎる / Too long. */
  | 'TOO_LONG'
  /** 写真がまだ届いていません / The file has not arrived yet. */
  | 'UPLOAD_NOT_READY';

/** 人の種類 / Kinds of user. */
export type UserKind =
  /** 支援センターの職員 / An officer of the support center. */
  | 'CENTER_OFFICER'
  /** 家族 / A family member. */
  | 'FAMILY'
  /** 利用者（患者）本人 / The patient. */
  | 'PATIENT'
  /** 医療・介護の専門職 / A professional. */
  | 'PROFESSIONAL'
  /** 連携システム / A partner system posting as itself. */
  | 'SYSTEM';

/** IDを止める理由 / Why an ID is stopped. */
export type UserSuspendInput = {
  /** 理由(300文字まで) / Reason, at most 300 characters. */
  reason: string;
};

/** 診療の記録。在宅医療情報連携加算の項目 / Facts of a visit. */
export type VisitInput = {
  /** 医療・ケアの留意点（1000文字まで） / What to mind in care. */
  careAdvice?: string | null | undefined;
  /** 次回の診療の予定日 YYYY-MM-DD / Day of the next visit. */
  nextVisitOn?: string | null | undefined;
  /** 変更の概要（1000文字まで） / In what it changed, at most 1,000 characters. */
  planChange?: string | null | undefined;
  /** 治療方針に変更があるか / Whether the plan of treatment changed. */
  planChanged: boolean;
  /** 人生の最終段階や急変時の希望（1000文字まで） / Wishes for the last stage of life and for emergencies. */
  wishes?: string | null | undefined;
};

/** 何日かで見て注意のいること / What stands out over days. */
export type VitalAlert =
  /** 便に血が混じる / Blood in the stool. */
  | 'BLOOD_IN_STOOL'
  /** 転倒・転落 / A fall. */
  | 'FALL'
  /** 1日の水分が800mL未満 / Less than 800 mL drunk in a day. */
  | 'LOW_FLUID'
  /** 3食続けて半分以下 / Half or less of three meals running. */
  | 'LOW_MEALS'
  /** 1日の尿量が400mL未満 / Less than 400 mL of urine in a day. */
  | 'LOW_URINE'
  /** 24時間に2回、薬を飲んでいない / Two doses not taken within 24 hours. */
  | 'MISSED_MEDICINES'
  /** 3日便がない / No stool for three days. */
  | 'NO_STOOL'
  /** 7日で体重が2kg以上変わった / Weight changed by 2 kg or more within 7 days. */
  | 'WEIGHT_CHANGE_IN_WEEK'
  /** 1か月で体重が5%以上減った / Weight fell by 5 % or more within a month. */
  | 'WEIGHT_LOSS_IN_MONTH'
  /** 前より意識が悪い / Less awake than before. */
  | 'WORSE_CONSCIOUSNESS';

/** 測ったときの様子 / The circumstances of a measurement. */
export type VitalContext =
  /** 動いたあと / After exercise. */
  | 'AFTER_EXERCISE'
  /** 食後 / After a meal. */
  | 'AFTER_MEAL'
  /** 安静時 / At rest. */
  | 'AT_REST'
  /** 食前 / Before a meal. */
  | 'BEFORE_MEAL'
  /** 酸素吸入中 / On oxygen. */
  | 'ON_OXYGEN'
  /** 酸素なし / On room air. */
  | 'ROOM_AIR';

/** 限度との関係 / How a value stands to its limits. */
export type VitalFlag =
  /** 注意の限度以上 / At or above the alert limit. */
  | 'CRITICAL_HIGH'
  /** 注意の限度より低い / Below the alert limit. */
  | 'CRITICAL_LOW'
  /** 高め / High, worth a note. */
  | 'HIGH'
  /** 低め / Low, worth a note. */
  | 'LOW'
  /** ふつう / Within limits. */
  | 'NORMAL';

/** 測ったもの / What was measured. */
export type VitalKind =
  /** 血糖 mg/dL / Blood glucose. */
  | 'BLOOD_GLUCOSE'
  /** 体温 ℃ / Body temperature, Cel. */
  | 'BODY_TEMPERATURE'
  /** 拡張期血圧 mmHg / Diastolic blood pressure. */
  | 'DIASTOLIC'
  /** 飲んだ水分 mL / Fluid drunk. */
  | 'FLUID_INTAKE'
  /** 痛み NRS 0–10 / Pain, numeric rating scale. */
  | 'PAIN'
  /** 脈拍 回/分 / Pulse per minute. */
  | 'PULSE'
  /** 呼吸数 回/分 / Respirations per minute. */
  | 'RESPIRATION'
  /** 経皮的酸素飽和度 % / Oxygen saturation by pulse oximetry. */
  | 'SPO2'
  /** 収縮期血圧 mmHg / Systolic blood pressure. */
  | 'SYSTOLIC'
  /** 尿量 mL / Urine. */
  | 'URINE_VOLUME'
  /** 体重 kg / Body weight. */
  | 'WEIGHT';

/** この人の範囲 / A range of this patient. */
export type VitalRangeInput = {
  /** この値以上で知らせる / Alert at this value and above. */
  criticalHigh?: number | null | undefined;
  /** この値より低いと知らせる / Alert below this value. */
  criticalLow?: number | null | undefined;
  /** この値以上は高め / High at this value and above. */
  high?: number | null | undefined;
  /** 測るもの。水分と尿量は1日で見るので選べない / What is measured; not fluid and urine, which count by day. */
  kind: VitalKind;
  /** この値以下は低め / Low at this value and below. */
  low?: number | null | undefined;
};

/** 値の訂正 / A correction of values. */
export type VitalsCorrectInput = {
  /** 新しい投稿のID（端末で作るUUIDv7） / Client-made UUIDv7; id of the new post. */
  idempotencyKey: string;
  /** 理由（500文字まで） / Why, at most 500 characters. */
  reason: string;
  /** 正しい値。全部を書く / The right values, all of them. */
  vitals: VitalsInput;
};

/** 一度に測った値 / Values measured at one moment. */
export type VitalsInput = {
  /** 清潔 / How the person was washed. */
  bath?: BathKind | null | undefined;
  /** めずらしい値だが正しい / The unusual value is right. */
  confirmImplausible?: boolean | null | undefined;
  /** 意識（JCS） / Consciousness, Japan Coma Scale. */
  consciousness?: JapanComaScale | null | undefined;
  /** 転倒・転落があった / Whether there was a fall. */
  fall?: boolean | null | undefined;
  /** 食事 / Meals. */
  meals?: Array<MealIntakeInput> | null | undefined;
  /** 測定値 / The values. */
  measurements: Array<MeasurementInput>;
  /** 薬 / Medicines. */
  medicines?: Array<MedicineIntakeInput> | null | undefined;
  /** ひとこと（500文字まで） / A note, at most 500 characters. */
  note?: string | null | undefined;
  /** 酸素 L/分 0–15 / Oxygen given, litres per minute. */
  oxygenLitersPerMinute?: number | null | undefined;
  /** 睡眠 時間 0–24 / Hours of sleep, in steps of half an hour. */
  sleepHours?: number | null | undefined;
  /** 便 / Stool. */
  stool?: StoolInput | null | undefined;
  /** 測った時刻 / When they were measured. */
  takenAt: string;
};

/** 今週の確認の署名 / Signature of a weekly check. */
export type WeeklyCheckInput = {
  /** ひとこと(500文字まで)。センターに引き継ぐときは必須 / Note, up to 500 characters; needed to hand over. */
  note?: string | null | undefined;
  /** 結果 / Outcome. */
  outcome: WeeklyCheckOutcome;
  /** 参加をお願いする招待中の参加者 / Invited members to remind. */
  remindMembershipIds?: Array<string> | null | undefined;
};

/** 今週の確認の結果 / Outcome of a weekly check. */
export type WeeklyCheckOutcome =
  /** 問題なし / All is well. */
  | 'ALL_GOOD'
  /** 支援センターに引き継いだ / Handed over to the centre. */
  | 'REFERRED_TO_CENTER'
  /** 参加者に声をかけた / Members were reminded. */
  | 'REMINDED_MEMBERS';

/** きずの評価。DESIGN-R 2020 / A wound as assessed. */
export type WoundAssessInput = {
  /** 写真で囲んだ面積 cm² / Area outlined on a photo, cm². */
  areaCm2?: number | null | undefined;
  /** 評価した時刻 / When it was assessed. */
  assessedAt: string;
  /** 公開範囲。無ければ職員だけ、訂正は元と同じ / Who may see it; the care team if left out, as before for a correction. */
  audience?: Audience | null | undefined;
  /** 訂正する評価 / The assessment that this one corrects. */
  correctsId?: string | null | undefined;
  /** 炎症・感染の3が臨界的定着の疑い（3C） / The 3 is 3C: suspected critical colonisation. */
  criticallyColonized?: boolean | null | undefined;
  /** 深さ / Depth. */
  depth: DesignRDepth;
  /** 滲出液 0・1・3・6 / Exudate. */
  exudate: number;
  /** 肉芽組織 0・1・3・4・5・6 / Granulation. */
  granulation: number;
  /** 評価のID（端末で作るUUIDv7）。投稿のIDにもなる / Client-made UUIDv7; id of the post as well. */
  idempotencyKey: string;
  /** 炎症・感染 0・1・3・9 / Inflammation or infection. */
  inflammation: number;
  /** 長径 cm / Greatest length, cm. */
  lengthCm?: number | null | undefined;
  /** 壊死組織 0・3・6 / Necrotic tissue. */
  necrosis: number;
  /** ひとこと（4000文字まで）。投稿の本文になる / A note; the text of the post. */
  note?: string | null | undefined;
  /** ポケット 0・6・9・12・24 / Pocket. */
  pocket: number;
  /** 部屋 / The room. */
  roomId: string;
  /** 部位（60文字まで） / Where on the body, at most 60 characters. */
  site: string;
  /** 大きさ 0・3・6・8・9・12・15 / Size. */
  size: number;
  /** 写真（10枚まで）。すべて身体の写真として扱う / Photos, at most 10; each is one of the body. */
  uploads?: Array<PostUploadInput> | null | undefined;
  /** 長径に直交する最大径 cm / Greatest width at right angles to it, cm. */
  widthCm?: number | null | undefined;
  /** 前に評価したきず。無ければ新しいきず / A wound assessed before; a new one if left out. */
  woundId?: string | null | undefined;
};

export type PatientRegisterMutationVariables = Exact<{
  input: PatientRegisterInput;
}>;


export type PatientRegisterMutation = { patientRegister: { patient: { id: string, name: string | null } | null, possibleDuplicates: Array<{ id: string, name: string | null, nameKana: string | null, birthDate: string | null, room: { id: string } | null }>, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PatientInPreparationQueryVariables = Exact<{
  id: string;
}>;


export type PatientInPreparationQuery = { patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, consent: { id: string, status: ConsentStatus, signedAt: string, categories: Array<{ category: InformationCategory, granted: boolean }> } | null, consents: Array<{ id: string, status: ConsentStatus, version: number, receiptNumber: string, signedAt: string, giverName: string, viewerCanAttach: boolean, viewerCanPrint: boolean, papers: Array<{ id: string, pages: number }>, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null, channel: ConsentChannel | null, receivedAt: string | null }> }> | null, room: { id: string } | null } | null, viewer: { id: string, user: { id: string, displayName: string }, roomApplications: Array<{ id: string, form: FormCode, applicantName: string, receiptNumber: string, status: ApplicationStatus, version: number, decisionReason: string | null, viewerCanResubmit: boolean, entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, comments: Array<{ field: Array<string>, text: string }>, officer: { id: string, displayName: string } | null }>, details:
        | { __typename: 'RoomChangeDetails' }
        | { __typename: 'RoomClosureDetails' }
        | { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string } | null, facility: { id: string, name: string } | null }> }
      , patient: { id: string } | null }> | null } | null };

export type PatientFormPartsQueryVariables = Exact<{
  id: string;
  blocks?: Array<ProfileBlock> | ProfileBlock | null | undefined;
  medicalHistory: boolean;
  medications: boolean;
  testResults: boolean;
  careServices: boolean;
  insurance: boolean;
  hospitals: boolean;
  disasterSafety: boolean;
  familyContacts: boolean;
}>;


export type PatientFormPartsQuery = { patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, allergies?: Array<string> | null, disasterNote?: string | null, medicalHistory?: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications?: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults?: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices?: Array<{ kind: string, providerName: string | null, schedule: string | null, provider: { id: string } | null }> | null, medicalInsurance?: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance?: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital?: { name: string, department: string | null, phone: string | null } | null, readmissionHospital?: { name: string, department: string | null, phone: string | null } | null, familyContacts?: Array<{ id: string, version: number, name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, profileBlocks: Array<{ block: ProfileBlock, version: number, updatedAt: string | null, updatedByName: string | null, viewerCanUpdate: boolean, broughtAlong: Array<{ place: number, roomNumber: string, districtName: string | null, broughtAt: string, broughtByName: string }> }> } | null };

export type FacilitySearchQueryVariables = Exact<{
  query: string;
}>;


export type FacilitySearchQuery = { facilities: { nodes: Array<{ id: string, name: string, kind: FacilityKind, municipality: string }> } };

export type FacilityStaffQueryVariables = Exact<{
  id: string;
}>;


export type FacilityStaffQuery = { facility: { id: string, name: string, staff: { nodes: Array<{ id: string, professions: Array<Profession>, user: { id: string, displayName: string, displayNameKana: string | null, enrolledAt: string | null, deactivatedAt: string | null } }> } } | null };

export type AccountLookupQueryVariables = Exact<{
  accountName: string;
}>;


export type AccountLookupQuery = { userByAccountName: { id: string, kind: UserKind, displayName: string } | null };

export type RoomCreationApplyMutationVariables = Exact<{
  input: RoomCreationApplyInput;
}>;


export type RoomCreationApplyMutation = { roomCreationApply: { roomApplication: { id: string, receiptNumber: string, expectedBy: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomImportsQueryVariables = Exact<{
  id: string;
}>;


export type RoomImportsQuery = { room: { id: string, viewerCanImport: boolean, hasBroughtPosts: boolean, imports: Array<{ id: string, state: RoomImportState, roomNumber: string, districtName: string | null, madeAt: string, madeByName: string, madeByFacilityName: string | null, purpose: RoomExportPurpose | null, signingKey: string, isKnownKey: boolean, broughtByName: string, broughtAt: string, expiresAt: string, endedAt: string | null, taken: Array<{ category: InformationCategory, count: number }> }> } | null };

export type RoomImportPreviewQueryVariables = Exact<{
  id: string;
}>;


export type RoomImportPreviewQuery = { room: { id: string, imports: Array<{ id: string, preview: { entries: Array<{ id: string, block: ProfileBlock, place: number, standing: BroughtStanding, presentPlace: number | null }>, content: { allergies: Array<string> | null, disasterNote: string | null, basics: { name: string, nameKana: string, sex: AdministrativeSex, birthDate: string, postalCode: string | null, address: string, phone: string | null } | null, familyContacts: Array<{ name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, medicalHistory: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices: Array<{ kind: string, providerName: string | null, schedule: string | null }> | null, medicalInsurance: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital: { name: string, department: string | null, phone: string | null } | null, readmissionHospital: { name: string, department: string | null, phone: string | null } | null }, present: { allergies: Array<string> | null, disasterNote: string | null, basics: { name: string, nameKana: string, sex: AdministrativeSex, birthDate: string, postalCode: string | null, address: string, phone: string | null } | null, familyContacts: Array<{ name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, medicalHistory: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices: Array<{ kind: string, providerName: string | null, schedule: string | null }> | null, medicalInsurance: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital: { name: string, department: string | null, phone: string | null } | null, readmissionHospital: { name: string, department: string | null, phone: string | null } | null }, closed: Array<{ category: InformationCategory, count: number }>, posts: { count: number, known: number, from: string | null, until: string | null, isOpen: boolean } } | null }> } | null };

export type RoomImportRowFragment = { id: string, state: RoomImportState, roomNumber: string, districtName: string | null, madeAt: string, madeByName: string, madeByFacilityName: string | null, purpose: RoomExportPurpose | null, signingKey: string, isKnownKey: boolean, broughtByName: string, broughtAt: string, expiresAt: string, endedAt: string | null, taken: Array<{ category: InformationCategory, count: number }> };

export type RoomImportTakeMutationVariables = Exact<{
  id: string;
  entries: Array<string> | string;
  posts: boolean;
  keyCompared: boolean;
}>;


export type RoomImportTakeMutation = { roomImportTake: { roomImport: { id: string, state: RoomImportState, roomNumber: string, districtName: string | null, madeAt: string, madeByName: string, madeByFacilityName: string | null, purpose: RoomExportPurpose | null, signingKey: string, isKnownKey: boolean, broughtByName: string, broughtAt: string, expiresAt: string, endedAt: string | null, taken: Array<{ category: InformationCategory, count: number }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomImportCancelMutationVariables = Exact<{
  id: string;
}>;


export type RoomImportCancelMutation = { roomImportCancel: { roomImport: { id: string, state: RoomImportState, roomNumber: string, districtName: string | null, madeAt: string, madeByName: string, madeByFacilityName: string | null, purpose: RoomExportPurpose | null, signingKey: string, isKnownKey: boolean, broughtByName: string, broughtAt: string, expiresAt: string, endedAt: string | null, taken: Array<{ category: InformationCategory, count: number }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type BroughtPostsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type BroughtPostsQuery = { room: { id: string, broughtPosts: { nodes: Array<{ sourceId: string, roomNumber: string, audience: BroughtAudience, isImportant: boolean, authorLabel: string, body: string | null, readings: Array<string>, observedAt: string, writtenAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type CenterRoomFragment = { id: string, roomNumber: string, status: RoomStatus, openedAt: string | null, centerView: { memberCount: number, waitingCount: number, hasSteward: boolean, checkOverdueSince: string | null, lastUsedOn: string | null, consentInForce: boolean, isInspecting: boolean, facilities: Array<{ name: string, facility: { id: string } | null }> } | null };

export type CenterRoomsQueryVariables = Exact<{
  filter?: RoomFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type CenterRoomsQuery = { rooms: { totalCount: number | null, nodes: Array<{ id: string, roomNumber: string, status: RoomStatus, openedAt: string | null, centerView: { memberCount: number, waitingCount: number, hasSteward: boolean, checkOverdueSince: string | null, lastUsedOn: string | null, consentInForce: boolean, isInspecting: boolean, facilities: Array<{ name: string, facility: { id: string } | null }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReviewTaskRowFragment = { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null };

export type InboxScreenQueryVariables = Exact<{
  states?: Array<ReviewTaskState> | ReviewTaskState | null | undefined;
  query?: string | null | undefined;
}>;


export type InboxScreenQuery = { reviewTasks: { totalCount: number | null, changeCursor: string | null, nodes: Array<{ id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null }> } };

export type ApplicationViewFragment = { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, possibleDuplicates: Array<{ roomNumber: string | null, receiptNumber: string | null }>, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details:
    | { __typename: 'RoomChangeDetails', effectiveAt: string, newStewardName: string | null, changeReason: string | null, newSteward: { id: string } | null, add: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, remove: Array<{ membershipId: string, displayName: string, role: RoomRole, endsAt: string, calledOffAt: string | null }> }
    | { __typename: 'RoomClosureDetails', note: string | null, informed: string, exportToName: string | null, closureReason: RoomClosureReason, copies: Array<{ facilityName: string, isSaved: boolean, facility: { id: string } | null }> }
    | { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, filledBlocks: Array<ProfileBlock> | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null }
  , entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, comments: Array<{ field: Array<string>, text: string }>, officer: { id: string, displayName: string } | null }> };

export type RoomApplicationStepFragment = { status: ApplicationStatus, at: string, reason: string | null, comments: Array<{ field: Array<string>, text: string }>, officer: { id: string, displayName: string } | null };

export type RoomChangePartsFragment = { effectiveAt: string, newStewardName: string | null, changeReason: string | null, newSteward: { id: string } | null, add: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, remove: Array<{ membershipId: string, displayName: string, role: RoomRole, endsAt: string, calledOffAt: string | null }> };

export type RoomClosurePartsFragment = { note: string | null, informed: string, exportToName: string | null, closureReason: RoomClosureReason, copies: Array<{ facilityName: string, isSaved: boolean, facility: { id: string } | null }> };

export type IdChangeLinesFragment = { kind: IdChangeKind, personName: string, personNameKana: string | null, effectiveAt: string | null, reason: string | null, changes: Array<{ item: IdChangeItem, before: string | null, after: string | null }> };

export type IdChangeViewFragment = { facilityName: string, endedAt: string | null, carriedOutAt: string | null, kind: IdChangeKind, personName: string, personNameKana: string | null, effectiveAt: string | null, reason: string | null, user: { id: string, displayName: string } | null, seats: Array<{ id: string, roomNumber: string | null, successorName: string | null, isVacant: boolean, successor: { id: string } | null, candidates: Array<{ id: string, displayName: string }> }>, changes: Array<{ item: IdChangeItem, before: string | null, after: string | null }> };

export type IdApplicationViewFragment = { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, decisionReason: string | null, version: number, viewerCanReview: boolean, filedAt: string, dueOn: string, comments: Array<{ field: Array<string>, text: string }>, earlier: { comments: Array<{ field: Array<string>, text: string }>, filedBefore:
      | { __typename: 'IdChangeDetails', kind: IdChangeKind, personName: string, personNameKana: string | null, effectiveAt: string | null, reason: string | null, changes: Array<{ item: IdChangeItem, before: string | null, after: string | null }> }
      | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null }> }
     } | null, entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, officer: { id: string, displayName: string } | null }>, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, pledges: Array<{ id: string, signerName: string, signedOn: string, textVersion: string | null }>, facility: { id: string, name: string } | null, filed:
    | { __typename: 'IdChangeDetails', facilityName: string, endedAt: string | null, carriedOutAt: string | null, kind: IdChangeKind, personName: string, personNameKana: string | null, effectiveAt: string | null, reason: string | null, user: { id: string, displayName: string } | null, seats: Array<{ id: string, roomNumber: string | null, successorName: string | null, isVacant: boolean, successor: { id: string } | null, candidates: Array<{ id: string, displayName: string }> }>, changes: Array<{ item: IdChangeItem, before: string | null, after: string | null }> }
    | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, outcome: IssueOutcome | null, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null, issuedUser: { id: string, enrolledAt: string | null, enrolmentCodeExpiresAt: string | null } | null, link: { id: string, proposedAt: string, answeredAt: string | null, isAccepted: boolean | null } | null, matches: Array<{ id: string, reasons: Array<MatchReason>, isStrong: boolean, districtName: string | null, user: { id: string, displayName: string } | null }> }> }
   };

export type SharedIdViewFragment = { id: string, openedAt: string, lastSeenAt: string, outcome: SharedIdOutcome | null, note: string | null, decidedAt: string | null, version: number, viewerCanDecide: boolean, user: { id: string, displayName: string, deactivatedAt: string | null } | null, reasons: Array<{ kind: SharedIdReasonKind, count: number, firstAt: string, lastAt: string }>, decidedBy: { id: string, displayName: string } | null, lanes: Array<{ id: string, label: string | null, deviceName: string | null, methods: Array<AuthenticationMethod>, isSignedIn: boolean, facility: { id: string, name: string } | null, uses: Array<{ at: string, network: number, networkHint: string | null }> }> };

export type TaskScreenQueryVariables = Exact<{
  id: string;
}>;


export type TaskScreenQuery = { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, subject:
      | { __typename: 'Consent', id: string, version: number, giver: ConsentGiver, giverName: string, proxyRelation: string | null, disasterUse: boolean, expiresOn: string | null, signedAt: string, viewerCanReview: boolean, withdrawnAt: string | null, withdrawalReason: string | null, explainedByName: string, consentStatus: ConsentStatus, patient: { id: string } | null, categories: Array<{ category: InformationCategory, granted: boolean, mandatory: boolean, visibleToFamily: boolean, visibleToPartners: boolean }>, papers: Array<{ id: string, pages: number }>, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null, channel: ConsentChannel | null, receivedAt: string | null }> }
      | { __typename: 'DormancyReview', id: string, roomNumber: string, openedAt: string, lastActivityOn: string, dueOn: string, isLate: boolean, decision: DormancyDecision | null, decisionReason: string | null, decidedByName: string | null, decidedAt: string | null, endedAt: string | null, viewerCanWork: boolean, reviewState: DormancyState, askedApplicant: string | null, applicantAnswer: { keep: boolean, channel: DormancyChannel, askedOn: string, note: string | null } | null, patientAnswer: { keep: boolean, channel: DormancyChannel, askedOn: string, note: string | null } | null, steps: Array<{ kind: DormancyEntryKind, at: string, party: DormancyParty | null, channel: DormancyChannel | null, askedOn: string | null, keep: boolean | null, note: string | null, actorName: string | null }>, patient: { id: string, name: string | null, nameKana: string | null } | null }
      | { __typename: 'IdApplication', id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, decisionReason: string | null, version: number, viewerCanReview: boolean, filedAt: string, dueOn: string, comments: Array<{ field: Array<string>, text: string }>, earlier: { comments: Array<{ field: Array<string>, text: string }>, filedBefore:
            | { __typename: 'IdChangeDetails', kind: IdChangeKind, personName: string, personNameKana: string | null, effectiveAt: string | null, reason: string | null, changes: Array<{ item: IdChangeItem, before: string | null, after: string | null }> }
            | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null }> }
           } | null, entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, officer: { id: string, displayName: string } | null }>, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, pledges: Array<{ id: string, signerName: string, signedOn: string, textVersion: string | null }>, facility: { id: string, name: string } | null, filed:
          | { __typename: 'IdChangeDetails', facilityName: string, endedAt: string | null, carriedOutAt: string | null, kind: IdChangeKind, personName: string, personNameKana: string | null, effectiveAt: string | null, reason: string | null, user: { id: string, displayName: string } | null, seats: Array<{ id: string, roomNumber: string | null, successorName: string | null, isVacant: boolean, successor: { id: string } | null, candidates: Array<{ id: string, displayName: string }> }>, changes: Array<{ item: IdChangeItem, before: string | null, after: string | null }> }
          | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, outcome: IssueOutcome | null, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null, issuedUser: { id: string, enrolledAt: string | null, enrolmentCodeExpiresAt: string | null } | null, link: { id: string, proposedAt: string, answeredAt: string | null, isAccepted: boolean | null } | null, matches: Array<{ id: string, reasons: Array<MatchReason>, isStrong: boolean, districtName: string | null, user: { id: string, displayName: string } | null }> }> }
         }
      | { __typename: 'RoomApplication', id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, possibleDuplicates: Array<{ roomNumber: string | null, receiptNumber: string | null }>, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details:
          | { __typename: 'RoomChangeDetails', effectiveAt: string, newStewardName: string | null, changeReason: string | null, newSteward: { id: string } | null, add: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, remove: Array<{ membershipId: string, displayName: string, role: RoomRole, endsAt: string, calledOffAt: string | null }> }
          | { __typename: 'RoomClosureDetails', note: string | null, informed: string, exportToName: string | null, closureReason: RoomClosureReason, copies: Array<{ facilityName: string, isSaved: boolean, facility: { id: string } | null }> }
          | { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, filledBlocks: Array<ProfileBlock> | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null }
        , entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, comments: Array<{ field: Array<string>, text: string }>, officer: { id: string, displayName: string } | null }> }
      | { __typename: 'RosterReminder', id: string, year: number, dueOn: string }
      | { __typename: 'SharedIdCase', id: string, openedAt: string, lastSeenAt: string, outcome: SharedIdOutcome | null, note: string | null, decidedAt: string | null, version: number, viewerCanDecide: boolean, user: { id: string, displayName: string, deactivatedAt: string | null } | null, reasons: Array<{ kind: SharedIdReasonKind, count: number, firstAt: string, lastAt: string }>, decidedBy: { id: string, displayName: string } | null, lanes: Array<{ id: string, label: string | null, deviceName: string | null, methods: Array<AuthenticationMethod>, isSignedIn: boolean, facility: { id: string, name: string } | null, uses: Array<{ at: string, network: number, networkHint: string | null }> }> }
      | { __typename: 'SupportReferral', id: string, roomNumber: string, topic: SupportTopic, memberName: string, referredByName: string, createdAt: string, supportNote: string | null }
      | { __typename: 'Suspension', id: string, startedAt: string, endedAt: string | null, stoppedFor: string, person: { id: string, displayName: string } | null, startedBy: { id: string, displayName: string } | null }
      | { __typename: 'WeeklyCheck', id: string, roomNumber: string, weekOf: string, completedAt: string | null, completedByName: string | null, checkOutcome: WeeklyCheckOutcome | null, checkNote: string | null, findings: { postCount: number, consentExpiresOn: string | null } }
     | null, assignee: { id: string, displayName: string } | null } | null, reasonTemplates: Array<{ id: string | null, decision: TemplateDecision, label: string, text: string }> };

export type ApplicationReviewMutationVariables = Exact<{
  id: string;
  input: ReviewInput;
  comments?: Array<RoomApplicationCommentInput> | RoomApplicationCommentInput | null | undefined;
}>;


export type ApplicationReviewMutation = { roomApplicationReview: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type IdApplicationReviewMutationVariables = Exact<{
  id: string;
  input: IdApplicationReviewInput;
}>;


export type IdApplicationReviewMutation = { idApplicationReview: { issued: Array<{ applicantId: string, userId: string, outcome: IssueOutcome, accountName: string | null, enrolmentCode: string | null, codeExpiresAt: string | null }>, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type NameSuccessorsMutationVariables = Exact<{
  id: string;
  successors: Array<SuccessorInput> | SuccessorInput;
  expectedVersion: number;
}>;


export type NameSuccessorsMutation = { idChangeNameSuccessors: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SharedIdDecideMutationVariables = Exact<{
  id: string;
  input: SharedIdDecideInput;
}>;


export type SharedIdDecideMutation = { sharedIdDecide: { sharedIdCase: { id: string, openedAt: string, lastSeenAt: string, outcome: SharedIdOutcome | null, note: string | null, decidedAt: string | null, version: number, viewerCanDecide: boolean, user: { id: string, displayName: string, deactivatedAt: string | null } | null, reasons: Array<{ kind: SharedIdReasonKind, count: number, firstAt: string, lastAt: string }>, decidedBy: { id: string, displayName: string } | null, lanes: Array<{ id: string, label: string | null, deviceName: string | null, methods: Array<AuthenticationMethod>, isSignedIn: boolean, facility: { id: string, name: string } | null, uses: Array<{ at: string, network: number, networkHint: string | null }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ApplicationExecuteMutationVariables = Exact<{
  id: string;
}>;


export type ApplicationExecuteMutation = { roomApplicationExecute: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TaskCloseMutationVariables = Exact<{
  id: string;
  note: string;
}>;


export type TaskCloseMutation = { reviewTaskClose: { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TaskClaimMutationVariables = Exact<{
  id: string;
}>;


export type TaskClaimMutation = { reviewTaskClaim: { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TaskReleaseMutationVariables = Exact<{
  id: string;
}>;


export type TaskReleaseMutation = { reviewTaskRelease: { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ReviewTaskChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ReviewTaskChangesSubscription = { reviewTaskChanged: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } };

export type RetentionViewFragment = { roomId: string, roomNumber: string, status: RoomStatus, closureReason: RoomClosureReason | null, startedAt: string, closesAt: string, closedAt: string | null, recordClass: RecordClass | null, years: number | null, holdEndsOn: string | null, legalHold: { id: string, setAt: string } | null };

export type ClosingScreenQueryVariables = Exact<{
  statuses?: Array<RoomStatus> | RoomStatus | null | undefined;
  after?: string | null | undefined;
}>;


export type ClosingScreenQuery = { roomRetentions: { nodes: Array<{ roomId: string, roomNumber: string, status: RoomStatus, closureReason: RoomClosureReason | null, startedAt: string, closesAt: string, closedAt: string | null, recordClass: RecordClass | null, years: number | null, holdEndsOn: string | null, legalHold: { id: string, setAt: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type RetentionScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type RetentionScreenQuery = { roomRetention: { version: number, viewerCanHold: boolean, viewerCanLift: boolean, viewerCanPurge: boolean, roomId: string, roomNumber: string, status: RoomStatus, closureReason: RoomClosureReason | null, startedAt: string, closesAt: string, closedAt: string | null, recordClass: RecordClass | null, years: number | null, holdEndsOn: string | null, purge: { begunAt: string | null, confirmations: Array<{ officerName: string, at: string }>, certificate: { erasedAt: string, sha256: string, parts: Array<{ service: string, erasedAt: string, sha256: string, counts: Array<{ name: string, count: number }> }> } | null } | null, legalHolds: Array<{ id: string, reason: string | null, setByName: string | null, setAt: string, liftReason: string | null, liftedByName: string | null, liftedAt: string | null }>, legalHold: { id: string, setAt: string } | null } | null };

export type RoomRetentionDatesQueryVariables = Exact<{
  id: string;
}>;


export type RoomRetentionDatesQuery = { room: { id: string, retention: { roomId: string, roomNumber: string, status: RoomStatus, closureReason: RoomClosureReason | null, startedAt: string, closesAt: string, closedAt: string | null, recordClass: RecordClass | null, years: number | null, holdEndsOn: string | null, legalHold: { id: string, setAt: string } | null } | null } | null };

export type LegalHoldSetMutationVariables = Exact<{
  roomId: string;
  input: LegalHoldSetInput;
}>;


export type LegalHoldSetMutation = { roomLegalHoldSet: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type LegalHoldLiftMutationVariables = Exact<{
  roomId: string;
  input: LegalHoldLiftInput;
}>;


export type LegalHoldLiftMutation = { roomLegalHoldLift: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomPurgeConfirmMutationVariables = Exact<{
  roomId: string;
  expectedVersion: number;
}>;


export type RoomPurgeConfirmMutation = { roomPurgeConfirm: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConsentViewFragment = { id: string, status: ConsentStatus, version: number, giver: ConsentGiver, giverName: string, proxyRelation: string | null, proxyReason: string | null, method: ConsentMethod, receiptNumber: string, textVersion: string, explainedByName: string, explainedAt: string, signedAt: string, activeSince: string | null, withdrawnAt: string | null, withdrawalReason: string | null, disasterUse: boolean, expiresOn: string | null, viewerCanWithdraw: boolean, viewerCanAmend: boolean, viewerCanPrint: boolean, viewerCanRenew: boolean, papers: Array<{ id: string, pages: number }>, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null, channel: ConsentChannel | null, receivedAt: string | null }>, categories: Array<{ category: InformationCategory, granted: boolean, mandatory: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> };

export type ConsentScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type ConsentScreenQuery = { room: { id: string, consentState: RoomConsentState | null, patient: { id: string, name: string | null, consent: { id: string, status: ConsentStatus, version: number, giver: ConsentGiver, giverName: string, proxyRelation: string | null, proxyReason: string | null, method: ConsentMethod, receiptNumber: string, textVersion: string, explainedByName: string, explainedAt: string, signedAt: string, activeSince: string | null, withdrawnAt: string | null, withdrawalReason: string | null, disasterUse: boolean, expiresOn: string | null, viewerCanWithdraw: boolean, viewerCanAmend: boolean, viewerCanPrint: boolean, viewerCanRenew: boolean, papers: Array<{ id: string, pages: number }>, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null, channel: ConsentChannel | null, receivedAt: string | null }>, categories: Array<{ category: InformationCategory, granted: boolean, mandatory: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null, consents: Array<{ id: string, status: ConsentStatus, version: number, receiptNumber: string, signedAt: string, giverName: string, viewerCanAttach: boolean, viewerCanPrint: boolean, papers: Array<{ id: string, pages: number }>, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null, channel: ConsentChannel | null, receivedAt: string | null }> }> | null } } | null };

export type PendingConsentFragment = { id: string, status: ConsentStatus, version: number, receiptNumber: string, signedAt: string, giverName: string, viewerCanAttach: boolean, viewerCanPrint: boolean, papers: Array<{ id: string, pages: number }>, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null, channel: ConsentChannel | null, receivedAt: string | null }> };

export type ConsentPaperAttachMutationVariables = Exact<{
  id: string;
  input: ConsentPaperAttachInput;
}>;


export type ConsentPaperAttachMutation = { consentPaperAttach: { consent: { id: string, status: ConsentStatus, version: number, receiptNumber: string, signedAt: string, giverName: string, viewerCanAttach: boolean, viewerCanPrint: boolean, papers: Array<{ id: string, pages: number }>, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null, channel: ConsentChannel | null, receivedAt: string | null }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConsentReviewMutationVariables = Exact<{
  id: string;
  input: ReviewInput;
}>;


export type ConsentReviewMutation = { consentReview: { consent: { id: string, status: ConsentStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AccessLineFragment = { id: string, at: string, actorName: string, apiClientName: string | null, authorityLabel: string, deviceLabel: string | null, action: AccessAction, category: InformationCategory | null, subjectLabel: string, outcome: AccessOutcome, actor: { id: string, kind: UserKind } | null, actorFacility: { id: string, name: string } | null };

export type AccessScreenQueryVariables = Exact<{
  roomId: string;
  first: number;
  after?: string | null | undefined;
  filter?: AccessLogFilter | null | undefined;
}>;


export type AccessScreenQuery = { room: { id: string, memberships: { nodes: Array<{ id: string, displayName: string, user: { id: string } | null }> }, patient: { id: string, accessLog: { nodes: Array<{ id: string, at: string, actorName: string, apiClientName: string | null, authorityLabel: string, deviceLabel: string | null, action: AccessAction, category: InformationCategory | null, subjectLabel: string, outcome: AccessOutcome, actor: { id: string, kind: UserKind } | null, actorFacility: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } } | null };

export type ConsentWithdrawMutationVariables = Exact<{
  id: string;
  input: ConsentWithdrawInput;
}>;


export type ConsentWithdrawMutation = { consentWithdraw: { consent: { id: string, status: ConsentStatus, withdrawnAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConsentTextScreenQueryVariables = Exact<{
  locale: string;
}>;


export type ConsentTextScreenQuery = { consentText: { version: string, title: string, effectiveOn: string, sections: Array<{ heading: string, body: string, plainBody: string | null }> } };

export type ConsentSubmitMutationVariables = Exact<{
  input: ConsentSubmitInput;
}>;


export type ConsentSubmitMutation = { consentSubmit: { consent: { id: string, status: ConsentStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConsentAmendMutationVariables = Exact<{
  id: string;
  input: ConsentCategoriesUpdateInput;
}>;


export type ConsentAmendMutation = { consentCategoriesUpdate: { consent: { id: string, status: ConsentStatus, version: number, giver: ConsentGiver, giverName: string, proxyRelation: string | null, proxyReason: string | null, method: ConsentMethod, receiptNumber: string, textVersion: string, explainedByName: string, explainedAt: string, signedAt: string, activeSince: string | null, withdrawnAt: string | null, withdrawalReason: string | null, disasterUse: boolean, expiresOn: string | null, viewerCanWithdraw: boolean, viewerCanAmend: boolean, viewerCanPrint: boolean, viewerCanRenew: boolean, papers: Array<{ id: string, pages: number }>, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null, channel: ConsentChannel | null, receivedAt: string | null }>, categories: Array<{ category: InformationCategory, granted: boolean, mandatory: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type DeviceStandingViewFragment = { requiredFrom: string | null, isRequired: boolean, isSatisfied: boolean, device: { id: string, label: string, status: DeviceStatus } | null };

export type DeviceViewFragment = { id: string, label: string, platform: DevicePlatform, ownership: DeviceOwnership, status: DeviceStatus, securitySoftwareAttested: boolean, registeredAt: string, revokedAt: string | null, revokeReason: string | null, personalUntil: string | null, lastSeenAt: string | null, viewerCanRevoke: boolean, facility: { id: string, name: string } | null };

export type DevicesScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type DevicesScreenQuery = { viewer: { id: string, user: { id: string, kind: UserKind }, activeFacility: { id: string, name: string, administrators: Array<{ id: string, displayName: string }> } | null, deviceStanding: { requiredFrom: string | null, isRequired: boolean, isSatisfied: boolean, device: { id: string, ownership: DeviceOwnership, label: string, status: DeviceStatus } | null }, devices: Array<{ id: string, label: string, platform: DevicePlatform, ownership: DeviceOwnership, status: DeviceStatus, securitySoftwareAttested: boolean, registeredAt: string, revokedAt: string | null, revokeReason: string | null, personalUntil: string | null, lastSeenAt: string | null, viewerCanRevoke: boolean, facility: { id: string, name: string } | null }> } | null };

export type DeviceRegisterMutationVariables = Exact<{
  input: DeviceRegisterInput;
}>;


export type DeviceRegisterMutation = { deviceRegister: { device: { id: string, label: string, platform: DevicePlatform, ownership: DeviceOwnership, status: DeviceStatus, securitySoftwareAttested: boolean, registeredAt: string, revokedAt: string | null, revokeReason: string | null, personalUntil: string | null, lastSeenAt: string | null, viewerCanRevoke: boolean, facility: { id: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type DeviceRevokeMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type DeviceRevokeMutation = { deviceRevoke: { device: { id: string, label: string, platform: DevicePlatform, ownership: DeviceOwnership, status: DeviceStatus, securitySoftwareAttested: boolean, registeredAt: string, revokedAt: string | null, revokeReason: string | null, personalUntil: string | null, lastSeenAt: string | null, viewerCanRevoke: boolean, facility: { id: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type VisitDigestQueryVariables = Exact<{
  id: string;
}>;


export type VisitDigestQuery = { room: { id: string, sinceLastVisit: { since: string, postCount: number, importantCount: number, openAskCount: number, missedMedicines: number, lowMeals: number, importantPosts: Array<{ id: string, audience: Audience, importance: Importance, kind: PostKind, authorName: string, authorProfessionLabel: string | null, createdAt: string, excerpt: string }>, openAsks: Array<{ id: string, audience: Audience, importance: Importance, kind: PostKind, authorName: string, authorProfessionLabel: string | null, createdAt: string, excerpt: string, ask: { dueAt: string, state: AskState, toGroup: MentionGroup | null, takenByName: string | null, toUser: { id: string } | null } | null }>, vitalsOutOfRange: Array<{ takenAt: string, kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, woundChanges: Array<{ id: string, site: string, notation: string, total: number, assessedAt: string, assessedByName: string }> } | null } | null };

export type VisitDigestPartsFragment = { since: string, postCount: number, importantCount: number, openAskCount: number, missedMedicines: number, lowMeals: number, importantPosts: Array<{ id: string, audience: Audience, importance: Importance, kind: PostKind, authorName: string, authorProfessionLabel: string | null, createdAt: string, excerpt: string }>, openAsks: Array<{ id: string, audience: Audience, importance: Importance, kind: PostKind, authorName: string, authorProfessionLabel: string | null, createdAt: string, excerpt: string, ask: { dueAt: string, state: AskState, toGroup: MentionGroup | null, takenByName: string | null, toUser: { id: string } | null } | null }>, vitalsOutOfRange: Array<{ takenAt: string, kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, woundChanges: Array<{ id: string, site: string, notation: string, total: number, assessedAt: string, assessedByName: string }> };

export type DigestPostFragment = { id: string, audience: Audience, importance: Importance, kind: PostKind, authorName: string, authorProfessionLabel: string | null, createdAt: string, excerpt: string };

export type RoomsSinceLastVisitQueryVariables = Exact<{ [key: string]: never; }>;


export type RoomsSinceLastVisitQuery = { viewer: { id: string, rooms: { nodes: Array<{ id: string, sinceLastVisit: { postCount: number, importantCount: number, openAskCount: number, missedMedicines: number, lowMeals: number } | null }> } | null } | null };

export type SettingValueFragment = { number: number | null, flag: boolean | null, day: string | null, choices: Array<string> | null };

export type SettingViewFragment = { key: DistrictSettingKey, kind: DistrictSettingKind, isDefault: boolean, version: number, minimum: number | null, maximum: number | null, options: Array<string> | null, value: { number: number | null, flag: boolean | null, day: string | null, choices: Array<string> | null }, history: Array<{ id: string, version: number, validFrom: string, changedAt: string, value: { number: number | null, flag: boolean | null, day: string | null, choices: Array<string> | null }, changedBy: { id: string, displayName: string } | null }> };

export type TemplateViewFragment = { id: string | null, decision: TemplateDecision, label: string, text: string };

export type SettingsScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsScreenQuery = { district: { id: string, name: string } | null, districtSettings: Array<{ key: DistrictSettingKey, kind: DistrictSettingKind, isDefault: boolean, version: number, minimum: number | null, maximum: number | null, options: Array<string> | null, value: { number: number | null, flag: boolean | null, day: string | null, choices: Array<string> | null }, history: Array<{ id: string, version: number, validFrom: string, changedAt: string, value: { number: number | null, flag: boolean | null, day: string | null, choices: Array<string> | null }, changedBy: { id: string, displayName: string } | null }> }>, reasonTemplates: Array<{ id: string | null, decision: TemplateDecision, label: string, text: string }> };

export type SettingUpdateMutationVariables = Exact<{
  input: DistrictSettingUpdateInput;
}>;


export type SettingUpdateMutation = { districtSettingUpdate: { districtSetting: { key: DistrictSettingKey, kind: DistrictSettingKind, isDefault: boolean, version: number, minimum: number | null, maximum: number | null, options: Array<string> | null, value: { number: number | null, flag: boolean | null, day: string | null, choices: Array<string> | null }, history: Array<{ id: string, version: number, validFrom: string, changedAt: string, value: { number: number | null, flag: boolean | null, day: string | null, choices: Array<string> | null }, changedBy: { id: string, displayName: string } | null }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TemplateCreateMutationVariables = Exact<{
  input: ReasonTemplateInput;
}>;


export type TemplateCreateMutation = { reasonTemplateCreate: { reasonTemplate: { id: string | null, decision: TemplateDecision, label: string, text: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TemplateReplaceMutationVariables = Exact<{
  id: string;
  input: ReasonTemplateInput;
}>;


export type TemplateReplaceMutation = { reasonTemplateReplace: { reasonTemplate: { id: string | null, decision: TemplateDecision, label: string, text: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TemplateRemoveMutationVariables = Exact<{
  id: string;
}>;


export type TemplateRemoveMutation = { reasonTemplateRemove: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type DormancyViewFragment = { id: string, roomNumber: string, openedAt: string, lastActivityOn: string, dueOn: string, isLate: boolean, decision: DormancyDecision | null, decisionReason: string | null, decidedByName: string | null, decidedAt: string | null, endedAt: string | null, viewerCanWork: boolean, reviewState: DormancyState, askedApplicant: string | null, applicantAnswer: { keep: boolean, channel: DormancyChannel, askedOn: string, note: string | null } | null, patientAnswer: { keep: boolean, channel: DormancyChannel, askedOn: string, note: string | null } | null, steps: Array<{ kind: DormancyEntryKind, at: string, party: DormancyParty | null, channel: DormancyChannel | null, askedOn: string | null, keep: boolean | null, note: string | null, actorName: string | null }>, patient: { id: string, name: string | null, nameKana: string | null } | null };

export type DormancyAnswerMutationVariables = Exact<{
  id: string;
  input: DormancyAnswerInput;
}>;


export type DormancyAnswerMutation = { dormancyReviewAnswer: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type DormancyDecideMutationVariables = Exact<{
  id: string;
  decision: DormancyDecision;
  reason?: string | null | undefined;
}>;


export type DormancyDecideMutation = { dormancyReviewDecide: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type StaffMemberFragment = { id: string, professions: Array<Profession>, affiliations: Array<{ title: string | null, isFacilityAdmin: boolean, facility: { id: string } }>, user: { id: string, displayName: string, displayNameKana: string | null, deactivatedAt: string | null, enrolledAt: string | null, viewerCanAdminister: boolean, roomCount: number | null, account: { lastSignInAt: string | null, secondFactor: SecondFactor, codeExpiresAt: string | null, devices: Array<{ id: string, label: string, status: DeviceStatus }>, suspension: { id: string, reason: string, startedAt: string, startedBy: { id: string, displayName: string } | null } | null } | null } };

export type RosterViewFragment = { year: number, dueOn: string | null, isOverdue: boolean, version: number, viewerCanConfirm: boolean, history: Array<{ id: string, year: number, version: number, confirmedAt: string, confirmedByName: string, entries: Array<{ name: string, answer: RosterAnswer, note: string | null, user: { id: string, deactivatedAt: string | null } | null }> }> };

export type FacilityScreenQueryVariables = Exact<{
  facilityId: string;
  after?: string | null | undefined;
}>;


export type FacilityScreenQuery = { facility: { id: string, name: string, institutionCode: string, kind: FacilityKind, municipality: string, address: string | null, phone: string | null, fax: string | null, viewerCanAdminister: boolean, pledge: { id: string, signerName: string, signedOn: string, textVersion: string | null } | null, devices: Array<{ id: string }> | null, roster: { year: number, dueOn: string | null, isOverdue: boolean, version: number } | null, staff: { nodes: Array<{ id: string, professions: Array<Profession>, affiliations: Array<{ title: string | null, isFacilityAdmin: boolean, facility: { id: string } }>, user: { id: string, displayName: string, displayNameKana: string | null, deactivatedAt: string | null, enrolledAt: string | null, viewerCanAdminister: boolean, roomCount: number | null, account: { lastSignInAt: string | null, secondFactor: SecondFactor, codeExpiresAt: string | null, devices: Array<{ id: string, label: string, status: DeviceStatus }>, suspension: { id: string, reason: string, startedAt: string, startedBy: { id: string, displayName: string } | null } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, viewer: { id: string, pledgesOwed: Array<{ form: FormCode, isBlocking: boolean, blocksFrom: string | null, facility: { id: string } | null }> } | null };

export type FacilityDevicesQueryVariables = Exact<{
  facilityId: string;
}>;


export type FacilityDevicesQuery = { facility: { id: string, viewerCanAdminister: boolean, devices: Array<{ viewerCanApprove: boolean, id: string, label: string, platform: DevicePlatform, ownership: DeviceOwnership, status: DeviceStatus, securitySoftwareAttested: boolean, registeredAt: string, revokedAt: string | null, revokeReason: string | null, personalUntil: string | null, lastSeenAt: string | null, viewerCanRevoke: boolean, registeredBy: { id: string, displayName: string } | null, facility: { id: string, name: string } | null }> | null } | null };

export type DeviceApproveMutationVariables = Exact<{
  id: string;
}>;


export type DeviceApproveMutation = { deviceApprove: { device: { id: string, label: string, platform: DevicePlatform, ownership: DeviceOwnership, status: DeviceStatus, securitySoftwareAttested: boolean, registeredAt: string, revokedAt: string | null, revokeReason: string | null, personalUntil: string | null, lastSeenAt: string | null, viewerCanRevoke: boolean, facility: { id: string, name: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FacilityRosterQueryVariables = Exact<{
  facilityId: string;
}>;


export type FacilityRosterQuery = { facility: { id: string, viewerCanAdminister: boolean, roster: { year: number, dueOn: string | null, isOverdue: boolean, version: number, viewerCanConfirm: boolean, history: Array<{ id: string, year: number, version: number, confirmedAt: string, confirmedByName: string, entries: Array<{ name: string, answer: RosterAnswer, note: string | null, user: { id: string, deactivatedAt: string | null } | null }> }> } | null } | null };

export type FacilityPeopleQueryVariables = Exact<{
  facilityId: string;
  after?: string | null | undefined;
}>;


export type FacilityPeopleQuery = { facility: { id: string, staff: { nodes: Array<{ id: string, professions: Array<Profession>, user: { id: string, displayName: string, displayNameKana: string | null, deactivatedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RosterConfirmMutationVariables = Exact<{
  facilityId: string;
  input: RosterConfirmInput;
}>;


export type RosterConfirmMutation = { rosterConfirm: { roster: { year: number, dueOn: string | null, isOverdue: boolean, version: number, viewerCanConfirm: boolean, history: Array<{ id: string, year: number, version: number, confirmedAt: string, confirmedByName: string, entries: Array<{ name: string, answer: RosterAnswer, note: string | null, user: { id: string, deactivatedAt: string | null } | null }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FamilyScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type FamilyScreenQuery = { room: { id: string, roomNumber: string, viewerCanInviteFamily: boolean, viewerCanManageFamily: boolean, familyIsShown: boolean | null, memberships: { nodes: Array<{ id: string, displayName: string, role: RoomRole, status: MembershipStatus, joinedAt: string | null }> }, familyInvitations: Array<{ id: string, role: RoomRole, name: string, state: FamilyInvitationState, invitedByName: string, invitedAt: string, expiresAt: string, acceptedAt: string | null }> | null } | null };

export type FamilyInvitationRowFragment = { id: string, role: RoomRole, name: string, state: FamilyInvitationState, invitedByName: string, invitedAt: string, expiresAt: string, acceptedAt: string | null };

export type FamilyWelcomeCardFragment = { invitationId: string, role: RoomRole, name: string, roomNumber: string, invitedByName: string, expiresAt: string, shown: Array<InformationCategory>, hidden: Array<InformationCategory> };

export type FamilyInvitationCreateMutationVariables = Exact<{
  input: FamilyInvitationInput;
}>;


export type FamilyInvitationCreateMutation = { familyInvitationCreate: { code: string | null, replayed: boolean, familyInvitation: { id: string, role: RoomRole, name: string, state: FamilyInvitationState, invitedByName: string, invitedAt: string, expiresAt: string, acceptedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FamilyInvitationCancelMutationVariables = Exact<{
  id: string;
}>;


export type FamilyInvitationCancelMutation = { familyInvitationCancel: { familyInvitation: { id: string, role: RoomRole, name: string, state: FamilyInvitationState, invitedByName: string, invitedAt: string, expiresAt: string, acceptedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FamilyInvitationLetterQueryVariables = Exact<{
  id: string;
  code: string;
}>;


export type FamilyInvitationLetterQuery = { familyInvitationLetter: { fileName: string, base64: string } | null };

export type FamilyMembershipEndMutationVariables = Exact<{
  membershipId: string;
}>;


export type FamilyMembershipEndMutation = { familyMembershipEnd: { membership: { id: string, status: MembershipStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FamilyInvitationOpenMutationVariables = Exact<{
  input: FamilyProofInput;
}>;


export type FamilyInvitationOpenMutation = { familyInvitationOpen: { welcome: { invitationId: string, role: RoomRole, name: string, roomNumber: string, invitedByName: string, expiresAt: string, shown: Array<InformationCategory>, hidden: Array<InformationCategory> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FamilyAccountCreateMutationVariables = Exact<{
  input: FamilyProofInput;
}>;


export type FamilyAccountCreateMutation = { familyAccountCreate: { accountName: string | null, enrolmentCode: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FamilyInvitationAcceptMutationVariables = Exact<{
  input: FamilyAcceptInput;
}>;


export type FamilyInvitationAcceptMutation = { familyInvitationAccept: { membership: { id: string, room: { id: string } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FeeProofScreenQueryVariables = Exact<{
  roomId: string;
  month: string;
}>;


export type FeeProofScreenQuery = { room: { id: string, careLinks: { month: string, required: number, linkedHere: number, linkedOverAll: number, facilities: Array<{ facilityName: string, professionLabels: Array<string>, people: number, since: string, until: string | null, isOwn: boolean }> } | null, visits: Array<{ id: string, authorName: string, observedAt: string, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null }> | null, recordsByFacility: Array<{ facilityName: string, posts: number, lastAt: string }> | null, patient: { id: string, consents: Array<{ id: string, status: ConsentStatus, giverName: string, signedAt: string, withdrawnAt: string | null, expiresOn: string | null }> | null } } | null };

export type MeasurementFragment = { kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null };

export type PostCardFragment = { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number }, ask: { toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null };

export type PhotoFragment = { id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null };

export type ViewerPostFragment = { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } };

export type OwedPostFragment = { id: string, authorName: string, excerpt: string, createdAt: string, room: { id: string, patient: { id: string, name: string | null } } | null };

export type SummaryFragment = { readCount: number, audienceCount: number, acknowledgedCount: number };

export type MemberFragment = { id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, isNextSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, remindedAt: string | null, lastReadAt: string | null, user: { id: string } | null };

export type RoomListItemFragment = { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null };

export type PatientProfileFragment = { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string };

export type ProblemFragment = { code: UserErrorCode, message: string, field: Array<string> | null };

export type IdDetailsFragment = { facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null }> };

export type IdReceiptFragment = { receiptNumber: string, form: FormCode, status: ApplicationStatus, submittedAt: string, expectedBy: string, nextStep: string, reason: string | null, canWithdraw: boolean, version: number, comments: Array<{ field: Array<string>, text: string }>, entries: Array<{ status: ApplicationStatus, at: string, isCenter: boolean }>, returned:
    | { __typename: 'IdChangeDetails' }
    | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null }> }
   | null };

export type ApplicationDistrictsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApplicationDistrictsQuery = { applicationDistricts: Array<{ id: string, name: string, professions: Array<Profession> }> };

export type FacilityPledgeTextQueryVariables = Exact<{
  districtId: string;
}>;


export type FacilityPledgeTextQuery = { pledgeText: { id: string, version: string, clauses: Array<{ id: string, ja: string, en: string }> } | null };

export type ApplicationInquiryQueryVariables = Exact<{
  receiptNumber: string;
  inquiryCode: string;
}>;


export type ApplicationInquiryQuery = { applicationStatus: { receiptNumber: string, form: FormCode, status: ApplicationStatus, submittedAt: string, expectedBy: string, nextStep: string, reason: string | null, canWithdraw: boolean, version: number, comments: Array<{ field: Array<string>, text: string }>, entries: Array<{ status: ApplicationStatus, at: string, isCenter: boolean }>, returned:
      | { __typename: 'IdChangeDetails' }
      | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null }> }
     | null } | null };

export type IdApplicationSubmitMutationVariables = Exact<{
  input: IdApplicationSubmitInput;
}>;


export type IdApplicationSubmitMutation = { idApplicationSubmit: { inquiryCode: string | null, receipt: { receiptNumber: string, form: FormCode, status: ApplicationStatus, submittedAt: string, expectedBy: string, nextStep: string, reason: string | null, canWithdraw: boolean, version: number, comments: Array<{ field: Array<string>, text: string }>, entries: Array<{ status: ApplicationStatus, at: string, isCenter: boolean }>, returned:
        | { __typename: 'IdChangeDetails' }
        | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null }> }
       | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type IdApplicationResubmitMutationVariables = Exact<{
  input: IdApplicationResubmitInput;
}>;


export type IdApplicationResubmitMutation = { idApplicationResubmit: { receipt: { receiptNumber: string, form: FormCode, status: ApplicationStatus, submittedAt: string, expectedBy: string, nextStep: string, reason: string | null, canWithdraw: boolean, version: number, comments: Array<{ field: Array<string>, text: string }>, entries: Array<{ status: ApplicationStatus, at: string, isCenter: boolean }>, returned:
        | { __typename: 'IdChangeDetails' }
        | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null }> }
       | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type IdApplicationWithdrawMutationVariables = Exact<{
  receiptNumber: string;
  inquiryCode: string;
  expectedVersion: number;
}>;


export type IdApplicationWithdrawMutation = { idApplicationWithdraw: { receipt: { receiptNumber: string, form: FormCode, status: ApplicationStatus, submittedAt: string, expectedBy: string, nextStep: string, reason: string | null, canWithdraw: boolean, version: number, comments: Array<{ field: Array<string>, text: string }>, entries: Array<{ status: ApplicationStatus, at: string, isCenter: boolean }>, returned:
        | { __typename: 'IdChangeDetails' }
        | { __typename: 'IdIssueDetails', facilityName: string, facilityNameKana: string | null, institutionCode: string, facilityKind: FacilityKind, municipality: string, address: string, phone: string, fax: string | null, representativeName: string, contactName: string, contactEmail: string, applicants: Array<{ id: string, name: string, nameKana: string, professions: Array<Profession>, title: string | null, birthDate: string | null, licenceNumber: string | null, email: string | null, devices: Array<string>, isFacilityAdmin: boolean, existingAccountName: string | null }> }
       | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ParticipatingFacilitiesQueryVariables = Exact<{
  districtId: string;
}>;


export type ParticipatingFacilitiesQuery = { participatingFacilities: { districtName: string, facilities: Array<{ name: string, kind: FacilityKind, municipality: string }> } | null };

export type FiledChangeFragment = { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, submittedAt: string, expectedBy: string, decisionReason: string | null, version: number, comments: Array<{ field: Array<string>, text: string }>, entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, officer: { id: string, displayName: string } | null }>, change:
    | { kind: IdChangeKind, personName: string, toFacilityName: string | null, toInstitutionCode: string | null, effectiveAt: string | null, reason: string | null, endedAt: string | null, carriedOutAt: string | null, changes: Array<{ item: IdChangeItem, before: string | null, after: string | null }>, user: { id: string } | null, toFacility: { id: string } | null, seats: Array<{ id: string, roomNumber: string | null, successorName: string | null, successor: { id: string } | null }> }
    | Record<PropertyKey, never>
   };

export type IdChangesQueryVariables = Exact<{
  facilityId: string;
  after?: string | null | undefined;
}>;


export type IdChangesQuery = { facility: { id: string, viewerCanAdminister: boolean, idApplications: { nodes: Array<{ id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, submittedAt: string, change:
          | { kind: IdChangeKind, personName: string, effectiveAt: string | null, carriedOutAt: string | null, user: { id: string } | null }
          | Record<PropertyKey, never>
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type IdChangeScreenQueryVariables = Exact<{
  id: string;
}>;


export type IdChangeScreenQuery = { idApplication: { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, submittedAt: string, expectedBy: string, decisionReason: string | null, version: number, comments: Array<{ field: Array<string>, text: string }>, entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, officer: { id: string, displayName: string } | null }>, change:
      | { kind: IdChangeKind, personName: string, toFacilityName: string | null, toInstitutionCode: string | null, effectiveAt: string | null, reason: string | null, endedAt: string | null, carriedOutAt: string | null, changes: Array<{ item: IdChangeItem, before: string | null, after: string | null }>, user: { id: string } | null, toFacility: { id: string } | null, seats: Array<{ id: string, roomNumber: string | null, successorName: string | null, successor: { id: string } | null }> }
      | Record<PropertyKey, never>
     } | null };

export type ChangePersonQueryVariables = Exact<{
  userId: string;
}>;


export type ChangePersonQuery = { user: { id: string, stewardSeats: Array<{ id: string, roomNumber: string | null, candidates: Array<{ id: string, displayName: string }> }> | null } | null };

export type IdChangeSubmitMutationVariables = Exact<{
  input: IdApplicationSubmitInput;
}>;


export type IdChangeSubmitMutation = { idApplicationSubmit: { idApplication: { id: string, receiptNumber: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type IdChangeResubmitMutationVariables = Exact<{
  id: string;
  input: IdChangeResubmitInput;
}>;


export type IdChangeResubmitMutation = { idChangeResubmit: { idApplication: { id: string, receiptNumber: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type IdChangeWithdrawMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type IdChangeWithdrawMutation = { idChangeWithdraw: { idApplication: { id: string, status: ApplicationStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type LookFragment = { id: string, officerName: string, reason: string, startedAt: string, expiresAt: string, endedAt: string | null, viewerCanEnd: boolean };

export type InspectScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type InspectScreenQuery = { reasonTemplates: Array<{ id: string | null, decision: TemplateDecision, label: string, text: string }> };

export type RoomToInspectQueryVariables = Exact<{
  roomNumber: string;
}>;


export type RoomToInspectQuery = { roomToInspect: { id: string, roomNumber: string, status: RoomStatus } | null };

export type InspectionStartMutationVariables = Exact<{
  input: RoomInspectionInput;
}>;


export type InspectionStartMutation = { roomInspectionStart: { roomInspection: { id: string, officerName: string, reason: string, startedAt: string, expiresAt: string, endedAt: string | null, viewerCanEnd: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type InspectionEndMutationVariables = Exact<{
  id: string;
}>;


export type InspectionEndMutation = { roomInspectionEnd: { roomInspection: { id: string, officerName: string, reason: string, startedAt: string, expiresAt: string, endedAt: string | null, viewerCanEnd: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type NotificationViewFragment = { id: string, kind: NotificationKind, importance: Importance, title: string, summary: string | null, url: string, createdAt: string, readAt: string | null, room: { id: string, patient: { id: string, name: string | null } } | null };

export type NotificationStateQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationStateQuery = { viewer: { id: string, unreadNotificationCount: number | null, notificationCursor: string | null } | null };

export type NotificationFeedQueryVariables = Exact<{
  unreadOnly?: boolean | null | undefined;
  roomId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationFeedQuery = { viewer: { id: string, notifications: { nodes: Array<{ id: string, kind: NotificationKind, importance: Importance, title: string, summary: string | null, url: string, createdAt: string, readAt: string | null, room: { id: string, patient: { id: string, name: string | null } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, rooms: { nodes: Array<{ id: string, patient: { id: string, name: string | null } }> } | null } | null };

export type NotificationSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationSettingsQuery = { viewer: { id: string, pushKey: string | null, pushEndpoints: Array<string> | null, mailSettings: { isSetUp: boolean, address: string | null, refusedAt: string | null, pendingAddress: string | null } | null, notificationPreferences: { quietHoursFrom: string | null, quietHoursTo: string | null, digestAt: string | null, mutedRoomIds: Array<string>, channels: Array<{ kind: NotificationKind, push: boolean, email: boolean, inApp: boolean }> } | null, rooms: { nodes: Array<{ id: string, patient: { id: string, name: string | null } }> } | null } | null };

export type NotificationPreferencesViewFragment = { quietHoursFrom: string | null, quietHoursTo: string | null, digestAt: string | null, mutedRoomIds: Array<string>, channels: Array<{ kind: NotificationKind, push: boolean, email: boolean, inApp: boolean }> };

export type NotificationsMarkReadMutationVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
  upTo?: string | null | undefined;
}>;


export type NotificationsMarkReadMutation = { notificationsMarkRead: { viewer: { id: string, unreadNotificationCount: number | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type NotificationPreferencesUpdateMutationVariables = Exact<{
  input: NotificationPreferencesInput;
}>;


export type NotificationPreferencesUpdateMutation = { notificationPreferencesUpdate: { viewer: { id: string, notificationPreferences: { quietHoursFrom: string | null, quietHoursTo: string | null, digestAt: string | null, mutedRoomIds: Array<string>, channels: Array<{ kind: NotificationKind, push: boolean, email: boolean, inApp: boolean }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type NotificationEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationEventsSubscription = { notificationEvent:
    | { __typename: 'NotificationReceived', cursor: string, unreadCount: number, notification: { id: string, kind: NotificationKind, importance: Importance, title: string, summary: string | null, url: string, createdAt: string, readAt: string | null, room: { id: string, patient: { id: string, name: string | null } } | null } }
    | { __typename: 'NotificationsRead', cursor: string, unreadCount: number, ids: Array<string> }
   };

export type PushSubscriptionSaveMutationVariables = Exact<{
  input: PushSubscriptionInput;
}>;


export type PushSubscriptionSaveMutation = { pushSubscriptionSave: { viewer: { id: string, pushEndpoints: Array<string> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PushSubscriptionRemoveMutationVariables = Exact<{
  endpoint: string;
}>;


export type PushSubscriptionRemoveMutation = { pushSubscriptionRemove: { viewer: { id: string, pushEndpoints: Array<string> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PushTestMutationVariables = Exact<{
  endpoint: string;
}>;


export type PushTestMutation = { pushTest: { result: PushTestResult, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type MailSettingsViewFragment = { isSetUp: boolean, address: string | null, refusedAt: string | null, pendingAddress: string | null };

export type MailAddressEnterMutationVariables = Exact<{
  address: string;
}>;


export type MailAddressEnterMutation = { mailAddressEnter: { viewer: { id: string, mailSettings: { isSetUp: boolean, address: string | null, refusedAt: string | null, pendingAddress: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type MailAddressConfirmMutationVariables = Exact<{
  code: string;
}>;


export type MailAddressConfirmMutation = { mailAddressConfirm: { viewer: { id: string, mailSettings: { isSetUp: boolean, address: string | null, refusedAt: string | null, pendingAddress: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type MailAddressRemoveMutationVariables = Exact<{ [key: string]: never; }>;


export type MailAddressRemoveMutation = { mailAddressRemove: { viewer: { id: string, mailSettings: { isSetUp: boolean, address: string | null, refusedAt: string | null, pendingAddress: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type MailTestMutationVariables = Exact<{ [key: string]: never; }>;


export type MailTestMutation = { mailTest: { result: MailTestResult, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ScanPageRowFragment = { id: string, number: number, receiptNumbers: Array<string>, width: number, height: number };

export type ScanTrayQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ScanTrayQuery = { unfiledScanPages: { nodes: Array<{ id: string, number: number, receiptNumbers: Array<string>, width: number, height: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TaskScansQueryVariables = Exact<{
  id: string;
}>;


export type TaskScansQuery = { reviewTask: { id: string, scanPages: Array<{ id: string, number: number, receiptNumbers: Array<string>, width: number, height: number }> } | null };

export type TaskSearchQueryVariables = Exact<{
  query: string;
}>;


export type TaskSearchQuery = { reviewTasks: { nodes: Array<{ id: string, title: string, state: ReviewTaskState }> } };

export type ScanPagesFileMutationVariables = Exact<{
  input: ScanPagesFileInput;
}>;


export type ScanPagesFileMutation = { scanPagesFile: { scanPages: Array<{ id: string }>, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ScanPagesDiscardMutationVariables = Exact<{
  input: ScanPagesDiscardInput;
}>;


export type ScanPagesDiscardMutation = { scanPagesDiscard: { scanPages: Array<{ id: string }>, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type EnrolmentLettersQueryVariables = Exact<{
  codes: Array<EnrolmentCodeInput> | EnrolmentCodeInput;
}>;


export type EnrolmentLettersQuery = { enrolmentLetters: { fileName: string, base64: string } | null };

export type BlankFormQueryVariables = Exact<{
  districtId: string;
  form: FormCode;
}>;


export type BlankFormQuery = { blankForm: { fileName: string, base64: string } | null };

export type ApplicationFormQueryVariables = Exact<{
  receiptNumber: string;
  inquiryCode: string;
}>;


export type ApplicationFormQuery = { applicationForm: { fileName: string, base64: string } | null };

export type RecoveryViewFragment = { id: string, state: RecoveryState, reason: string, startedAt: string, effectiveAt: string, expiresAt: string };

export type PersonViewFragment = { id: string, kind: UserKind, displayName: string, displayNameKana: string | null, deactivatedAt: string | null, enrolledAt: string | null, enrolmentCodeExpiresAt: string | null, viewerCanAdminister: boolean, viewerCanStartRecovery: boolean, recoveryUnderWay: { id: string, state: RecoveryState, reason: string, startedAt: string, effectiveAt: string, expiresAt: string } | null, account: { lastSignInAt: string | null, secondFactor: SecondFactor, codeExpiresAt: string | null, devices: Array<{ id: string, label: string, status: DeviceStatus }>, suspension: { id: string, reason: string, startedAt: string, startedBy: { id: string, displayName: string } | null } | null } | null, practitioner: { id: string, professions: Array<Profession>, affiliations: Array<{ title: string | null, facility: { id: string, name: string } }> } | null };

export type PersonScreenQueryVariables = Exact<{
  id: string;
}>;


export type PersonScreenQuery = { user: { id: string, kind: UserKind, displayName: string, displayNameKana: string | null, deactivatedAt: string | null, enrolledAt: string | null, enrolmentCodeExpiresAt: string | null, viewerCanAdminister: boolean, viewerCanStartRecovery: boolean, recoveryUnderWay: { id: string, state: RecoveryState, reason: string, startedAt: string, effectiveAt: string, expiresAt: string } | null, account: { lastSignInAt: string | null, secondFactor: SecondFactor, codeExpiresAt: string | null, devices: Array<{ id: string, label: string, status: DeviceStatus }>, suspension: { id: string, reason: string, startedAt: string, startedBy: { id: string, displayName: string } | null } | null } | null, practitioner: { id: string, professions: Array<Profession>, affiliations: Array<{ title: string | null, facility: { id: string, name: string } }> } | null } | null };

export type PersonSuspendMutationVariables = Exact<{
  id: string;
  input: UserSuspendInput;
}>;


export type PersonSuspendMutation = { userSuspend: { user: { id: string, kind: UserKind, displayName: string, displayNameKana: string | null, deactivatedAt: string | null, enrolledAt: string | null, enrolmentCodeExpiresAt: string | null, viewerCanAdminister: boolean, viewerCanStartRecovery: boolean, recoveryUnderWay: { id: string, state: RecoveryState, reason: string, startedAt: string, effectiveAt: string, expiresAt: string } | null, account: { lastSignInAt: string | null, secondFactor: SecondFactor, codeExpiresAt: string | null, devices: Array<{ id: string, label: string, status: DeviceStatus }>, suspension: { id: string, reason: string, startedAt: string, startedBy: { id: string, displayName: string } | null } | null } | null, practitioner: { id: string, professions: Array<Profession>, affiliations: Array<{ title: string | null, facility: { id: string, name: string } }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PersonReinstateMutationVariables = Exact<{
  id: string;
}>;


export type PersonReinstateMutation = { userReinstate: { user: { id: string, kind: UserKind, displayName: string, displayNameKana: string | null, deactivatedAt: string | null, enrolledAt: string | null, enrolmentCodeExpiresAt: string | null, viewerCanAdminister: boolean, viewerCanStartRecovery: boolean, recoveryUnderWay: { id: string, state: RecoveryState, reason: string, startedAt: string, effectiveAt: string, expiresAt: string } | null, account: { lastSignInAt: string | null, secondFactor: SecondFactor, codeExpiresAt: string | null, devices: Array<{ id: string, label: string, status: DeviceStatus }>, suspension: { id: string, reason: string, startedAt: string, startedBy: { id: string, displayName: string } | null } | null } | null, practitioner: { id: string, professions: Array<Profession>, affiliations: Array<{ title: string | null, facility: { id: string, name: string } }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RecoveryStartMutationVariables = Exact<{
  userId: string;
  input: RecoveryStartInput;
}>;


export type RecoveryStartMutation = { recoveryStart: { code: string | null, recovery: { id: string, state: RecoveryState, reason: string, startedAt: string, effectiveAt: string, expiresAt: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RecoveryCancelMutationVariables = Exact<{
  id: string;
}>;


export type RecoveryCancelMutation = { recoveryCancel: { recovery: { id: string, state: RecoveryState, reason: string, startedAt: string, effectiveAt: string, expiresAt: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type EnrolmentReissueMutationVariables = Exact<{
  userId: string;
  input: EnrolmentReissueInput;
}>;


export type EnrolmentReissueMutation = { enrolmentReissue: { code: string | null, accountName: string | null, expiresAt: string | null, replayed: boolean, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type IdLinksScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type IdLinksScreenQuery = { viewer: { id: string, idLinks: Array<{ id: string, districtName: string, facilityName: string, title: string | null, proposedAt: string }> } | null };

export type IdLinkAnswerMutationVariables = Exact<{
  id: string;
  isMine: boolean;
}>;


export type IdLinkAnswerMutation = { idLinkAnswer: { idLink: { id: string, isAccepted: boolean | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type UploadCreateMutationVariables = Exact<{
  input: UploadCreateInput;
}>;


export type UploadCreateMutation = { uploadCreate: { upload: { id: string, putUrl: string, state: UploadState } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PostPhotosQueryVariables = Exact<{
  id: string;
}>;


export type PostPhotosQuery = { post: { id: string, attachments: Array<{ id: string, small: string | null, large: string | null, whole: string | null, pages: Array<string>, annotations: Array<{ id: string, shape: AnnotationShape, points: Array<{ x: number, y: number }> }> }> } | null };

export type PledgeWordingFragment = { id: string, version: string, clauses: Array<{ id: string, ja: string, en: string }> };

export type PledgesScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type PledgesScreenQuery = { viewer: { id: string, user: { id: string, displayName: string }, pledgesOwed: Array<{ form: FormCode, blocksFrom: string | null, isBlocking: boolean, facility: { id: string, name: string } | null, text: { id: string, version: string, clauses: Array<{ id: string, ja: string, en: string }> } }>, pledges: Array<{ id: string, form: FormCode, signedOn: string, textVersion: string | null, facility: { id: string, name: string } | null }> } | null };

export type PledgeSignMutationVariables = Exact<{
  input: PledgeSignInput;
}>;


export type PledgeSignMutation = { pledgeSign: { pledge: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PledgeTextViewFragment = { form: FormCode, validFrom: string, blocksFrom: string | null, publishedAt: string, id: string, version: string, clauses: Array<{ id: string, ja: string, en: string }> };

export type PledgeStandingsViewFragment = { signedCount: number, owedCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isOwed: boolean, blocksFrom: string | null, isBlocking: boolean, pledge: { id: string, signerName: string, signedOn: string, textVersion: string | null } | null, user: { id: string, displayName: string } | null, facility: { id: string, name: string } | null }> };

export type PledgeTextsScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type PledgeTextsScreenQuery = { facility: Array<{ form: FormCode, validFrom: string, blocksFrom: string | null, publishedAt: string, id: string, version: string, clauses: Array<{ id: string, ja: string, en: string }> }>, person: Array<{ form: FormCode, validFrom: string, blocksFrom: string | null, publishedAt: string, id: string, version: string, clauses: Array<{ id: string, ja: string, en: string }> }> };

export type PledgeStandingsQueryVariables = Exact<{
  form: FormCode;
  isOwed: boolean;
  after?: string | null | undefined;
}>;


export type PledgeStandingsQuery = { pledgeStandings: { signedCount: number, owedCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isOwed: boolean, blocksFrom: string | null, isBlocking: boolean, pledge: { id: string, signerName: string, signedOn: string, textVersion: string | null } | null, user: { id: string, displayName: string } | null, facility: { id: string, name: string } | null }> } };

export type PledgeTextPublishMutationVariables = Exact<{
  input: PledgeTextPublishInput;
}>;


export type PledgeTextPublishMutation = { pledgeTextPublish: { pledgeText: { form: FormCode, validFrom: string, blocksFrom: string | null, publishedAt: string, id: string, version: string, clauses: Array<{ id: string, ja: string, en: string }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ProfileConditionFragment = { name: string, icd10: string | null, since: string | null, until: string | null, note: string | null };

export type ProfileMedicationFragment = { name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null };

export type ProfileTestFragment = { name: string, value: string, unit: string | null, date: string };

export type ProfileServiceFragment = { kind: string, providerName: string | null, schedule: string | null, provider: { id: string } | null };

export type ProfileMedicalInsuranceFragment = { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> };

export type ProfileCareInsuranceFragment = { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null };

export type ProfileHospitalFragment = { name: string, department: string | null, phone: string | null };

export type ProfileContactFragment = { id: string, version: number, name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null };

export type ProfileBlocksFragment = { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, allergies?: Array<string> | null, disasterNote?: string | null, medicalHistory?: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications?: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults?: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices?: Array<{ kind: string, providerName: string | null, schedule: string | null, provider: { id: string } | null }> | null, medicalInsurance?: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance?: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital?: { name: string, department: string | null, phone: string | null } | null, readmissionHospital?: { name: string, department: string | null, phone: string | null } | null, familyContacts?: Array<{ id: string, version: number, name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, profileBlocks: Array<{ block: ProfileBlock, version: number, updatedAt: string | null, updatedByName: string | null, viewerCanUpdate: boolean, broughtAlong: Array<{ place: number, roomNumber: string, districtName: string | null, broughtAt: string, broughtByName: string }> }> };

export type ProfileScreenQueryVariables = Exact<{
  roomId: string;
  blocks?: Array<ProfileBlock> | ProfileBlock | null | undefined;
  medicalHistory: boolean;
  medications: boolean;
  testResults: boolean;
  careServices: boolean;
  insurance: boolean;
  hospitals: boolean;
  disasterSafety: boolean;
  familyContacts: boolean;
}>;


export type ProfileScreenQuery = { room: { id: string, hasBroughtPosts: boolean, patient: { attendingPhysicianName: string | null, careManagerName: string | null, id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, allergies?: Array<string> | null, disasterNote?: string | null, medicalHistory?: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications?: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults?: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices?: Array<{ kind: string, providerName: string | null, schedule: string | null, provider: { id: string } | null }> | null, medicalInsurance?: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance?: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital?: { name: string, department: string | null, phone: string | null } | null, readmissionHospital?: { name: string, department: string | null, phone: string | null } | null, familyContacts?: Array<{ id: string, version: number, name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, profileBlocks: Array<{ block: ProfileBlock, version: number, updatedAt: string | null, updatedByName: string | null, viewerCanUpdate: boolean, broughtAlong: Array<{ place: number, roomNumber: string, districtName: string | null, broughtAt: string, broughtByName: string }> }> } } | null };

export type PatientUpdateMutationVariables = Exact<{
  id: string;
  input: PatientUpdateInput;
  blocks?: Array<ProfileBlock> | ProfileBlock | null | undefined;
  medicalHistory: boolean;
  medications: boolean;
  testResults: boolean;
  careServices: boolean;
  insurance: boolean;
  hospitals: boolean;
  disasterSafety: boolean;
  familyContacts: boolean;
}>;


export type PatientUpdateMutation = { patientUpdate: { patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, allergies?: Array<string> | null, disasterNote?: string | null, medicalHistory?: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications?: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults?: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices?: Array<{ kind: string, providerName: string | null, schedule: string | null, provider: { id: string } | null }> | null, medicalInsurance?: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance?: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital?: { name: string, department: string | null, phone: string | null } | null, readmissionHospital?: { name: string, department: string | null, phone: string | null } | null, familyContacts?: Array<{ id: string, version: number, name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, profileBlocks: Array<{ block: ProfileBlock, version: number, updatedAt: string | null, updatedByName: string | null, viewerCanUpdate: boolean, broughtAlong: Array<{ place: number, roomNumber: string, districtName: string | null, broughtAt: string, broughtByName: string }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FamilyContactSaveMutationVariables = Exact<{
  input: FamilyContactInput;
}>;


export type FamilyContactSaveMutation = { familyContactSave: { familyContact: { id: string, version: number, name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type FamilyContactRemoveMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type FamilyContactRemoveMutation = { familyContactRemove: { removedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ProfileThenFragment = { allergies: Array<string> | null, disasterNote: string | null, basics: { name: string, nameKana: string, sex: AdministrativeSex, birthDate: string, postalCode: string | null, address: string, phone: string | null } | null, familyContacts: Array<{ name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, medicalHistory: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices: Array<{ kind: string, providerName: string | null, schedule: string | null }> | null, medicalInsurance: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital: { name: string, department: string | null, phone: string | null } | null, readmissionHospital: { name: string, department: string | null, phone: string | null } | null };

export type ProfileHistoryQueryVariables = Exact<{
  roomId: string;
  after?: string | null | undefined;
}>;


export type ProfileHistoryQuery = { room: { id: string, patient: { id: string, profileHistory: { nodes: Array<{ block: ProfileBlock, version: number, changedAt: string, changedByName: string | null, before: { allergies: Array<string> | null, disasterNote: string | null, basics: { name: string, nameKana: string, sex: AdministrativeSex, birthDate: string, postalCode: string | null, address: string, phone: string | null } | null, familyContacts: Array<{ name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, medicalHistory: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices: Array<{ kind: string, providerName: string | null, schedule: string | null }> | null, medicalInsurance: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital: { name: string, department: string | null, phone: string | null } | null, readmissionHospital: { name: string, department: string | null, phone: string | null } | null } | null, after: { allergies: Array<string> | null, disasterNote: string | null, basics: { name: string, nameKana: string, sex: AdministrativeSex, birthDate: string, postalCode: string | null, address: string, phone: string | null } | null, familyContacts: Array<{ name: string, relationship: string, phones: Array<string>, fax: string | null, isKeyPerson: boolean, emergencyOrder: number | null, livesTogether: boolean | null }> | null, medicalHistory: Array<{ name: string, icd10: string | null, since: string | null, until: string | null, note: string | null }> | null, medications: Array<{ name: string, yjCode: string | null, dosage: string | null, since: string | null, until: string | null }> | null, testResults: Array<{ name: string, value: string, unit: string | null, date: string }> | null, careServices: Array<{ kind: string, providerName: string | null, schedule: string | null }> | null, medicalInsurance: { insurerNumber: string, symbol: string | null, number: string | null, branchNumber: string | null, copaymentPercent: number | null, validUntil: string | null, publicExpenses: Array<{ payerNumber: string, recipientNumber: string, validUntil: string | null }> } | null, longTermCareInsurance: { insurerNumber: string, insuredNumber: string, careLevel: CareLevel, copaymentPercent: number | null, validFrom: string | null, validUntil: string | null } | null, referringHospital: { name: string, department: string | null, phone: string | null } | null, readmissionHospital: { name: string, department: string | null, phone: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } } | null };

export type RecordScreenQueryVariables = Exact<{
  filter: AccessLogFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type RecordScreenQuery = { accessLog: { nodes: Array<{ id: string, at: string, actorName: string, apiClientName: string | null, authorityLabel: string, deviceLabel: string | null, action: AccessAction, category: InformationCategory | null, subjectLabel: string, outcome: AccessOutcome, actor: { id: string, kind: UserKind } | null, actorFacility: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RecordVerifyMutationVariables = Exact<{
  from: string;
  to: string;
}>;


export type RecordVerifyMutation = { accessLogVerify: { entries: number, brokenAtId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RecordExportMutationVariables = Exact<{
  patientId: string;
  from: string;
  to: string;
}>;


export type RecordExportMutation = { accessLogExport: { csv: string | null, sha256: string | null, rows: number | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomLifeQueryVariables = Exact<{
  id: string;
}>;


export type RoomLifeQuery = { room: { id: string, status: RoomStatus, viewerCanApplyChange: boolean, viewerCanExport: boolean, viewerCanImport: boolean, viewerCanManageFamily: boolean, openAsks: { totalCount: number | null } | null, dormancyReview: { id: string, state: DormancyState, lastActivityOn: string, dueOn: string, decisionReason: string | null, endedAt: string | null } | null, memberships: { nodes: Array<{ id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, status: MembershipStatus, user: { id: string } | null, facility: { id: string } | null }> } } | null };

export type RoomApplicationsQueryVariables = Exact<{
  id: string;
}>;


export type RoomApplicationsQuery = { room: { id: string, applications: Array<{ id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, version: number, viewerCanWithdraw: boolean, viewerCanResubmit: boolean, entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, comments: Array<{ field: Array<string>, text: string }>, officer: { id: string, displayName: string } | null }>, details:
        | { __typename: 'RoomChangeDetails', effectiveAt: string, newStewardName: string | null, changeReason: string | null, newSteward: { id: string } | null, add: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, remove: Array<{ membershipId: string, displayName: string, role: RoomRole, endsAt: string, calledOffAt: string | null }> }
        | { __typename: 'RoomClosureDetails', note: string | null, informed: string, exportToName: string | null, closureReason: RoomClosureReason, exportTo: { id: string } | null, copies: Array<{ facilityName: string, isSaved: boolean, facility: { id: string } | null }> }
        | { __typename: 'RoomCreationDetails' }
       }> } | null };

export type RoomApplicationRowFragment = { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, version: number, viewerCanWithdraw: boolean, viewerCanResubmit: boolean, entries: Array<{ status: ApplicationStatus, at: string, reason: string | null, comments: Array<{ field: Array<string>, text: string }>, officer: { id: string, displayName: string } | null }>, details:
    | { __typename: 'RoomChangeDetails', effectiveAt: string, newStewardName: string | null, changeReason: string | null, newSteward: { id: string } | null, add: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, remove: Array<{ membershipId: string, displayName: string, role: RoomRole, endsAt: string, calledOffAt: string | null }> }
    | { __typename: 'RoomClosureDetails', note: string | null, informed: string, exportToName: string | null, closureReason: RoomClosureReason, exportTo: { id: string } | null, copies: Array<{ facilityName: string, isSaved: boolean, facility: { id: string } | null }> }
    | { __typename: 'RoomCreationDetails' }
   };

export type RoomChangeApplyMutationVariables = Exact<{
  input: RoomChangeApplyInput;
}>;


export type RoomChangeApplyMutation = { roomChangeApply: { roomApplication: { id: string, receiptNumber: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomClosureApplyMutationVariables = Exact<{
  input: RoomClosureApplyInput;
}>;


export type RoomClosureApplyMutation = { roomClosureApply: { roomApplication: { id: string, receiptNumber: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomApplicationResubmitMutationVariables = Exact<{
  id: string;
  input: RoomApplicationFormInput;
  expectedVersion: number;
}>;


export type RoomApplicationResubmitMutation = { roomApplicationResubmit: { roomApplication: { id: string, receiptNumber: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomFramePartsFragment = { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, changeCursor: string | null, viewerCanPost: boolean, unreadCount: number | null, pinnedPosts: Array<{ viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } }> | null, steward: { id: string, displayName: string } | null, viewerMembership: { id: string, role: RoomRole, status: MembershipStatus } | null, memberships: { nodes: Array<{ id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, isNextSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, remindedAt: string | null, lastReadAt: string | null, user: { id: string } | null }> }, inspections: Array<{ id: string, officerName: string, reason: string, startedAt: string, expiresAt: string, endedAt: string | null, viewerCanEnd: boolean }>, patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }> | null, vitalRanges: Array<{ kind: VitalKind, low: number | null, high: number | null, criticalLow: number | null, criticalHigh: number | null, isDefault: boolean, setByName: string | null, setAt: string | null }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string }> } | null, disclosures: Array<{ category: InformationCategory, state: DisclosureState, message: string | null }> | null, consent: { id: string, status: ConsentStatus, expiresOn: string | null, viewerCanWithdraw: boolean } | null } };

export type RoomScreenQueryVariables = Exact<{
  id: string;
  last: number;
}>;


export type RoomScreenQuery = { room: { eventCursor: string | null, openedAt: string | null, id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, changeCursor: string | null, viewerCanPost: boolean, unreadCount: number | null, patient: { id: string, consentCursor: string | null, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }> | null, vitalRanges: Array<{ kind: VitalKind, low: number | null, high: number | null, criticalLow: number | null, criticalHigh: number | null, isDefault: boolean, setByName: string | null, setAt: string | null }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string }> } | null, disclosures: Array<{ category: InformationCategory, state: DisclosureState, message: string | null }> | null, consent: { id: string, status: ConsentStatus, expiresOn: string | null, viewerCanWithdraw: boolean } | null }, firstUnreadPost: { id: string } | null, posts: { nodes: Array<{ viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null, pinnedPosts: Array<{ viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } }> | null, steward: { id: string, displayName: string } | null, viewerMembership: { id: string, role: RoomRole, status: MembershipStatus } | null, memberships: { nodes: Array<{ id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, isNextSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, remindedAt: string | null, lastReadAt: string | null, user: { id: string } | null }> }, inspections: Array<{ id: string, officerName: string, reason: string, startedAt: string, expiresAt: string, endedAt: string | null, viewerCanEnd: boolean }> } | null };

export type RoomFrameQueryVariables = Exact<{
  id: string;
}>;


export type RoomFrameQuery = { room: { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, changeCursor: string | null, viewerCanPost: boolean, unreadCount: number | null, pinnedPosts: Array<{ viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } }> | null, steward: { id: string, displayName: string } | null, viewerMembership: { id: string, role: RoomRole, status: MembershipStatus } | null, memberships: { nodes: Array<{ id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, isNextSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, remindedAt: string | null, lastReadAt: string | null, user: { id: string } | null }> }, inspections: Array<{ id: string, officerName: string, reason: string, startedAt: string, expiresAt: string, endedAt: string | null, viewerCanEnd: boolean }>, patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }> | null, vitalRanges: Array<{ kind: VitalKind, low: number | null, high: number | null, criticalLow: number | null, criticalHigh: number | null, isDefault: boolean, setByName: string | null, setAt: string | null }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string }> } | null, disclosures: Array<{ category: InformationCategory, state: DisclosureState, message: string | null }> | null, consent: { id: string, status: ConsentStatus, expiresOn: string | null, viewerCanWithdraw: boolean } | null } } | null };

export type RoomPostsBeforeQueryVariables = Exact<{
  id: string;
  last: number;
  before: string;
}>;


export type RoomPostsBeforeQuery = { room: { id: string, posts: { nodes: Array<{ viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null } | null };

export type RoomColumnQueryVariables = Exact<{ [key: string]: never; }>;


export type RoomColumnQuery = { viewer: { id: string, rooms: { nodes: Array<{ id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null }> } | null } | null };

export type PostReadersQueryVariables = Exact<{
  id: string;
}>;


export type PostReadersQuery = { post: { id: string, viewerCanRemind: boolean, readReceipts: { nodes: Array<{ userName: string, readAt: string }> }, acknowledgements: Array<{ userName: string, at: string }>, reminders: Array<{ id: string, byName: string, waitingCount: number, at: string }> } | null };

export type PostRemindMutationVariables = Exact<{
  id: string;
  idempotencyKey: string;
}>;


export type PostRemindMutation = { postRemind: { post: { id: string, viewerCanRemind: boolean, reminders: Array<{ id: string, byName: string, waitingCount: number, at: string }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AskNameDeputyMutationVariables = Exact<{
  postId: string;
  userId: string;
}>;


export type AskNameDeputyMutation = { askNameDeputy: { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AskStoryQueryVariables = Exact<{
  postId: string;
  roomId: string;
}>;


export type AskStoryQuery = { post: { id: string, ask: { deputies: Array<{ byName: string, at: string, user: { id: string } | null }>, escalations: Array<{ step: number, at: string }>, owedBy: Array<{ id: string }> } | null } | null, room: { id: string, memberships: { nodes: Array<{ id: string, displayName: string, user: { id: string } | null, facility: { id: string, name: string, phone: string | null } | null }> } } | null };

export type PostOneQueryVariables = Exact<{
  id: string;
}>;


export type PostOneQuery = { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null };

export type AskTakeMutationVariables = Exact<{
  postId: string;
}>;


export type AskTakeMutation = { askTake: { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type AskCompleteMutationVariables = Exact<{
  postId: string;
}>;


export type AskCompleteMutation = { askComplete: { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PostHistoryQueryVariables = Exact<{
  id: string;
}>;


export type PostHistoryQuery = { post: { id: string, revisions: Array<{ at: string, byName: string, body: string }> } | null };

export type PostUpdateMutationVariables = Exact<{
  id: string;
  input: PostUpdateInput;
}>;


export type PostUpdateMutation = { postUpdate: { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PostRetractMutationVariables = Exact<{
  id: string;
  reason: string;
  expectedVersion: number;
}>;


export type PostRetractMutation = { postRetract: { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PostAcknowledgeMutationVariables = Exact<{
  id: string;
  idempotencyKey: string;
}>;


export type PostAcknowledgeMutation = { postAcknowledge: { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PostPinMutationVariables = Exact<{
  id: string;
  pinned: boolean;
}>;


export type PostPinMutation = { postPin: { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PostCreateMutationVariables = Exact<{
  input: PostCreateInput;
}>;


export type PostCreateMutation = { postCreate: { replayed: boolean, post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomMarkReadMutationVariables = Exact<{
  roomId: string;
  upToPostId: string;
}>;


export type RoomMarkReadMutation = { roomMarkRead: { room: { id: string, unreadCount: number | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomEventsSubscriptionVariables = Exact<{
  roomId: string;
  after?: string | null | undefined;
}>;


export type RoomEventsSubscription = { roomEvent:
    | { __typename: 'AskChanged', cursor: string, post: { id: string } }
    | { __typename: 'PostChanged', cursor: string, post: { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number }, ask: { toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null } }
    | { __typename: 'PostCreated', cursor: string, post: { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number }, ask: { toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null } }
    | { __typename: 'ReadSummaryChanged', cursor: string, post: { id: string, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number }, ask: { state: AskState } | null } }
   };

export type RoomChangesSubscriptionVariables = Exact<{
  roomId: string;
  after?: string | null | undefined;
}>;


export type RoomChangesSubscription = { roomChanged: { cursor: string, kind: RoomChangeKind } };

export type ConsentChangesSubscriptionVariables = Exact<{
  patientId: string;
  after?: string | null | undefined;
}>;


export type ConsentChangesSubscription = { consentChanged: { cursor: string, consent: { id: string, status: ConsentStatus } } };

export type SafetyCheckViewFragment = { id: string, title: string, area: string | null, municipality: string | null, practice: boolean, startedAt: string, startedByName: string, endedAt: string | null, endedByName: string | null, notTicked: number | null, viewerCanLead: boolean };

export type SafetyTallyViewFragment = { status: SafetyStatus, count: number };

export type SafetySaidFragment = { id: string, status: SafetyStatus, evidence: SafetyEvidence | null, place: SafetyPlace | null, placeNote: string | null, needs: string | null, note: string | null, device: string | null, powerMinutesLeft: number | null, observedAt: string | null, reportedAt: string | null, reportedByName: string | null, reportedByLabel: string | null, facilityName: string | null, retractedAt: string | null, viewerCanRetract: boolean };

export type SafetyPlaceViewFragment = { patientName: string, locality: string | null, roomNumber: string | null, powerEndsAt: string | null, isContradicted: boolean | null, viewerCanReport: boolean, id: string, status: SafetyStatus, evidence: SafetyEvidence | null, place: SafetyPlace | null, placeNote: string | null, needs: string | null, note: string | null, device: string | null, powerMinutesLeft: number | null, observedAt: string | null, reportedAt: string | null, reportedByName: string | null, reportedByLabel: string | null, facilityName: string | null, retractedAt: string | null, viewerCanRetract: boolean, patient: { id: string } | null, room: { id: string } | null, all: Array<{ id: string, status: SafetyStatus, evidence: SafetyEvidence | null, place: SafetyPlace | null, placeNote: string | null, needs: string | null, note: string | null, device: string | null, powerMinutesLeft: number | null, observedAt: string | null, reportedAt: string | null, reportedByName: string | null, reportedByLabel: string | null, facilityName: string | null, retractedAt: string | null, viewerCanRetract: boolean }> };

export type RunningSafetyChecksQueryVariables = Exact<{ [key: string]: never; }>;


export type RunningSafetyChecksQuery = { activeSafetyChecks: Array<{ id: string, title: string, practice: boolean, viewerCanLead: boolean, summary: Array<{ status: SafetyStatus, count: number }> }> };

export type SafetyChecksScreenQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SafetyChecksScreenQuery = { safetyChecks: { nodes: Array<{ id: string, title: string, area: string | null, municipality: string | null, practice: boolean, startedAt: string, startedByName: string, endedAt: string | null, endedByName: string | null, notTicked: number | null, viewerCanLead: boolean }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SafetyBoardQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SafetyBoardQuery = { safetyCheck: { id: string, title: string, area: string | null, municipality: string | null, practice: boolean, startedAt: string, startedByName: string, endedAt: string | null, endedByName: string | null, notTicked: number | null, viewerCanLead: boolean, reports: { nodes: Array<{ patientName: string, locality: string | null, roomNumber: string | null, powerEndsAt: string | null, isContradicted: boolean | null, viewerCanReport: boolean, id: string, status: SafetyStatus, evidence: SafetyEvidence | null, place: SafetyPlace | null, placeNote: string | null, needs: string | null, note: string | null, device: string | null, powerMinutesLeft: number | null, observedAt: string | null, reportedAt: string | null, reportedByName: string | null, reportedByLabel: string | null, facilityName: string | null, retractedAt: string | null, viewerCanRetract: boolean, patient: { id: string } | null, room: { id: string } | null, all: Array<{ id: string, status: SafetyStatus, evidence: SafetyEvidence | null, place: SafetyPlace | null, placeNote: string | null, needs: string | null, note: string | null, device: string | null, powerMinutesLeft: number | null, observedAt: string | null, reportedAt: string | null, reportedByName: string | null, reportedByLabel: string | null, facilityName: string | null, retractedAt: string | null, viewerCanRetract: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SafetyBoardChangesSubscriptionVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SafetyBoardChangesSubscription = { safetyReportChanged: { cursor: string, safetyCheck: { id: string, endedAt: string | null }, report: { patientName: string, locality: string | null, roomNumber: string | null, powerEndsAt: string | null, isContradicted: boolean | null, viewerCanReport: boolean, id: string, status: SafetyStatus, evidence: SafetyEvidence | null, place: SafetyPlace | null, placeNote: string | null, needs: string | null, note: string | null, device: string | null, powerMinutesLeft: number | null, observedAt: string | null, reportedAt: string | null, reportedByName: string | null, reportedByLabel: string | null, facilityName: string | null, retractedAt: string | null, viewerCanRetract: boolean, patient: { id: string } | null, room: { id: string } | null, all: Array<{ id: string, status: SafetyStatus, evidence: SafetyEvidence | null, place: SafetyPlace | null, placeNote: string | null, needs: string | null, note: string | null, device: string | null, powerMinutesLeft: number | null, observedAt: string | null, reportedAt: string | null, reportedByName: string | null, reportedByLabel: string | null, facilityName: string | null, retractedAt: string | null, viewerCanRetract: boolean }> } | null } };

export type SafetyOutcomeScreenQueryVariables = Exact<{
  id: string;
}>;


export type SafetyOutcomeScreenQuery = { safetyCheck: { id: string, title: string, area: string | null, municipality: string | null, practice: boolean, startedAt: string, startedByName: string, endedAt: string | null, endedByName: string | null, notTicked: number | null, viewerCanLead: boolean, summary: Array<{ status: SafetyStatus, count: number }>, outcome: { subjectCount: number, answeredCount: number, answeredWithin: Array<{ minutes: number, count: number }>, facilities: Array<{ name: string, patientCount: number, reportCount: number }> } | null } | null };

export type SafetyViewsScreenQueryVariables = Exact<{
  id: string;
}>;


export type SafetyViewsScreenQuery = { safetyCheck: { id: string, title: string, area: string | null, municipality: string | null, practice: boolean, startedAt: string, startedByName: string, endedAt: string | null, endedByName: string | null, notTicked: number | null, viewerCanLead: boolean, views: Array<{ id: string, forWhom: string, createdAt: string, createdByName: string, expiresAt: string, revokedAt: string | null }> | null } | null };

export type SafetyViewCardFragment = { id: string, forWhom: string, createdAt: string, createdByName: string, expiresAt: string, revokedAt: string | null };

export type SafetyCheckStartMutationVariables = Exact<{
  input: SafetyCheckStartInput;
}>;


export type SafetyCheckStartMutation = { safetyCheckStart: { safetyCheck: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SafetyCheckEndMutationVariables = Exact<{
  id: string;
}>;


export type SafetyCheckEndMutation = { safetyCheckEnd: { safetyCheck: { id: string, title: string, area: string | null, municipality: string | null, practice: boolean, startedAt: string, startedByName: string, endedAt: string | null, endedByName: string | null, notTicked: number | null, viewerCanLead: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SafetyReportSubmitMutationVariables = Exact<{
  input: SafetyReportInput;
}>;


export type SafetyReportSubmitMutation = { safetyReportSubmit: { report: { id: string, status: SafetyStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SafetyReportRetractMutationVariables = Exact<{
  id: string;
}>;


export type SafetyReportRetractMutation = { safetyReportRetract: { report: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SafetyViewCreateMutationVariables = Exact<{
  input: SafetyViewCreateInput;
}>;


export type SafetyViewCreateMutation = { safetyViewCreate: { code: string | null, view: { id: string, forWhom: string, createdAt: string, createdByName: string, expiresAt: string, revokedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SafetyViewExtendMutationVariables = Exact<{
  id: string;
  hours: number;
}>;


export type SafetyViewExtendMutation = { safetyViewExtend: { view: { id: string, forWhom: string, createdAt: string, createdByName: string, expiresAt: string, revokedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SafetyViewRevokeMutationVariables = Exact<{
  id: string;
}>;


export type SafetyViewRevokeMutation = { safetyViewRevoke: { view: { id: string, forWhom: string, createdAt: string, createdByName: string, expiresAt: string, revokedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type MunicipalSafetyQueryVariables = Exact<{
  code: string;
}>;


export type MunicipalSafetyQuery = { municipalSafety: { title: string, area: string | null, practice: boolean, forWhom: string, startedAt: string, expiresAt: string, summary: Array<{ status: SafetyStatus, count: number }>, reports: Array<{ id: string, patientName: string, locality: string | null, status: SafetyStatus, place: SafetyPlace | null, placeNote: string | null, needs: string | null, device: string | null, powerEndsAt: string | null, isContradicted: boolean | null, observedAt: string | null, evidence: SafetyEvidence | null, reportedByLabel: string | null }> } | null };

export type SearchScreenQueryVariables = Exact<{
  query: string;
  filter?: PostFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchScreenQuery = { searchPosts: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: PostKind, audience: Audience, importance: Importance, authorName: string, authorProfessionLabel: string | null, createdAt: string, excerpt: string, author: { id: string } | null, room: { id: string, patient: { id: string, name: string | null } } | null }, highlights: Array<{ text: string, ranges: Array<{ start: number, end: number }> }> }> } };

export type SearchedPostFragment = { id: string, kind: PostKind, audience: Audience, importance: Importance, authorName: string, authorProfessionLabel: string | null, createdAt: string, excerpt: string, author: { id: string } | null, room: { id: string, patient: { id: string, name: string | null } } | null };

export type RoomPostsFilteredQueryVariables = Exact<{
  id: string;
  filter?: PostFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type RoomPostsFilteredQuery = { room: { id: string, posts: { totalCount: number | null, nodes: Array<{ viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type PostInRoomQueryVariables = Exact<{
  id: string;
}>;


export type PostInRoomQuery = { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, room: { id: string } | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null };

export type SupportReferralScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type SupportReferralScreenQuery = { room: { id: string, supportReferrals: Array<{ id: string, topic: SupportTopic, note: string | null, memberName: string, createdAt: string, resolvedAt: string | null }> } | null };

export type SupportReferralCreateMutationVariables = Exact<{
  input: SupportReferralInput;
}>;


export type SupportReferralCreateMutation = { supportReferralCreate: { supportReferral: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomExportsQueryVariables = Exact<{
  id: string;
}>;


export type RoomExportsQuery = { room: { id: string, roomNumber: string, status: RoomStatus, viewerCanExport: boolean, exports: Array<{ id: string, state: RoomExportState, progress: number, fault: RoomExportFault | null, purpose: RoomExportPurpose, reason: string, sha256: string | null, bytes: number | null, signingKey: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null, endedAt: string | null }> } | null };

export type RoomExportRowFragment = { id: string, state: RoomExportState, progress: number, fault: RoomExportFault | null, purpose: RoomExportPurpose, reason: string, sha256: string | null, bytes: number | null, signingKey: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null, endedAt: string | null };

export type RoomExportCreateMutationVariables = Exact<{
  idempotencyKey: string;
  roomId: string;
  purpose: RoomExportPurpose;
  reason: string;
}>;


export type RoomExportCreateMutation = { roomExportCreate: { roomExport: { id: string, state: RoomExportState, progress: number, fault: RoomExportFault | null, purpose: RoomExportPurpose, reason: string, sha256: string | null, bytes: number | null, signingKey: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null, endedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomExportOpenMutationVariables = Exact<{
  id: string;
}>;


export type RoomExportOpenMutation = { roomExportOpen: { roomExport: { id: string, url: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type RoomExportCancelMutationVariables = Exact<{
  id: string;
}>;


export type RoomExportCancelMutation = { roomExportCancel: { roomExport: { id: string, state: RoomExportState, progress: number, fault: RoomExportFault | null, purpose: RoomExportPurpose, reason: string, sha256: string | null, bytes: number | null, signingKey: string | null, createdAt: string, readyAt: string | null, expiresAt: string | null, endedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ViewerFrameQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerFrameQuery = { viewer: { id: string, user: { id: string, kind: UserKind, displayName: string, practitioner: { id: string, professions: Array<Profession>, affiliations: Array<{ isFacilityAdmin: boolean, since: string, until: string | null, facility: { id: string, name: string } }> } | null }, activeFacility: { id: string, name: string } | null, recoveryUnderWay: { id: string, state: RecoveryState, reason: string, startedAt: string, effectiveAt: string, expiresAt: string } | null, deviceStanding: { requiredFrom: string | null, isRequired: boolean, isSatisfied: boolean, device: { id: string, label: string, status: DeviceStatus } | null }, pledgesOwed: Array<{ form: FormCode, blocksFrom: string | null, isBlocking: boolean }>, idLinks: Array<{ id: string }> } | null };

export type HomeScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeScreenQuery = { district: { id: string, applicantProfessions: Array<Profession> } | null, viewer: { id: string, user: { id: string, kind: UserKind, displayName: string, practitioner: { id: string, professions: Array<Profession> } | null }, rooms: { nodes: Array<{ id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null }> } | null, importantNotifications: { nodes: Array<{ id: string, kind: NotificationKind, importance: Importance, title: string, summary: string | null, url: string, createdAt: string, readAt: string | null, room: { id: string, patient: { id: string, name: string | null } } | null }> } | null, asksOwedByMe: { nodes: Array<{ id: string, authorName: string, excerpt: string, createdAt: string, ask: { dueAt: string, state: AskState } | null, room: { id: string, patient: { id: string, name: string | null } } | null }> } | null, postsAwaitingMyAcknowledgement: { nodes: Array<{ id: string, authorName: string, excerpt: string, createdAt: string, room: { id: string, patient: { id: string, name: string | null } } | null }> } | null, familyInvitations: Array<{ invitationId: string, role: RoomRole, name: string, roomNumber: string, invitedByName: string, expiresAt: string, shown: Array<InformationCategory>, hidden: Array<InformationCategory> }> | null, invitations: Array<{ id: string, role: RoomRole, isSteward: boolean, isNextSteward: boolean, invitedAt: string, remindedAt: string | null, room: { id: string, roomNumber: string, patient: { id: string, name: string | null } } }> | null, roomApplications: Array<{ id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, submittedAt: string | null, expectedBy: string | null, decisionReason: string | null, version: number, patient: { id: string, name: string | null } | null, room: { id: string } | null }> | null, weeklyChecksDue: Array<{ id: string, dueOn: string, isOverdue: boolean, room: { id: string, roomNumber: string, patient: { id: string, name: string | null } } | null }> | null, consentsExpiring: Array<{ id: string, expiresOn: string | null, patient: { id: string, name: string | null, room: { id: string } | null } | null }> | null, patientsInPreparation: Array<{ id: string, name: string | null, updatedAt: string, consent: { id: string, status: ConsentStatus } | null }> | null } | null };

export type InvitationAcceptMutationVariables = Exact<{
  membershipId: string;
}>;


export type InvitationAcceptMutation = { roomInvitationAccept: { membership: { id: string, status: MembershipStatus, room: { id: string } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ApplicationWithdrawMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type ApplicationWithdrawMutation = { roomApplicationWithdraw: { roomApplication: { id: string, status: ApplicationStatus } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionsScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsScreenQuery = { viewer: { id: string, sharedIdAskedAt: string | null, sessions: Array<{ id: string, deviceLabel: string | null, methods: Array<AuthenticationMethod>, networkHint: string | null, startedAt: string, lastActiveAt: string, isCurrent: boolean }> } | null };

export type SessionRevokeMutationVariables = Exact<{
  id: string;
}>;


export type SessionRevokeMutation = { sessionRevoke: { sessionId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionRevokeAllOthersMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionRevokeAllOthersMutation = { sessionRevokeAllOthers: { revokedCount: number, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionRevokeAllMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionRevokeAllMutation = { sessionRevokeAll: { revokedCount: number, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionEndedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SessionEndedSubscription = { sessionEnded: { sessionId: string, reason: SessionEndReason } };

export type VitalsRecordPartsFragment = { id: string, takenAt: string, takenByName: string, note: string | null, oxygenLitersPerMinute: number | null, viewerCanCorrect: boolean, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, post: { id: string } | null, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null };

export type DailyLifeFragment = { id: string, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null };

export type CorrectionFragment = { id: string, isCurrent: boolean, correctionReason: string | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null };

export type RangePartsFragment = { kind: VitalKind, low: number | null, high: number | null, criticalLow: number | null, criticalHigh: number | null, isDefault: boolean, setByName: string | null, setAt: string | null };

export type VitalsBetweenQueryVariables = Exact<{
  roomId: string;
  from: string;
  to: string;
  after?: string | null | undefined;
}>;


export type VitalsBetweenQuery = { room: { id: string, patient: { id: string, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string, note: string | null, oxygenLitersPerMinute: number | null, viewerCanCorrect: boolean, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, post: { id: string } | null, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } } | null };

export type VitalSeriesBetweenQueryVariables = Exact<{
  roomId: string;
  kinds: Array<VitalKind> | VitalKind;
  from: string;
  to: string;
  maxPoints: number;
}>;


export type VitalSeriesBetweenQuery = { room: { id: string, patient: { id: string, vitalSeries: Array<{ kind: VitalKind, unit: string, downsampled: boolean, range: { kind: VitalKind, low: number | null, high: number | null, criticalLow: number | null, criticalHigh: number | null, isDefault: boolean, setByName: string | null, setAt: string | null } | null, points: Array<{ at: string, value: number, flag: VitalFlag }> }> | null } } | null };

export type VitalRangesQueryVariables = Exact<{
  roomId: string;
}>;


export type VitalRangesQuery = { room: { id: string, patient: { id: string, vitalRangesVersion: number | null, viewerCanSetVitalRanges: boolean | null, vitalRanges: Array<{ kind: VitalKind, low: number | null, high: number | null, criticalLow: number | null, criticalHigh: number | null, isDefault: boolean, setByName: string | null, setAt: string | null }> | null, vitalRangeHistory: Array<{ version: number, setAt: string, setByName: string, ranges: Array<{ kind: VitalKind, low: number | null, high: number | null, criticalLow: number | null, criticalHigh: number | null, isDefault: boolean, setByName: string | null, setAt: string | null }> }> | null } } | null };

export type VitalRangesSetMutationVariables = Exact<{
  patientId: string;
  ranges: Array<VitalRangeInput> | VitalRangeInput;
  expectedVersion: number;
}>;


export type VitalRangesSetMutation = { vitalRangesSet: { patient: { id: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type VitalsCorrectMutationVariables = Exact<{
  id: string;
  input: VitalsCorrectInput;
}>;


export type VitalsCorrectMutation = { vitalsCorrect: { post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type WeeklyCheckViewFragment = { id: string, weekOf: string, dueOn: string, isOverdue: boolean, completedAt: string | null, completedByName: string | null, outcome: WeeklyCheckOutcome | null, note: string | null, viewerCanSign: boolean, findings: { postCount: number, consentExpiresOn: string | null, membersNotJoined: Array<{ id: string, displayName: string, status: MembershipStatus }>, membersLeft: Array<{ id: string, displayName: string }> } };

export type WeeklyCheckScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type WeeklyCheckScreenQuery = { room: { id: string, weeklyChecks: Array<{ id: string, weekOf: string, dueOn: string, isOverdue: boolean, completedAt: string | null, completedByName: string | null, outcome: WeeklyCheckOutcome | null, note: string | null, viewerCanSign: boolean, findings: { postCount: number, consentExpiresOn: string | null, membersNotJoined: Array<{ id: string, displayName: string, status: MembershipStatus }>, membersLeft: Array<{ id: string, displayName: string }> } }>, memberships: { nodes: Array<{ id: string, unreadImportantCount: number | null }> }, openAsks: { nodes: Array<{ id: string }> } | null } | null };

export type WeeklyCheckCompleteMutationVariables = Exact<{
  id: string;
  input: WeeklyCheckInput;
}>;


export type WeeklyCheckCompleteMutation = { weeklyCheckComplete: { userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type MembershipRemindMutationVariables = Exact<{
  membershipId: string;
}>;


export type MembershipRemindMutation = { roomMembershipRemind: { membership: { id: string, remindedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type WoundRowFragment = { id: string, woundId: string, audience: Audience, site: string, depth: DesignRDepth, exudate: number, size: number, inflammation: number, criticallyColonized: boolean, granulation: number, necrosis: number, pocket: number, total: number, notation: string, lengthCm: number | null, widthCm: number | null, areaCm2: number | null, assessedAt: string, assessedByName: string };

export type WoundCardFragment = { id: string, woundId: string, audience: Audience, site: string, depth: DesignRDepth, exudate: number, size: number, inflammation: number, criticallyColonized: boolean, granulation: number, necrosis: number, pocket: number, total: number, notation: string, lengthCm: number | null, widthCm: number | null, areaCm2: number | null, assessedAt: string, assessedByName: string, series: Array<{ id: string, total: number, depth: DesignRDepth, assessedAt: string }> };

export type WoundToAssessQueryVariables = Exact<{
  roomId: string;
  woundId?: string | null | undefined;
}>;


export type WoundToAssessQuery = { room: { id: string, patient: { id: string, wounds: Array<{ id: string, woundId: string, audience: Audience, site: string, depth: DesignRDepth, exudate: number, size: number, inflammation: number, criticallyColonized: boolean, granulation: number, necrosis: number, pocket: number, total: number, notation: string, lengthCm: number | null, widthCm: number | null, areaCm2: number | null, assessedAt: string, assessedByName: string }> | null } } | null };

export type WoundToCorrectQueryVariables = Exact<{
  id: string;
}>;


export type WoundToCorrectQuery = { post: { id: string, wound: { isCurrent: boolean, id: string, woundId: string, audience: Audience, site: string, depth: DesignRDepth, exudate: number, size: number, inflammation: number, criticallyColonized: boolean, granulation: number, necrosis: number, pocket: number, total: number, notation: string, lengthCm: number | null, widthCm: number | null, areaCm2: number | null, assessedAt: string, assessedByName: string } | null } | null };

export type WoundSeriesQueryVariables = Exact<{
  roomId: string;
  woundId: string;
}>;


export type WoundSeriesQuery = { room: { id: string, patient: { id: string, name: string | null, birthDate: string | null, wounds: Array<{ id: string, woundId: string, audience: Audience, site: string, depth: DesignRDepth, exudate: number, size: number, inflammation: number, criticallyColonized: boolean, granulation: number, necrosis: number, pocket: number, total: number, notation: string, lengthCm: number | null, widthCm: number | null, areaCm2: number | null, assessedAt: string, assessedByName: string, series: Array<{ id: string, woundId: string, audience: Audience, site: string, depth: DesignRDepth, exudate: number, size: number, inflammation: number, criticallyColonized: boolean, granulation: number, necrosis: number, pocket: number, total: number, notation: string, lengthCm: number | null, widthCm: number | null, areaCm2: number | null, assessedAt: string, assessedByName: string, photos: Array<{ id: string }>, corrects: { id: string, woundId: string, audience: Audience, site: string, depth: DesignRDepth, exudate: number, size: number, inflammation: number, criticallyColonized: boolean, granulation: number, necrosis: number, pocket: number, total: number, notation: string, lengthCm: number | null, widthCm: number | null, areaCm2: number | null, assessedAt: string, assessedByName: string } | null }> }> | null } } | null };

export type WoundPhotosQueryVariables = Exact<{
  id: string;
}>;


export type WoundPhotosQuery = { post: { id: string, wound: { id: string, photos: Array<{ id: string, url: string | null, alt: string | null, width: number | null, height: number | null, annotations: Array<{ id: string, shape: AnnotationShape, points: Array<{ x: number, y: number }> }> }> } | null } | null };

export type WoundAssessMutationVariables = Exact<{
  input: WoundAssessInput;
}>;


export type WoundAssessMutation = { woundAssess: { replayed: boolean, post: { viewerHasRead: boolean, viewerHasAcknowledged: boolean, viewerCanEdit: boolean, viewerCanRetract: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, editedAt: string | null, version: number, isPinned: boolean, acknowledgementRequested: boolean, spokenForName: string | null, vitals: { id: string, viewerCanCorrect: boolean, takenAt: string, note: string | null, worstFlag: VitalFlag, oxygenLitersPerMinute: number | null, consciousness: JapanComaScale | null, sleepHours: number | null, bath: BathKind | null, fall: boolean | null, alerts: Array<VitalAlert>, isCurrent: boolean, correctionReason: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag, context: VitalContext | null }>, meals: Array<{ slot: MealSlot, main: number, side: number }>, medicines: Array<{ slot: MedicineSlot, outcome: MedicineOutcome, note: string | null }>, stool: { bristol: number, count: number, blood: boolean } | null, corrects: { id: string } | null, correctedBy: { id: string, takenByName: string, correctionReason: string | null } | null } | null, ask: { viewerCanTake: boolean, viewerCanComplete: boolean, viewerCanNameDeputy: boolean, toGroup: MentionGroup | null, dueAt: string, state: AskState, takenByName: string | null, doneAt: string | null, doneByName: string | null, hasDeputy: boolean, escalationStep: number | null, toUser: { id: string } | null } | null, author: { id: string } | null, parent: { id: string, authorName: string, excerpt: string } | null, retraction: { at: string, byName: string, reason: string } | null, mentions: Array<{ start: number, end: number }>, wound: { id: string, woundId: string, site: string, notation: string, total: number, areaCm2: number | null } | null, attachments: Array<{ id: string, kind: AttachmentKind, documentKind: DocumentKind | null, pageCount: number | null, width: number | null, height: number | null, blurHash: string | null, alt: string | null, isBodyImage: boolean, bodySite: string | null, takenAt: string | null }>, visit: { nextVisitOn: string | null, planChanged: boolean, planChange: string | null, careAdvice: string | null, wishes: string | null } | null, readSummary: { readCount: number, audienceCount: number, acknowledgedCount: number } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type WoundListQueryVariables = Exact<{
  roomId: string;
}>;


export type WoundListQuery = { room: { id: string, patient: { id: string, wounds: Array<{ id: string, woundId: string, audience: Audience, site: string, depth: DesignRDepth, exudate: number, size: number, inflammation: number, criticallyColonized: boolean, granulation: number, necrosis: number, pocket: number, total: number, notation: string, lengthCm: number | null, widthCm: number | null, areaCm2: number | null, assessedAt: string, assessedByName: string, series: Array<{ id: string, total: number, depth: DesignRDepth, assessedAt: string }> }> | null } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RoomImportRowFragmentDoc = new TypedDocumentString(`
    fragment RoomImportRow on RoomImport {
  id
  state
  roomNumber
  districtName
  madeAt
  madeByName
  madeByFacilityName
  purpose
  signingKey
  isKnownKey
  broughtByName
  broughtAt
  expiresAt
  endedAt
  taken {
    category
    count
  }
}
    `, {"fragmentName":"RoomImportRow"}) as unknown as TypedDocumentString<RoomImportRowFragment, unknown>;
export const CenterRoomFragmentDoc = new TypedDocumentString(`
    fragment CenterRoom on Room {
  id
  roomNumber
  status
  openedAt
  centerView {
    memberCount
    waitingCount
    hasSteward
    checkOverdueSince
    lastUsedOn
    consentInForce
    isInspecting
    facilities {
      name
      facility {
        id
      }
    }
  }
}
    `, {"fragmentName":"CenterRoom"}) as unknown as TypedDocumentString<CenterRoomFragment, unknown>;
export const ReviewTaskRowFragmentDoc = new TypedDocumentString(`
    fragment ReviewTaskRow on ReviewTask {
  id
  form
  kind
  state
  title
  openedAt
  dueOn
  closedAt
  assignee {
    id
    displayName
  }
}
    `, {"fragmentName":"ReviewTaskRow"}) as unknown as TypedDocumentString<ReviewTaskRowFragment, unknown>;
export const RoomChangePartsFragmentDoc = new TypedDocumentString(`
    fragment RoomChangeParts on RoomChangeDetails {
  effectiveAt
  newStewardName
  newSteward {
    id
  }
  changeReason: reason
  add {
    displayName
    role
    user {
      id
      deactivatedAt
    }
    facility {
      id
      name
    }
  }
  remove {
    membershipId
    displayName
    role
    endsAt
    calledOffAt
  }
}
    `, {"fragmentName":"RoomChangeParts"}) as unknown as TypedDocumentString<RoomChangePartsFragment, unknown>;
export const RoomClosurePartsFragmentDoc = new TypedDocumentString(`
    fragment RoomClosureParts on RoomClosureDetails {
  closureReason: reason
  note
  informed
  exportToName
  copies {
    facility {
      id
    }
    facilityName
    isSaved
  }
}
    `, {"fragmentName":"RoomClosureParts"}) as unknown as TypedDocumentString<RoomClosurePartsFragment, unknown>;
export const RoomApplicationStepFragmentDoc = new TypedDocumentString(`
    fragment RoomApplicationStep on RoomApplicationEntry {
  status
  at
  reason
  comments {
    field
    text
  }
  officer {
    id
    displayName
  }
}
    `, {"fragmentName":"RoomApplicationStep"}) as unknown as TypedDocumentString<RoomApplicationStepFragment, unknown>;
export const ApplicationViewFragmentDoc = new TypedDocumentString(`
    fragment ApplicationView on RoomApplication {
  id
  form
  receiptNumber
  status
  applicantName
  submittedAt
  expectedBy
  decidedAt
  decisionReason
  version
  possibleDuplicates {
    roomNumber
    receiptNumber
  }
  viewerCanReview
  viewerCanExecute
  checkedBy {
    id
    displayName
  }
  decidedBy {
    id
    displayName
  }
  patient {
    id
    name
    nameKana
    birthDate
    age
  }
  room {
    id
    roomNumber
    status
  }
  details {
    __typename
    ... on RoomCreationDetails {
      situation
      reason
      filledBlocks
      stewardName
      steward {
        id
      }
      members {
        displayName
        role
        user {
          id
          deactivatedAt
        }
        facility {
          id
          name
        }
      }
      consent {
        id
        status
        giver
        giverName
        signedAt
        explainedByName
        disasterUse
        categories {
          category
          granted
          visibleToFamily
          visibleToPartners
        }
      }
    }
    ...RoomChangeParts
    ...RoomClosureParts
  }
  entries {
    ...RoomApplicationStep
  }
}
    fragment RoomApplicationStep on RoomApplicationEntry {
  status
  at
  reason
  comments {
    field
    text
  }
  officer {
    id
    displayName
  }
}
fragment RoomChangeParts on RoomChangeDetails {
  effectiveAt
  newStewardName
  newSteward {
    id
  }
  changeReason: reason
  add {
    displayName
    role
    user {
      id
      deactivatedAt
    }
    facility {
      id
      name
    }
  }
  remove {
    membershipId
    displayName
    role
    endsAt
    calledOffAt
  }
}
fragment RoomClosureParts on RoomClosureDetails {
  closureReason: reason
  note
  informed
  exportToName
  copies {
    facility {
      id
    }
    facilityName
    isSaved
  }
}`, {"fragmentName":"ApplicationView"}) as unknown as TypedDocumentString<ApplicationViewFragment, unknown>;
export const IdDetailsFragmentDoc = new TypedDocumentString(`
    fragment IdDetails on IdIssueDetails {
  facilityName
  facilityNameKana
  institutionCode
  facilityKind
  municipality
  address
  phone
  fax
  representativeName
  contactName
  contactEmail
  applicants {
    id
    name
    nameKana
    professions
    title
    birthDate
    licenceNumber
    email
    devices
    isFacilityAdmin
    existingAccountName
  }
}
    `, {"fragmentName":"IdDetails"}) as unknown as TypedDocumentString<IdDetailsFragment, unknown>;
export const IdChangeLinesFragmentDoc = new TypedDocumentString(`
    fragment IdChangeLines on IdChangeDetails {
  kind
  personName
  personNameKana
  changes {
    item
    before
    after
  }
  effectiveAt
  reason
}
    `, {"fragmentName":"IdChangeLines"}) as unknown as TypedDocumentString<IdChangeLinesFragment, unknown>;
export const IdChangeViewFragmentDoc = new TypedDocumentString(`
    fragment IdChangeView on IdChangeDetails {
  ...IdChangeLines
  facilityName
  user {
    id
    displayName
  }
  seats {
    id
    roomNumber
    successorName
    successor {
      id
    }
    isVacant
    candidates {
      id
      displayName
    }
  }
  endedAt
  carriedOutAt
}
    fragment IdChangeLines on IdChangeDetails {
  kind
  personName
  personNameKana
  changes {
    item
    before
    after
  }
  effectiveAt
  reason
}`, {"fragmentName":"IdChangeView"}) as unknown as TypedDocumentString<IdChangeViewFragment, unknown>;
export const IdApplicationViewFragmentDoc = new TypedDocumentString(`
    fragment IdApplicationView on IdApplication {
  id
  form
  receiptNumber
  status
  filedAt: submittedAt
  dueOn: expectedBy
  decisionReason
  version
  viewerCanReview
  comments {
    field
    text
  }
  earlier {
    comments {
      field
      text
    }
    filedBefore: details {
      __typename
      ... on IdIssueDetails {
        ...IdDetails
      }
      ... on IdChangeDetails {
        ...IdChangeLines
      }
    }
  }
  entries {
    status
    at
    reason
    officer {
      id
      displayName
    }
  }
  checkedBy {
    id
    displayName
  }
  decidedBy {
    id
    displayName
  }
  pledges {
    id
    signerName
    signedOn
    textVersion
  }
  facility {
    id
    name
  }
  filed: details {
    __typename
    ... on IdChangeDetails {
      ...IdChangeView
    }
    ... on IdIssueDetails {
      ...IdDetails
      applicants {
        id
        outcome
        issuedUser {
          id
          enrolledAt
          enrolmentCodeExpiresAt
        }
        link {
          id
          proposedAt
          answeredAt
          isAccepted
        }
        matches {
          id
          reasons
          isStrong
          districtName
          user {
            id
            displayName
          }
        }
      }
    }
  }
}
    fragment IdChangeLines on IdChangeDetails {
  kind
  personName
  personNameKana
  changes {
    item
    before
    after
  }
  effectiveAt
  reason
}
fragment IdChangeView on IdChangeDetails {
  ...IdChangeLines
  facilityName
  user {
    id
    displayName
  }
  seats {
    id
    roomNumber
    successorName
    successor {
      id
    }
    isVacant
    candidates {
      id
      displayName
    }
  }
  endedAt
  carriedOutAt
}
fragment IdDetails on IdIssueDetails {
  facilityName
  facilityNameKana
  institutionCode
  facilityKind
  municipality
  address
  phone
  fax
  representativeName
  contactName
  contactEmail
  applicants {
    id
    name
    nameKana
    professions
    title
    birthDate
    licenceNumber
    email
    devices
    isFacilityAdmin
    existingAccountName
  }
}`, {"fragmentName":"IdApplicationView"}) as unknown as TypedDocumentString<IdApplicationViewFragment, unknown>;
export const SharedIdViewFragmentDoc = new TypedDocumentString(`
    fragment SharedIdView on SharedIdCase {
  id
  user {
    id
    displayName
    deactivatedAt
  }
  reasons {
    kind
    count
    firstAt
    lastAt
  }
  openedAt
  lastSeenAt
  outcome
  note
  decidedAt
  decidedBy {
    id
    displayName
  }
  version
  viewerCanDecide
  lanes {
    id
    label
    deviceName
    methods
    isSignedIn
    facility {
      id
      name
    }
    uses {
      at
      network
      networkHint
    }
  }
}
    `, {"fragmentName":"SharedIdView"}) as unknown as TypedDocumentString<SharedIdViewFragment, unknown>;
export const RetentionViewFragmentDoc = new TypedDocumentString(`
    fragment RetentionView on RoomRetention {
  roomId
  roomNumber
  status
  closureReason
  startedAt
  closesAt
  closedAt
  recordClass
  years
  holdEndsOn
  legalHold {
    id
    setAt
  }
}
    `, {"fragmentName":"RetentionView"}) as unknown as TypedDocumentString<RetentionViewFragment, unknown>;
export const ConsentViewFragmentDoc = new TypedDocumentString(`
    fragment ConsentView on Consent {
  id
  status
  version
  giver
  giverName
  proxyRelation
  proxyReason
  method
  receiptNumber
  textVersion
  explainedByName
  explainedAt
  signedAt
  activeSince
  withdrawnAt
  withdrawalReason
  disasterUse
  expiresOn
  viewerCanWithdraw
  viewerCanAmend
  viewerCanPrint
  viewerCanRenew
  papers {
    id
    pages
  }
  history {
    at
    actorName
    kind
    note
    channel
    receivedAt
  }
  categories {
    category
    granted
    mandatory
    visibleToFamily
    visibleToPartners
  }
}
    `, {"fragmentName":"ConsentView"}) as unknown as TypedDocumentString<ConsentViewFragment, unknown>;
export const PendingConsentFragmentDoc = new TypedDocumentString(`
    fragment PendingConsent on Consent {
  id
  status
  version
  receiptNumber
  signedAt
  giverName
  viewerCanAttach
  viewerCanPrint
  papers {
    id
    pages
  }
  history {
    at
    actorName
    kind
    note
    channel
    receivedAt
  }
}
    `, {"fragmentName":"PendingConsent"}) as unknown as TypedDocumentString<PendingConsentFragment, unknown>;
export const AccessLineFragmentDoc = new TypedDocumentString(`
    fragment AccessLine on AccessLogEntry {
  id
  at
  actor {
    id
    kind
  }
  actorName
  actorFacility {
    id
    name
  }
  apiClientName
  authorityLabel
  deviceLabel
  action
  category
  subjectLabel
  outcome
}
    `, {"fragmentName":"AccessLine"}) as unknown as TypedDocumentString<AccessLineFragment, unknown>;
export const DeviceStandingViewFragmentDoc = new TypedDocumentString(`
    fragment DeviceStandingView on DeviceStanding {
  requiredFrom
  isRequired
  isSatisfied
  device {
    id
    label
    status
  }
}
    `, {"fragmentName":"DeviceStandingView"}) as unknown as TypedDocumentString<DeviceStandingViewFragment, unknown>;
export const DeviceViewFragmentDoc = new TypedDocumentString(`
    fragment DeviceView on Device {
  id
  label
  platform
  ownership
  status
  securitySoftwareAttested
  registeredAt
  revokedAt
  revokeReason
  personalUntil
  lastSeenAt
  viewerCanRevoke
  facility {
    id
    name
  }
}
    `, {"fragmentName":"DeviceView"}) as unknown as TypedDocumentString<DeviceViewFragment, unknown>;
export const DigestPostFragmentDoc = new TypedDocumentString(`
    fragment DigestPost on Post {
  id
  audience
  importance
  kind
  authorName
  authorProfessionLabel
  createdAt
  excerpt(length: 120)
}
    `, {"fragmentName":"DigestPost"}) as unknown as TypedDocumentString<DigestPostFragment, unknown>;
export const MeasurementFragmentDoc = new TypedDocumentString(`
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
  context
}
    `, {"fragmentName":"Measurement"}) as unknown as TypedDocumentString<MeasurementFragment, unknown>;
export const VisitDigestPartsFragmentDoc = new TypedDocumentString(`
    fragment VisitDigestParts on VisitDigest {
  since
  postCount
  importantCount
  openAskCount
  missedMedicines
  lowMeals
  importantPosts {
    ...DigestPost
  }
  openAsks {
    ...DigestPost
    ask {
      dueAt
      state
      toGroup
      toUser {
        id
      }
      takenByName
    }
  }
  vitalsOutOfRange {
    ...Measurement
    takenAt
  }
  woundChanges {
    id
    site
    notation
    total
    assessedAt
    assessedByName
  }
}
    fragment DigestPost on Post {
  id
  audience
  importance
  kind
  authorName
  authorProfessionLabel
  createdAt
  excerpt(length: 120)
}
fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
  context
}`, {"fragmentName":"VisitDigestParts"}) as unknown as TypedDocumentString<VisitDigestPartsFragment, unknown>;
export const SettingValueFragmentDoc = new TypedDocumentString(`
    fragment SettingValue on DistrictSettingValue {
  number
  flag
  day
  choices
}
    `, {"fragmentName":"SettingValue"}) as unknown as TypedDocumentString<SettingValueFragment, unknown>;
export const SettingViewFragmentDoc = new TypedDocumentString(`
    fragment SettingView on DistrictSetting {
  key
  kind
  isDefault
  version
  minimum
  maximum
  options
  value {
    ...SettingValue
  }
  history {
    id
    version
    validFrom
    changedAt
    value {
      ...SettingValue
    }
    changedBy {
      id
      displayName
    }
  }
}
    fragment SettingValue on DistrictSettingValue {
  number
  flag
  day
  choices
}`, {"fragmentName":"SettingView"}) as unknown as TypedDocumentString<SettingViewFragment, unknown>;
export const TemplateViewFragmentDoc = new TypedDocumentString(`
    fragment TemplateView on ReasonTemplate {
  id
  decision
  label
  text
}
    `, {"fragmentName":"TemplateView"}) as unknown as TypedDocumentString<TemplateViewFragment, unknown>;
export const DormancyViewFragmentDoc = new TypedDocumentString(`
    fragment DormancyView on DormancyReview {
  id
  roomNumber
  reviewState: state
  askedApplicant: applicantName
  openedAt
  lastActivityOn
  dueOn
  isLate
  applicantAnswer {
    keep
    channel
    askedOn
    note
  }
  patientAnswer {
    keep
    channel
    askedOn
    note
  }
  decision
  decisionReason
  decidedByName
  decidedAt
  endedAt
  viewerCanWork
  steps: entries {
    kind
    at
    party
    channel
    askedOn
    keep
    note
    actorName
  }
  patient {
    id
    name
    nameKana
  }
}
    `, {"fragmentName":"DormancyView"}) as unknown as TypedDocumentString<DormancyViewFragment, unknown>;
export const StaffMemberFragmentDoc = new TypedDocumentString(`
    fragment StaffMember on Practitioner {
  id
  professions
  affiliations {
    title
    isFacilityAdmin
    facility {
      id
    }
  }
  user {
    id
    displayName
    displayNameKana
    deactivatedAt
    enrolledAt
    viewerCanAdminister
    roomCount(facilityId: $facilityId)
    account {
      lastSignInAt
      secondFactor
      codeExpiresAt
      devices {
        id
        label
        status
      }
      suspension {
        id
        reason
        startedAt
        startedBy {
          id
          displayName
        }
      }
    }
  }
}
    `, {"fragmentName":"StaffMember"}) as unknown as TypedDocumentString<StaffMemberFragment, unknown>;
export const RosterViewFragmentDoc = new TypedDocumentString(`
    fragment RosterView on Roster {
  year
  dueOn
  isOverdue
  version
  viewerCanConfirm
  history {
    id
    year
    version
    confirmedAt
    confirmedByName
    entries {
      name
      answer
      note
      user {
        id
        deactivatedAt
      }
    }
  }
}
    `, {"fragmentName":"RosterView"}) as unknown as TypedDocumentString<RosterViewFragment, unknown>;
export const FamilyInvitationRowFragmentDoc = new TypedDocumentString(`
    fragment FamilyInvitationRow on FamilyInvitation {
  id
  role
  name
  state
  invitedByName
  invitedAt
  expiresAt
  acceptedAt
}
    `, {"fragmentName":"FamilyInvitationRow"}) as unknown as TypedDocumentString<FamilyInvitationRowFragment, unknown>;
export const FamilyWelcomeCardFragmentDoc = new TypedDocumentString(`
    fragment FamilyWelcomeCard on FamilyWelcome {
  invitationId
  role
  name
  roomNumber
  invitedByName
  expiresAt
  shown
  hidden
}
    `, {"fragmentName":"FamilyWelcomeCard"}) as unknown as TypedDocumentString<FamilyWelcomeCardFragment, unknown>;
export const OwedPostFragmentDoc = new TypedDocumentString(`
    fragment OwedPost on Post {
  id
  authorName
  excerpt(length: 60)
  createdAt
  room {
    id
    patient {
      id
      name
    }
  }
}
    `, {"fragmentName":"OwedPost"}) as unknown as TypedDocumentString<OwedPostFragment, unknown>;
export const RoomListItemFragmentDoc = new TypedDocumentString(`
    fragment RoomListItem on Room {
  id
  roomNumber
  status
  consentState
  unreadCount
  lastActivityAt
  patient {
    id
    name
  }
  lastPost {
    id
    authorName
    excerpt(length: 40)
  }
}
    `, {"fragmentName":"RoomListItem"}) as unknown as TypedDocumentString<RoomListItemFragment, unknown>;
export const ProblemFragmentDoc = new TypedDocumentString(`
    fragment Problem on UserError {
  code
  message
  field
}
    `, {"fragmentName":"Problem"}) as unknown as TypedDocumentString<ProblemFragment, unknown>;
export const IdReceiptFragmentDoc = new TypedDocumentString(`
    fragment IdReceipt on ApplicationReceipt {
  receiptNumber
  form
  status
  submittedAt
  expectedBy
  nextStep
  reason
  comments {
    field
    text
  }
  entries {
    status
    at
    isCenter
  }
  returned {
    __typename
    ... on IdIssueDetails {
      ...IdDetails
    }
  }
  canWithdraw
  version
}
    fragment IdDetails on IdIssueDetails {
  facilityName
  facilityNameKana
  institutionCode
  facilityKind
  municipality
  address
  phone
  fax
  representativeName
  contactName
  contactEmail
  applicants {
    id
    name
    nameKana
    professions
    title
    birthDate
    licenceNumber
    email
    devices
    isFacilityAdmin
    existingAccountName
  }
}`, {"fragmentName":"IdReceipt"}) as unknown as TypedDocumentString<IdReceiptFragment, unknown>;
export const FiledChangeFragmentDoc = new TypedDocumentString(`
    fragment FiledChange on IdApplication {
  id
  form
  receiptNumber
  status
  submittedAt
  expectedBy
  decisionReason
  version
  comments {
    field
    text
  }
  entries {
    status
    at
    reason
    officer {
      id
      displayName
    }
  }
  change: details {
    ... on IdChangeDetails {
      kind
      personName
      changes {
        item
        before
        after
      }
      toFacilityName
      toInstitutionCode
      effectiveAt
      reason
      endedAt
      carriedOutAt
      user {
        id
      }
      toFacility {
        id
      }
      seats {
        id
        roomNumber
        successorName
        successor {
          id
        }
      }
    }
  }
}
    `, {"fragmentName":"FiledChange"}) as unknown as TypedDocumentString<FiledChangeFragment, unknown>;
export const NotificationViewFragmentDoc = new TypedDocumentString(`
    fragment NotificationView on Notification {
  id
  kind
  importance
  title
  summary
  url
  createdAt
  readAt
  room {
    id
    patient {
      id
      name
    }
  }
}
    `, {"fragmentName":"NotificationView"}) as unknown as TypedDocumentString<NotificationViewFragment, unknown>;
export const NotificationPreferencesViewFragmentDoc = new TypedDocumentString(`
    fragment NotificationPreferencesView on NotificationPreferences {
  quietHoursFrom
  quietHoursTo
  digestAt
  channels {
    kind
    push
    email
    inApp
  }
  mutedRoomIds
}
    `, {"fragmentName":"NotificationPreferencesView"}) as unknown as TypedDocumentString<NotificationPreferencesViewFragment, unknown>;
export const MailSettingsViewFragmentDoc = new TypedDocumentString(`
    fragment MailSettingsView on MailSettings {
  isSetUp
  address
  refusedAt
  pendingAddress
}
    `, {"fragmentName":"MailSettingsView"}) as unknown as TypedDocumentString<MailSettingsViewFragment, unknown>;
export const ScanPageRowFragmentDoc = new TypedDocumentString(`
    fragment ScanPageRow on ScanPage {
  id
  number
  receiptNumbers
  width
  height
}
    `, {"fragmentName":"ScanPageRow"}) as unknown as TypedDocumentString<ScanPageRowFragment, unknown>;
export const RecoveryViewFragmentDoc = new TypedDocumentString(`
    fragment RecoveryView on Recovery {
  id
  state
  reason
  startedAt
  effectiveAt
  expiresAt
}
    `, {"fragmentName":"RecoveryView"}) as unknown as TypedDocumentString<RecoveryViewFragment, unknown>;
export const PersonViewFragmentDoc = new TypedDocumentString(`
    fragment PersonView on User {
  id
  kind
  displayName
  displayNameKana
  deactivatedAt
  enrolledAt
  enrolmentCodeExpiresAt
  viewerCanAdminister
  viewerCanStartRecovery
  recoveryUnderWay {
    ...RecoveryView
  }
  account {
    lastSignInAt
    secondFactor
    codeExpiresAt
    devices {
      id
      label
      status
    }
    suspension {
      id
      reason
      startedAt
      startedBy {
        id
        displayName
      }
    }
  }
  practitioner {
    id
    professions
    affiliations {
      title
      facility {
        id
        name
      }
    }
  }
}
    fragment RecoveryView on Recovery {
  id
  state
  reason
  startedAt
  effectiveAt
  expiresAt
}`, {"fragmentName":"PersonView"}) as unknown as TypedDocumentString<PersonViewFragment, unknown>;
export const PledgeWordingFragmentDoc = new TypedDocumentString(`
    fragment PledgeWording on PledgeText {
  id
  version
  clauses {
    id
    ja
    en
  }
}
    `, {"fragmentName":"PledgeWording"}) as unknown as TypedDocumentString<PledgeWordingFragment, unknown>;
export const PledgeTextViewFragmentDoc = new TypedDocumentString(`
    fragment PledgeTextView on PledgeText {
  ...PledgeWording
  form
  validFrom
  blocksFrom
  publishedAt
}
    fragment PledgeWording on PledgeText {
  id
  version
  clauses {
    id
    ja
    en
  }
}`, {"fragmentName":"PledgeTextView"}) as unknown as TypedDocumentString<PledgeTextViewFragment, unknown>;
export const PledgeStandingsViewFragmentDoc = new TypedDocumentString(`
    fragment PledgeStandingsView on PledgeStandingConnection {
  signedCount
  owedCount
  pageInfo {
    hasNextPage
    endCursor
  }
  nodes {
    isOwed
    blocksFrom
    isBlocking
    pledge {
      id
      signerName
      signedOn
      textVersion
    }
    user {
      id
      displayName
    }
    facility {
      id
      name
    }
  }
}
    `, {"fragmentName":"PledgeStandingsView"}) as unknown as TypedDocumentString<PledgeStandingsViewFragment, unknown>;
export const ProfileConditionFragmentDoc = new TypedDocumentString(`
    fragment ProfileCondition on Condition {
  name
  icd10
  since
  until
  note
}
    `, {"fragmentName":"ProfileCondition"}) as unknown as TypedDocumentString<ProfileConditionFragment, unknown>;
export const ProfileMedicationFragmentDoc = new TypedDocumentString(`
    fragment ProfileMedication on Medication {
  name
  yjCode
  dosage
  since
  until
}
    `, {"fragmentName":"ProfileMedication"}) as unknown as TypedDocumentString<ProfileMedicationFragment, unknown>;
export const ProfileTestFragmentDoc = new TypedDocumentString(`
    fragment ProfileTest on TestResult {
  name
  value
  unit
  date
}
    `, {"fragmentName":"ProfileTest"}) as unknown as TypedDocumentString<ProfileTestFragment, unknown>;
export const ProfileServiceFragmentDoc = new TypedDocumentString(`
    fragment ProfileService on CareService {
  kind
  provider {
    id
  }
  providerName
  schedule
}
    `, {"fragmentName":"ProfileService"}) as unknown as TypedDocumentString<ProfileServiceFragment, unknown>;
export const ProfileMedicalInsuranceFragmentDoc = new TypedDocumentString(`
    fragment ProfileMedicalInsurance on MedicalInsurance {
  insurerNumber
  symbol
  number
  branchNumber
  copaymentPercent
  validUntil
  publicExpenses {
    payerNumber
    recipientNumber
    validUntil
  }
}
    `, {"fragmentName":"ProfileMedicalInsurance"}) as unknown as TypedDocumentString<ProfileMedicalInsuranceFragment, unknown>;
export const ProfileCareInsuranceFragmentDoc = new TypedDocumentString(`
    fragment ProfileCareInsurance on LongTermCareInsurance {
  insurerNumber
  insuredNumber
  careLevel
  copaymentPercent
  validFrom
  validUntil
}
    `, {"fragmentName":"ProfileCareInsurance"}) as unknown as TypedDocumentString<ProfileCareInsuranceFragment, unknown>;
export const ProfileHospitalFragmentDoc = new TypedDocumentString(`
    fragment ProfileHospital on HospitalRef {
  name
  department
  phone
}
    `, {"fragmentName":"ProfileHospital"}) as unknown as TypedDocumentString<ProfileHospitalFragment, unknown>;
export const ProfileContactFragmentDoc = new TypedDocumentString(`
    fragment ProfileContact on FamilyContact {
  id
  version
  name
  relationship
  phones
  fax
  isKeyPerson
  emergencyOrder
  livesTogether
}
    `, {"fragmentName":"ProfileContact"}) as unknown as TypedDocumentString<ProfileContactFragment, unknown>;
export const ProfileBlocksFragmentDoc = new TypedDocumentString(`
    fragment ProfileBlocks on Patient {
  id
  name
  nameKana
  sex
  birthDate
  age
  postalCode
  address
  phone
  medicalHistory @include(if: $medicalHistory) {
    ...ProfileCondition
  }
  allergies @include(if: $medicalHistory)
  medications @include(if: $medications) {
    ...ProfileMedication
  }
  testResults @include(if: $testResults) {
    ...ProfileTest
  }
  careServices @include(if: $careServices) {
    ...ProfileService
  }
  medicalInsurance @include(if: $insurance) {
    ...ProfileMedicalInsurance
  }
  longTermCareInsurance @include(if: $insurance) {
    ...ProfileCareInsurance
  }
  referringHospital @include(if: $hospitals) {
    ...ProfileHospital
  }
  readmissionHospital @include(if: $hospitals) {
    ...ProfileHospital
  }
  disasterNote @include(if: $disasterSafety)
  familyContacts @include(if: $familyContacts) {
    ...ProfileContact
  }
  profileBlocks(blocks: $blocks) {
    block
    version
    updatedAt
    updatedByName
    viewerCanUpdate
    broughtAlong {
      place
      roomNumber
      districtName
      broughtAt
      broughtByName
    }
  }
}
    fragment ProfileCondition on Condition {
  name
  icd10
  since
  until
  note
}
fragment ProfileMedication on Medication {
  name
  yjCode
  dosage
  since
  until
}
fragment ProfileTest on TestResult {
  name
  value
  unit
  date
}
fragment ProfileService on CareService {
  kind
  provider {
    id
  }
  providerName
  schedule
}
fragment ProfileMedicalInsurance on MedicalInsurance {
  insurerNumber
  symbol
  number
  branchNumber
  copaymentPercent
  validUntil
  publicExpenses {
    payerNumber
    recipientNumber
    validUntil
  }
}
fragment ProfileCareInsurance on LongTermCareInsurance {
  insurerNumber
  insuredNumber
  careLevel
  copaymentPercent
  validFrom
  validUntil
}
fragment ProfileHospital on HospitalRef {
  name
  department
  phone
}
fragment ProfileContact on FamilyContact {
  id
  version
  name
  relationship
  phones
  fax
  isKeyPerson
  emergencyOrder
  livesTogether
}`, {"fragmentName":"ProfileBlocks"}) as unknown as TypedDocumentString<ProfileBlocksFragment, unknown>;
export const ProfileThenFragmentDoc = new TypedDocumentString(`
    fragment ProfileThen on ProfileSnapshot {
  basics {
    name
    nameKana
    sex
    birthDate
    postalCode
    address
    phone
  }
  familyContacts {
    name
    relationship
    phones
    fax
    isKeyPerson
    emergencyOrder
    livesTogether
  }
  medicalHistory {
    ...ProfileCondition
  }
  allergies
  medications {
    ...ProfileMedication
  }
  testResults {
    ...ProfileTest
  }
  careServices {
    kind
    providerName
    schedule
  }
  medicalInsurance {
    ...ProfileMedicalInsurance
  }
  longTermCareInsurance {
    ...ProfileCareInsurance
  }
  referringHospital {
    ...ProfileHospital
  }
  readmissionHospital {
    ...ProfileHospital
  }
  disasterNote
}
    fragment ProfileCondition on Condition {
  name
  icd10
  since
  until
  note
}
fragment ProfileMedication on Medication {
  name
  yjCode
  dosage
  since
  until
}
fragment ProfileTest on TestResult {
  name
  value
  unit
  date
}
fragment ProfileMedicalInsurance on MedicalInsurance {
  insurerNumber
  symbol
  number
  branchNumber
  copaymentPercent
  validUntil
  publicExpenses {
    payerNumber
    recipientNumber
    validUntil
  }
}
fragment ProfileCareInsurance on LongTermCareInsurance {
  insurerNumber
  insuredNumber
  careLevel
  copaymentPercent
  validFrom
  validUntil
}
fragment ProfileHospital on HospitalRef {
  name
  department
  phone
}`, {"fragmentName":"ProfileThen"}) as unknown as TypedDocumentString<ProfileThenFragment, unknown>;
export const RoomApplicationRowFragmentDoc = new TypedDocumentString(`
    fragment RoomApplicationRow on RoomApplication {
  id
  form
  receiptNumber
  status
  applicantName
  submittedAt
  expectedBy
  version
  viewerCanWithdraw
  viewerCanResubmit
  entries {
    ...RoomApplicationStep
  }
  details {
    __typename
    ... on RoomChangeDetails {
      newSteward {
        id
      }
    }
    ... on RoomClosureDetails {
      exportTo {
        id
      }
    }
    ...RoomChangeParts
    ...RoomClosureParts
  }
}
    fragment RoomApplicationStep on RoomApplicationEntry {
  status
  at
  reason
  comments {
    field
    text
  }
  officer {
    id
    displayName
  }
}
fragment RoomChangeParts on RoomChangeDetails {
  effectiveAt
  newStewardName
  newSteward {
    id
  }
  changeReason: reason
  add {
    displayName
    role
    user {
      id
      deactivatedAt
    }
    facility {
      id
      name
    }
  }
  remove {
    membershipId
    displayName
    role
    endsAt
    calledOffAt
  }
}
fragment RoomClosureParts on RoomClosureDetails {
  closureReason: reason
  note
  informed
  exportToName
  copies {
    facility {
      id
    }
    facilityName
    isSaved
  }
}`, {"fragmentName":"RoomApplicationRow"}) as unknown as TypedDocumentString<RoomApplicationRowFragment, unknown>;
export const PhotoFragmentDoc = new TypedDocumentString(`
    fragment Photo on Attachment {
  id
  kind
  documentKind
  pageCount
  width
  height
  blurHash
  alt
  isBodyImage
  bodySite
  takenAt
}
    `, {"fragmentName":"Photo"}) as unknown as TypedDocumentString<PhotoFragment, unknown>;
export const SummaryFragmentDoc = new TypedDocumentString(`
    fragment Summary on ReadSummary {
  readCount
  audienceCount
  acknowledgedCount
}
    `, {"fragmentName":"Summary"}) as unknown as TypedDocumentString<SummaryFragment, unknown>;
export const DailyLifeFragmentDoc = new TypedDocumentString(`
    fragment DailyLife on VitalsRecord {
  id
  consciousness
  sleepHours
  bath
  fall
  alerts
  meals {
    slot
    main
    side
  }
  medicines {
    slot
    outcome
    note
  }
  stool {
    bristol
    count
    blood
  }
}
    `, {"fragmentName":"DailyLife"}) as unknown as TypedDocumentString<DailyLifeFragment, unknown>;
export const CorrectionFragmentDoc = new TypedDocumentString(`
    fragment Correction on VitalsRecord {
  id
  isCurrent
  correctionReason
  corrects {
    id
  }
  correctedBy {
    id
    takenByName
    correctionReason
  }
}
    `, {"fragmentName":"Correction"}) as unknown as TypedDocumentString<CorrectionFragment, unknown>;
export const PostCardFragmentDoc = new TypedDocumentString(`
    fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  editedAt
  version
  isPinned
  acknowledgementRequested
  spokenForName
  parent {
    id
    authorName
    excerpt(length: 40)
  }
  retraction {
    at
    byName
    reason
  }
  mentions {
    start
    end
  }
  wound {
    id
    woundId
    site
    notation
    total
    areaCm2
  }
  attachments {
    ...Photo
  }
  visit {
    nextVisitOn
    planChanged
    planChange
    careAdvice
    wishes
  }
  readSummary {
    ...Summary
  }
  ask {
    toUser {
      id
    }
    toGroup
    dueAt
    state
    takenByName
    doneAt
    doneByName
    hasDeputy
    escalationStep
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    oxygenLitersPerMinute
    measurements {
      ...Measurement
    }
    ...DailyLife
    ...Correction
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
  context
}
fragment Photo on Attachment {
  id
  kind
  documentKind
  pageCount
  width
  height
  blurHash
  alt
  isBodyImage
  bodySite
  takenAt
}
fragment Summary on ReadSummary {
  readCount
  audienceCount
  acknowledgedCount
}
fragment DailyLife on VitalsRecord {
  id
  consciousness
  sleepHours
  bath
  fall
  alerts
  meals {
    slot
    main
    side
  }
  medicines {
    slot
    outcome
    note
  }
  stool {
    bristol
    count
    blood
  }
}
fragment Correction on VitalsRecord {
  id
  isCurrent
  correctionReason
  corrects {
    id
  }
  correctedBy {
    id
    takenByName
    correctionReason
  }
}`, {"fragmentName":"PostCard"}) as unknown as TypedDocumentString<PostCardFragment, unknown>;
export const ViewerPostFragmentDoc = new TypedDocumentString(`
    fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
  viewerHasAcknowledged
  viewerCanEdit
  viewerCanRetract
  vitals {
    id
    viewerCanCorrect
  }
  ask {
    viewerCanTake
    viewerCanComplete
    viewerCanNameDeputy
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
  context
}
fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  editedAt
  version
  isPinned
  acknowledgementRequested
  spokenForName
  parent {
    id
    authorName
    excerpt(length: 40)
  }
  retraction {
    at
    byName
    reason
  }
  mentions {
    start
    end
  }
  wound {
    id
    woundId
    site
    notation
    total
    areaCm2
  }
  attachments {
    ...Photo
  }
  visit {
    nextVisitOn
    planChanged
    planChange
    careAdvice
    wishes
  }
  readSummary {
    ...Summary
  }
  ask {
    toUser {
      id
    }
    toGroup
    dueAt
    state
    takenByName
    doneAt
    doneByName
    hasDeputy
    escalationStep
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    oxygenLitersPerMinute
    measurements {
      ...Measurement
    }
    ...DailyLife
    ...Correction
  }
}
fragment Photo on Attachment {
  id
  kind
  documentKind
  pageCount
  width
  height
  blurHash
  alt
  isBodyImage
  bodySite
  takenAt
}
fragment Summary on ReadSummary {
  readCount
  audienceCount
  acknowledgedCount
}
fragment DailyLife on VitalsRecord {
  id
  consciousness
  sleepHours
  bath
  fall
  alerts
  meals {
    slot
    main
    side
  }
  medicines {
    slot
    outcome
    note
  }
  stool {
    bristol
    count
    blood
  }
}
fragment Correction on VitalsRecord {
  id
  isCurrent
  correctionReason
  corrects {
    id
  }
  correctedBy {
    id
    takenByName
    correctionReason
  }
}`, {"fragmentName":"ViewerPost"}) as unknown as TypedDocumentString<ViewerPostFragment, unknown>;
export const MemberFragmentDoc = new TypedDocumentString(`
    fragment Member on RoomMembership {
  id
  user {
    id
  }
  displayName
  professionLabel
  facilityName
  role
  isSteward
  isNextSteward
  status
  invitedAt
  joinedAt
  remindedAt
  lastReadAt
}
    `, {"fragmentName":"Member"}) as unknown as TypedDocumentString<MemberFragment, unknown>;
export const LookFragmentDoc = new TypedDocumentString(`
    fragment Look on RoomInspection {
  id
  officerName
  reason
  startedAt
  expiresAt
  endedAt
  viewerCanEnd
}
    `, {"fragmentName":"Look"}) as unknown as TypedDocumentString<LookFragment, unknown>;
export const PatientProfileFragmentDoc = new TypedDocumentString(`
    fragment PatientProfile on Patient {
  id
  name
  nameKana
  sex
  birthDate
  age
  postalCode
  address
  phone
  updatedAt
}
    `, {"fragmentName":"PatientProfile"}) as unknown as TypedDocumentString<PatientProfileFragment, unknown>;
export const RangePartsFragmentDoc = new TypedDocumentString(`
    fragment RangeParts on VitalRange {
  kind
  low
  high
  criticalLow
  criticalHigh
  isDefault
  setByName
  setAt
}
    `, {"fragmentName":"RangeParts"}) as unknown as TypedDocumentString<RangePartsFragment, unknown>;
export const RoomFramePartsFragmentDoc = new TypedDocumentString(`
    fragment RoomFrameParts on Room {
  id
  roomNumber
  status
  consentState
  changeCursor
  viewerCanPost
  unreadCount
  pinnedPosts {
    ...ViewerPost
  }
  steward {
    id
    displayName
  }
  viewerMembership {
    id
    role
    status
  }
  memberships(first: 50) {
    nodes {
      ...Member
    }
  }
  inspections {
    ...Look
  }
  patient {
    ...PatientProfile
    latestVitals {
      ...Measurement
    }
    vitalRanges {
      ...RangeParts
    }
    vitals(first: 1) {
      nodes {
        id
        takenAt
        takenByName
      }
    }
    disclosures {
      category
      state
      message
    }
    consent {
      id
      status
      expiresOn
      viewerCanWithdraw
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
  context
}
fragment PostCard on Post {
  id
  author {
    id
  }
  authorName
  authorProfessionLabel
  authorFacilityName
  kind
  audience
  importance
  body
  observedAt
  createdAt
  editedAt
  version
  isPinned
  acknowledgementRequested
  spokenForName
  parent {
    id
    authorName
    excerpt(length: 40)
  }
  retraction {
    at
    byName
    reason
  }
  mentions {
    start
    end
  }
  wound {
    id
    woundId
    site
    notation
    total
    areaCm2
  }
  attachments {
    ...Photo
  }
  visit {
    nextVisitOn
    planChanged
    planChange
    careAdvice
    wishes
  }
  readSummary {
    ...Summary
  }
  ask {
    toUser {
      id
    }
    toGroup
    dueAt
    state
    takenByName
    doneAt
    doneByName
    hasDeputy
    escalationStep
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    oxygenLitersPerMinute
    measurements {
      ...Measurement
    }
    ...DailyLife
    ...Correction
  }
}
fragment Photo on Attachment {
  id
  kind
  documentKind
  pageCount
  width
  height
  blurHash
  alt
  isBodyImage
  bodySite
  takenAt
}
fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
  viewerHasAcknowledged
  viewerCanEdit
  viewerCanRetract
  vitals {
    id
    viewerCanCorrect
  }
  ask {
    viewerCanTake
    viewerCanComplete
    viewerCanNameDeputy
  }
}
fragment Summary on ReadSummary {
  readCount
  audienceCount
  acknowledgedCount
}
fragment Member on RoomMembership {
  id
  user {
    id
  }
  displayName
  professionLabel
  facilityName
  role
  isSteward
  isNextSteward
  status
  invitedAt
  joinedAt
  remindedAt
  lastReadAt
}
fragment PatientProfile on Patient {
  id
  name
  nameKana
  sex
  birthDate
  age
  postalCode
  address
  phone
  updatedAt
}
fragment Look on RoomInspection {
  id
  officerName
  reason
  startedAt
  expiresAt
  endedAt
  viewerCanEnd
}
fragment DailyLife on VitalsRecord {
  id
  consciousness
  sleepHours
  bath
  fall
  alerts
  meals {
    slot
    main
    side
  }
  medicines {
    slot
    outcome
    note
  }
  stool {
    bristol
    count
    blood
  }
}
fragment Correction on VitalsRecord {
  id
  isCurrent
  correctionReason
  corrects {
    id
  }
  correctedBy {
    id
    takenByName
    correctionReason
  }
}
fragment RangeParts on VitalRange {
  kind
  low
  high
  criticalLow
  criticalHigh
  isDefault
  setByName
  setAt
}`, {"fragmentName":"RoomFrameParts"}) as unknown as TypedDocumentString<RoomFramePartsFragment, unknown>;
export const SafetyCheckViewFragmentDoc = new TypedDocumentString(`
    fragment SafetyCheckView on SafetyCheck {
  id
  title
  area
  municipality
  practice
  startedAt
  startedByName
  endedAt
  endedByName
  notTicked
  viewerCanLead
}
    `, {"fragmentName":"SafetyCheckView"}) as unknown as TypedDocumentString<SafetyCheckViewFragment, unknown>;
export const SafetyTallyViewFragmentDoc = new TypedDocumentString(`
    fragment SafetyTallyView on SafetyTally {
  status
  count
}
    `, {"fragmentName":"SafetyTallyView"}) as unknown as TypedDocumentString<SafetyTallyViewFragment, unknown>;
export const SafetySaidFragmentDoc = new TypedDocumentString(`
    fragment SafetySaid on SafetyReport {
  id
  status
  evidence
  place
  placeNote
  needs
  note
  device
  powerMinutesLeft
  observedAt
  reportedAt
  reportedByName
  reportedByLabel
  facilityName
  retractedAt
  viewerCanRetract
}
    `, {"fragmentName":"SafetySaid"}) as unknown as TypedDocumentString<SafetySaidFragment, unknown>;
export const SafetyPlaceViewFragmentDoc = new TypedDocumentString(`
    fragment SafetyPlaceView on SafetyReport {
  ...SafetySaid
  patientName
  locality
  roomNumber
  powerEndsAt
  isContradicted
  viewerCanReport
  patient {
    id
  }
  room {
    id
  }
  all {
    ...SafetySaid
  }
}
    fragment SafetySaid on SafetyReport {
  id
  status
  evidence
  place
  placeNote
  needs
  note
  device
  powerMinutesLeft
  observedAt
  reportedAt
  reportedByName
  reportedByLabel
  facilityName
  retractedAt
  viewerCanRetract
}`, {"fragmentName":"SafetyPlaceView"}) as unknown as TypedDocumentString<SafetyPlaceViewFragment, unknown>;
export const SafetyViewCardFragmentDoc = new TypedDocumentString(`
    fragment SafetyViewCard on SafetyView {
  id
  forWhom
  createdAt
  createdByName
  expiresAt
  revokedAt
}
    `, {"fragmentName":"SafetyViewCard"}) as unknown as TypedDocumentString<SafetyViewCardFragment, unknown>;
export const SearchedPostFragmentDoc = new TypedDocumentString(`
    fragment SearchedPost on Post {
  id
  kind
  audience
  importance
  author {
    id
  }
  authorName
  authorProfessionLabel
  createdAt
  excerpt(length: 90)
  room {
    id
    patient {
      id
      name
    }
  }
}
    `, {"fragmentName":"SearchedPost"}) as unknown as TypedDocumentString<SearchedPostFragment, unknown>;
export const RoomExportRowFragmentDoc = new TypedDocumentString(`
    fragment RoomExportRow on RoomExport {
  id
  state
  progress
  fault
  purpose
  reason
  sha256
  bytes
  signingKey
  createdAt
  readyAt
  expiresAt
  endedAt
}
    `, {"fragmentName":"RoomExportRow"}) as unknown as TypedDocumentString<RoomExportRowFragment, unknown>;
export const VitalsRecordPartsFragmentDoc = new TypedDocumentString(`
    fragment VitalsRecordParts on VitalsRecord {
  id
  takenAt
  takenByName
  note
  oxygenLitersPerMinute
  measurements {
    ...Measurement
  }
  ...DailyLife
  ...Correction
  viewerCanCorrect
  post {
    id
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
  context
}
fragment DailyLife on VitalsRecord {
  id
  consciousness
  sleepHours
  bath
  fall
  alerts
  meals {
    slot
    main
    side
  }
  medicines {
    slot
    outcome
    note
  }
  stool {
    bristol
    count
    blood
  }
}
fragment Correction on VitalsRecord {
  id
  isCurrent
  correctionReason
  corrects {
    id
  }
  correctedBy {
    id
    takenByName
    correctionReason
  }
}`, {"fragmentName":"VitalsRecordParts"}) as unknown as TypedDocumentString<VitalsRecordPartsFragment, unknown>;
export const WeeklyCheckViewFragmentDoc = new TypedDocumentString(`
    fragment WeeklyCheckView on WeeklyCheck {
  id
  weekOf
  dueOn
  isOverdue
  completedAt
  completedByName
  outcome
  note
  viewerCanSign
  findings {
    postCount
    consentExpiresOn
    membersNotJoined {
      id
      displayName
      status
    }
    membersLeft {
      id
      displayName
    }
  }
}
    `, {"fragmentName":"WeeklyCheckView"}) as unknown as TypedDocumentString<WeeklyCheckViewFragment, unknown>;
export const WoundRowFragmentDoc = new TypedDocumentString(`
    fragment WoundRow on WoundAssessment {
  id
  woundId
  audience
  site
  depth
  exudate
  size
  inflammation
  criticallyColonized
  granulation
  necrosis
  pocket
  total
  notation
  lengthCm
  widthCm
  areaCm2
  assessedAt
  assessedByName
}
    `, {"fragmentName":"WoundRow"}) as unknown as TypedDocumentString<WoundRowFragment, unknown>;
export const WoundCardFragmentDoc = new TypedDocumentString(`
    fragment WoundCard on WoundAssessment {
  ...WoundRow
  series(first: 12) {
    id
    total
    depth
    assessedAt
  }
}
    fragment WoundRow on WoundAssessment {
  id
  woundId
  audience
  site
  depth
  exudate
  size
  inflammation
  criticallyColonized
  granulation
  necrosis
  pocket
  total
  notation
  lengthCm
  widthCm
  areaCm2
  assessedAt
  assessedByName
}`, {"fragmentName":"WoundCard"}) as unknown as TypedDocumentString<WoundCardFragment, unknown>;
export const PatientRegisterDocument = {"__meta__":{"operation":"mutation","id":"sha256:90e68b14f8ab77906a64afcf5077591b73c8b3a90f9ee741869c2cc7e9eb2e84"}} as unknown as TypedDocumentString<PatientRegisterMutation, PatientRegisterMutationVariables>;
export const PatientInPreparationDocument = {"__meta__":{"operation":"query","id":"sha256:3f753798d259bfe12a1b3bca2eab609879172965e4f68f25eb387feb6e34d28e"}} as unknown as TypedDocumentString<PatientInPreparationQuery, PatientInPreparationQueryVariables>;
export const PatientFormPartsDocument = {"__meta__":{"operation":"query","id":"sha256:d0da953f3dadc22c9b3f5641124fd05d5b6d516abc277e6ea07417bae583104a"}} as unknown as TypedDocumentString<PatientFormPartsQuery, PatientFormPartsQueryVariables>;
export const FacilitySearchDocument = {"__meta__":{"operation":"query","id":"sha256:e058f1c12a14a761ca69a631c007547de3f97b782c984d515a1f2b11c5dc27c4"}} as unknown as TypedDocumentString<FacilitySearchQuery, FacilitySearchQueryVariables>;
export const FacilityStaffDocument = {"__meta__":{"operation":"query","id":"sha256:4570f559d10871fa4c2ed7048ef5f0841f09f1e951421f35f08e61a28078d101"}} as unknown as TypedDocumentString<FacilityStaffQuery, FacilityStaffQueryVariables>;
export const AccountLookupDocument = {"__meta__":{"operation":"query","id":"sha256:e0e9deed80454ba270499c66f4ec1d0afef0e7349df66e1981e65168ceea0308"}} as unknown as TypedDocumentString<AccountLookupQuery, AccountLookupQueryVariables>;
export const RoomCreationApplyDocument = {"__meta__":{"operation":"mutation","id":"sha256:0f70714729beb703170381ed5188ec45935185deb8d52f68c2a5560cabeac15f"}} as unknown as TypedDocumentString<RoomCreationApplyMutation, RoomCreationApplyMutationVariables>;
export const RoomImportsDocument = {"__meta__":{"operation":"query","id":"sha256:6051460941d0f099667c8cc5eff440b70b7c53f35a7b22127ef65209fc021a6f"}} as unknown as TypedDocumentString<RoomImportsQuery, RoomImportsQueryVariables>;
export const RoomImportPreviewDocument = {"__meta__":{"operation":"query","id":"sha256:fc6b8b44c2e1cc16b2b74a9e09d1379336d5d6c6e27d93fba338cf8efa1c46a4"}} as unknown as TypedDocumentString<RoomImportPreviewQuery, RoomImportPreviewQueryVariables>;
export const RoomImportTakeDocument = {"__meta__":{"operation":"mutation","id":"sha256:f860d7d6d65552827bd2e0471780daaec91997cb4ca8e79a467723f7d86c7d17"}} as unknown as TypedDocumentString<RoomImportTakeMutation, RoomImportTakeMutationVariables>;
export const RoomImportCancelDocument = {"__meta__":{"operation":"mutation","id":"sha256:1d0c6fa80a47cb0f28697064c11ca88cd49973b9ee46ac97b8c58b16cda078f4"}} as unknown as TypedDocumentString<RoomImportCancelMutation, RoomImportCancelMutationVariables>;
export const BroughtPostsDocument = {"__meta__":{"operation":"query","id":"sha256:fd73cfc79a00360bbeb1952d2dc754dc56ebc0672755a6bb22ed80df08d61153"}} as unknown as TypedDocumentString<BroughtPostsQuery, BroughtPostsQueryVariables>;
export const CenterRoomsDocument = {"__meta__":{"operation":"query","id":"sha256:9da258e05dbd5d772e66494e214a2acd57145303d19424931cc31d2b3300fad7"}} as unknown as TypedDocumentString<CenterRoomsQuery, CenterRoomsQueryVariables>;
export const InboxScreenDocument = {"__meta__":{"operation":"query","id":"sha256:93e2b1bd25d67d59f31fe131c102a1f70d9e2b657bab8a1e809b0007cc9142ee"}} as unknown as TypedDocumentString<InboxScreenQuery, InboxScreenQueryVariables>;
export const TaskScreenDocument = {"__meta__":{"operation":"query","id":"sha256:dd81cb8c3a99e0408f99dbb913b6a42a166f26f4d89f06a44c32b59158e78f40"}} as unknown as TypedDocumentString<TaskScreenQuery, TaskScreenQueryVariables>;
export const ApplicationReviewDocument = {"__meta__":{"operation":"mutation","id":"sha256:60ec42560f2b8630a365627960a64c18dd09d720b7bd8ce1de9f15f730805d6b"}} as unknown as TypedDocumentString<ApplicationReviewMutation, ApplicationReviewMutationVariables>;
export const IdApplicationReviewDocument = {"__meta__":{"operation":"mutation","id":"sha256:148b025cbc465fcfadc9a55dc52f33130ccfa8f23ce6b5f32f4195f49d8eaea9"}} as unknown as TypedDocumentString<IdApplicationReviewMutation, IdApplicationReviewMutationVariables>;
export const NameSuccessorsDocument = {"__meta__":{"operation":"mutation","id":"sha256:f0005dace5c8193925f025d729bde63892c1281d7f6ee7bafb29e4983f5fffe2"}} as unknown as TypedDocumentString<NameSuccessorsMutation, NameSuccessorsMutationVariables>;
export const SharedIdDecideDocument = {"__meta__":{"operation":"mutation","id":"sha256:6a2c019c4fcd8996f82f282f12947cca7347c4fb39c39dddcf0c7af93b25fa99"}} as unknown as TypedDocumentString<SharedIdDecideMutation, SharedIdDecideMutationVariables>;
export const ApplicationExecuteDocument = {"__meta__":{"operation":"mutation","id":"sha256:6531d0614ff904c444d8f1cc05f629d7590b0a4f30dfc3793c7462db08b07c56"}} as unknown as TypedDocumentString<ApplicationExecuteMutation, ApplicationExecuteMutationVariables>;
export const TaskCloseDocument = {"__meta__":{"operation":"mutation","id":"sha256:c2d70c5773a13f685b2a9f3996b28da7b0e8c7495c88ec822e2fa145abd80c9e"}} as unknown as TypedDocumentString<TaskCloseMutation, TaskCloseMutationVariables>;
export const TaskClaimDocument = {"__meta__":{"operation":"mutation","id":"sha256:c24add5196d28248b0ba3d7a1cacf8c1cc47b0eff6e73f4b60dbff1635744563"}} as unknown as TypedDocumentString<TaskClaimMutation, TaskClaimMutationVariables>;
export const TaskReleaseDocument = {"__meta__":{"operation":"mutation","id":"sha256:606b6937f5279177226fb9ed60fe323cdf7cc0593ed9fec87855f4c68bb14101"}} as unknown as TypedDocumentString<TaskReleaseMutation, TaskReleaseMutationVariables>;
export const ReviewTaskChangesDocument = {"__meta__":{"operation":"subscription","id":"sha256:57b65ef29ebfcd4f7afa2964209b8b6573a47d25c0e0d4b3ddfe6c828502c64e"}} as unknown as TypedDocumentString<ReviewTaskChangesSubscription, ReviewTaskChangesSubscriptionVariables>;
export const ClosingScreenDocument = {"__meta__":{"operation":"query","id":"sha256:ee83e2d2d96adeac65f0bddc4faae991430d02cb72f74d10649c0c557c376ca3"}} as unknown as TypedDocumentString<ClosingScreenQuery, ClosingScreenQueryVariables>;
export const RetentionScreenDocument = {"__meta__":{"operation":"query","id":"sha256:1d184d88779908ef8231c28386f3679f6b126a66b171975bcdd347cdebe00899"}} as unknown as TypedDocumentString<RetentionScreenQuery, RetentionScreenQueryVariables>;
export const RoomRetentionDatesDocument = {"__meta__":{"operation":"query","id":"sha256:c5e553c448985c0b189920b1bf8dbb49a1b9df67b8de56289d673b7fba4d40bf"}} as unknown as TypedDocumentString<RoomRetentionDatesQuery, RoomRetentionDatesQueryVariables>;
export const LegalHoldSetDocument = {"__meta__":{"operation":"mutation","id":"sha256:31ce66305eb6df0a89c941c7863fab24b9e84889c6ad06f9d57068a677f261ce"}} as unknown as TypedDocumentString<LegalHoldSetMutation, LegalHoldSetMutationVariables>;
export const LegalHoldLiftDocument = {"__meta__":{"operation":"mutation","id":"sha256:02cb041e4b3a728c07ca261ea2034bcef60d9b966a71e29cbce4c6d79dc74488"}} as unknown as TypedDocumentString<LegalHoldLiftMutation, LegalHoldLiftMutationVariables>;
export const RoomPurgeConfirmDocument = {"__meta__":{"operation":"mutation","id":"sha256:3170a5c9e232d4361fb2c076af36146d0591cb2c709c98084688626c90da9a52"}} as unknown as TypedDocumentString<RoomPurgeConfirmMutation, RoomPurgeConfirmMutationVariables>;
export const ConsentScreenDocument = {"__meta__":{"operation":"query","id":"sha256:de7259341c2f0c4e47b573f3da85439a67dcc6f587f8950d77a884950cf916ae"}} as unknown as TypedDocumentString<ConsentScreenQuery, ConsentScreenQueryVariables>;
export const ConsentPaperAttachDocument = {"__meta__":{"operation":"mutation","id":"sha256:acda72ce511272c6b065972fd01eb8a046d3fe1aa1b7201dd60a7c93b19d63b2"}} as unknown as TypedDocumentString<ConsentPaperAttachMutation, ConsentPaperAttachMutationVariables>;
export const ConsentReviewDocument = {"__meta__":{"operation":"mutation","id":"sha256:395c2feaf44e18996c28e28d89e7fcfdab6488bd2d9d0a457b74713105ce8f2e"}} as unknown as TypedDocumentString<ConsentReviewMutation, ConsentReviewMutationVariables>;
export const AccessScreenDocument = {"__meta__":{"operation":"query","id":"sha256:4a46f793ae85ba11db2b7afb060231142a7cb19d37b8788c65319cfb3f23e4b3"}} as unknown as TypedDocumentString<AccessScreenQuery, AccessScreenQueryVariables>;
export const ConsentWithdrawDocument = {"__meta__":{"operation":"mutation","id":"sha256:43007774c162ef8470c82e4132993c8d8c00a0827d016e2e49dc47f6fa745132"}} as unknown as TypedDocumentString<ConsentWithdrawMutation, ConsentWithdrawMutationVariables>;
export const ConsentTextScreenDocument = {"__meta__":{"operation":"query","id":"sha256:2fc073141734b3782f407434b351da664524030fdf898365467e3552beb4b840"}} as unknown as TypedDocumentString<ConsentTextScreenQuery, ConsentTextScreenQueryVariables>;
export const ConsentSubmitDocument = {"__meta__":{"operation":"mutation","id":"sha256:b621854a52224a2c58dd42b80723944880ac2fc7465ec75013b4a3d890e421bc"}} as unknown as TypedDocumentString<ConsentSubmitMutation, ConsentSubmitMutationVariables>;
export const ConsentAmendDocument = {"__meta__":{"operation":"mutation","id":"sha256:66c442f3c22d9e2355b6a26476d88785ff9b329e6ac08dabc381f015a3c2ed31"}} as unknown as TypedDocumentString<ConsentAmendMutation, ConsentAmendMutationVariables>;
export const DevicesScreenDocument = {"__meta__":{"operation":"query","id":"sha256:9d25686e20ddd5e6a45f42d09fd00e660627631d55ab5d4f39644ea85fe1c8e2"}} as unknown as TypedDocumentString<DevicesScreenQuery, DevicesScreenQueryVariables>;
export const DeviceRegisterDocument = {"__meta__":{"operation":"mutation","id":"sha256:79fe4d4719a9be6100bb9ef06473915f12aa9f486e5db1194a763be32f104b42"}} as unknown as TypedDocumentString<DeviceRegisterMutation, DeviceRegisterMutationVariables>;
export const DeviceRevokeDocument = {"__meta__":{"operation":"mutation","id":"sha256:364c01e523da147873f46cdb1e285f7aaccbd9fcb5e89e778d2ef0e006319247"}} as unknown as TypedDocumentString<DeviceRevokeMutation, DeviceRevokeMutationVariables>;
export const VisitDigestDocument = {"__meta__":{"operation":"query","id":"sha256:1eb5237cf1b3f347d813dace29281d5054e3473b7e1d0ab4bcb1fb928cb4365b"}} as unknown as TypedDocumentString<VisitDigestQuery, VisitDigestQueryVariables>;
export const RoomsSinceLastVisitDocument = {"__meta__":{"operation":"query","id":"sha256:51e47369c675c7edde07a20419df046384adaf7df166c21ea51b8a118d3b6afc"}} as unknown as TypedDocumentString<RoomsSinceLastVisitQuery, RoomsSinceLastVisitQueryVariables>;
export const SettingsScreenDocument = {"__meta__":{"operation":"query","id":"sha256:a8e51cf8684f7616b2693346cc89bf3bcbfdddddef63e51b5d1374187850e6ec"}} as unknown as TypedDocumentString<SettingsScreenQuery, SettingsScreenQueryVariables>;
export const SettingUpdateDocument = {"__meta__":{"operation":"mutation","id":"sha256:e8bf5710b7281d78f00f8259b4551e2ef7474772cc122810a7b0f9879ed96c52"}} as unknown as TypedDocumentString<SettingUpdateMutation, SettingUpdateMutationVariables>;
export const TemplateCreateDocument = {"__meta__":{"operation":"mutation","id":"sha256:947f89a5a71aace16ba0acfc1169c6706ce6f190c43397647411e5380e1fd033"}} as unknown as TypedDocumentString<TemplateCreateMutation, TemplateCreateMutationVariables>;
export const TemplateReplaceDocument = {"__meta__":{"operation":"mutation","id":"sha256:7b3cf356fc7065d4d59395868bcd9ae1405e395376bc01c5fe2630871e7ad99b"}} as unknown as TypedDocumentString<TemplateReplaceMutation, TemplateReplaceMutationVariables>;
export const TemplateRemoveDocument = {"__meta__":{"operation":"mutation","id":"sha256:75d01ae0c19e5c20e64643fb4927bd0f08b9945789685bcb3c8095e0177b3934"}} as unknown as TypedDocumentString<TemplateRemoveMutation, TemplateRemoveMutationVariables>;
export const DormancyAnswerDocument = {"__meta__":{"operation":"mutation","id":"sha256:e262aff0bbe6008ee838bb4adbf1aa3c72f774e16479b5ffcbc6bc3a4add1227"}} as unknown as TypedDocumentString<DormancyAnswerMutation, DormancyAnswerMutationVariables>;
export const DormancyDecideDocument = {"__meta__":{"operation":"mutation","id":"sha256:c4e2f048356f2f769f9d9340b7d39173ad1fe9c33f9655353c21b42b5b9e3cbd"}} as unknown as TypedDocumentString<DormancyDecideMutation, DormancyDecideMutationVariables>;
export const FacilityScreenDocument = {"__meta__":{"operation":"query","id":"sha256:2fe69afd37a8daffda3c76217f0539843fbc5b2d091efc9cfe1b09afa915679a"}} as unknown as TypedDocumentString<FacilityScreenQuery, FacilityScreenQueryVariables>;
export const FacilityDevicesDocument = {"__meta__":{"operation":"query","id":"sha256:1ed97843dd3024783e7ffaa93146e57503431c8f40b488998571a4b4060b9b44"}} as unknown as TypedDocumentString<FacilityDevicesQuery, FacilityDevicesQueryVariables>;
export const DeviceApproveDocument = {"__meta__":{"operation":"mutation","id":"sha256:ed61e14fb6c00581a299b452bd7f71aad76743e39fcd22bf3f972720c95e65bc"}} as unknown as TypedDocumentString<DeviceApproveMutation, DeviceApproveMutationVariables>;
export const FacilityRosterDocument = {"__meta__":{"operation":"query","id":"sha256:3013e64e850674b4e1d064e29f4e5776ef14e6c2cdaf06068f0e323a5ccc5792"}} as unknown as TypedDocumentString<FacilityRosterQuery, FacilityRosterQueryVariables>;
export const FacilityPeopleDocument = {"__meta__":{"operation":"query","id":"sha256:8b7cd78de60dfe8a45efd81e5a2e8490b5890193f2c0122ea116fcb3df86b7bb"}} as unknown as TypedDocumentString<FacilityPeopleQuery, FacilityPeopleQueryVariables>;
export const RosterConfirmDocument = {"__meta__":{"operation":"mutation","id":"sha256:4faadf4f20a8adff3ee59f4276c66685bd2de44e0bae0459295bd8b69b0c2297"}} as unknown as TypedDocumentString<RosterConfirmMutation, RosterConfirmMutationVariables>;
export const FamilyScreenDocument = {"__meta__":{"operation":"query","id":"sha256:093c0f6306517532156dc2d5b508f199570f52271da525d699ba80b9a82a41e6"}} as unknown as TypedDocumentString<FamilyScreenQuery, FamilyScreenQueryVariables>;
export const FamilyInvitationCreateDocument = {"__meta__":{"operation":"mutation","id":"sha256:cd757210c1a98a71eca9a81539d388743fac02db59a4d279ac097a84c2dac5ce"}} as unknown as TypedDocumentString<FamilyInvitationCreateMutation, FamilyInvitationCreateMutationVariables>;
export const FamilyInvitationCancelDocument = {"__meta__":{"operation":"mutation","id":"sha256:34113ff7ea14b48d75c6c2725e3b2fbd320c0fc8213e3235f3742ddf677c2681"}} as unknown as TypedDocumentString<FamilyInvitationCancelMutation, FamilyInvitationCancelMutationVariables>;
export const FamilyInvitationLetterDocument = {"__meta__":{"operation":"query","id":"sha256:be2130eb4f27a789d044bdf3f9607fd91b8f6c23cb49288bfd8191df03d0b404"}} as unknown as TypedDocumentString<FamilyInvitationLetterQuery, FamilyInvitationLetterQueryVariables>;
export const FamilyMembershipEndDocument = {"__meta__":{"operation":"mutation","id":"sha256:d437e7b8a1056d068f78c7f6ce675d0320882e3dc2a9ab7b317e768b42d3c849"}} as unknown as TypedDocumentString<FamilyMembershipEndMutation, FamilyMembershipEndMutationVariables>;
export const FamilyInvitationOpenDocument = {"__meta__":{"operation":"mutation","id":"sha256:9e1c06a20307feb384d7051f73c841e63266074a8216e85a5c5b485c558e0916"}} as unknown as TypedDocumentString<FamilyInvitationOpenMutation, FamilyInvitationOpenMutationVariables>;
export const FamilyAccountCreateDocument = {"__meta__":{"operation":"mutation","id":"sha256:2ba964eef19129b93e160877b2435160c8ed4e4ac489a9d14ae2c205a5022907"}} as unknown as TypedDocumentString<FamilyAccountCreateMutation, FamilyAccountCreateMutationVariables>;
export const FamilyInvitationAcceptDocument = {"__meta__":{"operation":"mutation","id":"sha256:a06997ed81419cc2bfe27f5243734677358ea82868b968ce4a19e00997fa77e1"}} as unknown as TypedDocumentString<FamilyInvitationAcceptMutation, FamilyInvitationAcceptMutationVariables>;
export const FeeProofScreenDocument = {"__meta__":{"operation":"query","id":"sha256:0ec60a8681614a361b0717867bf5fd6f9297de9bf9975657207896b46b133245"}} as unknown as TypedDocumentString<FeeProofScreenQuery, FeeProofScreenQueryVariables>;
export const ApplicationDistrictsDocument = {"__meta__":{"operation":"query","id":"sha256:67a9e6141e74b8667c6adb4cd1f728565b29bb5ab4bdd9d479649e492b8ad217"}} as unknown as TypedDocumentString<ApplicationDistrictsQuery, ApplicationDistrictsQueryVariables>;
export const FacilityPledgeTextDocument = {"__meta__":{"operation":"query","id":"sha256:fa02679bb5f0474839cecfb1a4653a7d8e9366a14c87076dcf9192916ea02ea2"}} as unknown as TypedDocumentString<FacilityPledgeTextQuery, FacilityPledgeTextQueryVariables>;
export const ApplicationInquiryDocument = {"__meta__":{"operation":"query","id":"sha256:112617867ec1ff42b8fe557b18d43d087ba001b7e4602e44e6c18c654f2cf1c8"}} as unknown as TypedDocumentString<ApplicationInquiryQuery, ApplicationInquiryQueryVariables>;
export const IdApplicationSubmitDocument = {"__meta__":{"operation":"mutation","id":"sha256:4e8ee1e96a518da4614976da8d7780269a94bb4543da68a5b16524fd083ca60f"}} as unknown as TypedDocumentString<IdApplicationSubmitMutation, IdApplicationSubmitMutationVariables>;
export const IdApplicationResubmitDocument = {"__meta__":{"operation":"mutation","id":"sha256:768b3087afbfa72fabf30bcda733fd718cca6fed165dd4d2a7792564a061de69"}} as unknown as TypedDocumentString<IdApplicationResubmitMutation, IdApplicationResubmitMutationVariables>;
export const IdApplicationWithdrawDocument = {"__meta__":{"operation":"mutation","id":"sha256:30c3337cebb8691bb89d7a2175231ba3aea20418ca6e89dbb0830930a876fa15"}} as unknown as TypedDocumentString<IdApplicationWithdrawMutation, IdApplicationWithdrawMutationVariables>;
export const ParticipatingFacilitiesDocument = {"__meta__":{"operation":"query","id":"sha256:b00332eae29d05085380d84700df1803d9ed1751ee1692333838843a81972f5e"}} as unknown as TypedDocumentString<ParticipatingFacilitiesQuery, ParticipatingFacilitiesQueryVariables>;
export const IdChangesDocument = {"__meta__":{"operation":"query","id":"sha256:c04f48a48c37db36a34d43911c9047819c0eae5cd7b8cbdd33c813b29bfb2e58"}} as unknown as TypedDocumentString<IdChangesQuery, IdChangesQueryVariables>;
export const IdChangeScreenDocument = {"__meta__":{"operation":"query","id":"sha256:0afb9934ea9312018a0ef46d38936ef2e963be5216f6abf2c8fc80864da49509"}} as unknown as TypedDocumentString<IdChangeScreenQuery, IdChangeScreenQueryVariables>;
export const ChangePersonDocument = {"__meta__":{"operation":"query","id":"sha256:3bc60735e1f9afe97f2835e89b6f7cab2658fcc252c311edcb3603274118b8cf"}} as unknown as TypedDocumentString<ChangePersonQuery, ChangePersonQueryVariables>;
export const IdChangeSubmitDocument = {"__meta__":{"operation":"mutation","id":"sha256:5adc93d1d5be26bc801998fb5dec6aa47315c7d0bf5309c047d3de439590c2bf"}} as unknown as TypedDocumentString<IdChangeSubmitMutation, IdChangeSubmitMutationVariables>;
export const IdChangeResubmitDocument = {"__meta__":{"operation":"mutation","id":"sha256:33305bbc5f9f76f23d7378cafa91828953f0d65bdcc4989ac723868f948ae221"}} as unknown as TypedDocumentString<IdChangeResubmitMutation, IdChangeResubmitMutationVariables>;
export const IdChangeWithdrawDocument = {"__meta__":{"operation":"mutation","id":"sha256:95ac85a9775d1f6a387c09dae9979cf96f987d849fea17ff7ceeeae6b127c5ea"}} as unknown as TypedDocumentString<IdChangeWithdrawMutation, IdChangeWithdrawMutationVariables>;
export const InspectScreenDocument = {"__meta__":{"operation":"query","id":"sha256:3d591ae5c671d1340ebc3a088e5fb041ec22353ded8dd5ac7acce2d3c4c5d636"}} as unknown as TypedDocumentString<InspectScreenQuery, InspectScreenQueryVariables>;
export const RoomToInspectDocument = {"__meta__":{"operation":"query","id":"sha256:9d8ab5c3d3f3889808fa5ac2af05643979c28aade7f77f60fe5548a91cdca2cb"}} as unknown as TypedDocumentString<RoomToInspectQuery, RoomToInspectQueryVariables>;
export const InspectionStartDocument = {"__meta__":{"operation":"mutation","id":"sha256:a49a3639e4de4c81dfd8bb6fc0e1bb260372d82ed924f5da4e07ae11e68cf40b"}} as unknown as TypedDocumentString<InspectionStartMutation, InspectionStartMutationVariables>;
export const InspectionEndDocument = {"__meta__":{"operation":"mutation","id":"sha256:d978dff2310428555bc88fc92d15caf3ad110de91ea64250821ca854cc765d21"}} as unknown as TypedDocumentString<InspectionEndMutation, InspectionEndMutationVariables>;
export const NotificationStateDocument = {"__meta__":{"operation":"query","id":"sha256:3b9aebdd6ee9ab5b128e91f5d022b90b3df1088d368bb13b15cc286dba0f1bfa"}} as unknown as TypedDocumentString<NotificationStateQuery, NotificationStateQueryVariables>;
export const NotificationFeedDocument = {"__meta__":{"operation":"query","id":"sha256:4c097571961b35a8631f10d0439088f655c306ce6066afaab9f68421fc56aad7"}} as unknown as TypedDocumentString<NotificationFeedQuery, NotificationFeedQueryVariables>;
export const NotificationSettingsDocument = {"__meta__":{"operation":"query","id":"sha256:cdea3b6b9925cd38bea8e496e03cda124af8be3c6d57987bde9d8763259534f5"}} as unknown as TypedDocumentString<NotificationSettingsQuery, NotificationSettingsQueryVariables>;
export const NotificationsMarkReadDocument = {"__meta__":{"operation":"mutation","id":"sha256:b442acb02a003b5f70a318999278fa18130a60e80d9f09256787303949ee50a4"}} as unknown as TypedDocumentString<NotificationsMarkReadMutation, NotificationsMarkReadMutationVariables>;
export const NotificationPreferencesUpdateDocument = {"__meta__":{"operation":"mutation","id":"sha256:17b24eb4380e67d46723d2dfd5abda28277d2eea5c45d99d0515aba603eb90ed"}} as unknown as TypedDocumentString<NotificationPreferencesUpdateMutation, NotificationPreferencesUpdateMutationVariables>;
export const NotificationEventsDocument = {"__meta__":{"operation":"subscription","id":"sha256:bf2511d50ce40f2143ba9488c01f6e2decd988c917d728a931957d14b0e5923d"}} as unknown as TypedDocumentString<NotificationEventsSubscription, NotificationEventsSubscriptionVariables>;
export const PushSubscriptionSaveDocument = {"__meta__":{"operation":"mutation","id":"sha256:eef60b0f44a47095dd5ff6ab222c769bd1b5e7bb8e9d8d0f9f055df2ada95a59"}} as unknown as TypedDocumentString<PushSubscriptionSaveMutation, PushSubscriptionSaveMutationVariables>;
export const PushSubscriptionRemoveDocument = {"__meta__":{"operation":"mutation","id":"sha256:8a0a0caf284fb5568738550e00b933f9b4ed55a16387c52e366a423bde022eb8"}} as unknown as TypedDocumentString<PushSubscriptionRemoveMutation, PushSubscriptionRemoveMutationVariables>;
export const PushTestDocument = {"__meta__":{"operation":"mutation","id":"sha256:00296354dcbdb02c481a71a13c7512290d15cc1d04332168f04a80d22663c48e"}} as unknown as TypedDocumentString<PushTestMutation, PushTestMutationVariables>;
export const MailAddressEnterDocument = {"__meta__":{"operation":"mutation","id":"sha256:6db68c1dd7b7db0ca296a61822c673d28cffc84e34342c24bea548f75a38504f"}} as unknown as TypedDocumentString<MailAddressEnterMutation, MailAddressEnterMutationVariables>;
export const MailAddressConfirmDocument = {"__meta__":{"operation":"mutation","id":"sha256:dc6c10bea1d79149ebf038e7bbce083b20285eee4c24c2877ef42a8f8b2b2654"}} as unknown as TypedDocumentString<MailAddressConfirmMutation, MailAddressConfirmMutationVariables>;
export const MailAddressRemoveDocument = {"__meta__":{"operation":"mutation","id":"sha256:a8d5d7e980eecc04e5cf0eab280f6393c85cea2e3960d6340a727adcb039ca68"}} as unknown as TypedDocumentString<MailAddressRemoveMutation, MailAddressRemoveMutationVariables>;
export const MailTestDocument = {"__meta__":{"operation":"mutation","id":"sha256:ec42a90a8f1d5d40fbe191d0a3b77d9f0abd405d5856d56eef21704efbf0c927"}} as unknown as TypedDocumentString<MailTestMutation, MailTestMutationVariables>;
export const ScanTrayDocument = {"__meta__":{"operation":"query","id":"sha256:9f3e7e552bff4f6979bfa0199efe27dd0e1068d804d11b3c8e495a53d04a565d"}} as unknown as TypedDocumentString<ScanTrayQuery, ScanTrayQueryVariables>;
export const TaskScansDocument = {"__meta__":{"operation":"query","id":"sha256:1b6a63f77e02663d2e993ed28ce26e857280f7357b120f978ddcbaf38dc1d232"}} as unknown as TypedDocumentString<TaskScansQuery, TaskScansQueryVariables>;
export const TaskSearchDocument = {"__meta__":{"operation":"query","id":"sha256:49e96584905eb6d8fdcc38f2e9022d272b98a1b86680e154fee66f902951ca31"}} as unknown as TypedDocumentString<TaskSearchQuery, TaskSearchQueryVariables>;
export const ScanPagesFileDocument = {"__meta__":{"operation":"mutation","id":"sha256:ca91ebe4e8b5cfbca66cf48474def803efb4eb643338d2fe799b194e30ba524e"}} as unknown as TypedDocumentString<ScanPagesFileMutation, ScanPagesFileMutationVariables>;
export const ScanPagesDiscardDocument = {"__meta__":{"operation":"mutation","id":"sha256:8cfceeb344a71a32a96ad5bb14b76c8e9f50a21c8ca944cba340e3614ac8c0e4"}} as unknown as TypedDocumentString<ScanPagesDiscardMutation, ScanPagesDiscardMutationVariables>;
export const EnrolmentLettersDocument = {"__meta__":{"operation":"query","id":"sha256:195151a16d5e4a5dd41d67e5ae923cc9c09d7fcd462c622f8abe87eb844b0b4c"}} as unknown as TypedDocumentString<EnrolmentLettersQuery, EnrolmentLettersQueryVariables>;
export const BlankFormDocument = {"__meta__":{"operation":"query","id":"sha256:947f6a207b09651048482215a404f9d2279f50e6f4699946b7f02a9efac4e7fa"}} as unknown as TypedDocumentString<BlankFormQuery, BlankFormQueryVariables>;
export const ApplicationFormDocument = {"__meta__":{"operation":"query","id":"sha256:1dc6a8100e401ff916c30bad09fec2e72b7b804e3efb0e8e5682ce06f5191363"}} as unknown as TypedDocumentString<ApplicationFormQuery, ApplicationFormQueryVariables>;
export const PersonScreenDocument = {"__meta__":{"operation":"query","id":"sha256:e23e4ba4c39444aaf2d9d8612c967ffe97cc58c2d8be3c89bc5789cd70e40307"}} as unknown as TypedDocumentString<PersonScreenQuery, PersonScreenQueryVariables>;
export const PersonSuspendDocument = {"__meta__":{"operation":"mutation","id":"sha256:0b9aa3bddec502ab288dc4e52999f721b91ad3cb0f27ab4b479cb8ab26e745c5"}} as unknown as TypedDocumentString<PersonSuspendMutation, PersonSuspendMutationVariables>;
export const PersonReinstateDocument = {"__meta__":{"operation":"mutation","id":"sha256:b920413f2f7381d9982f33da2372249c0c29ba43aa952b2727160d5fc96bf2b1"}} as unknown as TypedDocumentString<PersonReinstateMutation, PersonReinstateMutationVariables>;
export const RecoveryStartDocument = {"__meta__":{"operation":"mutation","id":"sha256:c61a4d5412f4b39c1da92f31db5247b2a8f7577702c903568072d1ad6e0a4279"}} as unknown as TypedDocumentString<RecoveryStartMutation, RecoveryStartMutationVariables>;
export const RecoveryCancelDocument = {"__meta__":{"operation":"mutation","id":"sha256:83e0c885b8354ed2fe885fd0c374f51ead137244744845993f06a41b53f7d8d9"}} as unknown as TypedDocumentString<RecoveryCancelMutation, RecoveryCancelMutationVariables>;
export const EnrolmentReissueDocument = {"__meta__":{"operation":"mutation","id":"sha256:f1ec824a5b662bea24d49a13c9b837bbadb095dbb906e4c08e30cb8105ed78d3"}} as unknown as TypedDocumentString<EnrolmentReissueMutation, EnrolmentReissueMutationVariables>;
export const IdLinksScreenDocument = {"__meta__":{"operation":"query","id":"sha256:29f02bffaf340348e43781292273970ede33afddbf35e50202a49cb7ccd98eae"}} as unknown as TypedDocumentString<IdLinksScreenQuery, IdLinksScreenQueryVariables>;
export const IdLinkAnswerDocument = {"__meta__":{"operation":"mutation","id":"sha256:ee909a800dd584fc7c4627167b4e06d4bfbb5e9470eb25779bb71f489681ece4"}} as unknown as TypedDocumentString<IdLinkAnswerMutation, IdLinkAnswerMutationVariables>;
export const UploadCreateDocument = {"__meta__":{"operation":"mutation","id":"sha256:83531bc65011dd8d2e4c41650aeb30396ed7e8ae75ae4f5a083ca868174f47cf"}} as unknown as TypedDocumentString<UploadCreateMutation, UploadCreateMutationVariables>;
export const PostPhotosDocument = {"__meta__":{"operation":"query","id":"sha256:10ee5ba6451a42e79c74c0e578cc8e24ec10b78b1b4121281343c361fc19d04d"}} as unknown as TypedDocumentString<PostPhotosQuery, PostPhotosQueryVariables>;
export const PledgesScreenDocument = {"__meta__":{"operation":"query","id":"sha256:cb7537ed89a6349ba39acdd8956d572343e8c38ea4e730adaf66555b802db024"}} as unknown as TypedDocumentString<PledgesScreenQuery, PledgesScreenQueryVariables>;
export const PledgeSignDocument = {"__meta__":{"operation":"mutation","id":"sha256:d7be9417c86f76ee6cff8a5eca39aa75654bc0b6a7621406646a064a3a3d05e3"}} as unknown as TypedDocumentString<PledgeSignMutation, PledgeSignMutationVariables>;
export const PledgeTextsScreenDocument = {"__meta__":{"operation":"query","id":"sha256:41838a1c635d222315697c38d63091a266c293e56bcf484d9c553b7f22ab1b26"}} as unknown as TypedDocumentString<PledgeTextsScreenQuery, PledgeTextsScreenQueryVariables>;
export const PledgeStandingsDocument = {"__meta__":{"operation":"query","id":"sha256:2865a566bdffd9defa3a049339bcf5408be7b012aa50ac5bf3671719e5092f56"}} as unknown as TypedDocumentString<PledgeStandingsQuery, PledgeStandingsQueryVariables>;
export const PledgeTextPublishDocument = {"__meta__":{"operation":"mutation","id":"sha256:5098db6eb5295f31014eab9806485cf94f7ad0f71d81f9488ce6a2641ff6f956"}} as unknown as TypedDocumentString<PledgeTextPublishMutation, PledgeTextPublishMutationVariables>;
export const ProfileScreenDocument = {"__meta__":{"operation":"query","id":"sha256:8bd5ff29b1d770700ee5e7270f7f56dd758d761b4c0d8c2fc198dec9ff1c1599"}} as unknown as TypedDocumentString<ProfileScreenQuery, ProfileScreenQueryVariables>;
export const PatientUpdateDocument = {"__meta__":{"operation":"mutation","id":"sha256:773d8ea2889df73921b24ccbdb29066f70cdc67edf1a50761dfb7ec4d809f1c7"}} as unknown as TypedDocumentString<PatientUpdateMutation, PatientUpdateMutationVariables>;
export const FamilyContactSaveDocument = {"__meta__":{"operation":"mutation","id":"sha256:24540e89e0ad06a9f4fa7232b85587ad915ccea555186ada63cbf46ae9bc6c7c"}} as unknown as TypedDocumentString<FamilyContactSaveMutation, FamilyContactSaveMutationVariables>;
export const FamilyContactRemoveDocument = {"__meta__":{"operation":"mutation","id":"sha256:4b7a9226e3e5498e732e6c733bd3d740103fe029abfea261348c7dd5aec5cae3"}} as unknown as TypedDocumentString<FamilyContactRemoveMutation, FamilyContactRemoveMutationVariables>;
export const ProfileHistoryDocument = {"__meta__":{"operation":"query","id":"sha256:b0af7f78b0f3ecd138c1e96083c6cc64b8b29537a4bf57e05af14e182f01e808"}} as unknown as TypedDocumentString<ProfileHistoryQuery, ProfileHistoryQueryVariables>;
export const RecordScreenDocument = {"__meta__":{"operation":"query","id":"sha256:ada366a4b1f40ac66d553aef81bba30e24133830ab168bd26c5c1098e111bb59"}} as unknown as TypedDocumentString<RecordScreenQuery, RecordScreenQueryVariables>;
export const RecordVerifyDocument = {"__meta__":{"operation":"mutation","id":"sha256:03c382b2e7f38c5290b60a63a25ee493eb069ce05a157cd7cc109a868f2c43c6"}} as unknown as TypedDocumentString<RecordVerifyMutation, RecordVerifyMutationVariables>;
export const RecordExportDocument = {"__meta__":{"operation":"mutation","id":"sha256:ac3e410be240680ce519531e79cb9619ae39ee7ac8ab5f662e75d40066723e11"}} as unknown as TypedDocumentString<RecordExportMutation, RecordExportMutationVariables>;
export const RoomLifeDocument = {"__meta__":{"operation":"query","id":"sha256:de0c5c0d7121b8b420328968f424ba3a02768e7c4c6e8a8c64ff0ffd981e6caa"}} as unknown as TypedDocumentString<RoomLifeQuery, RoomLifeQueryVariables>;
export const RoomApplicationsDocument = {"__meta__":{"operation":"query","id":"sha256:123206d4297cee1b1f2eb6b768e93d1a9a69c754a25a61863f3e9b2bf99ab56b"}} as unknown as TypedDocumentString<RoomApplicationsQuery, RoomApplicationsQueryVariables>;
export const RoomChangeApplyDocument = {"__meta__":{"operation":"mutation","id":"sha256:4603e13766b62829cd074689cf08aaaec4b5fe4037e3e1bb039c64fac971bf03"}} as unknown as TypedDocumentString<RoomChangeApplyMutation, RoomChangeApplyMutationVariables>;
export const RoomClosureApplyDocument = {"__meta__":{"operation":"mutation","id":"sha256:93a03bd0b98ee24b50e8cbb068adbf8778e7d59b025217f3c1b97f4c4df015dd"}} as unknown as TypedDocumentString<RoomClosureApplyMutation, RoomClosureApplyMutationVariables>;
export const RoomApplicationResubmitDocument = {"__meta__":{"operation":"mutation","id":"sha256:9db05b6c706dab248c4c6fad45bf9c8cbb6edea4118a339f1dfb76c0691789fe"}} as unknown as TypedDocumentString<RoomApplicationResubmitMutation, RoomApplicationResubmitMutationVariables>;
export const RoomScreenDocument = {"__meta__":{"operation":"query","id":"sha256:2c585b2e532c1b8b714a028358ed5ba17b814c943b11c0dd6a1fa0982de57e68"}} as unknown as TypedDocumentString<RoomScreenQuery, RoomScreenQueryVariables>;
export const RoomFrameDocument = {"__meta__":{"operation":"query","id":"sha256:8074ae0d9f3d7afa0879362b481d9a5640c00c3772f04175c585c709fcedd643"}} as unknown as TypedDocumentString<RoomFrameQuery, RoomFrameQueryVariables>;
export const RoomPostsBeforeDocument = {"__meta__":{"operation":"query","id":"sha256:555e2c80033118a246b2588359e93a0a12401dd48e7ea168029d050d4318a62b"}} as unknown as TypedDocumentString<RoomPostsBeforeQuery, RoomPostsBeforeQueryVariables>;
export const RoomColumnDocument = {"__meta__":{"operation":"query","id":"sha256:6ecf98595c8d6a548ea26109c97ec5667dc491c5f400c4164f94b11ee07faa81"}} as unknown as TypedDocumentString<RoomColumnQuery, RoomColumnQueryVariables>;
export const PostReadersDocument = {"__meta__":{"operation":"query","id":"sha256:3db971b6233c25f06ff0502548a3e1f46374532045331e143363bc4ce86405d8"}} as unknown as TypedDocumentString<PostReadersQuery, PostReadersQueryVariables>;
export const PostRemindDocument = {"__meta__":{"operation":"mutation","id":"sha256:adf1f2bf26a226c1963ff269ed2c26c1c138e723a8f5ce58b169eaab93f519e2"}} as unknown as TypedDocumentString<PostRemindMutation, PostRemindMutationVariables>;
export const AskNameDeputyDocument = {"__meta__":{"operation":"mutation","id":"sha256:3e4cf66d1398aa46e5f55fd6ad6c72be5389c06f96a45dfbaf173b9e5809bd44"}} as unknown as TypedDocumentString<AskNameDeputyMutation, AskNameDeputyMutationVariables>;
export const AskStoryDocument = {"__meta__":{"operation":"query","id":"sha256:7764fdcade1979700d1f0005b98b8d708c219a493c769846fb37f802f668f5fd"}} as unknown as TypedDocumentString<AskStoryQuery, AskStoryQueryVariables>;
export const PostOneDocument = {"__meta__":{"operation":"query","id":"sha256:f4a9df26d7021a27dc9933168b0fdbb365593be1816bc41c8dff247ae93f90c5"}} as unknown as TypedDocumentString<PostOneQuery, PostOneQueryVariables>;
export const AskTakeDocument = {"__meta__":{"operation":"mutation","id":"sha256:5e7927ee4f1ddc6ac58d23fd20945645e0a5b1ceecbad2592b2ad5dd12948ee0"}} as unknown as TypedDocumentString<AskTakeMutation, AskTakeMutationVariables>;
export const AskCompleteDocument = {"__meta__":{"operation":"mutation","id":"sha256:d2e4c984320354782a7eeb8947960b672982cfcc4e1b8894d7cef232bbcd5dde"}} as unknown as TypedDocumentString<AskCompleteMutation, AskCompleteMutationVariables>;
export const PostHistoryDocument = {"__meta__":{"operation":"query","id":"sha256:ec4a67ca9a208462f48fe230c3e70b9cac80149ee7fbafbafb6e6c7b3c85dea0"}} as unknown as TypedDocumentString<PostHistoryQuery, PostHistoryQueryVariables>;
export const PostUpdateDocument = {"__meta__":{"operation":"mutation","id":"sha256:7be588f817f8372889063d244a19092019afd7c71cc801d29132df3231f95cb5"}} as unknown as TypedDocumentString<PostUpdateMutation, PostUpdateMutationVariables>;
export const PostRetractDocument = {"__meta__":{"operation":"mutation","id":"sha256:83a97b796734a100e177ee9932cf3a7368c9cf5c5e95fc64921d1133150b807a"}} as unknown as TypedDocumentString<PostRetractMutation, PostRetractMutationVariables>;
export const PostAcknowledgeDocument = {"__meta__":{"operation":"mutation","id":"sha256:c6ada51fd46770ff378a6270e91d8e31ac662402b0780f7c10d7bba31b938749"}} as unknown as TypedDocumentString<PostAcknowledgeMutation, PostAcknowledgeMutationVariables>;
export const PostPinDocument = {"__meta__":{"operation":"mutation","id":"sha256:8f086f27c9a4ec09604fd4146eebefc8de347d19eb45d52e2bac92bfa11c8fdb"}} as unknown as TypedDocumentString<PostPinMutation, PostPinMutationVariables>;
export const PostCreateDocument = {"__meta__":{"operation":"mutation","id":"sha256:372bbcfabf48c0b54023e95c6a3cafe36b19a4d9a1090993c8420a1555afa45c"}} as unknown as TypedDocumentString<PostCreateMutation, PostCreateMutationVariables>;
export const RoomMarkReadDocument = {"__meta__":{"operation":"mutation","id":"sha256:62e5d81aae6d17a0a4770d95cf33e6e094e43a461ef91024eb9e6710ca12e574"}} as unknown as TypedDocumentString<RoomMarkReadMutation, RoomMarkReadMutationVariables>;
export const RoomEventsDocument = {"__meta__":{"operation":"subscription","id":"sha256:3220d881ed71d54017f48956a8251b4e212c02c1713602665fd80c6a645e4879"}} as unknown as TypedDocumentString<RoomEventsSubscription, RoomEventsSubscriptionVariables>;
export const RoomChangesDocument = {"__meta__":{"operation":"subscription","id":"sha256:16511cc6db89cb22f395b144a2d1db6d47267f3c78614e61f4709c522a46f003"}} as unknown as TypedDocumentString<RoomChangesSubscription, RoomChangesSubscriptionVariables>;
export const ConsentChangesDocument = {"__meta__":{"operation":"subscription","id":"sha256:7573d0c417cb0b1b94291a6496cc3ba087fc0d83aac6c335080cccfc3d4ac34b"}} as unknown as TypedDocumentString<ConsentChangesSubscription, ConsentChangesSubscriptionVariables>;
export const RunningSafetyChecksDocument = {"__meta__":{"operation":"query","id":"sha256:96b134c2b93540afc8335effec4fab071c26c803fdba9b152a350886dab23973"}} as unknown as TypedDocumentString<RunningSafetyChecksQuery, RunningSafetyChecksQueryVariables>;
export const SafetyChecksScreenDocument = {"__meta__":{"operation":"query","id":"sha256:2ceac4254c277831edab134df7f5a5b5231c040410303f2417c7298826d5815b"}} as unknown as TypedDocumentString<SafetyChecksScreenQuery, SafetyChecksScreenQueryVariables>;
export const SafetyBoardDocument = {"__meta__":{"operation":"query","id":"sha256:49a1367bd98cb7598cff8f0426793bc2e16980058f088098bbdfb35ff6e5ba14"}} as unknown as TypedDocumentString<SafetyBoardQuery, SafetyBoardQueryVariables>;
export const SafetyBoardChangesDocument = {"__meta__":{"operation":"subscription","id":"sha256:b1ffcb1a8ef612debd7cfd74ce85fa78d9a1ea0a79f81b42d20af750861a7bc2"}} as unknown as TypedDocumentString<SafetyBoardChangesSubscription, SafetyBoardChangesSubscriptionVariables>;
export const SafetyOutcomeScreenDocument = {"__meta__":{"operation":"query","id":"sha256:216c7a64836d0b12bbbd159ef3a69f7a8441fb54796d166342aca4d906b2cf89"}} as unknown as TypedDocumentString<SafetyOutcomeScreenQuery, SafetyOutcomeScreenQueryVariables>;
export const SafetyViewsScreenDocument = {"__meta__":{"operation":"query","id":"sha256:e844999f6819177a35f799b9462dcba52489d78b3f15fc15ed95c61d792c2a75"}} as unknown as TypedDocumentString<SafetyViewsScreenQuery, SafetyViewsScreenQueryVariables>;
export const SafetyCheckStartDocument = {"__meta__":{"operation":"mutation","id":"sha256:0e6e4bf9574911d8e434138f4bc56bbffe783d730f36403970d0ad05fbdf7315"}} as unknown as TypedDocumentString<SafetyCheckStartMutation, SafetyCheckStartMutationVariables>;
export const SafetyCheckEndDocument = {"__meta__":{"operation":"mutation","id":"sha256:2bcd1648aa9a8c305ff6cb8dbe54aae072acf9c607fdf2d5ecec788700ecf8f1"}} as unknown as TypedDocumentString<SafetyCheckEndMutation, SafetyCheckEndMutationVariables>;
export const SafetyReportSubmitDocument = {"__meta__":{"operation":"mutation","id":"sha256:1aa1cc4763fa016cf23e44aa8f115b83f0a9e8ba51e9fddc38b411d2a296108b"}} as unknown as TypedDocumentString<SafetyReportSubmitMutation, SafetyReportSubmitMutationVariables>;
export const SafetyReportRetractDocument = {"__meta__":{"operation":"mutation","id":"sha256:9177f4e64e50a37f7c2f8d78759c3c7a5860195e073ea36e80633aa802495c22"}} as unknown as TypedDocumentString<SafetyReportRetractMutation, SafetyReportRetractMutationVariables>;
export const SafetyViewCreateDocument = {"__meta__":{"operation":"mutation","id":"sha256:0e794a5ca94a544914c6e0febfe912610962771610a4a43ac6b1a50fcb4aba59"}} as unknown as TypedDocumentString<SafetyViewCreateMutation, SafetyViewCreateMutationVariables>;
export const SafetyViewExtendDocument = {"__meta__":{"operation":"mutation","id":"sha256:51b46f27f5f7ec05366547657aa399b61b3d648a7ce410799027918ff441445a"}} as unknown as TypedDocumentString<SafetyViewExtendMutation, SafetyViewExtendMutationVariables>;
export const SafetyViewRevokeDocument = {"__meta__":{"operation":"mutation","id":"sha256:897317d835ca47ccba562a56a92c562cb219e6d7ca234b47f893f9c8bb16e6d2"}} as unknown as TypedDocumentString<SafetyViewRevokeMutation, SafetyViewRevokeMutationVariables>;
export const MunicipalSafetyDocument = {"__meta__":{"operation":"query","id":"sha256:91b4c792dbd91c9fbd170543c1b339cacbddddeae312c6b861ada8af1bba6323"}} as unknown as TypedDocumentString<MunicipalSafetyQuery, MunicipalSafetyQueryVariables>;
export const SearchScreenDocument = {"__meta__":{"operation":"query","id":"sha256:03036bd5b2043ef563ca543cad79e1905ec886fe7546baf333ebbc3af27eebc6"}} as unknown as TypedDocumentString<SearchScreenQuery, SearchScreenQueryVariables>;
export const RoomPostsFilteredDocument = {"__meta__":{"operation":"query","id":"sha256:867e4d843a152fefaaaad07204c30972026e1314d978d17af6de0b69b1cf0e02"}} as unknown as TypedDocumentString<RoomPostsFilteredQuery, RoomPostsFilteredQueryVariables>;
export const PostInRoomDocument = {"__meta__":{"operation":"query","id":"sha256:7bc0cdd0676eebebbe1668dec163e01088149cbd017044de89769ef744204910"}} as unknown as TypedDocumentString<PostInRoomQuery, PostInRoomQueryVariables>;
export const SupportReferralScreenDocument = {"__meta__":{"operation":"query","id":"sha256:7e7f7dda08307ba266743e3bc0ac90bd3dc6678c4b64fb94e82b3f4b2ec6292f"}} as unknown as TypedDocumentString<SupportReferralScreenQuery, SupportReferralScreenQueryVariables>;
export const SupportReferralCreateDocument = {"__meta__":{"operation":"mutation","id":"sha256:c29b2af6968ed92b7648f3d6c83cf99c5b233383a7906dbbc5cd433aa09f384a"}} as unknown as TypedDocumentString<SupportReferralCreateMutation, SupportReferralCreateMutationVariables>;
export const RoomExportsDocument = {"__meta__":{"operation":"query","id":"sha256:d8ac0988c39fd42474300314833af99bd6fc1f35d74857898c14d05182cbb968"}} as unknown as TypedDocumentString<RoomExportsQuery, RoomExportsQueryVariables>;
export const RoomExportCreateDocument = {"__meta__":{"operation":"mutation","id":"sha256:8e08fdad61664bbf1c00ec19e5131fe290600be6ba9a38e95b6cb8f0586f17d2"}} as unknown as TypedDocumentString<RoomExportCreateMutation, RoomExportCreateMutationVariables>;
export const RoomExportOpenDocument = {"__meta__":{"operation":"mutation","id":"sha256:2cc8806b8b160724a87b2a2fadd189e3beafad2f30fd1d07cd3c9a580f75d446"}} as unknown as TypedDocumentString<RoomExportOpenMutation, RoomExportOpenMutationVariables>;
export const RoomExportCancelDocument = {"__meta__":{"operation":"mutation","id":"sha256:69f8bc6a8c25f296c9bdee98817885204765a4b17f3787c6ebd0d2aaab8d7c1c"}} as unknown as TypedDocumentString<RoomExportCancelMutation, RoomExportCancelMutationVariables>;
export const ViewerFrameDocument = {"__meta__":{"operation":"query","id":"sha256:8a291a088c4ad20b5b43dce1fd74879ec2c3cc4b3a8f4071945b3413d71009de"}} as unknown as TypedDocumentString<ViewerFrameQuery, ViewerFrameQueryVariables>;
export const HomeScreenDocument = {"__meta__":{"operation":"query","id":"sha256:0e934d91375b385fa72d365d0cecc447c6906eb04fb1633c4d72d523007a1a31"}} as unknown as TypedDocumentString<HomeScreenQuery, HomeScreenQueryVariables>;
export const InvitationAcceptDocument = {"__meta__":{"operation":"mutation","id":"sha256:d9227278ab8529745d0a7c920267dca5a24735792fad9bb6dda67890cde8f7d8"}} as unknown as TypedDocumentString<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
export const ApplicationWithdrawDocument = {"__meta__":{"operation":"mutation","id":"sha256:775aa0d08875bed914554c8022551fde3ace0279b6626be99fb48d8a2eb31434"}} as unknown as TypedDocumentString<ApplicationWithdrawMutation, ApplicationWithdrawMutationVariables>;
export const SessionsScreenDocument = {"__meta__":{"operation":"query","id":"sha256:f4049fc3ee9d2dfa2f866cb6c6118fc079240178a7f8a0633f3525db9d0c2b7a"}} as unknown as TypedDocumentString<SessionsScreenQuery, SessionsScreenQueryVariables>;
export const SessionRevokeDocument = {"__meta__":{"operation":"mutation","id":"sha256:528636de3a2f5fe1dd9a2329e60b34407fac568903739d80a9f19675f451b0dc"}} as unknown as TypedDocumentString<SessionRevokeMutation, SessionRevokeMutationVariables>;
export const SessionRevokeAllOthersDocument = {"__meta__":{"operation":"mutation","id":"sha256:8ca1792320629fae60736aa6387069003787b56a4be581bb3d5b93846c110e4e"}} as unknown as TypedDocumentString<SessionRevokeAllOthersMutation, SessionRevokeAllOthersMutationVariables>;
export const SessionRevokeAllDocument = {"__meta__":{"operation":"mutation","id":"sha256:5cf8b60b5d697827fca5c885317c991d8a87a6768ed64af1bd275b02000084f5"}} as unknown as TypedDocumentString<SessionRevokeAllMutation, SessionRevokeAllMutationVariables>;
export const SessionEndedDocument = {"__meta__":{"operation":"subscription","id":"sha256:b14ec52ddca3cc942ab56b0ea5587a043b6269c4909ba20fedacbfe5a1ef92a4"}} as unknown as TypedDocumentString<SessionEndedSubscription, SessionEndedSubscriptionVariables>;
export const VitalsBetweenDocument = {"__meta__":{"operation":"query","id":"sha256:9048172946798899cb129b69039605285c6bfec4d49c6580342684bec854f2ca"}} as unknown as TypedDocumentString<VitalsBetweenQuery, VitalsBetweenQueryVariables>;
export const VitalSeriesBetweenDocument = {"__meta__":{"operation":"query","id":"sha256:7ec2b64b79abbee3beb2a9c2673884c368ea1345ba0d3e4fc34736b4de23c66b"}} as unknown as TypedDocumentString<VitalSeriesBetweenQuery, VitalSeriesBetweenQueryVariables>;
export const VitalRangesDocument = {"__meta__":{"operation":"query","id":"sha256:3afab7cf6cc2a40646c5648726dca062ace060e48d77036234c68601d86754c0"}} as unknown as TypedDocumentString<VitalRangesQuery, VitalRangesQueryVariables>;
export const VitalRangesSetDocument = {"__meta__":{"operation":"mutation","id":"sha256:acff56a502920a5098ac2d608b59563cfe8818312836a8cea5c4a9ec19f62f2e"}} as unknown as TypedDocumentString<VitalRangesSetMutation, VitalRangesSetMutationVariables>;
export const VitalsCorrectDocument = {"__meta__":{"operation":"mutation","id":"sha256:f5ccc9f1270b7f8761de66697492ed4131965895edbce6e5790eefc96de84a1f"}} as unknown as TypedDocumentString<VitalsCorrectMutation, VitalsCorrectMutationVariables>;
export const WeeklyCheckScreenDocument = {"__meta__":{"operation":"query","id":"sha256:efcb0138956f3f9b646ed484e16bc6daa4a45ff79a3812554732ebd454ceab2a"}} as unknown as TypedDocumentString<WeeklyCheckScreenQuery, WeeklyCheckScreenQueryVariables>;
export const WeeklyCheckCompleteDocument = {"__meta__":{"operation":"mutation","id":"sha256:331c7e8b20d03583d68c16a5a969ae13932249bb1a48995ae434c72017399283"}} as unknown as TypedDocumentString<WeeklyCheckCompleteMutation, WeeklyCheckCompleteMutationVariables>;
export const MembershipRemindDocument = {"__meta__":{"operation":"mutation","id":"sha256:3d236955276d89647c6d2f6db26cfd794957f1fcb0f66440557bc96546598520"}} as unknown as TypedDocumentString<MembershipRemindMutation, MembershipRemindMutationVariables>;
export const WoundToAssessDocument = {"__meta__":{"operation":"query","id":"sha256:732d86a32fa39cca87aca503775e76f68e57a5f0d3f3b218b12f1d21cccf8f34"}} as unknown as TypedDocumentString<WoundToAssessQuery, WoundToAssessQueryVariables>;
export const WoundToCorrectDocument = {"__meta__":{"operation":"query","id":"sha256:fea9baefc4c26cf133bbb4f7dbf3a6c628959155b962aab984733424abda172d"}} as unknown as TypedDocumentString<WoundToCorrectQuery, WoundToCorrectQueryVariables>;
export const WoundSeriesDocument = {"__meta__":{"operation":"query","id":"sha256:510b6db4fd0cd9dddb1885300e99a273396925b1c0cd9782c6122510b8881943"}} as unknown as TypedDocumentString<WoundSeriesQuery, WoundSeriesQueryVariables>;
export const WoundPhotosDocument = {"__meta__":{"operation":"query","id":"sha256:932d642758cad96bddb69221dcb20d38e686cc866057194165805d48fd3782c3"}} as unknown as TypedDocumentString<WoundPhotosQuery, WoundPhotosQueryVariables>;
export const WoundAssessDocument = {"__meta__":{"operation":"mutation","id":"sha256:cf9d51dc692d8b64467236435d9e6222495001fdee1cbec2799860c7340598f7"}} as unknown as TypedDocumentString<WoundAssessMutation, WoundAssessMutationVariables>;
export const WoundListDocument = {"__meta__":{"operation":"query","id":"sha256:86c75ca32ed6eabadf201b0274f32d8b925933f8605845860c5d2f18b1fd36f0"}} as unknown as TypedDocumentString<WoundListQuery, WoundListQueryVariables>;