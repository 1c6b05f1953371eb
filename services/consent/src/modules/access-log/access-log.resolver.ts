import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { ConsentContext } from '../platform/index.ts';
import { PatientType } from '../stub/index.ts';
import { toEntry } from './access-log.mapper.ts';
import { readLog } from './access-log.service.ts';
import { AccessLogConnection, AccessLogFilter } from './access-log.type.ts';

@Resolver(() => PatientType)
export class PatientAccessLogResolver {
  @Directive('@tag(name: "internal")')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => AccessLogConnection, { nullable: true, description: '誰がいつ見たか。本人・家族・世話役も見られる / Who looked, and when; open to the patient, family and steward.' })
  async accessLog(
    @Root() { id }: PatientType, @Ctx() context: ConsentContext,
    @Arg('filter', () => AccessLogFilter, { nullable: true, description: '絞り込み / Which entries.' }) filter: AccessLogFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '件数(1〜100) / Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '続きのカーソル / Cursor to go on from.' }) after?: string | null,
  ): Promise<AccessLogConnection | null> {
    const page = await readLog(context, { patientId: id, first, after, filter: filter ?? {} });
    return page && {
      ...page, nodes: page.nodes.map((row) => toEntry(row, context.locale)),
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toEntry(node, context.locale) })),
    };
  }
}
