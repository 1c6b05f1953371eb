/** Setting ranges over GraphQL. */
import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { TimelineRequest } from '../access/index.ts';
import { VitalRangeInput } from './vital-range-set.inputs.ts';
import { setRanges } from './vital-range-set.service.ts';
import { VitalRangesSetPayload } from './vital-range-set.type.ts';

@Resolver()
export class VitalRangesSetResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => VitalRangesSetPayload, {
    description:
      'この人のふだんの範囲を決める（部屋の医師・看護師）。書いていない項目は標準に戻る / Set the ranges of this patient, all at once; doctors and nurses of the room.',
  })
  vitalRangesSet(
    @Arg('patientId', () => ID, { description: '患者 / The patient.' }) patientId: string,
    @Arg('ranges', () => [VitalRangeInput], { description: '範囲 / The ranges.' }) ranges: VitalRangeInput[],
    @Arg('expectedVersion', () => Int, { description: '見ていた版 / The version that was read.' }) expectedVersion: number,
    @Ctx() context: TimelineRequest,
  ) {
    return setRanges(context, { patientId, ranges, expectedVersion });
  }
}
