/** Photos as they are sent with a post. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, Float, ID, InputType } from 'type-graphql';
import type { DocumentKind } from './attachment.policy.ts';
import { AnnotationShapeEnum, DocumentKindEnum } from './attachment.type.ts';

@InputType({ description: '割合で表した位置 / A place as fractions.' })
export class PointInput {
  @Field(() => Float, { description: '左からの割合（0..1） / Fraction of the width.' })
  x!: number;

  @Field(() => Float, { description: '上からの割合（0..1） / Fraction of the height.' })
  y!: number;
}

@InputType({ description: '写真への書き込み / Something drawn over a photo.' })
export class AnnotationInput {
  @Field(() => AnnotationShapeEnum, { description: '形 / Shape.' })
  shape!: keyof typeof AnnotationShapeEnum;

  @Field(() => [PointInput], { description: '点。手書き以外は2点 / Two points; freehand up to 500.' })
  points!: PointInput[];

  @Field(() => String, { nullable: true, description: '添え書き（60文字まで） / A label, at most 60 characters.' })
  label?: string | null;
}

@InputType({ description: '投稿に付ける写真 / A photo sent with a post.' })
export class PostUploadInput {
  @Field(() => ID, { description: '送り終えたアップロード / The upload, once it was brought.' })
  uploadId!: string;

  @Field(() => DocumentKindEnum, {
    nullable: true,
    description: '書類の種類（書類のとき。なければその他） / What kind of document, if it is one.',
  })
  documentKind?: DocumentKind | null;

  @Field(() => String, { nullable: true, description: '何が写っているか（200文字まで） / What it shows.' })
  alt?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '身体の写真か。同意BODY_IMAGESが要る / Whether it shows the body; needs its consent.',
  })
  isBodyImage?: boolean | null;

  @Field(() => String, { nullable: true, description: '部位（60文字まで） / Which part of the body.' })
  bodySite?: string | null;

  @Field(() => [AnnotationInput], { nullable: true, description: '書き込み（50個まで） / What is drawn over it, at most 50.' })
  annotations?: AnnotationInput[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '撮った時刻 / When it was taken.' })
  takenAt?: Date | null;
}
