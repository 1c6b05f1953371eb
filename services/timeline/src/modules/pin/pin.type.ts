/** Pins as the API answers. */
import { Field, ObjectType } from 'type-graphql';
import { Room } from '../access/index.ts';
import { Post, UserError } from '../post/index.ts';

@ObjectType({ description: '固定した結果 / The outcome of pinning.' })
export class PostPinPayload {
  @Field(() => Post, { nullable: true, description: '投稿 / The post.' })
  post!: Post | null;

  @Field(() => Room, { nullable: true, description: '部屋 / The room.' })
  room!: Room | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
