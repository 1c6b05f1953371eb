import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConsentContext } from '../platform/index.ts';
import { PatientType } from '../stub/index.ts';
import { toEntry } from './access-log.mapper.ts';
import { readLog } from './access-log.service.ts';
import { AccessLogArgs } from './access-log.inputs.ts';
import { AccessLogConnection } from './access-log.type.ts';

@Resolver(() => PatientType)
export class PatientAccessLogResolver {
  @Directive('@tag(name: "internal")')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => AccessLogConnection, {
    nullable: true,
    description: '誰がいつ見たか。本人・家族・世話役も見られる / Who looked, and when; open to the patient, family and steward.',
  })
  async accessLog(
    @Root() { id }: PatientType,
    @Ctx() context: ConsentContext,
    @Args(() => AccessLogArgs) { filter, first, after }: AccessLogArgs,
  ): Promise<AccessLogConnection | null> {
    const page = await readLog(context, { patientId: id, first, after, filter: filter ?? {} });
    return (
      page && {
        ...page,
        nodes: page.nodes.map((row) => toEntry(row, context.locale)),
        edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toEntry(node, context.locale) })),
      }
    );
  }
}
