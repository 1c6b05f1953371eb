/** Answering asks over GraphQL. */
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { requirePerson, Room, type TimelineRequest, Viewer } from '../access/index.ts';
import { Post, PostConnection } from '../post/index.ts';
import { OpenAsksArgs } from './ask-answer.inputs.ts';
import { answer, listOpen, listOwed } from './ask-answer.service.ts';
import { AskPayload } from './ask-answer.type.ts';
import { nameDeputy } from './ask-deputy.service.ts';

const ofPost = { description: '投稿のID / Id of the post.' };
const page = { defaultValue: 20, nullable: true, description: '件数（100まで） / How many, at most 100.' } as const;
const cursor = { nullable: true, description: 'この位置の後 / After this cursor.' } as const;
const listSize = '@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)';

@Resolver(() => Post)
export class AskAnswerResolver {
  @Mutation(() => AskPayload, { description: '頼まれたことを引き受ける / Takes an ask on.' })
  askTake(@Arg('postId', () => ID, ofPost) postId: string, @Ctx() context: TimelineRequest) {
    return answer(context, postId, 'TAKEN');
  }

  @Mutation(() => AskPayload, { description: '頼まれたことを終わりにする / Says that an ask is done.' })
  askComplete(
    @Arg('postId', () => ID, ofPost) postId: string,
    @Arg('note', () => String, { nullable: true, description: 'ひとこと（500文字まで） / A few words, at most 500 characters.' })
    note: string | null,
    @Ctx() context: TimelineRequest,
  ) {
    return answer(context, postId, 'DONE', note);
  }

  @Mutation(() => AskPayload, { description: '代わりに返事をする人を頼む / Names somebody to answer in one’s place.' })
  askNameDeputy(
    @Arg('postId', () => ID, ofPost) postId: string,
    @Arg('userId', () => ID, { description: '代わりの人。この投稿を見られる参加者 / A member who sees the post.' }) userId: string,
    @Ctx() context: TimelineRequest,
  ) {
    return nameDeputy(context, postId, userId);
  }
}

@Resolver(() => Viewer)
export class ViewerAsksResolver {
  @Directive('@tag(name: "internal")')
  @Directive(listSize)
  @FieldResolver(() => PostConnection, {
    nullable: true,
    description: '自分が返事をする約束。期限の近い順 / Posts to which one owes an answer, soonest due first.',
  })
  asksOwedByMe(
    @Root() { id }: Viewer,
    @Ctx() context: TimelineRequest,
    @Arg('first', () => Int, page) first: number | null,
    @Arg('after', () => String, cursor) after?: string | null,
  ) {
    return requirePerson(context).userId === id ? listOwed(context, first ?? 20, after ?? null) : null;
  }
}

@Resolver(() => Room)
export class RoomAsksResolver {
  @Directive('@tag(name: "internal")')
  @Directive(listSize)
  @FieldResolver(() => PostConnection, {
    nullable: true,
    description:
      'まだ終わっていない返事の約束。期限の近い順。今週の確認は72時間を過ぎたものを見る / Asks that are not done, soonest due first; the weekly check looks at those older than 72 hours.',
  })
  openAsks(@Root() { id }: Room, @Ctx() context: TimelineRequest, @Args(() => OpenAsksArgs) args: OpenAsksArgs) {
    return listOpen(context, id, args);
  }
}
