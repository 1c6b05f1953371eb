/** What a municipality sees, and how it comes to it, over GraphQL. */
import { Arg, Ctx, Directive, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { TimelineRequest } from '../access/index.ts';
import { type CheckView, SafetyCheck } from '../safety-check/index.ts';
import { handOut, listViews, lookByCode, turn } from './safety-view.service.ts';
import { MunicipalSafety, SafetyView, SafetyViewPayload } from './safety-view.type.ts';

@InputType({ description: '市区町村に閲覧を渡す / What to hand out.' })
class SafetyViewCreateInput {
  @Field(() => ID, { description: '閲覧のID(端末で作るUUIDv7) / Client-made UUIDv7; also the id.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '安否確認 / The check.' })
  safetyCheckId!: string;

  @Field(() => String, { description: '渡す相手（60文字まで）。例 ○○市 防災課 / Whom it is for, at most 60 characters.' })
  forWhom!: string;

  @Field(() => Int, { nullable: true, defaultValue: 72, description: '何時間見られるか（1–72） / Hours it lasts, 1 to 72.' })
  hours?: number | null;
}

const id = { description: '閲覧のID / Id of the look.' };

@Resolver(() => SafetyCheck)
export class SafetyViewResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => SafetyViewPayload, { description: '市区町村に閲覧を渡す（職員） / Hands a look to a municipality; for officers.' })
  safetyViewCreate(
    @Arg('input', () => SafetyViewCreateInput, { description: '渡す内容 / What to hand out.' }) input: SafetyViewCreateInput,
    @Ctx() context: TimelineRequest,
  ) {
    return handOut(context, input);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => SafetyViewPayload, {
    description: '閲覧の期限をいまから延ばす（職員） / Gives a look so many hours from now; for officers.',
  })
  safetyViewExtend(
    @Arg('id', () => ID, id) view: string,
    @Arg('hours', () => Int, { description: 'いまから何時間（1–72） / Hours from now, 1 to 72.' }) hours: number,
    @Ctx() context: TimelineRequest,
  ) {
    return turn(context, view, hours);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => SafetyViewPayload, { description: '閲覧をすぐに止める（職員） / Takes a look back at once; for officers.' })
  safetyViewRevoke(@Arg('id', () => ID, id) view: string, @Ctx() context: TimelineRequest) {
    return turn(context, view, null);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [SafetyView], { nullable: true, description: '渡した閲覧（職員だけ） / Looks that were handed out, for officers.' })
  views(@Root() check: CheckView, @Ctx() context: TimelineRequest) {
    return listViews(context, check);
  }

  @Directive('@tag(name: "internal")')
  @Directive('@tag(name: "public")')
  @Query(() => MunicipalSafety, {
    nullable: true,
    description:
      '市区町村が合言葉で見る安否。違う合言葉、期限切れ、止められたものは同じくnull / What a municipality sees by its code; null alike for a wrong one, one that is over, and one taken back.',
  })
  municipalSafety(
    @Arg('code', () => String, { description: '支援センターから渡された合言葉 / The code the center handed out.' }) code: string,
    @Ctx() context: TimelineRequest,
  ) {
    return lookByCode(context, code);
  }
}
