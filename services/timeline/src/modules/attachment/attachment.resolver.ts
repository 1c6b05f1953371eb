/** Photos over GraphQL: where they lie for this person, and what is drawn over them. */
import { isPerson } from '@heya/service-common/viewer';
import { Holds } from '@heya/service-common/holds';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { timelineClass, type TimelineRequest, User } from '../access/index.ts';
import { sealPass } from './attachment.pass.ts';
import type { Mark, Point as PointRow } from './attachment.policy.ts';
import type { AttachmentRow } from './attachment.repository.ts';
import { grantPart } from './attachment.service.ts';
import { Annotation, Attachment, AttachmentKindEnum, ImageVariantEnum, Point } from './attachment.type.ts';

@Resolver(() => Attachment)
export class AttachmentResolver {
  @FieldResolver(() => AttachmentKindEnum)
  kind(): keyof typeof AttachmentKindEnum {
    return 'PHOTO';
  }

  @FieldResolver(() => String)
  contentType(): string {
    return 'image/jpeg';
  }

  @Holds(timelineClass)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'ポータルからの相対の場所。この人のこのセッションだけ、1分間。ライブではnull / A path at the portal, for this person and session, for a minute; null in a shared stream.',
  })
  url(
    @Root() { id }: AttachmentRow,
    @Arg('variant', () => ImageVariantEnum, { nullable: true, defaultValue: 'SCREEN_1280', description: '大きさ / Which size.' })
    variant: keyof typeof ImageVariantEnum | null,
    @Ctx() context: TimelineRequest,
  ): string | null {
    if (!isPerson(context.viewer)) return null;
    const size = variant ?? 'SCREEN_1280';
    const name = size.toLowerCase().replace('_', '-');
    return `/files/timeline/photos/${id}/${name}/${sealPass(context, 'photo', context.viewer, [id, size])}`;
  }

  @Holds(timelineClass)
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Annotation], { description: '書き込み / What is drawn over it.' })
  annotations(@Root() { marks }: AttachmentRow): Mark[] {
    return marks.map(grantPart);
  }
}

@Resolver(() => Annotation)
export class AnnotationResolver {
  @Holds(timelineClass)
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Point])
  points(@Root() { points }: Mark): PointRow[] {
    return points.map(grantPart);
  }

  @FieldResolver(() => User, { nullable: true })
  by(@Root() { byId }: Mark): User {
    return { id: byId };
  }
}
