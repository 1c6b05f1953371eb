/** What an officer sees of a room without looking into it. */
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { FacilityType } from '../foreign/index.ts';

@Directive('@tag(name: "internal")')
@ObjectType('RoomFacility', { description: '部屋に参加している事業所 / A facility that shares in a room.' })
export class RoomFacilityType {
  @Field(() => FacilityType, { nullable: true, description: '事業所 / The facility.' })
  facility!: FacilityType | null;

  @Field(() => String, { description: '招待したときの事業所名 / Its name when its people were invited.' })
  name!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomCenterView', {
  description:
    '支援センターが部屋を開かずに知ること。人の名前と中身はない / What the centre knows of a room without looking in: no person, no content.',
})
export class RoomCenterViewType {
  @Field(() => [RoomFacilityType], { description: '参加している事業所 / Facilities that share in it.' })
  facilities!: RoomFacilityType[];

  @Field(() => Int, { description: '今参加している人の数 / How many take part now.' })
  memberCount!: number;

  @Field(() => Int, { description: 'まだ返事のない招待の数 / Invitations that wait for an answer.' })
  waitingCount!: number;

  @Field(() => Boolean, { description: '世話役がいるか / Whether it has a steward.' })
  hasSteward!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '期限を過ぎた「今週の確認」がいつからあるか / Since when a weekly check is overdue.',
  })
  checkOverdueSince!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: '最後に投稿のあった日 / Day of the last post.' })
  lastUsedOn!: string | null;

  @Field(() => Boolean, { description: '同意が今あるか / Whether a consent is in force.' })
  consentInForce!: boolean;

  @Field(() => Boolean, { description: 'この職員が今確認しているか / Whether this officer is looking in now.' })
  isInspecting!: boolean;
}
