/** Reports and the board over GraphQL. */
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Patient, Room, type TimelineRequest, User } from '../access/index.ts';
import { type CheckView, getCheck, SafetyCheck } from '../safety-check/index.ts';
import { StreamGrant } from '../stream/index.ts';
import { listBoard, outcomeOfCheck, safetyOfPatient, tallyBoard } from './safety-board.service.ts';
import { BoardArgs, SafetyReportInput } from './safety-report.inputs.ts';
import { retractReport, submitReport } from './safety-report.service.ts';
import { SafetyOutcome, SafetyReport, SafetyReportConnection, SafetyReportSubmitPayload, SafetyTally } from './safety-report.type.ts';
import type { ReportView } from './safety-report.view.ts';

@Resolver(() => SafetyReport)
export class SafetyReportResolver {
  @Mutation(() => SafetyReportSubmitPayload, { description: '安否を報告する / Reports how somebody is.' })
  safetyReportSubmit(
    @Arg('input', () => SafetyReportInput, { description: '報告 / The report.' }) input: SafetyReportInput,
    @Ctx() context: TimelineRequest,
  ) {
    return submitReport(context, input);
  }

  @Mutation(() => SafetyReportSubmitPayload, {
    description: '自分の報告を取り消す。記録は残る / Takes one’s own report back; it stays readable.',
  })
  safetyReportRetract(@Arg('id', () => ID, { description: '報告のID / Id of the report.' }) id: string, @Ctx() context: TimelineRequest) {
    return retractReport(context, id);
  }

  @FieldResolver(() => Patient, { nullable: true, description: '利用者 / The patient.' })
  patient(@Root() { subject }: ReportView): Patient {
    return { id: subject.patientId };
  }

  @FieldResolver(() => Room, { nullable: true, description: '部屋 / The room.' })
  room(@Root() { subject }: ReportView): Room {
    return { id: subject.roomId };
  }

  @FieldResolver(() => SafetyCheck, { nullable: true, description: '安否確認 / The check.' })
  safetyCheck(@Root() { subject }: ReportView, @Ctx() context: TimelineRequest) {
    return getCheck(context, subject.checkId);
  }

  @FieldResolver(() => User, { nullable: true, description: '報告した人 / Who reported.' })
  reportedBy(@Root() { reportedById }: ReportView): User | null {
    return reportedById ? { id: reportedById } : null;
  }
}

@Resolver(() => SafetyCheck)
export class SafetyBoardResolver {
  @FieldResolver(() => [SafetyTally], {
    description: '安否ごとの人数。自分に見える人の中で / How many stand how, of whom the viewer may see.',
  })
  summary(@Root() check: CheckView, @Ctx() context: TimelineRequest) {
    return tallyBoard(context, check);
  }

  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => SafetyReportConnection, {
    description: '人ごとの安否。未確認、電源の残りの少ない順、悪い順 / People, unaccounted first, then by power left, then the worst.',
  })
  reports(@Root() check: CheckView, @Ctx() context: TimelineRequest, @Args(() => BoardArgs) { status, first, after }: BoardArgs) {
    return listBoard(context, check, { status: status ?? null, first: first ?? 50, after: after ?? null });
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => SafetyOutcome, { nullable: true, description: 'どう進んだか（職員だけ） / How it went, for officers.' })
  outcome(@Root() check: CheckView, @Ctx() context: TimelineRequest) {
    return outcomeOfCheck(context, check);
  }
}

@Resolver(() => Patient)
export class PatientSafetyResolver {
  @FieldResolver(() => SafetyReport, {
    nullable: true,
    description: 'いま行われている安否確認での安否 / How they stand in the check that runs.',
  })
  safety(@Root() { id }: Patient, @Ctx() context: TimelineRequest) {
    return safetyOfPatient(context, id);
  }
}

@Resolver()
export class SafetyStreamResolver {
  @Directive('@inaccessible')
  @Query(() => StreamGrant, { nullable: true, description: '安否の報告を聞いてよいか / Whether the caller may listen to a check.' })
  async safetyReportGrant(
    @Arg('safetyCheckId', () => ID, { description: '安否確認 / The check.' }) safetyCheckId: string,
    @Ctx() context: TimelineRequest,
  ): Promise<StreamGrant | null> {
    const check = await getCheck(context, safetyCheckId);
    return check && check.notTicked !== null ? { audience: null, epoch: 0, validUntil: null } : null;
  }
}
