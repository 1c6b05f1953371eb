/** Wounds seen from the patient, and what hangs on an assessment. */
import { Holds } from '@heya/service-common/holds';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { Patient, timelineClass, type TimelineRequest } from '../access/index.ts';
import { Attachment, type AttachmentRow, attachmentsOf } from '../attachment/index.ts';
import type { WoundRow } from './wound.repository.ts';
import { notationOf } from './wound.score.ts';
import { getWound, listWounds, seriesOf } from './wound.service.ts';
import { WoundAssessment } from './wound.type.ts';

@Resolver(() => Patient)
export class PatientWoundsResolver {
  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @FieldResolver(() => [WoundAssessment], {
    nullable: true,
    description: 'きずごとの最新の評価。新しい順 / The newest assessment of each wound, newest first.',
  })
  wounds(
    @Root() { id }: Patient,
    @Arg('woundId', () => ID, { nullable: true, description: 'このきずだけ / This wound alone.' }) woundId: string | null | undefined,
    @Arg('first', () => Int, { nullable: true, defaultValue: 30, description: '件数（100まで） / How many, at most 100.' })
    first: number | null,
    @Ctx() context: TimelineRequest,
  ) {
    return listWounds(context, id, { only: woundId ?? null, first: first ?? 30 });
  }
}

@Resolver(() => WoundAssessment)
export class WoundAssessmentResolver {
  @FieldResolver(() => Patient, { nullable: true, description: 'だれのきずか / Whose wound it is.' })
  patient(@Root() { patientId }: WoundRow): Patient {
    return { id: patientId };
  }

  @Holds(timelineClass)
  @FieldResolver(() => String, { description: '表記 例 D3-e3s8i1g3n0p0:15 / The notation.' })
  notation(@Root() row: WoundRow): string {
    return notationOf(row);
  }

  @Holds(timelineClass)
  @FieldResolver(() => [Attachment], {
    description: '写真。訂正は前の写真も。身体の写真は同意がある人だけ / Photos, of what it corrects too; only for whom the consent names.',
  })
  async photos(@Root() { id, correctsId }: WoundRow, @Ctx() context: TimelineRequest): Promise<AttachmentRow[]> {
    const own = await attachmentsOf(context, id);
    return correctsId ? [...own, ...(await attachmentsOf(context, correctsId))] : own;
  }

  @FieldResolver(() => WoundAssessment, { nullable: true, description: 'これで訂正された評価 / What this one corrects.' })
  corrects(@Root() { correctsId }: WoundRow, @Ctx() context: TimelineRequest) {
    return correctsId && getWound(context, correctsId);
  }

  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @FieldResolver(() => [WoundAssessment], {
    description: '同じきずの評価。新しい順。訂正・取り消しされたものを除く / The series of this wound, newest first, what stands of it.',
  })
  series(
    @Root() { woundId }: WoundRow,
    @Arg('first', () => Int, { nullable: true, defaultValue: 12, description: '件数（100まで） / How many, at most 100.' })
    first: number | null,
    @Arg('before', () => ID, { nullable: true, description: 'この評価より前 / Older than this assessment.' }) before:
      | string
      | null
      | undefined,
    @Ctx() context: TimelineRequest,
  ) {
    return seriesOf(context, woundId, { first: first ?? 12, before: before ?? null });
  }
}
