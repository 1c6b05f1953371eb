/** The gateway's question, never part of the public API. */
import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import type { TimelineRequest } from '../access/index.ts';
import { grantRoomEvents } from './stream.service.ts';
import { StreamGrant } from './stream.type.ts';

@Resolver()
export class StreamGrantResolver {
  @Directive('@inaccessible')
  @Query(() => StreamGrant, { nullable: true, description: '部屋の出来事を聞いてよいか / Whether the caller may listen to a room.' })
  roomEventGrant(
    @Arg('roomId', () => ID, { description: '部屋 / The room.' }) roomId: string,
    @Arg('notBefore', () => Int, { nullable: true, description: 'ここまでの知らせを踏まえて / Knowing at least the bus up to here.' })
    notBefore: number | null,
    @Ctx() context: TimelineRequest,
  ) {
    return grantRoomEvents(context, roomId, notBefore);
  }
}
