/** Values as they are recorded and corrected. */
import { Field, ID, InputType } from 'type-graphql';
import { AudienceEnum } from '../access/index.ts';
import { VitalsInput, VitalSourceEnum } from '../vitals/index.ts';

@InputType({ description: '記録する値 / Values to record.' })
export class VitalsRecordInput {
  @Field(() => ID, { description: '投稿のID（端末で作るUUIDv7）。同じ値の再送は1件 / Client-made UUIDv7; id of the post.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => AudienceEnum, { nullable: true, defaultValue: 'CARE_TEAM', description: '公開範囲 / Who may see it.' })
  audience?: keyof typeof AudienceEnum | null;

  @Field(() => VitalSourceEnum, { nullable: true, defaultValue: 'MANUAL', description: '値の入り方 / How the values came in.' })
  source?: keyof typeof VitalSourceEnum | null;

  @Field(() => VitalsInput, { description: '値 / The values.' })
  vitals!: VitalsInput;
}

@InputType({ description: '値の訂正 / A correction of values.' })
export class VitalsCorrectInput {
  @Field(() => ID, { description: '新しい投稿のID（端末で作るUUIDv7） / Client-made UUIDv7; id of the new post.' })
  idempotencyKey!: string;

  @Field(() => VitalsInput, { description: '正しい値。全部を書く / The right values, all of them.' })
  vitals!: VitalsInput;

  @Field(() => String, { description: '理由（500文字まで） / Why, at most 500 characters.' })
  reason!: string;
}
