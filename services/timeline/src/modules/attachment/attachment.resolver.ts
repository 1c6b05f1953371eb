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

function addressOf(context: TimelineRequest, { id }: AttachmentRow, variant: string): string | null {
  if (!isPerson(context.viewer)) return null;
  const name = variant.toLowerCase().replace('_', '-');
  return `/files/timeline/photos/${id}/${name}/${sealPass(context, 'photo', context.viewer, [id, variant])}`;
}

@Resolver(() => Attachment)
export class AttachmentResolver {
  @FieldResolver(() => AttachmentKindEnum)
  kind(@Root() { kind }: AttachmentRow): keyof typeof AttachmentKindEnum {
    return kind;
  }

  @FieldResolver(() => String)
  contentType(@Root() { kind }: AttachmentRow): string {
    return kind === 'PDF' ? 'application/pdf' : 'image/jpeg';
  }

  @Holds(timelineClass)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'ポータルからの相対の場所。この人のこのセッションだけ、1分間。ライブではnull / A path at the portal, for this person and session, for a minute; null in a shared stream.',
  })
  url(
    @Root() row: AttachmentRow,
    @Arg('variant', () => ImageVariantEnum, { nullable: true, defaultValue: 'SCREEN_1280', description: '大きさ / Which size.' })
    variant: keyof typeof ImageVariantEnum | null,
    @Ctx() context: TimelineRequest,
  ): string | null {
    return addressOf(context, row, variant ?? 'SCREEN_1280');
  }

  @Holds(timelineClass)
  @Directive('@listSize(assumedSize: 50)')
  @FieldResolver(() => [String], {
    description: '書類のページの絵の場所。写真は空 / Where pictures of a document’s pages lie, as url; none of a photo.',
  })
  pageUrls(@Root() row: AttachmentRow, @Ctx() context: TimelineRequest): string[] {
    return Array.from({ length: row.pages ?? 0 }, (_, index) => addressOf(context, row, `PAGE_${index + 1}`)).filter((url) => url !== null);
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
