/** Roll calls over GraphQL. */
import { PageInfo } from '@heya/service-common/graphql-types';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type TimelineRequest, User } from '../access/index.ts';
import { SafetyCheckStartInput } from './safety-check.inputs.ts';
import type { CheckRow } from './safety-check.repository.ts';
import { endCheck, getCheck, listAll, listRunning, startCheck } from './safety-check.service.ts';
import { SafetyCheck, SafetyCheckPayload } from './safety-check.type.ts';

@ObjectType({ description: '一覧の中の安否確認 / A check in a list.' })
class SafetyCheckEdge {
  @Field(() => String, { description: '位置 / Cursor.' })
  cursor!: string;

  @Field(() => SafetyCheck, { description: '安否確認 / The check.' })
  node!: SafetyCheck;
}

@ObjectType({ description: '安否確認の一覧 / Checks, newest first.' })
class SafetyCheckConnection {
  @Field(() => [SafetyCheckEdge], { description: '位置つき / With cursors.' })
  edges!: SafetyCheckEdge[];

  @Field(() => [SafetyCheck], { description: '安否確認 / The checks.' })
  nodes!: SafetyCheck[];

  @Field(() => PageInfo, { description: '続き / Whether there is more.' })
  pageInfo!: PageInfo;
}

@Resolver(() => SafetyCheck)
export class SafetyCheckResolver {
  @Directive('@tag(name: "internal")')
  @Query(() => SafetyCheck, { nullable: true, description: '安否確認 / One check.' })
  safetyCheck(@Arg('id', () => ID, { description: '安否確認のID / Id of the check.' }) id: string, @Ctx() context: TimelineRequest) {
    return getCheck(context, id);
  }

  @Query(() => [SafetyCheck], {
    description:
      'いま行われている安否確認。職員は自分の地区、ほかの人は自分の部屋が入っているもの / Checks that run: an officer sees those of the district, others those their rooms are in.',
  })
  activeSafetyChecks(@Ctx() context: TimelineRequest) {
    return listRunning(context);
  }

  @Directive('@tag(name: "internal")')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @Query(() => SafetyCheckConnection, {
    description: '地区の安否確認。新しい順（職員だけ） / All checks of the district, newest first; for officers.',
  })
  safetyChecks(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: '件数（100まで） / How many, at most 100.' }) first:
      | number
      | null,
    @Arg('after', () => String, { nullable: true, description: 'この位置の後 / After this cursor.' }) after: string | null,
    @Ctx() context: TimelineRequest,
  ) {
    return listAll(context, first ?? 20, after ?? null);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => SafetyCheckPayload, { description: '安否確認を始める（職員） / Starts a check; for officers.' })
  safetyCheckStart(
    @Arg('input', () => SafetyCheckStartInput, { description: '始める内容 / What to start.' }) input: SafetyCheckStartInput,
    @Ctx() context: TimelineRequest,
  ) {
    return startCheck(context, input);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => SafetyCheckPayload, {
    description: '安否確認を終える。記録は残る（職員） / Ends a check; its record stays. For officers.',
  })
  safetyCheckEnd(@Arg('id', () => ID, { description: '安否確認のID / Id of the check.' }) id: string, @Ctx() context: TimelineRequest) {
    return endCheck(context, id);
  }

  @FieldResolver(() => User, { nullable: true, description: '始めた職員 / Officer who began it.' })
  startedBy(@Root() { startedById }: CheckRow): User {
    return { id: startedById };
  }
}
