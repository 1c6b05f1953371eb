/** What becomes of setting ranges. */
import { Field, ObjectType } from 'type-graphql';
import { Patient } from '../access/index.ts';
import { UserError } from '../post/index.ts';

@ObjectType({ description: '範囲を決めた結果 / The outcome of setting ranges.' })
export class VitalRangesSetPayload {
  @Field(() => Patient, { nullable: true, description: 'だれの範囲か / Whose ranges they are.' })
  patient!: Patient | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
