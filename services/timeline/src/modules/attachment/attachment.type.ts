/** Photos as the API shows them. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { timelineClass, User } from '../access/index.ts';
import type { AnnotationShape, DocumentKind } from './attachment.policy.ts';

export const AnnotationShapeEnum: { [K in AnnotationShape]: K } = {
  ARROW: 'ARROW',
  CIRCLE: 'CIRCLE',
  FREEHAND: 'FREEHAND',
  RULER: 'RULER',
  MASK: 'MASK',
};
registerEnumType(AnnotationShapeEnum, {
  name: 'AnnotationShape',
  description: '写真への書き込みの形 / Shapes drawn over a photo.',
  valuesConfig: {
    ARROW: { description: '矢印 / An arrow.' },
    CIRCLE: { description: '囲み / A circle.' },
    FREEHAND: { description: '手書き / Drawn by hand.' },
    RULER: { description: '長さ / A length.' },
    MASK: { description: '隠す。元には戻せない / Covered; never shown again.' },
  },
});

export const ImageVariantEnum = { THUMBNAIL_320: 'THUMBNAIL_320', SCREEN_1280: 'SCREEN_1280', ORIGINAL: 'ORIGINAL' } as const;
registerEnumType(ImageVariantEnum, {
  name: 'ImageVariant',
  description: '写真の大きさ / Sizes of a photo.',
  valuesConfig: {
    THUMBNAIL_320: { description: '一覧用 / For lists.' },
    SCREEN_1280: { description: '画面用 / For a screen.' },
    ORIGINAL: { description: '元の大きさ。書類はPDF / As large as it was taken; of a document the PDF.' },
  },
});

export const AttachmentKindEnum = { PHOTO: 'PHOTO', PDF: 'PDF' } as const;
registerEnumType(AttachmentKindEnum, {
  name: 'AttachmentKind',
  description: '添付の種類 / Kinds of attachment.',
  valuesConfig: { PHOTO: { description: '写真 / A photo.' }, PDF: { description: '書類（PDF） / A document.' } },
});

export const DocumentKindEnum: { [K in DocumentKind]: K } = { OPINION: 'OPINION', INSTRUCTION: 'INSTRUCTION', OTHER: 'OTHER' };
registerEnumType(DocumentKindEnum, {
  name: 'DocumentKind',
  description: '書類の種類 / Kinds of document.',
  valuesConfig: {
    OPINION: { description: '意見書 / A written opinion of a physician.' },
    INSTRUCTION: { description: '指示書 / A written instruction.' },
    OTHER: { description: 'その他 / Anything else.' },
  },
});

@ObjectType({ description: '割合で表した位置 / A place as fractions of width and height.' })
export class Point {
  @Holds(timelineClass)
  @Field(() => Float, { description: '左からの割合 / Fraction of the width.' })
  x!: number;

  @Holds(timelineClass)
  @Field(() => Float, { description: '上からの割合 / Fraction of the height.' })
  y!: number;
}

@ObjectType({ description: '写真への書き込み / Something drawn over a photo.' })
export class Annotation {
  @Field(() => ID, { description: '書き込みのID / Id.' })
  id!: string;

  @Holds(timelineClass)
  @Field(() => AnnotationShapeEnum, { description: '形 / Shape.' })
  shape!: keyof typeof AnnotationShapeEnum;

  @Holds(timelineClass)
  @Field(() => [Point], { description: '点 / Points.' })
  points!: Point[];

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '添え書き / Label.' })
  label!: string | null;

  @Field(() => User, { nullable: true, description: '書き込んだ人 / Who drew it.' })
  by!: User | null;
}

@ObjectType({ description: '投稿に付いた写真 / A photo of a post.' })
export class Attachment {
  @Field(() => ID, { description: '添付のID / Id.' })
  id!: string;

  @Field(() => AttachmentKindEnum, { description: '種類 / Kind.' })
  kind!: keyof typeof AttachmentKindEnum;

  @Field(() => String, { description: 'メディアの種類 / Media type of what is served.' })
  contentType!: string;

  @Field(() => Int, { description: '元の大きさのバイト数 / Bytes of the largest size.' })
  byteSize!: number;

  @Field(() => Int, { nullable: true, description: '幅 / Width in pixels.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: '高さ / Height in pixels.' })
  height!: number | null;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '届くまでのぼかし（BlurHash） / What stands for it until it is there.' })
  blurHash!: string | null;

  @Holds(timelineClass)
  @Field(() => DocumentKindEnum, { nullable: true, description: '書類の種類。写真はnull / What kind of document; null for a photo.' })
  documentKind!: DocumentKind | null;

  @Holds(timelineClass)
  @Field(() => Int, {
    name: 'pageCount',
    nullable: true,
    description: '書類のページ数。写真はnull / Pages of a document; null for a photo.',
  })
  pages!: number | null;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '何が写っているか / What it shows.' })
  alt!: string | null;

  @Holds(timelineClass)
  @Field(() => Boolean, { description: '身体の写真か / Whether it shows the body.' })
  isBodyImage!: boolean;

  @Holds(timelineClass)
  @Field(() => String, { nullable: true, description: '部位 / Which part of the body.' })
  bodySite!: string | null;

  @Holds(timelineClass)
  @Field(() => DateTimeScalar, { nullable: true, description: '撮った時刻 / When it was taken.' })
  takenAt!: Date | null;
}
