/** 了解 over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { requirePerson, type TimelineRequest, User, Viewer } from '../access/index.ts';
import { Post, PostConnection, type PostRow } from '../post/index.ts';
import type { AcknowledgementRow } from './acknowledgement.repository.ts';
import { acknowledge, acknowledgementsOf, listAwaiting } from './acknowledgement.service.ts';
import { Acknowledgement, PostAcknowledgePayload } from './acknowledgement.type.ts';

@Resolver(() => Post)
export class PostAcknowledgementResolver {
  @Mutation(() => PostAcknowledgePayload, { description: '「了解」を押す / Press 了解.' })
  postAcknowledge(
    @Arg('id', () => ID, { description: '投稿のID / Id of the post.' }) id: string,
    @Arg('idempotencyKey', () => ID, {
      description: '端末で作るUUIDv7。一人一投稿に一つなので、何度押しても1件 / Client-made; one a person and post anyway.',
    })
    _key: string,
    @Ctx() context: TimelineRequest,
  ) {
    return acknowledge(context, id);
  }

  @FieldResolver(() => [Acknowledgement], { description: '了解した人。早い順 / Who has said 了解, earliest first.' })
  acknowledgements(@Root() post: PostRow, @Ctx() context: TimelineRequest) {
    return acknowledgementsOf(context, post);
  }
}

@Resolver(() => Acknowledgement)
export class AcknowledgementResolver {
  @FieldResolver(() => User, { nullable: true })
  user(@Root() { userId }: AcknowledgementRow): User | null {
    return userId ? { id: userId } : null;
  }
}

@Resolver(() => Viewer)
export class ViewerAcknowledgementResolver {
  @Directive('@tag(name: "internal")')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => PostConnection, {
    nullable: true,
    description: '自分の了解を待つ投稿。新しい順 / Posts that wait for one’s own 了解, newest first.',
  })
  postsAwaitingMyAcknowledgement(
    @Root() { id }: Viewer,
    @Ctx() context: TimelineRequest,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: '件数（100まで） / How many, at most 100.' }) first:
      | number
      | null,
    @Arg('after', () => String, { nullable: true, description: 'この位置の後 / After this cursor.' }) after?: string | null,
  ) {
    return requirePerson(context).userId === id ? listAwaiting(context, first ?? 20, after ?? null) : null;
  }
}
