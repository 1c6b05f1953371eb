import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType } from 'type-graphql';
import type { DeviceOwnership, DevicePlatform } from './device-words.ts';
import { DeviceOwnershipEnum, DevicePlatformEnum } from './device.type.ts';

@InputType('DeviceKeyInput', {
  description: '端末から取り出せない鍵の、公開する半分(ECDSA P-256) / Public half of a key that cannot leave the device (ECDSA P-256).',
})
export class DeviceKeyInput {
  @Field(() => String, { description: 'x座標(base64url) / x coordinate, base64url.' })
  x!: string;

  @Field(() => String, { description: 'y座標(base64url) / y coordinate, base64url.' })
  y!: string;
}

@InputType('DeviceRegisterInput', { description: 'この端末を登録する / Registers this device.' })
export class DeviceRegisterInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重の要求を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => String, { description: '呼び名(80文字まで) / What people call it, at most 80 characters.' })
  label!: string;

  @Field(() => DevicePlatformEnum, { description: '機種 / Operating system.' })
  platform!: DevicePlatform;

  @Field(() => DeviceOwnershipEnum, { description: 'だれの端末か / Whose it is.' })
  ownership!: DeviceOwnership;

  @Field(() => ID, { nullable: true, description: '事業所。省くと今の所属 / Facility; the present one when left out.' })
  facilityId?: string | null;

  @Field(() => Boolean, { description: 'セキュリティ対策ソフトがある / Security software runs on it.' })
  securitySoftwareAttested!: boolean;

  @Field(() => DeviceKeyInput, { description: '鍵の公開する半分 / Public half of its key.' })
  publicKey!: DeviceKeyInput;
}

@InputType('PersonalDeviceAllowInput', { description: '私物の端末を期限まで認める / Allows a person a device of their own until a date.' })
export class PersonalDeviceAllowInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重の要求を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => DateTimeScalar, {
    description: 'この時まで。過ぎた時を渡すと取り消す / Until when; a time that has passed takes it back.',
  })
  until!: Date;

  @Field(() => String, { description: '理由(300文字まで) / Reason, at most 300 characters.' })
  reason!: string;
}
