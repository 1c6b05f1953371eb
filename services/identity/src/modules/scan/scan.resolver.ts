import { Arg, Ctx, Directive, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { userErrors } from '../problem/index.ts';
import { ReviewTaskType } from '../review-task/index.ts';
import { discardPages, filePages, pagesOfTask, tray } from './scan.filing.service.ts';
import { ScanPagesDiscardInput, ScanPagesFileInput } from './scan.inputs.ts';
import { ScanPageConnection, ScanPagesPayload, ScanPageType } from './scan.type.ts';

@Resolver(() => ReviewTaskType)
export class ScanResolver {
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @Directive('@tag(name: "internal")')
  @Query(() => ScanPageConnection, {
    description:
      '紙で届いたもののうち、QRコードで仕分けられなかったもの。古い順 / Pages that could not be filed by their QR codes, oldest first.',
  })
  unfiledScanPages(
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: '件数(1–100) / How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'このカーソルの後 / After this cursor.' }) after: string | null,
    @Ctx() context: IdentityContext,
  ): Promise<ScanPageConnection> {
    return tray(context, { first, after });
  }

  @FieldResolver(() => [ScanPageType], {
    description: '紙で届いたもの。古い順、200枚まで / What came on paper for it, oldest first, at most 200 pages.',
  })
  scanPages(@Root() task: ReviewTaskType & { districtId: string }, @Ctx() context: IdentityContext): Promise<ScanPageType[]> {
    return pagesOfTask(context, task);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ScanPagesPayload, {
    description: '紙を申請に入れる、または別の申請へ移す / Files pages to an application, or moves them to another.',
  })
  async scanPagesFile(
    @Arg('input', () => ScanPagesFileInput, { description: '内容 / What is asked.' }) input: ScanPagesFileInput,
    @Ctx() context: IdentityContext,
  ): Promise<ScanPagesPayload> {
    const { pages, problems } = await filePages(context, input);
    return { scanPages: pages, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ScanPagesPayload, {
    description: '様式でない紙を捨てる。画像は戻せない / Discards pages that are no form; their pictures do not come back.',
  })
  async scanPagesDiscard(
    @Arg('input', () => ScanPagesDiscardInput, { description: '内容 / What is asked.' }) input: ScanPagesDiscardInput,
    @Ctx() context: IdentityContext,
  ): Promise<ScanPagesPayload> {
    const { pages, problems } = await discardPages(context, input);
    return { scanPages: pages, userErrors: userErrors(problems, context.locale) };
  }
}
