/** What came after a post, as the API shows it (R22). */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Field, ObjectType } from 'type-graphql';
import { timelineClass, User } from '../access/index.ts';
import { UserError } from './post.errors.ts';
import { Post } from './post.type.ts';

@ObjectType({ description: '直す前の本文 / A text as it stood before it was corrected.' })
export class PostRevision {
  @Field(() => DateTimeScalar, { description: '書いた時刻 / When it was written.' })
  at!: Date;

  @Field(() => User, { nullable: true, description: '書いた人 / Who wrote it.' })
  by!: User | null;

  @Field(() => String, { description: '書いた時の名前 / Their name at that time.' })
  byName!: string;

  @Holds(timelineClass)
  @Field(() => String, { description: '本文 / The text.' })
  body!: string;
}

@ObjectType({ description: '取り消し。記録は残る / A retraction; the record stays, struck through.' })
export class Retraction {
  @Field(() => DateTimeScalar, { description: '取り消した時刻 / When it was retracted.' })
  at!: Date;

  @Field(() => User, { nullable: true, description: '取り消した人 / Who retracted it.' })
  by!: User | null;

  @Field(() => String, { description: 'その時の名前 / Their name at that time.' })
  byName!: string;

  @Holds(timelineClass)
  @Field(() => String, { description: '理由 / Why.' })
  reason!: string;
}

@ObjectType({ description: '直した結果 / The outcome of a correction.' })
export class PostUpdatePayload {
  @Field(() => Post, { nullable: true, description: '投稿 / The post.' })
  post!: Post | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}

@ObjectType({ description: '取り消した結果 / The outcome of a retraction.' })
export class PostRetractPayload {
  @Field(() => Post, { nullable: true, description: '投稿 / The post.' })
  post!: Post | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
