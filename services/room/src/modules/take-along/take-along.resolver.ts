/** Taking a room along: order it, open it once, call it off. */
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { RoomType } from '../room/index.ts';
import { takeAlongLoaders } from './take-along.access.ts';
import { RoomExportArgs } from './take-along.inputs.ts';
import { toRoomExport } from './take-along.mapper.ts';
import { cancelExport, type ExportOutcome, linkExport, orderExport } from './take-along.service.ts';
import { RoomExportPayload, RoomExportType } from './take-along.type.ts';

const toPayload = ({ order, url, problems }: ExportOutcome, { locale }: RoomContext): RoomExportPayload => ({
  roomExport: order && toRoomExport(order, url),
  userErrors: userErrors(problems, locale),
});

@Resolver(() => RoomExportType)
export class RoomExportResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomExportPayload, {
    description:
      '部屋の持ち出しを頼む。5分以内の本人確認が要る。FHIR R4・印刷用記録・ハッシュと署名 / Orders a sealed export; needs a proof of identity of the last five minutes.',
  })
  async roomExportCreate(@Ctx() context: RoomContext, @Args(() => RoomExportArgs) wish: RoomExportArgs): Promise<RoomExportPayload> {
    return toPayload(await orderExport(context, wish), context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomExportPayload, {
    description: '1回だけ開ける住所を作る。5分以内の本人確認が要る / Makes a link that opens it once; needs a fresh proof of identity.',
  })
  async roomExportOpen(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '持ち出し / The export.' }) id: string,
  ): Promise<RoomExportPayload> {
    return toPayload(await linkExport(context, id), context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomExportPayload, { description: '持ち出しを取りやめ、できたものを消す / Calls an export off and drops what was made.' })
  async roomExportCancel(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '持ち出し / The export.' }) id: string,
  ): Promise<RoomExportPayload> {
    return toPayload(await cancelExport(context, id), context);
  }
}

@Resolver(() => RoomType)
export class RoomExportsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [RoomExportType], { description: '自分が頼んだ持ち出し。新しい順 / Exports you asked for, newest first.' })
  async exports(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<RoomExportType[]> {
    return (await takeAlongLoaders(context).ofRoom.load(id)).map((row) => toRoomExport(row));
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Boolean, { description: '自分が部屋を持ち出せるか / Whether you may take the room along.' })
  viewerCanExport(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<boolean> {
    return takeAlongLoaders(context).mayExport.load(id);
  }
}
