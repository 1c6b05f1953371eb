/** RoomInspection as the API shows it. */
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { UserErrorType } from '../platform/index.ts';
import { RoomType } from '../room/index.ts';
import { UserType } from '../foreign/index.ts';

@Directive('@tag(name: "internal")')
@Directive('@key(fields: "id")')
@ObjectType('RoomInspection', {
  description:
    '支援センターによる利用状況の確認。理由が要り、部屋の全員に見える / Inspection by the centre; always with a reason, always visible.',
})
export class RoomInspectionType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => UserType, { nullable: true, description: '確認する職員 / The officer.' })
  officer!: UserType | null;

  @Field(() => String, { description: '職員の氏名(そのとき) / Name of the officer at the time.' })
  officerName!: string;

  @Field(() => String, { description: '理由 / Reason.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '始めた時 / When it began.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: '遅くともこの時に終わる(60分) / Ends by then at the latest, after 60 minutes.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '終わった時。続いている間はnull / When it ended; null while it runs.' })
  endedAt!: Date | null;

  @Field(() => Boolean, { description: '自分が今終えられるか / Whether you can end it now.' })
  viewerCanEnd!: boolean;

  /** Not in the schema: what other fields are found by. */
  roomId!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomInspectionPayload', { description: '部屋の確認の操作の結果 / Result of beginning or ending a look.' })
export class RoomInspectionPayload {
  @Field(() => RoomInspectionType, { nullable: true, description: '確認 / The look.' })
  roomInspection!: RoomInspectionType | null;

  @Field(() => RoomType, { nullable: true, description: '部屋。終えたあとはnull / The room; null once the look has ended.' })
  room!: RoomType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
