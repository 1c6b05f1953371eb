/** Who is like the patient of an application, for the officers who review it (R20, decision 0032). */
import { auditAll } from '@heya/service-common/audit';
import { Ctx, FieldResolver, Resolver, Root, Directive, Field, ObjectType } from 'type-graphql';
import { selectAlikeInDistrict } from '../patient/index.ts';
import type { RoomContext } from '../platform/index.ts';
import { RoomApplicationType } from './application.type.ts';

@Directive('@tag(name: "internal")')
@ObjectType('PossibleDuplicate', {
  description: '読みと生年月日が似たほかの方の、部屋または申請。氏名はない / Room or application of somebody alike; no name.',
})
export class PossibleDuplicateType {
  @Field(() => String, { nullable: true, description: '部屋の番号 / Number of the room.' })
  roomNumber!: string | null;

  @Field(() => String, { nullable: true, description: '最後の申請の受付番号 / Receipt number of the latest application.' })
  receiptNumber!: string | null;
}

@Resolver(() => RoomApplicationType)
export class ApplicationAlikeResolver {
  @FieldResolver(() => [PossibleDuplicateType], {
    description:
      '地区の中で、読みと生年月日が似たほかの方。審査する職員だけに見える / Others of the district who are alike; for officers who review, empty for others.',
  })
  possibleDuplicates(@Root() { patientId }: RoomApplicationType, @Ctx() context: RoomContext): Promise<PossibleDuplicateType[]> {
    return listAlike(context, patientId);
  }
}

/** That there is somebody alike is told of them too: each gets a line in the record (R32). */
function listAlike(context: RoomContext, patientId: string): Promise<PossibleDuplicateType[]> {
  return context.read(async (tx) => {
    const rows = (await selectAlikeInDistrict(tx, patientId)).filter((row) => row.room_number !== null || row.receipt_number !== null);
    const looks = rows.map(({ patient_id: id }) => ({ subjectId: id, patientId: id }));
    await auditAll(
      tx,
      context,
      looks.map((look) => ({
        ...look,
        authority: 'REVIEW',
        action: 'SEARCH' as const,
        categories: ['DEMOGRAPHICS' as const],
        subjectType: 'Patient',
      })),
    );
    return rows.map(({ room_number: roomNumber, receipt_number: receiptNumber }) => ({ roomNumber, receiptNumber }));
  });
}
