/** Values over time seen from the patient. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Patient, type TimelineRequest } from '../access/index.ts';
import { type VitalKind, VitalKindEnum } from '../vitals/index.ts';
import { listSeries, type Series } from './vital-series.service.ts';
import { VitalSeries } from './vital-series.type.ts';

@ArgsType()
class SeriesArgs {
  @Field(() => [VitalKindEnum], { description: '測ったもの / What was measured.' })
  kinds!: VitalKind[];

  @Field(() => DateTimeScalar, { description: 'この時刻から / From this moment.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'この時刻の前まで（2年まで） / Before this moment; at most two years.' })
  to!: Date;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 200,
    description: '点の数（3–1000） / How many points of each kind at most, 3 to 1,000.',
  })
  maxPoints?: number | null;
}

@Resolver(() => Patient)
export class PatientSeriesResolver {
  @Directive('@cost(weight: 5)')
  @Directive('@listSize(assumedSize: 11)')
  @FieldResolver(() => [VitalSeries], {
    nullable: true,
    description:
      '項目ごとの移り変わり。訂正・取り消しを除き、多ければ間引く / Each kind over time, what counts of it, down-sampled when it is long.',
  })
  vitalSeries(
    @Root() { id }: Patient,
    @Args(() => SeriesArgs) { kinds, from, to, maxPoints }: SeriesArgs,
    @Ctx() context: TimelineRequest,
  ): Promise<Series[] | null> {
    return listSeries(context, { patientId: id, kinds, from, to }, maxPoints ?? 200);
  }
}
