/** An ask as the API shows it. */
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { timelineClass, User } from '../access/index.ts';
import { type MentionGroup, MentionGroupEnum } from '../mention/index.ts';
import type { AskState } from './ask.policy.ts';

export const AskStateEnum: { [K in AskState]: K } = { ASKED: 'ASKED', SEEN: 'SEEN', TAKEN: 'TAKEN', DONE: 'DONE', OVERDUE: 'OVERDUE' };
registerEnumType(AskStateEnum, {
  name: 'AskState',
  description: '返事の約束の進み / How far an ask has come.',
  valuesConfig: {
    ASKED: { description: '頼んだ / Asked.' },
    SEEN: { description: '相手が読んだ / Read by somebody who is asked.' },
    TAKEN: { description: '引き受けた / Taken on.' },
    DONE: { description: '終わった / Done.' },
    OVERDUE: { description: '期限を過ぎた / Not done by its time.' },
  },
});

@ObjectType({ description: '代わりに返事をする人 / Who answers in somebody’s place.' })
export class AskDeputy {
  @Field(() => User, { nullable: true, description: '代わりの人。家族には出さない / The deputy; not for families.' })
  user!: User | null;

  @Field(() => String, { description: '代わりを頼んだ人のその時の名前 / The name, at that time, of who named them.' })
  byName!: string;

  @Field(() => DateTimeScalar, { description: '頼んだ時刻 / When.' })
  at!: Date;
}

@ObjectType({ description: '遅れを知らせた記録 / That an ask is late was told.' })
export class AskEscalation {
  @Field(() => Int, {
    description:
      '段階。1: 頼まれた人に、2: 頼んだ人と世話役にも、3: 電話で / The step. 1: to whom is asked, 2: to who asks and to the steward too, 3: by telephone.',
  })
  step!: number;

  @Field(() => DateTimeScalar, { description: '知らせた時刻 / When.' })
  at!: Date;
}

@ObjectType({ description: '返事の約束 / An answer somebody owes by a time.' })
export class Ask {
  @Field(() => User, { nullable: true, description: '頼まれた人 / Who is asked.' })
  toUser!: User | null;

  @Field(() => MentionGroupEnum, { nullable: true, description: '頼まれた職種など / Which group is asked.' })
  toGroup!: MentionGroup | null;

  @Field(() => DateTimeScalar, { description: '期限 / By when.' })
  dueAt!: Date;

  @Field(() => AskStateEnum, { description: '進み / How far it has come.' })
  state!: AskState;

  @Field(() => User, { nullable: true, description: '引き受けた人。家族には名前だけ / Who took it on; families see the name only.' })
  takenBy!: User | null;

  @Field(() => String, { nullable: true, description: '引き受けた人のその時の名前 / Their name at that time.' })
  takenByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '終わった時刻 / When it was done.' })
  doneAt!: Date | null;

  @Field(() => String, { nullable: true, description: '終えた人のその時の名前 / The name, at that time, of who saw it done.' })
  doneByName!: string | null;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '終えた時のひとこと / What was said when it was done.' })
  note!: string | null;

  @Directive('@listSize(assumedSize: 1)')
  @Field(() => [AskDeputy], { description: '代わりに返事をする人。頼んだ順 / Who answers in somebody’s place, as they were named.' })
  deputies!: AskDeputy[];

  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [AskEscalation], { description: '遅れを知らせた記録。段階の順 / When it was told that it is late, by step.' })
  escalations!: AskEscalation[];

  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [User], { description: 'いま返事を待たれている人。職員だけが見る / Whose answer is waited for now; for the care team.' })
  owedBy!: User[];

  @Field(() => Boolean, { description: '代わりの人が頼まれているか / Whether a deputy was named.' })
  hasDeputy!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: '遅れを知らせたいちばん進んだ段階 / The latest step at which it was told that it is late.',
  })
  escalationStep!: number | null;
}
