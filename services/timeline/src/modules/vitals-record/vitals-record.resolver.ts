/** Recording and correcting values over GraphQL. */
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { TimelineRequest } from '../access/index.ts';
import { VitalsCorrectInput, VitalsRecordInput } from './vitals-record.inputs.ts';
import { correctVitals, recordVitals } from './vitals-record.service.ts';
import { VitalsRecordPayload } from './vitals-record.type.ts';

@Resolver()
export class VitalsRecordingResolver {
  @Mutation(() => VitalsRecordPayload, { description: '値を記録する / Record values; a post goes with them.' })
  vitalsRecord(
    @Arg('input', () => VitalsRecordInput, { description: '値 / The values.' }) input: VitalsRecordInput,
    @Ctx() context: TimelineRequest,
  ) {
    const { idempotencyKey, roomId, audience, source, vitals } = input;
    return recordVitals(context, { idempotencyKey, roomId, audience: audience ?? 'CARE_TEAM', vitals: { ...vitals, source } });
  }

  @Mutation(() => VitalsRecordPayload, {
    description: '値を訂正する。前の値は残る / Correct values; the old ones stay and no longer count.',
  })
  vitalsCorrect(
    @Arg('id', () => ID, { description: '訂正する記録 / The record to correct.' }) id: string,
    @Arg('input', () => VitalsCorrectInput, { description: '正しい値 / The right values.' }) input: VitalsCorrectInput,
    @Ctx() context: TimelineRequest,
  ) {
    return correctVitals(context, { id, ...input });
  }
}
