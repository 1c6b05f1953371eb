/** 了解 as the API shows it. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, ObjectType } from 'type-graphql';
import { User } from '../access/index.ts';
import { Post, UserError } from '../post/index.ts';

@ObjectType({ description: '了解 / Somebody has said that they have taken it in.' })
export class Acknowledgement {
  @Field(() => User, { nullable: true, description: '了解した人。家族には名前だけ / Who; families see the name only.' })
  user!: User | null;

  @Field(() => String, { description: 'その時の名前 / Their name at that time.' })
  userName!: string;

  @Field(() => DateTimeScalar, { description: '了解した時刻 / When.' })
  at!: Date;
}

@ObjectType({ description: '了解した結果 / The outcome of 了解.' })
export class PostAcknowledgePayload {
  @Field(() => Post, { nullable: true, description: '投稿 / The post.' })
  post!: Post | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
