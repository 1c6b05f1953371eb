/** What a list of members is asked with. */
import type { MembershipState } from '@heya/schema/events';
import { ArgsType, Field, Int } from 'type-graphql';
import { MembershipStatusEnum } from './membership.type.ts';

@ArgsType()
export class MembershipsArgs {
  @Field(() => MembershipStatusEnum, { nullable: true, description: '状態で絞る / Only this state.' })
  status?: MembershipState | null;

  @Field(() => Int, { defaultValue: 50, description: '件数(1〜100) / Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '続きのカーソル / Cursor to go on from.' })
  after?: string | null;
}
