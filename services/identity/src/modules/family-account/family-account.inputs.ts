/** What the room service says of somebody who was invited on paper. Nobody else may. */
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@InputType({ description: '招待された家族・本人のID / An ID for a family member or patient who was invited.' })
export class FamilyAccountInput {
  @Field(() => ID, { description: '新しいIDの識別子 / Id of the new account.' })
  userId!: string;

  @Field(() => ID, { description: '地区 / District.' })
  districtId!: string;

  @Field(() => String, { description: 'FAMILYかPATIENT / FAMILY or PATIENT.' })
  kind!: string;

  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Field(() => String, { description: 'カナ / Name in kana.' })
  nameKana!: string;

  @Field(() => DateScalar, { description: '生年月日 / Birth date.' })
  birthDate!: string;
}

@Directive('@inaccessible')
@ObjectType('FamilyAccount', { description: '用意したID / The account as it stands.' })
export class FamilyAccount {
  @Field(() => String, { description: 'ID / What is typed at sign-in.' })
  accountName!: string;

  @Field(() => String, {
    nullable: true,
    description: '登録コード。登録が終わっているときはnull / Code of the first sign-in; null when that was gone through.',
  })
  enrolmentCode!: string | null;
}

@Directive('@inaccessible')
@InputType({ description: '招待の手紙 / The letter with an invitation.' })
export class FamilyLetterInput {
  @Field(() => ID, { description: '地区 / District.' })
  districtId!: string;

  @Field(() => String, { description: '氏名 / Name.' })
  name!: string;

  @Field(() => String, { description: '部屋番号 / Number of the room.' })
  roomNumber!: string;

  @Field(() => String, { description: '招待した人の氏名 / Who invites.' })
  invitedByName!: string;

  @Field(() => String, { description: '招待コード / The code.' })
  code!: string;

  @Field(() => DateTimeScalar, { description: '使える期限 / Until when it can be used.' })
  expiresAt!: Date;
}
