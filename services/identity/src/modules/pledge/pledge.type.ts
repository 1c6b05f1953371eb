import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { type FormCode, FormCodeEnum, type SubmissionChannel, SubmissionChannelEnum } from '../form/index.ts';
import { UserErrorType } from '../problem/index.ts';
import type { PledgeForm } from './pledge-text.entity.ts';

@Directive('@tag(name: "internal")')
@ObjectType('PledgeClause', { description: '誓約の一項目。一つずつ約束する / One promise, accepted for itself.' })
export class PledgeClauseType {
  @Field(() => ID, { description: '項目の名。版が変わっても同じ / Name of the promise, the same from version to version.' })
  id!: string;

  @Field(() => String, { description: '日本語の文 / In Japanese.' })
  ja!: string;

  @Field(() => String, { description: '英語の文 / In English.' })
  en!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('PledgeText', { description: '誓約書の文面(様式1-1・1-2)の一つの版 / One version of the wording of a pledge.' })
export class PledgeTextType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => FormCodeEnum, { description: '様式 / Form.' })
  form!: PledgeForm;

  @Field(() => String, { description: '版 / Version.' })
  version!: string;

  @Field(() => [PledgeClauseType], { description: '項目 / Promises.' })
  clauses!: PledgeClauseType[];

  @Field(() => String, { description: '文面のSHA-256（16進） / SHA-256 of the wording, hexadecimal.' })
  sha256!: string;

  @Field(() => DateScalar, { description: '使い始める日 / First day on which it is asked for.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'この日から、前の版だけを約束した人は先へ進めない。nullは止めない / From this day those who accepted an earlier one only go no further; null: never.',
  })
  blocksFrom!: string | null | undefined;

  @Field(() => DateTimeScalar, { description: '出した時 / When it was published.' })
  publishedAt!: Date;
}

@Directive('@key(fields: "id")')
@Directive('@tag(name: "internal")')
@ObjectType('Pledge', { description: '個人情報の管理に関する誓約書(様式1-1・1-2) / Pledge on the handling of personal information.' })
export class PledgeType {
  textId!: string;
  facilityId!: string | null | undefined;
  signerUserId!: string | null | undefined;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => FormCodeEnum, { description: '様式 / Form.' })
  form!: PledgeForm;

  @Field(() => String, { description: '署名した氏名 / Name as signed.' })
  signerName!: string;

  @Field(() => DateScalar, { description: '署名の日 / Day of the signature.' })
  signedOn!: string;

  @Field(() => DateTimeScalar, { description: '受け付けた時 / When it was accepted.' })
  acceptedAt!: Date;

  @Field(() => SubmissionChannelEnum, { description: '画面か紙か / On the screen or on paper.' })
  channel!: SubmissionChannel;

  @Field(() => [String], { description: '約束した項目 / Promises that were accepted.' })
  acceptedClauses!: string[];

  @Field(() => String, { description: '読んだ文面のSHA-256（16進） / SHA-256 of the wording that was read, hexadecimal.' })
  textSha256!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '取り消した時 / When it was revoked.' })
  revokedAt!: Date | null | undefined;
}

@Directive('@tag(name: "internal")')
@ObjectType('PledgeOwed', { description: 'これから署名する誓約 / A pledge that is still to be signed.' })
export class PledgeOwedType {
  facilityId!: string | null;

  @Field(() => FormCodeEnum, { description: '様式 / Form.' })
  form!: FormCode;

  @Field(() => PledgeTextType, { description: '約束する文面 / The wording to accept.' })
  text!: PledgeTextType;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'この日から止まる。nullは求めるだけ / From when it blocks; null: it is asked for, no more.',
  })
  blocksFrom!: string | null;

  @Field(() => Boolean, { description: 'もう止まっているか / Whether it blocks already.' })
  isBlocking!: boolean;
}

@Directive('@tag(name: "internal")')
@ObjectType('PledgeSignPayload', { description: '署名の結果 / Result of signing.' })
export class PledgeSignPayload {
  @Field(() => PledgeType, { nullable: true, description: '誓約 / The pledge.' })
  pledge!: PledgeType | null;

  @Field(() => Boolean, { description: '同じ鍵で済んでいた / Done before under the same key.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('PledgeRegisterPaperPayload', { description: '紙の誓約を入れた結果 / Result of putting in a pledge signed on paper.' })
export class PledgeRegisterPaperPayload {
  @Field(() => PledgeType, { nullable: true, description: '誓約 / The pledge.' })
  pledge!: PledgeType | null;

  @Field(() => Boolean, { description: '同じ鍵で済んでいた / Done before under the same key.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('PledgeTextPublishPayload', { description: '文面を出した結果 / Result of publishing a wording.' })
export class PledgeTextPublishPayload {
  @Field(() => PledgeTextType, { nullable: true, description: '文面 / The wording.' })
  pledgeText!: PledgeTextType | null;

  @Field(() => Boolean, { description: '同じ鍵で済んでいた / Done before under the same key.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
