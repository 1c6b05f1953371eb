/** What the gateway is told before it admits somebody to a live stream. */
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: '生の流れに入る許し / Leave to enter a live stream.' })
export class StreamGrant {
  @Field(() => String, { nullable: true, description: '見てよい公開範囲 / The audience whose events may be seen.' })
  audience!: string | null;

  @Field(() => Int, { description: '同意の世代。変わると許しは切れる / Epoch of the consent; a change ends the grant.' })
  epoch!: number;
}
