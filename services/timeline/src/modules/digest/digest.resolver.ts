/** Since one's last visit, over GraphQL. */
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Holds } from '@heya/service-common/holds';
import { Room, timelineClass, type TimelineRequest } from '../access/index.ts';
import { Post } from '../post/index.ts';
import { VitalMeasurement } from '../vitals/index.ts';
import { WoundAssessment } from '../wound/index.ts';
import type { DigestRow } from './digest.repository.ts';
import { digestOf, postsOf, unusualOf, woundsOf } from './digest.service.ts';
import { VisitDigest } from './digest.type.ts';

@Resolver(() => Room)
export class RoomDigestResolver {
  @FieldResolver(() => VisitDigest, {
    nullable: true,
    description:
      '前回の訪問から。まだ一度も読んでいない部屋と、センターの確認では無し / What changed since the caller last looked; null where they never read, and for looks of the center.',
  })
  sinceLastVisit(@Root() { id }: Room, @Ctx() context: TimelineRequest) {
    return digestOf(context, id);
  }
}

@Resolver(() => VisitDigest)
export class VisitDigestResolver {
  @Holds(timelineClass)
  @FieldResolver(() => Int, { description: '重要なものの数（20まで） / How many important posts, at most 20.' })
  importantCount(@Root() { important }: DigestRow): number {
    return important.length;
  }

  @Holds(timelineClass)
  @FieldResolver(() => Int, { description: '終わっていない返事の約束の数（20まで） / How many asks are not done, at most 20.' })
  openAskCount(@Root() { asks }: DigestRow): number {
    return asks.length;
  }

  @FieldResolver(() => [Post], { description: '重要なもの。新しい順に20件まで / Important posts, newest first, at most 20.' })
  importantPosts(@Root() { important }: DigestRow, @Ctx() context: TimelineRequest) {
    return postsOf(context, important);
  }

  @FieldResolver(() => [Post], {
    description: 'まだ終わっていない返事の約束。期限の近い順に20件まで / Asks not done, soonest due first, at most 20.',
  })
  openAsks(@Root() { asks }: DigestRow, @Ctx() context: TimelineRequest) {
    return postsOf(context, asks);
  }

  @FieldResolver(() => [VitalMeasurement], { description: 'ふだんと違う値。新しい順 / Values that are not as usual, newest first.' })
  vitalsOutOfRange(@Root() digest: DigestRow, @Ctx() context: TimelineRequest) {
    return unusualOf(context, digest);
  }

  @FieldResolver(() => [WoundAssessment], { description: 'きずの評価。新しい順に20件まで / Wounds as assessed, newest first, at most 20.' })
  woundChanges(@Root() digest: DigestRow, @Ctx() context: TimelineRequest) {
    return woundsOf(context, digest);
  }
}
