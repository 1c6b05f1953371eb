/** The rooms of a district, for its center. */
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { RoomContext } from '../platform/index.ts';
import { RoomConnection, RoomType } from '../room/index.ts';
import { roomFacts } from './room-list.access.ts';
import { RoomFilter } from './room-list.inputs.ts';
import { toCenterView, toListedRoom } from './room-list.mapper.ts';
import { listCenterRooms } from './room-list.service.ts';
import { RoomCenterViewType } from './room-list.type.ts';

const listSize = '@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)';

@Resolver(() => RoomType)
export class RoomListResolver {
  @Directive('@tag(name: "internal")')
  @Directive(listSize)
  @Query(() => RoomConnection, {
    description:
      'センターの部屋一覧。新しい順。番号と状態だけで、利用者と中身は見えない / All rooms, for centre officers, newest first: number and state, no patient, no content.',
  })
  async rooms(
    @Ctx() context: RoomContext,
    @Arg('filter', () => RoomFilter, { nullable: true, description: 'しぼり込み / Filter.' }) filter: RoomFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '件数(1〜100) / Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '続きのカーソル / Cursor to go on from.' }) after?: string | null,
  ): Promise<RoomConnection> {
    const page = await listCenterRooms(context, filter ?? {}, { first, after: after ?? null });
    return {
      ...page,
      nodes: page.nodes.map(toListedRoom),
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toListedRoom(node) })),
    };
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => RoomCenterViewType, {
    nullable: true,
    description: '支援センターが部屋を開かずに知ること。職員だけ / What the centre knows without looking in; for officers alone.',
  })
  async centerView(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<RoomCenterViewType | null> {
    const row = await roomFacts(context).load(id);
    return row && toCenterView(row);
  }
}
