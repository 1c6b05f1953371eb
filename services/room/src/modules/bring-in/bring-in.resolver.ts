/** A package from another room: what it would bring, take it in, leave it; and the posts that came. */
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { RoomType } from '../room/index.ts';
import { bringInLoaders } from './bring-in.access.ts';
import { BroughtPostsArgs, RoomImportTakeArgs } from './bring-in.inputs.ts';
import { toBroughtPost, toPreview, toRoomImport } from './bring-in.mapper.ts';
import { type ImportOutcome, leaveImport, previewImport, takeImport } from './bring-in.service.ts';
import { RoomImportPayload, RoomImportPreviewType, RoomImportType } from './bring-in.type.ts';
import { listBroughtPosts } from './brought-post.service.ts';
import { BroughtPostConnection } from './brought-post.type.ts';

const toPayload = ({ row, problems }: ImportOutcome, { locale }: RoomContext): RoomImportPayload => ({
  roomImport: row && toRoomImport(row),
  userErrors: userErrors(problems, locale),
});

@Resolver(() => RoomImportType)
export class RoomImportResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => RoomImportPreviewType, {
    nullable: true,
    description:
      '取り込むとどうなるか。終わったもの、ほかの人のものはnull / What would come in; null once it has ended, or of somebody else.',
  })
  async preview(@Root() { id, state }: RoomImportType, @Ctx() context: RoomContext): Promise<RoomImportPreviewType | null> {
    const preview = state === 'CHECKED' ? await previewImport(context, id) : null;
    return preview && toPreview(preview);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomImportPayload, {
    description:
      '選んだものを取り込む。5分以内の本人確認が要る / Takes in what was chosen; needs a proof of identity of the last five minutes.',
  })
  async roomImportTake(
    @Ctx() context: RoomContext,
    @Args(() => RoomImportTakeArgs) choice: RoomImportTakeArgs,
  ): Promise<RoomImportPayload> {
    return toPayload(await takeImport(context, choice), context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomImportPayload, { description: '取り込まずに消す / Leaves a package, and drops it.' })
  async roomImportCancel(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '持ち込み / The package.' }) id: string,
  ): Promise<RoomImportPayload> {
    return toPayload(await leaveImport(context, id), context);
  }
}

@Resolver(() => RoomType)
export class RoomImportsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [RoomImportType], {
    description: '自分が持ち込んだパッケージと、取り込まれたもの。新しい順 / Packages you brought, and those taken in, newest first.',
  })
  async imports(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<RoomImportType[]> {
    return (await bringInLoaders(context).ofRoom.load(id)).map(toRoomImport);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Boolean, { description: '自分がこの部屋に持ち込めるか / Whether you may bring a package into the room.' })
  viewerCanImport(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<boolean> {
    return bringInLoaders(context).mayImport.load(id);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Boolean, {
    description: '自分が読める、持ち込まれた投稿があるか / Whether there are posts brought along that you may read.',
  })
  hasBroughtPosts(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<boolean> {
    return bringInLoaders(context).hasPosts.load(id);
  }

  @Directive('@tag(name: "internal")')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => BroughtPostConnection, {
    nullable: true,
    description: '持ち込まれた投稿。新しい順 / Posts that were brought along, newest first.',
  })
  async broughtPosts(
    @Root() { id }: RoomType,
    @Ctx() context: RoomContext,
    @Args(() => BroughtPostsArgs) question: BroughtPostsArgs,
  ): Promise<BroughtPostConnection> {
    const page = await listBroughtPosts(context, id, question);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toBroughtPost(node) })),
      nodes: page.nodes.map(toBroughtPost),
    };
  }
}
