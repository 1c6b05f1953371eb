/** Form 2-2 as the API shows it. */
import 'reflect-metadata';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { describedEnum } from '../form/index.ts';
import type { IdChangeKind, Successor } from './id-change.details.ts';

export const IdChangeKindEnum = describedEnum<IdChangeKind>('IdChangeKind', '変更の種類(様式2-2) / Kinds of change, form 2-2.', {
  NAME: '氏名の変更 / Another name.',
  CONTACT: '連絡先・役職の変更 / Another e-mail address or title.',
  TRANSFER: '異動(他の事業所へ) / Moves to another facility.',
  LEAVE: '休止(休職など) / On leave.',
  RETURN: '再開(復職など) / Comes back from leave.',
  RETIRE: '廃止(退職など) / Leaves for good; the ID ends.',
  REISSUE: '再発行(開始コード) / New enrolment code when credentials are lost.',
});

export type IdChangeItem = 'NAME' | 'NAME_KANA' | 'EMAIL' | 'TITLE' | 'FACILITY' | 'ID' | 'CREDENTIALS';
const IdChangeItemEnum = describedEnum<IdChangeItem>('IdChangeItem', '変わる項目 / What changes.', {
  NAME: '氏名 / Name.',
  NAME_KANA: 'フリガナ / Kana.',
  EMAIL: 'メールアドレス。変更前は示さない / E-mail address; the one before is not shown.',
  TITLE: '役職 / Title.',
  FACILITY: '所属 / Facility.',
  ID: 'ID / The ID.',
  CREDENTIALS: 'パスワードと2つ目の確認 / Password and second factor.',
});

@Directive('@tag(name: "internal")')
@ObjectType('IdChange', { description: '変わること1つ / One thing that changes.' })
export class IdChangeType {
  @Field(() => IdChangeKindEnum, { description: '種類 / Kind.' })
  kind!: IdChangeKind;

  @Field(() => IdChangeItemEnum, { description: '項目 / Item.' })
  item!: IdChangeItem;

  @Field(() => String, { nullable: true, description: '変更前 / Before.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: '変更後 / After.' })
  after!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('StewardSeat', {
  description:
    '世話役をしている部屋1つ。部屋の番号だけで、利用者はわからない / One room whose steward a person is; its number alone, no patient.',
})
export class StewardSeatType {
  @Field(() => ID, { description: '識別子。後任を決めるとき使う / Identifier, to be given when naming a successor.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '部屋の番号 / Number of the room.' })
  roomNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '後任の氏名。まだ決まっていないときはnull / Successor by name; null: not named yet.',
  })
  successorName!: string | null;

  @Field(() => Boolean, { description: '世話役がいなくなっている / The seat is empty: the person is gone and nobody has followed.' })
  isVacant!: boolean;

  roomId!: string;
  userId!: string;
  successorId!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('IdChangeDetails', { description: '様式2-2 の内容 / Contents of form 2-2.' })
export class IdChangeDetails {
  @Field(() => IdChangeKindEnum, { description: '種類 / Kind.' })
  kind!: IdChangeKind;

  @Field(() => String, { description: '本人の氏名(申請時) / The person, as they were called.' })
  personName!: string;

  @Field(() => String, { nullable: true, description: '本人のフリガナ(申請時) / Their reading in kana.' })
  personNameKana!: string | null;

  @Field(() => [IdChangeType], { description: '変わること / What changes.' })
  changes!: IdChangeType[];

  @Field(() => String, { description: '申請した事業所の名称(申請時) / Facility that filed it, as it was called.' })
  facilityName!: string;

  @Field(() => String, { nullable: true, description: '異動先の名称(申請時) / Facility they move to, as it was called.' })
  toFacilityName!: string | null;

  @Field(() => String, { nullable: true, description: '異動先の10桁の番号 / Its ten-digit code.' })
  toInstitutionCode!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '効力の生じる時(分まで)。nullは承認した時 / The minute it takes effect; null: with the approval.',
  })
  effectiveAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: '効力の生じる日(日本) / Its day in Japan.' })
  effectiveOn!: string | null;

  @Field(() => String, { nullable: true, description: '理由・連絡事項 / Reason, remarks.' })
  reason!: string | null;

  applicationId!: string;
  userId!: string;
  facilityId!: string | null;
  toFacilityId!: string | null;
  successors!: Successor[];
}
