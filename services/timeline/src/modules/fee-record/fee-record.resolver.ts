/** Visits of a month over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Room, type TimelineRequest } from '../access/index.ts';
import { Post } from '../post/index.ts';
import { listRecords, listVisits } from './fee-record.service.ts';
import { FacilityRecords } from './fee-record.type.ts';

const month = { description: '月 YYYY-MM（日本時間） / The month, in Japan.' };

@Resolver(() => Room)
export class RoomFeeRecordsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [Post], {
    nullable: true,
    description:
      'その月の診療の記録。古い順に100件まで。医療・介護の参加者だけ / Records of visits in a month, oldest first, at most 100; care team only.',
  })
  visits(@Root() { id }: Room, @Arg('month', () => String, month) wanted: string, @Ctx() context: TimelineRequest) {
    return listVisits(context, id, wanted);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [FacilityRecords], {
    nullable: true,
    description:
      'ほかの機関が月末までの90日に書いた数。医療・介護の参加者だけ / What other facilities wrote in the 90 days up to the end of the month; care team only.',
  })
  recordsByFacility(@Root() { id }: Room, @Arg('month', () => String, month) wanted: string, @Ctx() context: TimelineRequest) {
    return listRecords(context, id, wanted);
  }
}
