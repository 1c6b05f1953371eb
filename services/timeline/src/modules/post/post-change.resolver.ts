/** Corrections and retractions over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Holds } from '@heya/service-common/holds';
import { requirePerson, timelineClass, type TimelineRequest, User } from '../access/index.ts';
import { correctionRefusal, retractionRefusal } from './post-change.policy.ts';
import type { RevisionRow } from './post-change.repository.ts';
import { retractionOf, retractPost, revisionsOf, updatePost } from './post-change.service.ts';
import { PostRetractPayload, PostRevision, PostUpdatePayload, Retraction } from './post-change.type.ts';
import { PostUpdateInput } from './post.inputs.ts';
import type { PostRow } from './post.repository.ts';
import { Post } from './post.type.ts';

const ofPost = { description: '投稿のID / Id of the post.' };

@Resolver(() => Post)
export class PostChangeResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => PostUpdatePayload, {
    description:
      '自分の投稿を直す。24時間まで。前の本文も残る / Corrects a post of one’s own within 24 hours; the text before stays readable.',
  })
  postUpdate(
    @Arg('id', () => ID, ofPost) id: string,
    @Arg('input', () => PostUpdateInput, { description: '内容 / The correction.' }) input: PostUpdateInput,
    @Ctx() context: TimelineRequest,
  ) {
    return updatePost(context, id, input);
  }

  @Mutation(() => PostRetractPayload, {
    description: '消さずに取り消し線を残す / Retract: the record stays, struck through, with a reason.',
  })
  postRetract(
    @Arg('id', () => ID, ofPost) id: string,
    @Arg('reason', () => String, { description: '理由（200文字まで） / Why, at most 200 characters.' }) reason: string,
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / The version that was read.' }) expectedVersion: number,
    @Ctx() context: TimelineRequest,
  ) {
    return retractPost(context, id, { reason, expectedVersion });
  }

  @Holds(timelineClass)
  @FieldResolver(() => [PostRevision], { description: '直す前の本文。古い順 / Texts before the present one, oldest first.' })
  revisions(@Root() post: PostRow, @Ctx() context: TimelineRequest) {
    return revisionsOf(context, post);
  }

  @Holds(timelineClass)
  @FieldResolver(() => Retraction, { nullable: true, description: '取り消し / The retraction.' })
  retraction(@Root() post: PostRow) {
    return retractionOf(post);
  }

  @FieldResolver(() => Boolean, { description: '自分が直せるか / Whether the caller may correct it.' })
  viewerCanEdit(@Root() post: PostRow, @Ctx() context: TimelineRequest): boolean {
    return correctionRefusal(requirePerson(context), post, context.now()) === undefined;
  }

  @FieldResolver(() => Boolean, { description: '自分が取り消せるか / Whether the caller may retract it.' })
  viewerCanRetract(@Root() post: PostRow, @Ctx() context: TimelineRequest): boolean {
    return retractionRefusal(requirePerson(context), post) === undefined;
  }
}

@Resolver(() => PostRevision)
export class PostRevisionResolver {
  @FieldResolver(() => User, { nullable: true })
  by(@Root() { byId }: RevisionRow): User {
    return { id: byId };
  }
}
