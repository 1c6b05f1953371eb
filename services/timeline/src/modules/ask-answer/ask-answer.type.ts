/** What an answer to an ask comes to. */
import { Field, ObjectType } from 'type-graphql';
import { Post, UserError } from '../post/index.ts';

@ObjectType({ description: '返事の約束に答えた結果 / The outcome of answering an ask.' })
export class AskPayload {
  @Field(() => Post, { nullable: true, description: '投稿 / The post.' })
  post!: Post | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
