import { Args, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type ConsentContext, userErrors } from '../platform/index.ts';
import { PatientType } from '../foreign/index.ts';
import { exportLog } from './access-log.export.service.ts';
import { AccessLogArgs, AccessLogExportArgs, AccessLogPeriodArgs, AccessLogSearchArgs } from './access-log.inputs.ts';
import { toConnection } from './access-log.mapper.ts';
import { verifyPeriod } from './access-log.period.service.ts';
import { searchLog } from './access-log.search.service.ts';
import { readLog } from './access-log.service.ts';
import { AccessLogConnection, AccessLogEntryType, AccessLogExportPayload, AccessLogVerifyPayload } from './access-log.type.ts';

const listSize = '@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)';

@Resolver(() => PatientType)
export class PatientAccessLogResolver {
  @Directive('@tag(name: "internal")')
  @Directive(listSize)
  @FieldResolver(() => AccessLogConnection, {
    nullable: true,
    description: '誰がいつ見たか。本人・家族・世話役も見られる / Who looked, and when; open to the patient, family and steward.',
  })
  async accessLog(
    @Root() { id }: PatientType,
    @Ctx() context: ConsentContext,
    @Args(() => AccessLogArgs) { filter, first, after }: AccessLogArgs,
  ): Promise<AccessLogConnection | null> {
    const page = await readLog(context, id, { first, after, filter: filter ?? {} });
    return page && toConnection(page, context.locale);
  }
}

@Resolver(() => AccessLogEntryType)
export class AccessLogResolver {
  @Directive('@tag(name: "internal")')
  @Directive(listSize)
  @Query(() => AccessLogConnection, {
    description:
      '地区の記録の横断検索。センターの職員だけ。検索も記録される / Search over the record of the district; for officers; each search is recorded.',
  })
  async accessLog(
    @Ctx() context: ConsentContext,
    @Args(() => AccessLogSearchArgs) { filter, first, after }: AccessLogSearchArgs,
  ): Promise<AccessLogConnection> {
    return toConnection(await searchLog(context, { first: first ?? 50, after, filter }), context.locale);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => AccessLogVerifyPayload, {
    description: '鎖の検証。センターの職員だけ / Recomputes the hash chain of a period; for officers.',
  })
  async accessLogVerify(
    @Ctx() context: ConsentContext,
    @Args(() => AccessLogPeriodArgs) { from, to }: AccessLogPeriodArgs,
  ): Promise<AccessLogVerifyPayload> {
    const { problems, ...found } = await verifyPeriod(context, from, to);
    return { ...found, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => AccessLogExportPayload, {
    description: '一人分の記録の書き出し。本人とセンターの職員 / Exports one patient’s record; for the patient and officers.',
  })
  async accessLogExport(
    @Ctx() context: ConsentContext,
    @Args(() => AccessLogExportArgs) wanted: AccessLogExportArgs,
  ): Promise<AccessLogExportPayload> {
    const { problems, ...file } = await exportLog(context, wanted);
    return { ...file, userErrors: userErrors(problems, context.locale) };
  }
}
