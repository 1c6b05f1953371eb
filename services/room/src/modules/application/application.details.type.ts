/** What each form says, as the API shows it. */
import type { ApplicationState, MemberRole } from '@heya/schema/events';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { RoomRoleEnum } from '../membership/index.ts';
import { ConsentType, FacilityType, UserType } from '../foreign/index.ts';
import { type ProfileBlock, ProfileBlockEnum } from '../patient/index.ts';
import { careSituations, type CareSituation, closureReasons, type ClosureReason } from './application.entity.ts';
import { ApplicationStatusEnum } from './application.status.type.ts';

export const CareSituationEnum = Object.fromEntries(careSituations.map((value) => [value, value])) as { [K in CareSituation]: K };
registerEnumType(CareSituationEnum, {
  name: 'CareSituation',
  description: '手引きが想定する状況(要件ではない) / Situations the guide names; not a requirement.',
  valuesConfig: {
    RECOVERING_AFTER_DISCHARGE: { description: '退院後の回復 / Recovering after discharge.' },
    TERMINAL_CARE: { description: '終末期 / Terminal care.' },
    DEMENTIA: { description: '認知症 / Dementia.' },
    COMPLEX_MEDICAL_CARE: { description: '医療的ケア / Complex medical care.' },
    NEUROLOGICAL_DISEASE: { description: '神経難病 / Neurological disease.' },
    OTHER: { description: 'その他 / Other.' },
  },
});

export const ClosureReasonEnum = Object.fromEntries(closureReasons.map((value) => [value, value])) as { [K in ClosureReason]: K };
registerEnumType(ClosureReasonEnum, {
  name: 'RoomClosureReason',
  description: '部屋を閉じる理由 / Why a room is closed.',
  valuesConfig: {
    NO_LONGER_NEEDED: { description: '必要がなくなった / No longer needed.' },
    ADMITTED_LONG_TERM: { description: '長期の入院・入所 / Admitted for long.' },
    MOVED: { description: '転居 / Moved away.' },
    DECEASED: { description: '死亡 / Deceased.' },
    CONSENT_WITHDRAWN: { description: '同意の撤回 / Consent withdrawn.' },
    DORMANT: { description: '長く使われていない / Unused for long.' },
  },
});

@ObjectType('ProposedMember', { description: '申請に書かれた参加者 / A member the application names.' })
export class ProposedMemberType {
  @Field(() => UserType, { nullable: true, description: '参加者のID / The person.' })
  user!: UserType | null;

  @Field(() => String, { description: '申請したときの氏名 / Name when applied.' })
  displayName!: string;

  @Field(() => FacilityType, { nullable: true, description: '事業所 / Facility.' })
  facility!: FacilityType | null;

  @Field(() => RoomRoleEnum, { description: '役割 / Role.' })
  role!: MemberRole;
}

@ObjectType('RoomCreationDetails', { description: '様式4-1 の内容 / Contents of form 4-1.' })
export class RoomCreationDetails {
  @Field(() => ConsentType, { nullable: true, description: '同意書 / The consent.' })
  consent!: ConsentType | null;

  @Field(() => [ProposedMemberType], { description: '参加者 / Members.' })
  members!: ProposedMemberType[];

  @Field(() => UserType, { nullable: true, description: '利用者部屋世話役 / The steward.' })
  steward!: UserType | null;

  @Field(() => String, { description: '世話役の氏名(申請時) / Name of the steward when applied.' })
  stewardName!: string;

  @Field(() => CareSituationEnum, { nullable: true, description: '状況。同意がないときはnull / Situation; null without consent.' })
  situation!: CareSituation | null;

  @Field(() => String, { nullable: true, description: '理由。同意がないときはnull / Reason; null without consent.' })
  reason!: string | null;

  @Field(() => [ProfileBlockEnum], {
    nullable: true,
    description:
      '基本情報に書いてある欄(緊急連絡先・病院・災害)。内容は含まない。審査が終わった職員にはnull / Parts of the form in the profile that have anything in them, never what; null for officers once it waits no more.',
  })
  filledBlocks!: ProfileBlock[] | null;
}

@ObjectType('RemovedMember', { description: '様式4-2 で外れる参加者 / Somebody whom form 4-2 takes out.' })
export class RemovedMemberType {
  @Field(() => ID, { description: '参加の識別子 / The membership.' })
  membershipId!: string;

