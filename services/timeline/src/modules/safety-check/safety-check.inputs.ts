/** What a check is begun with. */
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: '安否確認を始める / What to start a check with.' })
export class SafetyCheckStartInput {
  @Field(() => ID, { description: '安否確認のID(端末で作るUUIDv7) / Client-made UUIDv7; also the id.' })
  idempotencyKey!: string;

  @Field(() => String, { description: '名前（60文字まで）。例 10月3日の地震 / What it is called, at most 60 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: '対象の地域（ことば、60文字まで） / The area in words, at most 60 characters.' })
  area?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '対象の市区町村（30文字まで）。住所がまだ分からない人も対象に入る。無ければ地区全体 / Municipality, at most 30 characters; who lives nobody knows where is asked for too. Without one: the whole district.',
  })
  municipality?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: '訓練 / A practice run.' })
  practice?: boolean | null;
}
