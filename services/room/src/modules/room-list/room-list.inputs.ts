/** Which rooms of the district are asked for. */
import type { RoomState } from '@heya/schema/events';
import { DateScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType } from 'type-graphql';
import { RoomStatusEnum } from '../room/index.ts';

@InputType({ description: '部屋のしぼり込み。全てに当てはまるもの / Narrows the rooms; all of it holds.' })
export class RoomFilter {
  @Field(() => [RoomStatusEnum], { nullable: true, description: '状態 / States.' })
  statuses?: RoomState[] | null;

  @Field(() => Boolean, { nullable: true, description: '世話役がいない / Without a steward.' })
  stewardMissing?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '「今週の確認」が期限を過ぎた / With an overdue weekly check.' })
  weeklyCheckOverdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '返事のない招待がある / With an invitation that waits for an answer.' })
  invitationWaiting?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'この日から投稿がない / Without a post since this day.' })
  inactiveSince?: string | null;

  @Field(() => ID, { nullable: true, description: 'この事業所が参加している / In which this facility shares.' })
  facilityId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '部屋番号のはじめ、または申込の受付番号 / How the room number begins, or the receipt number of its application.',
  })
  query?: string | null;
}
