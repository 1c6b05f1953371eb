/** What other services own and this one only adds to or points at. */
import 'reflect-metadata';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const AudienceEnum = { CARE_TEAM: 'CARE_TEAM', EVERYONE: 'EVERYONE' } as const;
registerEnumType(AudienceEnum, {
  name: 'Audience',
  description: '公開範囲。家族はEVERYONEだけ見える / Patients and families see EVERYONE only.',
  valuesConfig: {
    CARE_TEAM: { description: '専門職だけ / Professionals of the room only.' },
    EVERYONE: { description: '本人・家族も / The patient and family too.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: "利用者（患者）部屋 / A patient's room." })
export class Room {
  @Field(() => ID, { description: '部屋のID / Id of the room.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "部屋の参加者 / A person's membership in a room." })
export class RoomMembership {
  @Field(() => ID, { description: '参加のID / Id of the membership.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '利用者（患者） / The person cared for.' })
export class Patient {
  @Field(() => ID, { description: '利用者のID / Id of the patient.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: '利用者ID・参加者 / A person with an ID.' })
export class User {
  @Field(() => ID, { description: '人のID / Id of the person.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: '今サインインしている人 / The person who is signed in.' })
export class Viewer {
  @Field(() => ID, { description: '人のID / Id of the person.' })
  id!: string;
}
