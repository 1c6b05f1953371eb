/** Which asks of a room. */
import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class OpenAsksArgs {
  @Field(() => Int, {
    defaultValue: 0,
    nullable: true,
    description: '頼んでからの時間がこれより長いもの（8784まで） / Asked longer ago than so many hours, at most 8,784.',
  })
  olderThanHours?: number | null;

  @Field(() => Int, { defaultValue: 20, nullable: true, description: '件数（100まで） / How many, at most 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'この位置の後 / After this cursor.' })
  after?: string | null;
}
