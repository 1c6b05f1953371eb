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

/** 公開範囲。家族はEVERYONEだけ見える / Patients and families see EVERYONE only. */
export type Audience =
  /** 専門職だけ / Professionals of the room only. */
  | 'CARE_TEAM'
  /** 本人・家族も / The patient and family too. */
  | 'EVERYONE';

/** 本人確認の方法 / How a person proved who they are. */
export type AuthenticationMethod =
  /** 端末証明書 / Device certificate. */
  | 'DEVICE_CERTIFICATE'
  /** パスキー / Passkey. */
  | 'PASSKEY'
  /** パスワード / Password. */
  | 'PASSWORD'
  /** 認証アプリの確認コード / Code of an authenticator app. */
  | 'TOTP';

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

/** 同意の経過の種類 / Kind of step in the history of a consent. */
export type ConsentEventKind =
  /** 有効になった / Came into force. */
  | 'ACTIVATED'
  /** 区分が変わった / Categories changed. */
  | 'CATEGORIES_CHANGED'
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
  /** 本人のアカウントで / Through the patient's own account. */
  | 'PATIENT_ACCOUNT';

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
  /** 代理の理由 / Why a proxy consents. */
  proxyReason?: string | null | undefined;
  /** 署名 / The signature. */
  signature: SignatureInput;
  /** 署名した時 / When signed. */
  signedAt: string;
  /** 読んだ文面の版 / Version of the wording that was read. */
  textVersion: string;
};

/** 同意の撤回 / Withdrawal of a consent. */
export type ConsentWithdrawInput = {
  /** 見ていた版 / The version you saw. */
  expectedVersion: number;
  /** 識別子(UUIDv7)。二重送信を防ぐ / Key (UUIDv7) against doubles. */
  idempotencyKey: string;
  /** 理由 / Reason. */
  reason?: string | null | undefined;
  /** 撤回する人 / Who withdraws. */
  withdrawnBy: ConsentGiver;
  /** 撤回する人の氏名 / Name of who withdraws. */
  withdrawnByName: string;
};

/** 見せてよいか / Whether it may be shown. */
export type DisclosureState =
  /** 同意がない / Not consented. */
  | 'NOT_CONSENTED'
  /** 役割上見えない / Hidden from this role. */
  | 'ROLE_RESTRICTED'
  /** 見られる / Shown. */
  | 'SHARED'
  /** 撤回された、または期限が過ぎた / Withdrawn or expired. */
  | 'WITHDRAWN';

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

/** 大切さ / How important. */
export type Importance =
  /** 重要 / Important. */
  | 'IMPORTANT'
  /** ふつう / Ordinary. */
  | 'NORMAL';

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

/** 一つの測定値 / One measured value. */
export type MeasurementInput = {
  /** 測ったときの様子 / The circumstances. */
  context?: VitalContext | null | undefined;
  /** 測ったもの / What was measured. */
  kind: VitalKind;
  /** 値 / The value, in the unit of its kind. */
  value: number;
};

/** 参加の状態 / State of a membership. */
export type MembershipStatus =
  /** 参加中 / Takes part. */
  | 'ACTIVE'
  /** 招待中 / Invited, not yet accepted. */
  | 'INVITED'
  /** 退出した / Has left. */
  | 'LEFT';

