/** That a room is erased, and the proof of it, as the API shows it. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { UserType } from '../foreign/index.ts';

@Directive('@tag(name: "internal")')
@ObjectType('PurgeConfirmation', { description: '消去してよいと職員が確かめたこと / Word of an officer that a room is erased.' })
export class PurgeConfirmationType {
  @Field(() => UserType, { nullable: true, description: '職員 / The officer.' })
  officer!: UserType | null;

  @Field(() => String, { description: '職員の氏名(そのとき) / Name of the officer at the time.' })
  officerName!: string;

  @Field(() => DateTimeScalar, { description: '確かめた時 / When.' })
  at!: Date;
}

@Directive('@tag(name: "internal")')
@ObjectType('ErasedCount', { description: '消去した記録の種類と数 / A kind of records that was erased, and how many.' })
export class ErasedCountType {
  @Field(() => String, { description: '種類（表の名前） / Kind: name of the table.' })
  name!: string;

  @Field(() => Int, { description: '数 / How many.' })
  count!: number;
}

@Directive('@tag(name: "internal")')
@ObjectType('ErasurePart', { description: '1つのサービスが消去したもの / What one service has erased.' })
export class ErasurePartType {
  @Field(() => String, { description: 'サービス / The service.' })
  service!: string;

  @Field(() => DateTimeScalar, { description: '消去した時 / When.' })
  erasedAt!: Date;

  @Field(() => [ErasedCountType], { description: '種類ごとの数 / How many of each kind.' })
  counts!: ErasedCountType[];

  @Field(() => String, { description: '消去したもののSHA-256 / SHA-256 of what was erased.' })
  sha256!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('ErasureCertificate', { description: '消去の証明書 / Certificate of erasure.' })
export class ErasureCertificateType {
  @Field(() => DateTimeScalar, { description: 'すべて消去した時 / When everything was erased.' })
  erasedAt!: Date;

  @Field(() => [ErasurePartType], { description: 'サービスごと / By service.' })
  parts!: ErasurePartType[];

  @Field(() => String, {
    description: 'この証明書のSHA-256（部屋番号、時刻、職員、各サービスの数とSHA-256から） / SHA-256 of what this certificate says.',
  })
  sha256!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomPurge', { description: '部屋の消去 / Erasure of a room.' })
export class RoomPurgeType {
  @Field(() => [PurgeConfirmationType], {
    description: '確かめた職員。2人で消去が始まる / Officers who have confirmed; it begins with two.',
  })
  confirmations!: PurgeConfirmationType[];

  @Field(() => DateTimeScalar, { nullable: true, description: '消去を始めた時 / When it began.' })
  begunAt!: Date | null;

  @Field(() => ErasureCertificateType, {
    nullable: true,
    description: '証明書。すべて消えるまではnull / Certificate; null until all is gone.',
  })
  certificate!: ErasureCertificateType | null;
}
