/** Weekly checks: which wait, what was found, and the steward's signature. */
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { membershipLoaders, RoomMembershipType, toMembership } from '../membership/index.ts';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { resolveRoom, RoomType } from '../room/index.ts';
import { ViewerType } from '../foreign/index.ts';
import { listDueChecks, weeklyCheckLoaders } from './weekly-check.access.ts';
import { WeeklyCheckInput } from './weekly-check.inputs.ts';
import { toWeeklyCheck } from './weekly-check.mapper.ts';
import { signCheck } from './weekly-check.service.ts';
import { WeeklyCheckCompletePayload, WeeklyCheckType, WeeklyFindingsType } from './weekly-check.type.ts';

@Resolver(() => WeeklyCheckType)
export class WeeklyCheckResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => WeeklyCheckCompletePayload, {
    description: '今週の確認に署名する。できるのは世話役だけ / Signs a weekly check; only the steward can.',
  })
  async weeklyCheckComplete(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '今週の確認 / The check.' }) id: string,
    @Arg('input', () => WeeklyCheckInput, { description: '結果 / Outcome.' }) input: WeeklyCheckInput,
  ): Promise<WeeklyCheckCompletePayload> {
    const { check, problems } = await signCheck(context, id, input);
    return { weeklyCheck: check && toWeeklyCheck(check, context.viewer), userErrors: userErrors(problems, context.locale) };
  }

  @FieldResolver(() => RoomType, { nullable: true, description: '部屋。見られないときはnull / The room; null when not yours to see.' })
  room(@Root() { roomId }: WeeklyCheckType, @Ctx() context: RoomContext): Promise<RoomType | null> {
    return resolveRoom({ id: roomId }, context);
  }
}

async function visible(context: RoomContext, ids: readonly string[]): Promise<RoomMembershipType[]> {
  const rows = await Promise.all(ids.map((id) => membershipLoaders(context).byId.load(id)));
  return rows.flatMap((row) => (row ? [toMembership(row)] : []));
}

@Resolver(() => WeeklyFindingsType)
export class WeeklyFindingsResolver {
  @FieldResolver(() => [RoomMembershipType], {
    description: '招待されたがまだ参加していない参加者 / Members who were invited and have not come.',
  })
  membersNotJoined(@Root() { notJoined }: WeeklyFindingsType, @Ctx() context: RoomContext): Promise<RoomMembershipType[]> {
    return visible(context, notJoined);
  }

  @FieldResolver(() => [RoomMembershipType], { description: '前の週に退出した参加者 / Members who left in the week before.' })
  membersLeft(@Root() { hasLeft }: WeeklyFindingsType, @Ctx() context: RoomContext): Promise<RoomMembershipType[]> {
    return visible(context, hasLeft);
  }
}

@Resolver(() => RoomType)
export class RoomWeeklyChecksResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [WeeklyCheckType], {
    description:
      'この1年の今週の確認。新しい順。医療・介護の参加者にだけ見える / Weekly checks of a year, newest first; for the care team.',
  })
  async weeklyChecks(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<WeeklyCheckType[]> {
    return (await weeklyCheckLoaders(context).ofRoom.load(id)).map((row) => toWeeklyCheck(row, context.viewer));
  }
}

@Resolver(() => ViewerType)
export class ViewerWeeklyChecksResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [WeeklyCheckType], {
    nullable: true,
    description: '世話役として署名を待っている今週の確認 / Weekly checks that wait for your signature as steward.',
  })
  async weeklyChecksDue(@Ctx() context: RoomContext): Promise<WeeklyCheckType[]> {
    return (await listDueChecks(context)).map((row) => toWeeklyCheck(row, context.viewer));
  }
}
