import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { describedEnum } from '../form/index.ts';
import { UserErrorType } from '../problem/index.ts';
import { type DeviceOwnership, type DevicePlatform, type DeviceStatus, deviceWords } from './device-words.ts';

export const DeviceOwnershipEnum = describedEnum('DeviceOwnership', 'だれの端末か / Whose device it is.', deviceWords.ownerships);
export const DeviceStatusEnum = describedEnum('DeviceStatus', '端末の状態 / State of a device.', deviceWords.statuses);
export const DevicePlatformEnum = describedEnum('DevicePlatform', '機種 / Operating system.', deviceWords.platforms);

@Directive('@key(fields: "id")')
@Directive('@tag(name: "internal")')
@ObjectType('Device', { description: '登録した端末のブラウザー / A registered browser on a device.' })
export class DeviceType {
  userId!: string;
  facilityId?: string | null;
  districtId!: string;

  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => String, { description: '呼び名 / What people call it.' })
  label!: string;

  @Field(() => DevicePlatformEnum, { description: '機種 / Operating system.' })
  platform!: DevicePlatform;

  @Field(() => DeviceOwnershipEnum, { description: 'だれの端末か / Whose it is.' })
  ownership!: DeviceOwnership;

  @Field(() => Boolean, { description: 'セキュリティ対策ソフトがあると申告した / Security software was declared.' })
  securitySoftwareAttested!: boolean;

  @Field(() => DeviceStatusEnum, { description: '状態 / State.' })
  status!: DeviceStatus;

  @Field(() => DateTimeScalar, { description: '登録した時 / When it was registered.' })
  registeredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '承認された時 / When it was approved.' })
  approvedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '止められた時 / When it was stopped.' })
  revokedAt?: Date | null;

  @Field(() => String, { nullable: true, description: '止めた理由 / Why it was stopped.' })
  revokeReason?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '私物の例外はこの時まで / Until when a personal one is allowed.' })
  personalUntil?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '最後に使われた時 / When it was last used.' })
  lastSeenAt?: Date | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('DeviceStanding', {
  description: '地区が求める端末の登録と、今のサインイン / What the district asks of devices, and whether this sign-in has it.',
})
export class DeviceStandingType {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'この日から承認された端末だけで使える。nullは決まりなし / From this day on approved devices alone; null: on any.',
  })
  requiredFrom!: string | null;

  @Field(() => Boolean, { description: '今日すでに求められている / Whether it is asked for today.' })
  isRequired!: boolean;

  @Field(() => Boolean, { description: '今のサインインで部屋を使える / Whether rooms may be used in this sign-in.' })
  isSatisfied!: boolean;

  @Field(() => DeviceType, { nullable: true, description: '今使っている登録端末 / The registered device in use.' })
  device!: DeviceType | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('DeviceRegisterPayload', { description: '端末を登録した結果 / Result of registering a device.' })
export class DeviceRegisterPayload {
  @Field(() => DeviceType, { nullable: true, description: '登録した端末 / The device.' })
  device!: DeviceType | null;

  @Field(() => Boolean, { description: '同じ要求の再送だった / The same request came again.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('DeviceApprovePayload', { description: '端末を承認した結果 / Result of approving a device.' })
export class DeviceApprovePayload {
  @Field(() => DeviceType, { nullable: true, description: '承認した端末 / The device.' })
  device!: DeviceType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('DeviceRevokePayload', { description: '端末を止めた結果 / Result of stopping a device.' })
export class DeviceRevokePayload {
  @Field(() => DeviceType, { nullable: true, description: '止めた端末 / The device.' })
  device!: DeviceType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}

@Directive('@tag(name: "internal")')
@ObjectType('PersonalDeviceAllowance', { description: '私物の端末を認めた期限 / Until when a person may use a device of their own.' })
export class PersonalDeviceAllowanceType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'この時まで / Until when.' })
  until!: Date;

  @Field(() => String, { description: '理由 / Reason.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: '認めた時 / When it was allowed.' })
  allowedAt!: Date;
}

@Directive('@tag(name: "internal")')
@ObjectType('PersonalDeviceAllowPayload', { description: '私物の端末を認めた結果 / Result of allowing a personal device.' })
export class PersonalDeviceAllowPayload {
  @Field(() => PersonalDeviceAllowanceType, { nullable: true, description: '認めた内容 / What was allowed.' })
  allowance!: PersonalDeviceAllowanceType | null;

  @Field(() => Boolean, { description: '同じ要求の再送だった / The same request came again.' })
  replayed!: boolean;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to fix.' })
  userErrors!: UserErrorShape[];
}
