/** One patient's ranges seen from the patient (R24). */
import { Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Patient, type TimelineRequest, User } from '../access/index.ts';
import type { RangeRow } from './vital-range.repository.ts';
import { canSetRanges, rangeHistory, rangesIn, type RangeNow, rangesNow } from './vital-range.service.ts';
import { VitalRange, VitalRangeVersion } from './vital-range.type.ts';

@Resolver(() => Patient)
export class PatientRangesResolver {
  @Directive('@listSize(assumedSize: 12)')
  @FieldResolver(() => [VitalRange], {
    nullable: true,
    description: 'この人のふだんの範囲。決めていない項目は標準 / Ranges of this patient, the usual one where none was set.',
  })
  vitalRanges(@Root() { id }: Patient, @Ctx() context: TimelineRequest): Promise<RangeNow[] | null> {
    return rangesNow(context, id);
  }

  @FieldResolver(() => Int, { nullable: true, description: '範囲の版。決めていなければ0 / Version of the ranges; 0 when none were set.' })
  async vitalRangesVersion(@Root() { id }: Patient, @Ctx() context: TimelineRequest): Promise<number | null> {
    const versions = await rangeHistory(context, id);
    return versions && (versions[0]?.version ?? 0);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: '自分が範囲を決められるか / Whether the caller may set the ranges.' })
  viewerCanSetVitalRanges(@Root() { id }: Patient, @Ctx() context: TimelineRequest): Promise<boolean | null> {
    return canSetRanges(context, id);
  }

  @Directive('@listSize(assumedSize: 50)')
  @FieldResolver(() => [VitalRangeVersion], {
    nullable: true,
    description: '範囲の履歴。新しい順に50まで / Who set which ranges when, newest first, at most 50.',
  })
  vitalRangeHistory(@Root() { id }: Patient, @Ctx() context: TimelineRequest): Promise<RangeRow[] | null> {
    return rangeHistory(context, id);
  }
}

@Resolver(() => VitalRange)
export class VitalRangeResolver {
  @FieldResolver(() => User, { nullable: true, description: '決めた人 / Who set it.' })
  setBy(@Root() { setById }: RangeNow): User | null {
    return setById ? { id: setById } : null;
  }
}

@Resolver(() => VitalRangeVersion)
export class VitalRangeVersionResolver {
  @FieldResolver(() => User, { nullable: true })
  setBy(@Root() { setById }: RangeRow): User {
    return { id: setById };
  }

  @Directive('@listSize(assumedSize: 12)')
  @FieldResolver(() => [VitalRange], { description: 'この人用に決めた項目だけ / Only kinds with ranges of this patient.' })
  ranges(@Root() row: RangeRow): RangeNow[] {
    return rangesIn(row);
  }
}
