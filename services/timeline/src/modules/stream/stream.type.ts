/** What the gateway is told before it admits somebody to a live stream. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({
  description: '配信を受ける権利。ゲートウェイだけが使う / The right to follow a stream; for the gateway only.',
})
export class StreamGrant {
  @Field(() => String, { nullable: true, description: '見える範囲 / Audience.' })
  audience!: string | null;

  @Field(() => Int, { description: '同意の世代 / Consent epoch.' })
  epoch!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'この時に許しは切れる。知らせは来ない。nullは期限なし / Ends by itself at this time, without a message; null: open end.',
  })
  validUntil?: Date | null;

  @Field(() => [ID], {
    nullable: true,
    description: '同意が変われば伺い直す利用者 / Patients whose consent decides about the stream of a person.',
  })
  patientIds?: string[] | null;
}
