/** Telling a post again, as the API answers. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Post, UserError } from '../post/index.ts';

@ObjectType({ description: 'もう一度知らせた記録 / That a post was told again.' })
export class PostReminder {
  @Field(() => ID, { description: 'ID / Id.' })
  id!: string;

  @Field(() => String, { description: '知らせた人のその時の名前 / The name, at that time, of who did.' })
  byName!: string;

  @Field(() => Int, { description: 'その時まだ届いていなかった人数 / How many it had not reached then.' })
  waitingCount!: number;

  @Field(() => DateTimeScalar, { description: '知らせた時刻 / When.' })
  at!: Date;
}

@ObjectType({ description: 'もう一度知らせた結果 / The outcome of telling a post again.' })
export class PostRemindPayload {
  @Field(() => Post, { nullable: true, description: '投稿 / The post.' })
  post!: Post | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
