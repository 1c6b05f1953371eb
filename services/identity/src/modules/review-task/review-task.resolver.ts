import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { resolveIdApplication } from '../id-application/index.ts';
import type { SubjectType } from '../inbox/index.ts';
import { userErrors } from '../problem/index.ts';
import { resolveRosterReminder } from '../roster/index.ts';
import { resolveSuspension } from '../suspension/index.ts';
import { resolveSharedIdCase } from '../shared-id/index.ts';
import { UserType } from '../user/index.ts';
import { ReviewTaskFilter } from './review-task.inputs.ts';
import { claimTask, closeTask, getTask, grantInbox, releaseTask, searchTasks } from './review-task.service.ts';
import {
  ReviewSubject,
  ReviewTaskClaimPayload,
  ReviewTaskClosePayload,
  ReviewTaskConnection,
  ReviewTaskReleasePayload,
  ReviewTaskType,
  StreamGrantType,
  type Subject,
} from './review-task.type.ts';

/** What is kept here; the rest is filled in by its owner. */
const ownSubjects: Partial<Record<SubjectType, (reference: { id: string }, context: IdentityContext) => Promise<{ id: string } | null>>> = {
  IdApplication: resolveIdApplication,
  SharedIdCase: resolveSharedIdCase,
  Suspension: resolveSuspension,
  RosterReminder: resolveRosterReminder,
};

@Resolver(() => ReviewTaskType)
export class ReviewTaskResolver {
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @Directive('@tag(name: "internal")')
  @Query(() => ReviewTaskConnection, { description: "支援センターの受付箱。期限の近い順 / The support center's inbox, most urgent first." })
  reviewTasks(
    @Arg('filter', () => ReviewTaskFilter, { nullable: true, description: 'しぼり込み / Filter.' }) filter: ReviewTaskFilter | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '件数(1–100) / How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'このカーソルの後 / After this cursor.' }) after: string | null,
    @Ctx() context: IdentityContext,
  ): Promise<ReviewTaskConnection> {
    return searchTasks(context, { search: filter ?? {}, first, after });
  }

  @Directive('@tag(name: "internal")')
  @Query(() => ReviewTaskType, { nullable: true, description: '受付箱の1件。見えないときはnull / One task; null when not visible.' })
  reviewTask(
    @Arg('id', () => ID, { description: '識別子 / Identifier.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<ReviewTaskType | null> {
    return getTask(context, id);
  }

  @Directive('@inaccessible')
  @Query(() => StreamGrantType, { nullable: true, description: '受付箱の変化を受けてよいか / Whether the viewer may follow the inbox.' })
  reviewTaskGrant(@Ctx() context: IdentityContext): Promise<StreamGrantType | null> {
    return grantInbox(context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ReviewTaskClaimPayload, { description: '仕事の担当になる / Takes a task on.' })
  async reviewTaskClaim(
    @Arg('id', () => ID, { description: '仕事 / The task.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<ReviewTaskClaimPayload> {
    const { task, problems } = await claimTask(context, id);
    return { reviewTask: task, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ReviewTaskReleasePayload, { description: '仕事の担当を外れる / Hands a task back.' })
  async reviewTaskRelease(
    @Arg('id', () => ID, { description: '仕事 / The task.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<ReviewTaskReleasePayload> {
    const { task, problems } = await releaseTask(context, id);
    return { reviewTask: task, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ReviewTaskClosePayload, {
    description:
      '仕事を終える。同意の撤回など、職員が終わりを決めるものだけ / Closes a task whose end an officer decides, e.g. a withdrawn consent.',
  })
  async reviewTaskClose(
    @Arg('id', () => ID, { description: '仕事 / The task.' }) id: string,
    @Arg('note', () => String, { description: 'したこと(300文字まで) / What was done, at most 300 characters.' }) note: string,
    @Ctx() context: IdentityContext,
  ): Promise<ReviewTaskClosePayload> {
    const { task, problems } = await closeTask(context, id, note);
    return { reviewTask: task, userErrors: userErrors(problems, context.locale) };
  }

  @FieldResolver(() => UserType, { nullable: true, description: '終えた職員 / Officer who closed it.' })
  async closedBy(@Root() { closedBy }: ReviewTaskType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return closedBy ? loaders.user.load(closedBy) : null;
  }

  @FieldResolver(() => ReviewSubject, { nullable: true, description: '仕事の中身 / What it is about.' })
  async subject(@Root() { subjectType, subjectId }: ReviewTaskType, @Ctx() context: IdentityContext): Promise<Subject | null> {
    const find = ownSubjects[subjectType];
    if (!find) return { __typename: subjectType, id: subjectId };
    const found = await find({ id: subjectId }, context);
    return found && { __typename: subjectType, ...found };
  }

  @FieldResolver(() => FacilityType, { nullable: true, description: '申込元の事業所 / Facility it came from.' })
  async facility(@Root() { facilityId }: ReviewTaskType, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return facilityId ? loaders.facility.load(facilityId) : null;
  }

  @FieldResolver(() => UserType, { nullable: true, description: '担当の職員 / Officer who has it.' })
  async assignee(@Root() { assigneeId }: ReviewTaskType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return assigneeId ? loaders.user.load(assigneeId) : null;
  }
}
