/** An assessment of a wound as it is sent. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { AudienceEnum } from '../access/index.ts';
import { PostUploadInput } from '../attachment/index.ts';
import { DesignRDepthEnum, type WoundDepth } from '../wound/index.ts';

@InputType({ description: 'きずの評価。DESIGN-R 2020 / A wound as assessed.' })
export class WoundAssessInput {
  @Field(() => ID, { description: '評価のID（端末で作るUUIDv7）。投稿のIDにもなる / Client-made UUIDv7; id of the post as well.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => AudienceEnum, {
    nullable: true,
    description: '公開範囲。無ければ職員だけ、訂正は元と同じ / Who may see it; the care team if left out, as before for a correction.',
  })
  audience?: keyof typeof AudienceEnum | null;

  @Field(() => ID, {
    nullable: true,
    description: '前に評価したきず。無ければ新しいきず / A wound assessed before; a new one if left out.',
  })
  woundId?: string | null;

  @Field(() => ID, { nullable: true, description: '訂正する評価 / The assessment that this one corrects.' })
  correctsId?: string | null;

  @Field(() => String, { description: '部位（60文字まで） / Where on the body, at most 60 characters.' })
  site!: string;

  @Field(() => DesignRDepthEnum, { description: '深さ / Depth.' })
  depth!: WoundDepth;

  @Field(() => Int, { description: '滲出液 0・1・3・6 / Exudate.' })
  exudate!: number;

  @Field(() => Int, { description: '大きさ 0・3・6・8・9・12・15 / Size.' })
  size!: number;

  @Field(() => Int, { description: '炎症・感染 0・1・3・9 / Inflammation or infection.' })
  inflammation!: number;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: '炎症・感染の3が臨界的定着の疑い（3C） / The 3 is 3C: suspected critical colonisation.',
  })
  criticallyColonized?: boolean | null;

  @Field(() => Int, { description: '肉芽組織 0・1・3・4・5・6 / Granulation.' })
  granulation!: number;

  @Field(() => Int, { description: '壊死組織 0・3・6 / Necrotic tissue.' })
  necrosis!: number;

  @Field(() => Int, { description: 'ポケット 0・6・9・12・24 / Pocket.' })
  pocket!: number;

  @Field(() => Float, { nullable: true, description: '長径 cm / Greatest length, cm.' })
  lengthCm?: number | null;

  @Field(() => Float, { nullable: true, description: '長径に直交する最大径 cm / Greatest width at right angles to it, cm.' })
  widthCm?: number | null;

  @Field(() => Float, { nullable: true, description: '写真で囲んだ面積 cm² / Area outlined on a photo, cm².' })
  areaCm2?: number | null;

  @Field(() => String, { nullable: true, description: 'ひとこと（4000文字まで）。投稿の本文になる / A note; the text of the post.' })
  note?: string | null;

  @Field(() => [PostUploadInput], {
    nullable: true,
    description: '写真（10枚まで）。すべて身体の写真として扱う / Photos, at most 10; each is one of the body.',
  })
  uploads?: PostUploadInput[] | null;

  @Field(() => DateTimeScalar, { description: '評価した時刻 / When it was assessed.' })
  assessedAt!: Date;
}