/** 利用者(患者)の登録 / Registration of a patient. */
export type PatientRegisterInput = {
  /** 住所 / Address. */
  address: string;
  /** 生年月日 / Date of birth. */
  birthDate: string;
  /** 新しい識別子(UUIDv7)。二重登録を防ぐ / The new id (UUIDv7); prevents doubles. */
  idempotencyKey: string;
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

/** 投稿する内容 / What to post. */
export type PostCreateInput = {
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
  /** 見た・測った時刻 / When it was observed. */
  observedAt?: string | null | undefined;
  /** 部屋 / The room. */
  roomId: string;
  /** 測った値 / Measured values. */
  vitals?: VitalsInput | null | undefined;
};

/** 投稿の種類 / What kind of post. */
export type PostKind =
  /** 記録 / A note. */
  | 'NOTE'
  /** 記録値 / Measured values. */
  | 'VITALS';

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

/** 参加者 / A member. */
export type ProposedMemberInput = {
  /** 事業所。複数に属するとき選ぶ / Facility, when the person belongs to several. */
  facilityId?: string | null | undefined;
  /** 役割 / Role. */
  role: RoomRole;
  /** 参加者のID / The person. */
  userId: string;
};

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
  /** 誓約書 / Pledge. */
  | 'PLEDGE'
  /** 部屋の申込 / Application about a room. */
  | 'ROOM_APPLICATION'
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

/** 部屋の変化の種類 / Kinds of change in a room. */
export type RoomChangeKind =
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

/** 部屋の同意の状態 / Consent as it stands for a room. */
export type RoomConsentState =
  /** 有効 / In force. */
  | 'OK'
  /** まだない / None yet. */
  | 'PENDING'
  /** 撤回されたので書き込めない / Withdrawn: the room is read-only until it is closed. */
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

/** 画面に書いた署名(PNG、40 KBまで) / A signature drawn on the screen: PNG, at most 40 KB. */
export type SignatureInput = {
  /** 画像(base64) / The picture in base64. */
  base64: string;
  /** image/png / image/png. */
  contentType: string;
};

/** 利用者が直せる誤りの種類 / Kinds of problem a user can fix. */
export type UserErrorCode =
  /** すでにある / Already exists. */
  | 'ALREADY_EXISTS'
  /** 空欄 / Must not be blank. */
  | 'BLANK'
  /** 部屋に必ずいる区分は外せない / Mandatory categories cannot be declined. */
  | 'CATEGORY_MANDATORY'
  /** 有効な同意が要る / A consent in force is needed. */
  | 'CONSENT_REQUIRED'
  /** 同意が撤回されました / The consent was withdrawn. */
  | 'CONSENT_WITHDRAWN'
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
  /** 本人の署名か、代理の理由がいる / Needs the patient's signature or a stated reason for proxy. */
  | 'PROXY_REASON_REQUIRED'
  /** 部屋は書き込めません / The room takes no more posts. */
  | 'ROOM_CLOSED'
  /** ほかの人が先に変えた / Somebody else changed it first. */
  | 'STALE_VERSION'
  /** 世話役は参加者のうち1名 / Exactly one steward, and a member. */
  | 'STEWARD_REQUIRED'
  /** 長すぎる / Too long. */
  | 'TOO_LONG';

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
  /** 体重 kg / Body weight. */
  | 'WEIGHT';

/** 一度に測った値 / Values measured at one moment. */
export type VitalsInput = {
  /** めずらしい値だが正しい / The unusual value is right. */
  confirmImplausible?: boolean | null | undefined;
  /** 測定値 / The values. */
  measurements: Array<MeasurementInput>;
  /** ひとこと（500文字まで） / A note, at most 500 characters. */
  note?: string | null | undefined;
  /** 酸素 L/分 0–15 / Oxygen given, litres per minute. */
  oxygenLitersPerMinute?: number | null | undefined;
  /** 測った時刻 / When they were measured. */
  takenAt: string;
};

export type PatientRegisterMutationVariables = Exact<{
  input: PatientRegisterInput;
}>;


export type PatientRegisterMutation = { patientRegister: { patient: { id: string, name: string | null } | null, possibleDuplicates: Array<{ id: string }>, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type PatientInPreparationQueryVariables = Exact<{
  id: string;
}>;


export type PatientInPreparationQuery = { patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, consent: { id: string, status: ConsentStatus, signedAt: string } | null, room: { id: string } | null } | null, viewer: { id: string, user: { id: string, displayName: string }, roomApplications: Array<{ id: string, receiptNumber: string, status: ApplicationStatus, patient: { id: string } | null }> | null } | null };

export type FacilitySearchQueryVariables = Exact<{
  query: string;
}>;


export type FacilitySearchQuery = { facilities: { nodes: Array<{ id: string, name: string, kind: FacilityKind, municipality: string }> } };

export type FacilityStaffQueryVariables = Exact<{
  id: string;
}>;


export type FacilityStaffQuery = { facility: { id: string, name: string, staff: { nodes: Array<{ id: string, professions: Array<Profession>, user: { id: string, displayName: string, displayNameKana: string | null, deactivatedAt: string | null } }> } } | null };

export type AccountLookupQueryVariables = Exact<{
  accountName: string;
}>;


export type AccountLookupQuery = { userByAccountName: { id: string, kind: UserKind, displayName: string } | null };

export type RoomCreationApplyMutationVariables = Exact<{
  input: RoomCreationApplyInput;
}>;


export type RoomCreationApplyMutation = { roomCreationApply: { roomApplication: { id: string, receiptNumber: string, expectedBy: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ReviewTaskRowFragment = { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null };

export type InboxScreenQueryVariables = Exact<{
  states?: Array<ReviewTaskState> | ReviewTaskState | null | undefined;
}>;


export type InboxScreenQuery = { reviewTasks: { totalCount: number | null, nodes: Array<{ id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null }> } };

export type ApplicationViewFragment = { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details: { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } };

export type TaskScreenQueryVariables = Exact<{
  id: string;
}>;


export type TaskScreenQuery = { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, subject:
      | { __typename: 'Consent', id: string, giverName: string, withdrawnAt: string | null, withdrawalReason: string | null, explainedByName: string, consentStatus: ConsentStatus, history: Array<{ at: string, actorName: string, kind: ConsentEventKind, note: string | null }> }
      | { __typename: 'RoomApplication', id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details: { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } }
     | null, assignee: { id: string, displayName: string } | null } | null, viewer: { id: string, user: { id: string } } | null };

export type ApplicationReviewMutationVariables = Exact<{
  id: string;
  input: ReviewInput;
}>;


export type ApplicationReviewMutation = { roomApplicationReview: { roomApplication: { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details: { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ApplicationExecuteMutationVariables = Exact<{
  id: string;
}>;


export type ApplicationExecuteMutation = { roomApplicationExecute: { roomApplication: { id: string, form: FormCode, receiptNumber: string, status: ApplicationStatus, applicantName: string, submittedAt: string | null, expectedBy: string | null, decidedAt: string | null, decisionReason: string | null, version: number, viewerCanReview: boolean, viewerCanExecute: boolean, checkedBy: { id: string, displayName: string } | null, decidedBy: { id: string, displayName: string } | null, patient: { id: string, name: string | null, nameKana: string | null, birthDate: string | null, age: number | null } | null, room: { id: string, roomNumber: string, status: RoomStatus } | null, details: { __typename: 'RoomCreationDetails', situation: CareSituation | null, reason: string | null, stewardName: string, steward: { id: string } | null, members: Array<{ displayName: string, role: RoomRole, user: { id: string, deactivatedAt: string | null } | null, facility: { id: string, name: string } | null }>, consent: { id: string, status: ConsentStatus, giver: ConsentGiver, giverName: string, signedAt: string, explainedByName: string, disasterUse: boolean, categories: Array<{ category: InformationCategory, granted: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TaskClaimMutationVariables = Exact<{
  id: string;
}>;


export type TaskClaimMutation = { reviewTaskClaim: { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type TaskReleaseMutationVariables = Exact<{
  id: string;
}>;


export type TaskReleaseMutation = { reviewTaskRelease: { reviewTask: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type ReviewTaskChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ReviewTaskChangesSubscription = { reviewTaskChanged: { id: string, form: FormCode | null, kind: ReviewTaskKind, state: ReviewTaskState, title: string, openedAt: string, dueOn: string, closedAt: string | null, assignee: { id: string, displayName: string } | null } };

export type ConsentViewFragment = { id: string, status: ConsentStatus, version: number, giver: ConsentGiver, giverName: string, proxyReason: string | null, method: ConsentMethod, textVersion: string, explainedByName: string, explainedAt: string, signedAt: string, activeSince: string | null, withdrawnAt: string | null, withdrawalReason: string | null, disasterUse: boolean, expiresOn: string | null, viewerCanWithdraw: boolean, categories: Array<{ category: InformationCategory, granted: boolean, mandatory: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> };

export type ConsentScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type ConsentScreenQuery = { room: { id: string, consentState: RoomConsentState | null, patient: { id: string, name: string | null, consent: { id: string, status: ConsentStatus, version: number, giver: ConsentGiver, giverName: string, proxyReason: string | null, method: ConsentMethod, textVersion: string, explainedByName: string, explainedAt: string, signedAt: string, activeSince: string | null, withdrawnAt: string | null, withdrawalReason: string | null, disasterUse: boolean, expiresOn: string | null, viewerCanWithdraw: boolean, categories: Array<{ category: InformationCategory, granted: boolean, mandatory: boolean, visibleToFamily: boolean, visibleToPartners: boolean }> } | null } } | null };

export type AccessScreenQueryVariables = Exact<{
  roomId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AccessScreenQuery = { room: { id: string, patient: { id: string, accessLog: { nodes: Array<{ id: string, at: string, actorName: string, apiClientName: string | null, action: AccessAction, category: InformationCategory | null, subjectLabel: string, outcome: AccessOutcome }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } } | null };

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

export type MeasurementFragment = { kind: VitalKind, value: number, unit: string, flag: VitalFlag };

export type PostCardFragment = { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null };

export type ViewerPostFragment = { viewerHasRead: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null };

export type MemberFragment = { id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, lastReadAt: string | null, user: { id: string } | null };

export type RoomListItemFragment = { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null };

export type PatientProfileFragment = { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string };

export type ProblemFragment = { code: UserErrorCode, message: string, field: Array<string> | null };

export type RoomScreenQueryVariables = Exact<{
  id: string;
  last: number;
}>;


export type RoomScreenQuery = { room: { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, viewerCanPost: boolean, eventCursor: string | null, unreadCount: number | null, openedAt: string | null, firstUnreadPost: { id: string } | null, steward: { id: string, displayName: string } | null, viewerMembership: { id: string, role: RoomRole, status: MembershipStatus } | null, memberships: { nodes: Array<{ id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, lastReadAt: string | null, user: { id: string } | null }> }, patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string }> } | null, disclosures: Array<{ category: InformationCategory, state: DisclosureState, message: string | null }> | null, consent: { id: string, status: ConsentStatus, viewerCanWithdraw: boolean } | null }, posts: { nodes: Array<{ viewerHasRead: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null } | null };

export type RoomFrameQueryVariables = Exact<{
  id: string;
}>;


export type RoomFrameQuery = { room: { id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, viewerCanPost: boolean, unreadCount: number | null, steward: { id: string, displayName: string } | null, viewerMembership: { id: string, role: RoomRole, status: MembershipStatus } | null, memberships: { nodes: Array<{ id: string, displayName: string, professionLabel: string | null, facilityName: string | null, role: RoomRole, isSteward: boolean, status: MembershipStatus, invitedAt: string, joinedAt: string | null, lastReadAt: string | null, user: { id: string } | null }> }, patient: { id: string, name: string | null, nameKana: string | null, sex: AdministrativeSex | null, birthDate: string | null, age: number | null, postalCode: string | null, address: string | null, phone: string | null, updatedAt: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string }> } | null, disclosures: Array<{ category: InformationCategory, state: DisclosureState, message: string | null }> | null, consent: { id: string, status: ConsentStatus, viewerCanWithdraw: boolean } | null } } | null };

export type RoomPostsBeforeQueryVariables = Exact<{
  id: string;
  last: number;
  before: string;
}>;


export type RoomPostsBeforeQuery = { room: { id: string, posts: { nodes: Array<{ viewerHasRead: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null } | null };

export type RoomColumnQueryVariables = Exact<{ [key: string]: never; }>;


export type RoomColumnQuery = { viewer: { id: string, rooms: { nodes: Array<{ id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null }> } | null } | null };

export type BodyScreenQueryVariables = Exact<{
  roomId: string;
}>;


export type BodyScreenQuery = { room: { id: string, patient: { id: string, latestVitals: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> | null, vitals: { nodes: Array<{ id: string, takenAt: string, takenByName: string, note: string | null, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> }> } | null } } | null };

export type PostReadersQueryVariables = Exact<{
  id: string;
}>;


export type PostReadersQuery = { post: { id: string, readReceipts: { nodes: Array<{ userName: string, readAt: string }> } } | null };

export type PostCreateMutationVariables = Exact<{
  input: PostCreateInput;
}>;


export type PostCreateMutation = { postCreate: { replayed: boolean, post: { viewerHasRead: boolean, id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

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
    | { __typename: 'PostChanged', cursor: string, post: { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null } }
    | { __typename: 'PostCreated', cursor: string, post: { id: string, authorName: string, authorProfessionLabel: string | null, authorFacilityName: string | null, kind: PostKind, audience: Audience, importance: Importance, body: string | null, observedAt: string, createdAt: string, version: number, author: { id: string } | null, readSummary: { readCount: number, audienceCount: number }, vitals: { id: string, takenAt: string, note: string | null, worstFlag: VitalFlag, measurements: Array<{ kind: VitalKind, value: number, unit: string, flag: VitalFlag }> } | null } }
    | { __typename: 'ReadSummaryChanged', cursor: string, post: { id: string, readSummary: { readCount: number, audienceCount: number } } }
   };

export type RoomChangesSubscriptionVariables = Exact<{
  roomId: string;
}>;


export type RoomChangesSubscription = { roomChanged: { cursor: string, kind: RoomChangeKind } };

export type ConsentChangesSubscriptionVariables = Exact<{
  patientId: string;
}>;


export type ConsentChangesSubscription = { consentChanged: { cursor: string, consent: { id: string, status: ConsentStatus } } };

export type ViewerFrameQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerFrameQuery = { viewer: { id: string, user: { id: string, kind: UserKind, displayName: string }, activeFacility: { id: string, name: string } | null } | null };

export type HomeScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeScreenQuery = { viewer: { id: string, user: { id: string, kind: UserKind, displayName: string, practitioner: { id: string, professions: Array<Profession> } | null }, rooms: { nodes: Array<{ id: string, roomNumber: string, status: RoomStatus, consentState: RoomConsentState | null, unreadCount: number | null, lastActivityAt: string | null, patient: { id: string, name: string | null }, lastPost: { id: string, authorName: string, excerpt: string } | null }> } | null, invitations: Array<{ id: string, role: RoomRole, isSteward: boolean, invitedAt: string, room: { id: string, roomNumber: string, patient: { id: string, name: string | null } } }> | null, roomApplications: Array<{ id: string, receiptNumber: string, status: ApplicationStatus, submittedAt: string | null, expectedBy: string | null, decisionReason: string | null, version: number, patient: { id: string, name: string | null } | null, room: { id: string } | null }> | null, patientsInPreparation: Array<{ id: string, name: string | null, updatedAt: string, consent: { id: string, status: ConsentStatus } | null }> | null } | null };

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


export type SessionsScreenQuery = { viewer: { id: string, sessions: Array<{ id: string, methods: Array<AuthenticationMethod>, networkHint: string | null, startedAt: string, lastActiveAt: string, isCurrent: boolean }> } | null };

export type SessionRevokeMutationVariables = Exact<{
  id: string;
}>;


export type SessionRevokeMutation = { sessionRevoke: { sessionId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionRevokeAllOthersMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionRevokeAllOthersMutation = { sessionRevokeAllOthers: { revokedCount: number, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type SessionEndedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SessionEndedSubscription = { sessionEnded: { sessionId: string, reason: SessionEndReason } };

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
  }
}
    `, {"fragmentName":"ApplicationView"}) as unknown as TypedDocumentString<ApplicationViewFragment, unknown>;
export const ConsentViewFragmentDoc = new TypedDocumentString(`
    fragment ConsentView on Consent {
  id
  status
  version
  giver
  giverName
  proxyReason
  method
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
  categories {
    category
    granted
    mandatory
    visibleToFamily
    visibleToPartners
  }
}
    `, {"fragmentName":"ConsentView"}) as unknown as TypedDocumentString<ConsentViewFragment, unknown>;
export const MeasurementFragmentDoc = new TypedDocumentString(`
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}
    `, {"fragmentName":"Measurement"}) as unknown as TypedDocumentString<MeasurementFragment, unknown>;
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
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}`, {"fragmentName":"PostCard"}) as unknown as TypedDocumentString<PostCardFragment, unknown>;
export const ViewerPostFragmentDoc = new TypedDocumentString(`
    fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
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
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
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
  status
  invitedAt
  joinedAt
  lastReadAt
}
    `, {"fragmentName":"Member"}) as unknown as TypedDocumentString<MemberFragment, unknown>;
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
export const ProblemFragmentDoc = new TypedDocumentString(`
    fragment Problem on UserError {
  code
  message
  field
}
    `, {"fragmentName":"Problem"}) as unknown as TypedDocumentString<ProblemFragment, unknown>;
export const PatientRegisterDocument = new TypedDocumentString(`
    mutation PatientRegister($input: PatientRegisterInput!) {
  patientRegister(input: $input) {
    patient {
      id
      name
    }
    possibleDuplicates {
      id
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<PatientRegisterMutation, PatientRegisterMutationVariables>;
export const PatientInPreparationDocument = new TypedDocumentString(`
    query PatientInPreparation($id: ID!) {
  patient(id: $id) {
    ...PatientProfile
    consent {
      id
      status
      signedAt
    }
    room {
      id
    }
  }
  viewer {
    id
    user {
      id
      displayName
    }
    roomApplications {
      id
      receiptNumber
      status
      patient {
        id
      }
    }
  }
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
}`) as unknown as TypedDocumentString<PatientInPreparationQuery, PatientInPreparationQueryVariables>;
export const FacilitySearchDocument = new TypedDocumentString(`
    query FacilitySearch($query: String!) {
  facilities(filter: {query: $query}, first: 20) {
    nodes {
      id
      name
      kind
      municipality
    }
  }
}
    `) as unknown as TypedDocumentString<FacilitySearchQuery, FacilitySearchQueryVariables>;
export const FacilityStaffDocument = new TypedDocumentString(`
    query FacilityStaff($id: ID!) {
  facility(id: $id) {
    id
    name
    staff(first: 50) {
      nodes {
        id
        professions
        user {
          id
          displayName
          displayNameKana
          deactivatedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FacilityStaffQuery, FacilityStaffQueryVariables>;
export const AccountLookupDocument = new TypedDocumentString(`
    query AccountLookup($accountName: String!) {
  userByAccountName(accountName: $accountName) {
    id
    kind
    displayName
  }
}
    `) as unknown as TypedDocumentString<AccountLookupQuery, AccountLookupQueryVariables>;
export const RoomCreationApplyDocument = new TypedDocumentString(`
    mutation RoomCreationApply($input: RoomCreationApplyInput!) {
  roomCreationApply(input: $input) {
    roomApplication {
      id
      receiptNumber
      expectedBy
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RoomCreationApplyMutation, RoomCreationApplyMutationVariables>;
export const InboxScreenDocument = new TypedDocumentString(`
    query InboxScreen($states: [ReviewTaskState!]) {
  reviewTasks(filter: {states: $states}, first: 50) {
    nodes {
      ...ReviewTaskRow
    }
    totalCount
  }
}
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
}`) as unknown as TypedDocumentString<InboxScreenQuery, InboxScreenQueryVariables>;
export const TaskScreenDocument = new TypedDocumentString(`
    query TaskScreen($id: ID!) {
  reviewTask(id: $id) {
    ...ReviewTaskRow
    subject {
      __typename
      ... on RoomApplication {
        ...ApplicationView
      }
      ... on Consent {
        id
        consentStatus: status
        giverName
        withdrawnAt
        withdrawalReason
        explainedByName
        history {
          at
          actorName
          kind
          note
        }
      }
    }
  }
  viewer {
    id
    user {
      id
    }
  }
}
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
  }
}`) as unknown as TypedDocumentString<TaskScreenQuery, TaskScreenQueryVariables>;
export const ApplicationReviewDocument = new TypedDocumentString(`
    mutation ApplicationReview($id: ID!, $input: ReviewInput!) {
  roomApplicationReview(id: $id, input: $input) {
    roomApplication {
      ...ApplicationView
    }
    userErrors {
      ...Problem
    }
  }
}
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
  }
}
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ApplicationReviewMutation, ApplicationReviewMutationVariables>;
export const ApplicationExecuteDocument = new TypedDocumentString(`
    mutation ApplicationExecute($id: ID!) {
  roomApplicationExecute(id: $id) {
    roomApplication {
      ...ApplicationView
    }
    userErrors {
      ...Problem
    }
  }
}
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
  }
}
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ApplicationExecuteMutation, ApplicationExecuteMutationVariables>;
export const TaskClaimDocument = new TypedDocumentString(`
    mutation TaskClaim($id: ID!) {
  reviewTaskClaim(id: $id) {
    reviewTask {
      ...ReviewTaskRow
    }
    userErrors {
      ...Problem
    }
  }
}
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
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<TaskClaimMutation, TaskClaimMutationVariables>;
export const TaskReleaseDocument = new TypedDocumentString(`
    mutation TaskRelease($id: ID!) {
  reviewTaskRelease(id: $id) {
    reviewTask {
      ...ReviewTaskRow
    }
    userErrors {
      ...Problem
    }
  }
}
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
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<TaskReleaseMutation, TaskReleaseMutationVariables>;
export const ReviewTaskChangesDocument = new TypedDocumentString(`
    subscription ReviewTaskChanges {
  reviewTaskChanged {
    ...ReviewTaskRow
  }
}
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
}`) as unknown as TypedDocumentString<ReviewTaskChangesSubscription, ReviewTaskChangesSubscriptionVariables>;
export const ConsentScreenDocument = new TypedDocumentString(`
    query ConsentScreen($roomId: ID!) {
  room(id: $roomId) {
    id
    consentState
    patient {
      id
      name
      consent {
        ...ConsentView
      }
    }
  }
}
    fragment ConsentView on Consent {
  id
  status
  version
  giver
  giverName
  proxyReason
  method
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
  categories {
    category
    granted
    mandatory
    visibleToFamily
    visibleToPartners
  }
}`) as unknown as TypedDocumentString<ConsentScreenQuery, ConsentScreenQueryVariables>;
export const AccessScreenDocument = new TypedDocumentString(`
    query AccessScreen($roomId: ID!, $first: Int!, $after: String) {
  room(id: $roomId) {
    id
    patient {
      id
      accessLog(first: $first, after: $after) {
        nodes {
          id
          at
          actorName
          apiClientName
          action
          category
          subjectLabel
          outcome
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccessScreenQuery, AccessScreenQueryVariables>;
export const ConsentWithdrawDocument = new TypedDocumentString(`
    mutation ConsentWithdraw($id: ID!, $input: ConsentWithdrawInput!) {
  consentWithdraw(id: $id, input: $input) {
    consent {
      id
      status
      withdrawnAt
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ConsentWithdrawMutation, ConsentWithdrawMutationVariables>;
export const ConsentTextScreenDocument = new TypedDocumentString(`
    query ConsentTextScreen($locale: String!) {
  consentText(locale: $locale) {
    version
    title
    effectiveOn
    sections {
      heading
      body
      plainBody
    }
  }
}
    `) as unknown as TypedDocumentString<ConsentTextScreenQuery, ConsentTextScreenQueryVariables>;
export const ConsentSubmitDocument = new TypedDocumentString(`
    mutation ConsentSubmit($input: ConsentSubmitInput!) {
  consentSubmit(input: $input) {
    consent {
      id
      status
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ConsentSubmitMutation, ConsentSubmitMutationVariables>;
export const RoomScreenDocument = new TypedDocumentString(`
    query RoomScreen($id: ID!, $last: Int!) {
  room(id: $id) {
    id
    roomNumber
    status
    consentState
    viewerCanPost
    eventCursor
    unreadCount
    openedAt
    firstUnreadPost {
      id
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
    patient {
      ...PatientProfile
      latestVitals {
        ...Measurement
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
        viewerCanWithdraw
      }
    }
    posts(last: $last) {
      nodes {
        ...ViewerPost
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
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
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}
fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
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
  status
  invitedAt
  joinedAt
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
}`) as unknown as TypedDocumentString<RoomScreenQuery, RoomScreenQueryVariables>;
export const RoomFrameDocument = new TypedDocumentString(`
    query RoomFrame($id: ID!) {
  room(id: $id) {
    id
    roomNumber
    status
    consentState
    viewerCanPost
    unreadCount
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
    patient {
      ...PatientProfile
      latestVitals {
        ...Measurement
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
        viewerCanWithdraw
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
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
  status
  invitedAt
  joinedAt
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
}`) as unknown as TypedDocumentString<RoomFrameQuery, RoomFrameQueryVariables>;
export const RoomPostsBeforeDocument = new TypedDocumentString(`
    query RoomPostsBefore($id: ID!, $last: Int!, $before: String!) {
  room(id: $id) {
    id
    posts(last: $last, before: $before) {
      nodes {
        ...ViewerPost
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
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
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}
fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
}`) as unknown as TypedDocumentString<RoomPostsBeforeQuery, RoomPostsBeforeQueryVariables>;
export const RoomColumnDocument = new TypedDocumentString(`
    query RoomColumn {
  viewer {
    id
    rooms(first: 50) {
      nodes {
        ...RoomListItem
      }
    }
  }
}
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
}`) as unknown as TypedDocumentString<RoomColumnQuery, RoomColumnQueryVariables>;
export const BodyScreenDocument = new TypedDocumentString(`
    query BodyScreen($roomId: ID!) {
  room(id: $roomId) {
    id
    patient {
      id
      latestVitals {
        ...Measurement
      }
      vitals(first: 30) {
        nodes {
          id
          takenAt
          takenByName
          note
          measurements {
            ...Measurement
          }
        }
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
}`) as unknown as TypedDocumentString<BodyScreenQuery, BodyScreenQueryVariables>;
export const PostReadersDocument = new TypedDocumentString(`
    query PostReaders($id: ID!) {
  post(id: $id) {
    id
    readReceipts(first: 50) {
      nodes {
        userName
        readAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PostReadersQuery, PostReadersQueryVariables>;
export const PostCreateDocument = new TypedDocumentString(`
    mutation PostCreate($input: PostCreateInput!) {
  postCreate(input: $input) {
    replayed
    post {
      ...ViewerPost
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
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
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}
fragment ViewerPost on Post {
  ...PostCard
  viewerHasRead
}
fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<PostCreateMutation, PostCreateMutationVariables>;
export const RoomMarkReadDocument = new TypedDocumentString(`
    mutation RoomMarkRead($roomId: ID!, $upToPostId: ID!) {
  roomMarkRead(roomId: $roomId, upToPostId: $upToPostId) {
    room {
      id
      unreadCount
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<RoomMarkReadMutation, RoomMarkReadMutationVariables>;
export const RoomEventsDocument = new TypedDocumentString(`
    subscription RoomEvents($roomId: ID!, $after: String) {
  roomEvent(roomId: $roomId, after: $after) {
    __typename
    ... on PostCreated {
      cursor
      post {
        ...PostCard
      }
    }
    ... on PostChanged {
      cursor
      post {
        ...PostCard
      }
    }
    ... on ReadSummaryChanged {
      cursor
      post {
        id
        readSummary {
          readCount
          audienceCount
        }
      }
    }
  }
}
    fragment Measurement on VitalMeasurement {
  kind
  value
  unit
  flag
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
  version
  readSummary {
    readCount
    audienceCount
  }
  vitals {
    id
    takenAt
    note
    worstFlag
    measurements {
      ...Measurement
    }
  }
}`) as unknown as TypedDocumentString<RoomEventsSubscription, RoomEventsSubscriptionVariables>;
export const RoomChangesDocument = new TypedDocumentString(`
    subscription RoomChanges($roomId: ID!) {
  roomChanged(roomId: $roomId) {
    cursor
    kind
  }
}
    `) as unknown as TypedDocumentString<RoomChangesSubscription, RoomChangesSubscriptionVariables>;
export const ConsentChangesDocument = new TypedDocumentString(`
    subscription ConsentChanges($patientId: ID!) {
  consentChanged(patientId: $patientId) {
    cursor
    consent {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<ConsentChangesSubscription, ConsentChangesSubscriptionVariables>;
export const ViewerFrameDocument = new TypedDocumentString(`
    query ViewerFrame {
  viewer {
    id
    user {
      id
      kind
      displayName
    }
    activeFacility {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerFrameQuery, ViewerFrameQueryVariables>;
export const HomeScreenDocument = new TypedDocumentString(`
    query HomeScreen {
  viewer {
    id
    user {
      id
      kind
      displayName
      practitioner {
        id
        professions
      }
    }
    rooms(first: 50) {
      nodes {
        ...RoomListItem
      }
    }
    invitations {
      id
      role
      isSteward
      invitedAt
      room {
        id
        roomNumber
        patient {
          id
          name
        }
      }
    }
    roomApplications {
      id
      receiptNumber
      status
      submittedAt
      expectedBy
      decisionReason
      version
      patient {
        id
        name
      }
      room {
        id
      }
    }
    patientsInPreparation {
      id
      name
      updatedAt
      consent {
        id
        status
      }
    }
  }
}
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
}`) as unknown as TypedDocumentString<HomeScreenQuery, HomeScreenQueryVariables>;
export const InvitationAcceptDocument = new TypedDocumentString(`
    mutation InvitationAccept($membershipId: ID!) {
  roomInvitationAccept(membershipId: $membershipId) {
    membership {
      id
      status
      room {
        id
      }
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
export const ApplicationWithdrawDocument = new TypedDocumentString(`
    mutation ApplicationWithdraw($id: ID!, $expectedVersion: Int!) {
  roomApplicationWithdraw(id: $id, expectedVersion: $expectedVersion) {
    roomApplication {
      id
      status
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<ApplicationWithdrawMutation, ApplicationWithdrawMutationVariables>;
export const SessionsScreenDocument = new TypedDocumentString(`
    query SessionsScreen {
  viewer {
    id
    sessions {
      id
      methods
      networkHint
      startedAt
      lastActiveAt
      isCurrent
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsScreenQuery, SessionsScreenQueryVariables>;
export const SessionRevokeDocument = new TypedDocumentString(`
    mutation SessionRevoke($id: ID!) {
  sessionRevoke(id: $id) {
    sessionId
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SessionRevokeMutation, SessionRevokeMutationVariables>;
export const SessionRevokeAllOthersDocument = new TypedDocumentString(`
    mutation SessionRevokeAllOthers {
  sessionRevokeAllOthers {
    revokedCount
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  field
}`) as unknown as TypedDocumentString<SessionRevokeAllOthersMutation, SessionRevokeAllOthersMutationVariables>;
export const SessionEndedDocument = new TypedDocumentString(`
    subscription SessionEnded {
  sessionEnded {
    sessionId
    reason
  }
}
    `) as unknown as TypedDocumentString<SessionEndedSubscription, SessionEndedSubscriptionVariables>;