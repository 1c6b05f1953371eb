/** What becomes of recording values. */
import { Field, ObjectType } from 'type-graphql';
import { Post, UserError } from '../post/index.ts';
import { VitalsRecord } from '../vitals/index.ts';

@ObjectType({ description: '値を記録した結果 / The outcome of recording values.' })
export class VitalsRecordPayload {
  @Field(() => VitalsRecord, { nullable: true, description: '記録 / The record.' })
  vitalsRecord!: VitalsRecord | null;

  @Field(() => Post, { nullable: true, description: '投稿 / Its post.' })
  post!: Post | null;

  @Field(() => Boolean, { description: '前に届いていた再送 / True when this was a retry of an accepted request.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
