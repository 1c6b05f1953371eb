/** Which organisations are linked in a room, for the monthly proof of 在宅医療情報連携加算 (infra/decisions/0033). */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, Int, ObjectType } from 'type-graphql';
import { FacilityType } from '../foreign/index.ts';

@ObjectType('LinkedFacility', { description: '部屋でつながっている機関 / An organisation linked in a room.' })
export class LinkedFacilityType {
  @Field(() => FacilityType, { nullable: true, description: '機関 / The facility.' })
  facility!: FacilityType | null;

  @Field(() => String, { description: '招待したときの名称 / Name when last invited.' })
  facilityName!: string;

  @Field(() => [String], { description: '参加者の職種 / Professions of those taking part.' })
  professionLabels!: string[];

  @Field(() => Int, { description: '参加した人数 / How many people took part in the month.' })
  people!: number;

  @Field(() => DateTimeScalar, { description: '最初に参加した時 / When the first of them joined.' })
  since!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '最後の人が退出した時 / When the last of them left; null while somebody takes part.',
  })
  until!: Date | null;

  @Field(() => Boolean, { description: '見ている人の機関か / Whether it is the viewer’s own.' })
  isOwn!: boolean;
}

@ObjectType('CareLinks', { description: 'ある月の、部屋の連携 / Who was linked in a room in a month.' })
export class CareLinksType {
  @Field(() => String, { description: '月 YYYY-MM / The month.' })
  month!: string;

  @Field(() => Int, { description: '要る連携機関の数 / How many linked organisations are asked for.' })
  required!: number;

  @Field(() => [LinkedFacilityType], { description: '機関。参加した順 / Organisations, oldest first.' })
  facilities!: LinkedFacilityType[];

  @Field(() => Int, { description: 'この部屋の、自分の機関を除く数 / Linked in this room, without one’s own.' })
  linkedHere!: number;

  @Field(() => Int, {
    description: '自分が参加するすべての部屋の、自分の機関を除く数 / Linked over all rooms one serves in, without one’s own.',
  })
  linkedOverAll!: number;
}
