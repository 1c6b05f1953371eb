/** WeeklyCheck as the API shows it. */
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { UserErrorType } from '../platform/index.ts';
import { UserType } from '../foreign/index.ts';
import type { WeeklyCheckOutcome } from './weekly-check.entity.ts';
import { WeeklyCheckOutcomeEnum } from './weekly-check.inputs.ts';

@Directive('@tag(name: "internal")')
@ObjectType('WeeklyFindings', { description: '世話役が読む材料。自動で集める / What the steward looks at, gathered automatically.' })
export class WeeklyFindingsType {
  @Field(() => Int, { description: '前の週の投稿の数 / Posts of the week before.' })
  postCount!: number;

  @Field(() => DateScalar, { nullable: true, description: '60日以内に来る同意の期限 / When the consent runs out, if within 60 days.' })
  consentExpiresOn!: string | null;

  /** Not in the schema: what the lists are found by. */
  notJoined!: string[];
  hasLeft!: string[];
}

@Directive('@tag(name: "internal")')
@Directive('@key(fields: "id")')
@ObjectType('WeeklyCheck', { description: '世話役の今週の確認 / The weekly check of the steward.' })
export class WeeklyCheckType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '部屋番号 / Number of the room.' })
  roomNumber!: string;

  @Field(() => DateScalar, { description: '週の月曜日 / Monday of the week.' })
  weekOf!: string;

  @Field(() => DateScalar, { description: '期限 / Due day.' })
  dueOn!: string;

  @Field(() => Boolean, { description: '期限を過ぎてセンターに知らされた / Put to the centre because it was late.' })
  isOverdue!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '署名した時 / When it was signed.' })
  completedAt!: Date | null;

  @Field(() => UserType, { nullable: true, description: '署名した人 / Who signed.' })
  completedBy!: UserType | null;

  @Field(() => String, { nullable: true, description: '署名した人の氏名(そのとき) / Name of who signed, at the time.' })
  completedByName!: string | null;

  @Field(() => WeeklyCheckOutcomeEnum, { nullable: true, description: '結果 / Outcome.' })
  outcome!: WeeklyCheckOutcome | null;

  @Field(() => String, { nullable: true, description: 'ひとこと / Note.' })
  note!: string | null;

  @Field(() => WeeklyFindingsType, { description: '確認の材料 / Findings.' })
  findings!: WeeklyFindingsType;

  @Field(() => Boolean, { description: '自分が今署名できるか / Whether you can sign now.' })
  viewerCanSign!: boolean;

  /** Not in the schema: what other fields are found by. */
  roomId!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('WeeklyCheckCompletePayload', { description: '今週の確認の署名の結果 / Result of signing.' })
export class WeeklyCheckCompletePayload {
  @Field(() => WeeklyCheckType, { nullable: true, description: '今週の確認 / The check.' })
  weeklyCheck!: WeeklyCheckType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
