/** What a look is asked for with. */
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: '部屋の確認の始め方 / How a look begins.' })
export class RoomInspectionInput {
  @Field(() => ID, { description: '確認のID(端末で作るUUIDv7) / Client-made UUIDv7; becomes the id.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => String, { description: '理由(10〜300文字)。部屋の全員に見える / Reason, 10 to 300 characters; shown to the whole room.' })
  reason!: string;
}