  @Field(() => String, { description: '申請したときの氏名 / Name when applied.' })
  displayName!: string;

  @Field(() => RoomRoleEnum, { description: '役割 / Role.' })
  role!: MemberRole;

  @Field(() => DateTimeScalar, { description: '外れる時刻。審査を待たない / When they are out, reviewed or not.' })
  endsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '取りやめた時 / When it was called off.' })
  calledOffAt!: Date | null;
}

@ObjectType('RoomChangeDetails', { description: '様式4-2 の内容 / Contents of form 4-2.' })
export class RoomChangeDetails {
  @Field(() => [ProposedMemberType], { description: '加える人 / To be added.' })
  add!: ProposedMemberType[];

  @Field(() => [RemovedMemberType], { description: '外す人 / To be taken out.' })
  remove!: RemovedMemberType[];

  @Field(() => UserType, { nullable: true, description: '新しい世話役 / The new steward.' })
  newSteward!: UserType | null;

  @Field(() => String, { nullable: true, description: '新しい世話役の氏名(申請時) / Name of the new steward when applied.' })
  newStewardName!: string | null;

  @Field(() => DateTimeScalar, { description: '変更する時刻 / The minute from which it holds.' })
  effectiveAt!: Date;

  @Field(() => DateScalar, { description: '変更する日 / The day from which it holds.' })
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: '変更の理由 / Why it changes.' })
  reason!: string | null;
}

@ObjectType('ClosureCopy', { description: '事業所が記録の写しを保存したか / Whether a facility has saved its copy.' })
export class ClosureCopyType {
  @Field(() => FacilityType, { nullable: true, description: '事業所 / The facility.' })
  facility!: FacilityType | null;

  @Field(() => String, { description: '事業所名(申請時) / Its name when applied.' })
  facilityName!: string;

  @Field(() => Boolean, { description: '保存した / Saved.' })
  isSaved!: boolean;
}

@ObjectType('RoomClosureDetails', { description: '様式4-3 の内容 / Contents of form 4-3.' })
export class RoomClosureDetails {
  @Field(() => ClosureReasonEnum, { description: '理由 / Reason.' })
  reason!: ClosureReason;

  @Field(() => String, { nullable: true, description: '補足 / Note.' })
  note!: string | null;

  @Field(() => String, { description: '誰に知らせたか / Who was told.' })
  informed!: string;

  @Field(() => [ClosureCopyType], { description: '事業所ごとの写し / Copies, by facility.' })
  copies!: ClosureCopyType[];

  @Field(() => UserType, { nullable: true, description: '書き出しを受け取る人 / Who receives the export.' })
  exportTo!: UserType | null;

  @Field(() => String, { nullable: true, description: '書き出しを受け取る人の氏名(申請時) / Their name when applied.' })
  exportToName!: string | null;
}

export const RoomApplicationDetails = createUnionType({
  name: 'RoomApplicationDetails',
  description: '様式ごとの内容 / Contents by form.',
  types: () => [RoomCreationDetails, RoomChangeDetails, RoomClosureDetails] as const,
  resolveType: (value) => {
    if ('effectiveAt' in value) return RoomChangeDetails;
    return 'copies' in value ? RoomClosureDetails : RoomCreationDetails;
  },
});

@ObjectType('RoomApplicationComment', { description: '項目への指摘 / A comment on one field.' })
export class RoomApplicationCommentType {
  @Field(() => [String], {
    description: '項目。人や事業所は識別子で示す 例 ["members", id] / Path of the field; people and facilities by their id.',
  })
  field!: string[];

  @Field(() => String, { description: '直してほしいこと / What to mend.' })
  text!: string;
}

@ObjectType('RoomApplicationEntry', { description: '申請の歩み / A step of an application.' })
export class RoomApplicationEntryType {
  @Field(() => ApplicationStatusEnum, { description: 'その後の状態 / State after it.' })
  status!: ApplicationState;

  @Field(() => DateTimeScalar, { description: '時刻 / When.' })
  at!: Date;

  @Field(() => UserType, { nullable: true, description: 'した職員。申請者のときはnull / The officer; null: the applicant.' })
  officer!: UserType | null;

  @Field(() => String, { nullable: true, description: '理由 / Reason.' })
  reason!: string | null;

  @Field(() => [RoomApplicationCommentType], { description: '項目への指摘(差し戻しのとき) / Comments by field, when it was returned.' })
  comments!: RoomApplicationCommentType[];
}
