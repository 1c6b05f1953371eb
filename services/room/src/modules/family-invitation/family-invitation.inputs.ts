/** What invitations of family and patients are made and accepted with. */
import { DateScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType } from 'type-graphql';
import { RoomRoleEnum } from '../membership/index.ts';
import type { InvitedRole } from './family-invitation.entity.ts';

@InputType({ description: '家族・本人の招待 / An invitation of family or the patient.' })
export class FamilyInvitationInput {
  @Field(() => ID, { description: '新しい識別子。同じものは一度だけ作られる / The new id; the same one is made once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => RoomRoleEnum, { description: 'FAMILYかPATIENT / FAMILY or PATIENT.' })
  role!: InvitedRole;

  @Field(() => String, { description: '氏名(60文字まで) / Name, up to 60 characters.' })
  name!: string;

  @Field(() => String, { description: 'ふりがな / Name in kana.' })
  nameKana!: string;

  @Field(() => DateScalar, {
    description: '生年月日。そのままでは保存しない / Birth date; not kept as it is.',
  })
  birthDate!: string;
}

@InputType({ description: '紙に書かれたコードと、招待された人の生年月日 / The code on paper and the birth date of the invited person.' })
export class FamilyProofInput {
  @Field(() => String, { description: '招待コード / The code.' })
  code!: string;

  @Field(() => DateScalar, { description: '生年月日 / Birth date.' })
  birthDate!: string;
}

@InputType({
  description:
    '参加する招待。はじめての登録をこの招待でした人は識別子だけ、ほかのIDの人はコードと生年月日 / What to accept: its id for whoever registered with it; code and birth date for whoever has another ID.',
})
export class FamilyAcceptInput {
  @Field(() => ID, { nullable: true, description: '招待 / The invitation.' })
  invitationId?: string | null;

  @Field(() => FamilyProofInput, { nullable: true, description: 'コードと生年月日 / Code and birth date.' })
  proof?: FamilyProofInput | null;
}
