/** How rooms end: the officers' list, the room's own dates, legal holds. */
import { codedError } from '@heya/service-common/errors';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { RoomStatusEnum, RoomType } from '../room/index.ts';
import { confirmPurge } from './purge.service.ts';
import { listRetentions, retentionLoaders } from './retention.access.ts';
import { toRetention } from './retention.mapper.ts';
import type { RetentionStage } from './retention.repository.ts';
import { endHold, type RetentionOutcome, setHold } from './retention.service.ts';
import {
  LegalHoldLiftInput,
  LegalHoldSetInput,
  RoomRetentionConnection,
  RoomRetentionPayload,
  RoomRetentionType,
} from './retention.type.ts';

const stages: readonly RetentionStage[] = ['CLOSING', 'CLOSED', 'PURGED'];

const toPayload = ({ viewer, locale }: RoomContext, { retention, problems }: RetentionOutcome): RoomRetentionPayload => ({
  roomRetention: retention && toRetention(retention, viewer),
  userErrors: userErrors(problems, locale),
});

@Resolver(() => RoomRetentionType)
export class RoomRetentionResolver {
  @Directive('@tag(name: "internal")')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @Query(() => RoomRetentionConnection, {
    nullable: true,
    description: '終了の手続き中・保存中・消去済みの部屋。新しい順。職員だけ / Rooms that end or have ended, newest first; for officers.',
  })
  async roomRetentions(
    @Ctx() context: RoomContext,
    @Arg('statuses', () => [RoomStatusEnum], { nullable: true, description: '状態。省くとすべて / States; all when left out.' })
    statuses: string[] | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, description: '件数(1〜100) / Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '続きのカーソル / Cursor to go on from.' }) after?: string | null,
  ): Promise<RoomRetentionConnection> {
    const wanted = stages.filter((stage) => !statuses || statuses.includes(stage));
    const page = await listRetentions(context, { stages: wanted, first, after });
    if (!page) throw codedError('FORBIDDEN');
    const shown = new Map(page.nodes.map((row) => [row.room_id, toRetention(row, context.viewer)]));
    const of = (id: string): RoomRetentionType => shown.get(id) as RoomRetentionType;
    return {
      ...page,
      nodes: page.nodes.map(({ room_id }) => of(room_id)),
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: of(node.room_id) })),
    };
  }

  @Directive('@tag(name: "internal")')
  @Query(() => RoomRetentionType, {
    nullable: true,
    description: '部屋の保存と消去。見られないときはnull / How a room ends; null when absent or not yours to see.',
  })
  async roomRetention(
    @Ctx() context: RoomContext,
    @Arg('roomId', () => ID, { description: '部屋 / The room.' }) roomId: string,
  ): Promise<RoomRetentionType | null> {
    const row = await retentionLoaders(context).byRoom.load(roomId);
    return row && toRetention(row, context.viewer);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomRetentionPayload, { description: '部屋の消去を止める。職員だけ / Sets a legal hold; for officers.' })
  async roomLegalHoldSet(
    @Ctx() context: RoomContext,
    @Arg('roomId', () => ID, { description: '部屋 / The room.' }) roomId: string,
    @Arg('input', () => LegalHoldSetInput, { description: '理由 / Reason.' }) input: LegalHoldSetInput,
  ): Promise<RoomRetentionPayload> {
    return toPayload(context, await setHold(context, roomId, input));
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomRetentionPayload, { description: '部屋の消去の停止を解く。職員だけ / Lifts a legal hold; for officers.' })
  async roomLegalHoldLift(
    @Ctx() context: RoomContext,
    @Arg('roomId', () => ID, { description: '部屋 / The room.' }) roomId: string,
    @Arg('input', () => LegalHoldLiftInput, { description: '理由 / Reason.' }) input: LegalHoldLiftInput,
  ): Promise<RoomRetentionPayload> {
    return toPayload(context, await endHold(context, roomId, input));
  }
}

@Resolver(() => RoomRetentionType)
export class RoomPurgeResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomRetentionPayload, {
    description: '部屋を消去してよいと確かめる。職員2人で消去が始まる / Confirms that a room is erased; it begins with two officers.',
  })
  async roomPurgeConfirm(
    @Ctx() context: RoomContext,
    @Arg('roomId', () => ID, { description: '部屋 / The room.' }) roomId: string,
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / Version that was seen.' }) expectedVersion: number,
  ): Promise<RoomRetentionPayload> {
    return toPayload(context, await confirmPurge(context, roomId, expectedVersion));
  }
}

@Resolver(() => RoomType)
export class RoomRetentionOfRoomResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => RoomRetentionType, {
    nullable: true,
    description: '終了の手続きに入った部屋の、保存と消去の日程 / Dates of a room that ends.',
  })
  async retention(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<RoomRetentionType | null> {
    const row = await retentionLoaders(context).ofRoom.load(id);
    return row && toRetention(row, context.viewer);
  }
}
