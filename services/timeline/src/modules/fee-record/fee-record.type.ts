/** How much a facility wrote in a room. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Field, Int, ObjectType } from 'type-graphql';
import { timelineClass } from '../access/index.ts';

@ObjectType({ description: 'ある機関が書いた数 / How much a facility wrote.' })
export class FacilityRecords {
  @Field(() => String, { description: '書いたときの機関の名前 / Its name at the time of writing.' })
  facilityName!: string;

  @Holds(timelineClass)
  @Field(() => Int, { description: '投稿の数 / Posts.' })
  posts!: number;

  @Holds(timelineClass)
  @Field(() => DateTimeScalar, { description: '最後の記録の時刻 / Of when the last one tells.' })
  lastAt!: Date;
}
