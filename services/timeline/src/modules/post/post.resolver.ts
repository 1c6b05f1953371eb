/** Posts over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { codedError } from '@heya/service-common/errors';
import { Holds } from '@heya/service-common/holds';
import { requirePerson, Room, timelineClass, type TimelineRequest, User } from '../access/index.ts';
import { Ask, askOf } from '../ask/index.ts';
import { Attachment, attachmentsOf } from '../attachment/index.ts';
import { Mention, mentionsOf } from '../mention/index.ts';
import { Visit, visitOf } from '../visit/index.ts';
import { getVitals, VitalsRecord, type VitalsRow } from '../vitals/index.ts';
import { getWound, WoundAssessment } from '../wound/index.ts';
import { PostCreateInput } from './post.inputs.ts';
import { excerptOf } from './post.policy.ts';
import type { PostRow } from './post.repository.ts';
import { createPost } from './post.service.ts';
import { getPost, getPostOfVitals } from './post.read.service.ts';
import { Post, PostCreatePayload } from './post.type.ts';

const longestExcerpt = 500;

@Resolver(() => Post)
export class PostResolver {
  @Query(() => Post, { nullable: true, description: '投稿。見えないものは無いものと同じ / A post; null when it may not be seen.' })
  post(@Arg('id', () => ID, { description: '投稿のID / Id of the post.' }) id: string, @Ctx() context: TimelineRequest) {
    requirePerson(context);
    return getPost(context, id);
  }

  @Mutation(() => PostCreatePayload, { description: '投稿する / Write a post.' })
  postCreate(
    @Arg('input', () => PostCreateInput, { description: '内容 / What to post.' }) input: PostCreateInput,
    @Ctx() context: TimelineRequest,
  ) {
    const { importance, kind, requestAcknowledgement } = input;
    // What is left out and what is its default are one content.
    const asked = requestAcknowledgement || null;
    return createPost(context, { ...input, importance: importance ?? 'NORMAL', kind: kind ?? 'NOTE', requestAcknowledgement: asked });
  }

  @FieldResolver(() => Room, { nullable: true, description: '部屋 / The room.' })
  room(@Root() { roomId }: PostRow): Room {
    return { id: roomId };
  }

  @FieldResolver(() => User, { nullable: true, description: '書いた人 / Who wrote it.' })
  author(@Root() { authorId }: PostRow): User {
    return { id: authorId };
  }

  @Holds(timelineClass)
  @FieldResolver(() => String, { description: '一覧のための書き出し / First words for lists.' })
  excerpt(
    @Root() { body }: PostRow,
    @Arg('length', () => Int, { defaultValue: 90, nullable: true, description: '文字数（500まで） / Characters, at most 500.' })
    length: number | null,
  ): string {
    const wanted = length ?? 90;
    if (wanted < 1 || wanted > longestExcerpt) throw codedError('BAD_USER_INPUT');
    return excerptOf(body, wanted);
  }

  @FieldResolver(() => Post, { nullable: true, description: '返信した相手の投稿 / The post that this one answers.' })
  parent(@Root() { parentId }: PostRow, @Ctx() context: TimelineRequest) {
    return parentId && getPost(context, parentId);
  }

  @Holds(timelineClass)
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [Mention], { description: '名ざしされた人 / Who is named in the text.' })
  mentions(@Root() post: PostRow, @Ctx() context: TimelineRequest) {
    return mentionsOf(context, post);
  }

  @Holds(timelineClass)
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [Attachment], {
    description: '写真。身体の写真は同意がある人だけ / Photos; those of the body only for whom the consent names.',
  })
  attachments(@Root() { id }: PostRow, @Ctx() context: TimelineRequest) {
    return attachmentsOf(context, id);
  }

  @Holds(timelineClass)
  @FieldResolver(() => Ask, { nullable: true, description: '返事の約束 / An answer somebody owes by a time.' })
  ask(@Root() post: PostRow, @Ctx() context: TimelineRequest) {
    return askOf(context, post);
  }

  @Holds(timelineClass)
  @FieldResolver(() => Visit, { nullable: true, description: '診療の記録 / Facts of a visit.' })
  visit(@Root() { id, kind }: PostRow, @Ctx() context: TimelineRequest) {
    return kind === 'MEDICAL_NOTE' ? visitOf(context, id) : null;
  }

  @Holds(timelineClass)
  @FieldResolver(() => VitalsRecord, { nullable: true, description: '一緒に送られた記録値 / Values sent with it.' })
  vitals(@Root() { vitalsId }: PostRow, @Ctx() context: TimelineRequest) {
    return vitalsId && getVitals(context, vitalsId);
  }

  @Holds(timelineClass)
  @FieldResolver(() => WoundAssessment, { nullable: true, description: 'きずの評価 / The wound it tells of, as assessed.' })
  wound(@Root() { id, kind }: PostRow, @Ctx() context: TimelineRequest) {
    return kind === 'WOUND' ? getWound(context, id) : null;
  }
}

@Resolver(() => VitalsRecord)
export class VitalsPostResolver {
  @FieldResolver(() => Post, { nullable: true, description: 'この値を送った投稿 / The post that brought the values.' })
  post(@Root() { id }: VitalsRow, @Ctx() context: TimelineRequest) {
    return getPostOfVitals(context, id);
  }
}
