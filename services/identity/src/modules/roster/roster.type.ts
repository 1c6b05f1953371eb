import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../form/index.ts';
import { UserErrorType } from '../problem/index.ts';
import type { RosterAnswer } from './roster.entity.ts';

export const RosterAnswerEnum = describedEnum<RosterAnswer>('RosterAnswer', '名簿の確認での答え / Answers in a roster.', {
  PRESENT: '今も働いている / Still works there.',
  LEFT: 'やめた・異動した / Has left.',
  CHANGED: '働いているが、届けた内容が変わった / Works there, but something has changed.',
});

@Directive('@tag(name: "internal")')
@ObjectType('RosterEntry', { description: '名簿の1人 / One person of a roster.' })
export class RosterEntryType {
  userId!: string;

  @Field(() => String, { description: '確認したときの氏名 / Name at that time.' })
  name!: string;

  @Field(() => RosterAnswerEnum, { description: '答え / Answer.' })
  answer!: RosterAnswer;

  @Field(() => String, { nullable: true, description: 'メモ / Note.' })
  note!: string | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('RosterConfirmation', {
  description: '事業所の名簿の確認。直したときは次の版になる / A facility has confirmed its roster; a correction is the next version.',
})
export class RosterConfirmationType {
  confirmedById!: string;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => Int, { description: '年 / Year.' })
  year!: number;

  @Field(() => Int, { description: 'その年の何版目か / Version within the year.' })
  version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'そのときの期限 / Due day at that time.' })
  dueOn!: string | null;

  @Field(() => DateTimeScalar, { description: '確認した時 / When it was confirmed.' })
  confirmedAt!: Date;

  @Field(() => String, { description: '確認した人の、そのときの氏名 / Who confirmed it, as called then.' })
  confirmedByName!: string;

  @Field(() => [RosterEntryType], { description: '一人ひとりの答え / The answer for each person.' })
  entries!: RosterEntryType[];
}

@Directive('@tag(name: "internal")')
@ObjectType('Roster', {
  description: '年に一度の名簿の確認。管理者とセンターにだけ見える / The yearly roster; for the administrators and the center.',
})
export class RosterType {
  @Field(() => Int, { description: '今、確認する年。または最後に確認した年 / The year to be confirmed now, or confirmed last.' })
  year!: number;

  @Field(() => DateScalar, { nullable: true, description: '期限。地区が決めていなければnull / Due day; null: the district asks nobody.' })
  dueOn!: string | null;

  @Field(() => Boolean, { description: '期限が過ぎている / Whether it is late.' })
  isOverdue!: boolean;

  @Field(() => RosterConfirmationType, { nullable: true, description: 'この年の、最後に確認した版 / Newest version of this year, if any.' })
  confirmation!: RosterConfirmationType | null;

  @Field(() => Int, { description: 'この年の版。確認するときに渡す。初めは0 / Version to be passed when confirming; 0 before the first.' })
  version!: number;

  @Field(() => [RosterConfirmationType], { description: 'これまでの確認。新しい順 / Confirmations so far, newest first.' })
  history!: RosterConfirmationType[];

  @Field(() => Boolean, { description: '見ている人が確認できるか / Whether the viewer may confirm it.' })
  viewerCanConfirm!: boolean;
}

@Directive('@tag(name: "internal")')
@ObjectType('RosterReminder', { description: '名簿の確認が遅れているという知らせ / Notice that a roster is late.' })
export class RosterReminderType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => Int, { description: '年 / Year.' })
  year!: number;

  @Field(() => DateScalar, { description: '過ぎた期限 / The day that has passed.' })
  dueOn!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('RosterConfirmPayload', { description: '名簿を確認した結果 / Result of confirming a roster.' })
export class RosterConfirmPayload {
  @Field(() => RosterType, { nullable: true, description: '今の名簿の確認 / The roster as it is now.' })
  roster!: RosterType | null;

  @Field(() => Boolean, { description: '同じ鍵で済んでいた / Done before under the same key.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
