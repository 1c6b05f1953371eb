/** What finds somebody in a disaster, for the timeline's service. */
import { Holds } from '@heya/service-common/holds';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { patientClass } from '../patient/index.ts';

@Directive('@inaccessible')
@ObjectType('SafetyCard', {
  description: '災害時に人を探すための札。サービスの間だけで使う / What finds somebody in a disaster; between the services alone.',
})
export class SafetyCardType {
  @Field(() => ID, { description: '利用者のID / Id of the patient.' })
  patientId!: string;

  @Holds(patientClass)
  @Field(() => String, { description: '名前 / Name.' })
  name!: string;

  @Holds(patientClass)
  @Field(() => String, { description: '住んでいる町。番地はない / Part of town, without a number.' })
  locality!: string;

  @Field(() => String, { description: '部屋の番号 / Number of the room.' })
  roomNumber!: string;
}
