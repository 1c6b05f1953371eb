/** What the record is asked with. */
import type { AuditLine } from '@heya/schema/events';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { AccessActionEnum } from './access-log.type.ts';

@InputType('AccessLogFilter', { description: '記録の絞り込み / Which entries.' })
export class AccessLogFilter {
  @Field(() => ID, { nullable: true, description: '行った人 / Who.' })
  actorId?: string | null;

  @Field(() => [AccessActionEnum], { nullable: true, description: '行い / What was done.' })
  actions?: AuditLine['action'][] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'この時から / From this time.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'この時の前まで / Before this time.' })
  to?: Date | null;
}

@ArgsType()
export class AccessLogArgs {
  @Field(() => AccessLogFilter, { nullable: true, description: '絞り込み / Which entries.' })
  filter?: AccessLogFilter | null;

  @Field(() => Int, { defaultValue: 20, description: '件数(1〜100) / Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '続きのカーソル / Cursor to go on from.' })
  after?: string | null;
}
