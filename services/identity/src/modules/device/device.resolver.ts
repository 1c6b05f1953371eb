import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { userErrors } from '../problem/index.ts';
import { SessionType } from '../session/index.ts';
import { UserType } from '../user/index.ts';
import { devicesOfFacility, findDeviceForViewer, workplacesOfViewer } from './device.access.ts';
import { DeviceRegisterInput, PersonalDeviceAllowInput } from './device.inputs.ts';
import { can } from './device.policy.ts';
import { approveDevice, registerDevice, revokeDevice } from './device.service.ts';
import {
  DeviceApprovePayload,
  DeviceRegisterPayload,
  DeviceRevokePayload,
  DeviceStatusEnum,
  DeviceType,
  PersonalDeviceAllowPayload,
} from './device.type.ts';
import type { DeviceStatus } from './device-words.ts';
import { allowPersonalDevice } from './personal-device.service.ts';

@Resolver(() => DeviceType)
export class DeviceResolver {
  @FieldResolver(() => FacilityType, { nullable: true, description: '事業所 / The facility.' })
  facility(@Root() { facilityId }: DeviceType, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return facilityId ? loaders.facility.load(facilityId) : Promise.resolve(null);
  }

  @FieldResolver(() => UserType, { nullable: true, description: '登録した人 / Who registered it.' })
  registeredBy(@Root() { userId }: DeviceType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(userId);
  }

  @FieldResolver(() => Boolean, { description: '見ている人が承認できるか / Whether the viewer may approve it.' })
  async viewerCanApprove(@Root() device: DeviceType, @Ctx() context: IdentityContext): Promise<boolean> {
    return (
      device.status === 'PENDING' &&
      can(context.viewer, 'APPROVE', { device: asDecided(device), workplaces: await workplacesOfViewer(context) }).allowed
    );
  }

  @FieldResolver(() => Boolean, { description: '見ている人が止められるか / Whether the viewer may stop it.' })
  async viewerCanRevoke(@Root() device: DeviceType, @Ctx() context: IdentityContext): Promise<boolean> {
    return (
      device.status !== 'REVOKED' &&
      can(context.viewer, 'REVOKE', { device: asDecided(device), workplaces: await workplacesOfViewer(context) }).allowed
    );
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => DeviceRegisterPayload, { description: 'この端末を登録する / Registers the device in use.' })
  async deviceRegister(
    @Arg('input', () => DeviceRegisterInput, { description: '端末 / The device.' }) input: DeviceRegisterInput,
    @Ctx() context: IdentityContext,
  ): Promise<DeviceRegisterPayload> {
    const { device, problems, replayed = false } = await registerDevice(context, input);
    return { device, replayed, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => DeviceApprovePayload, {
    description: '端末を承認する。登録した本人はできない / Approves a device; not by who registered it.',
  })
  async deviceApprove(
    @Arg('id', () => ID, { description: '端末 / The device.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<DeviceApprovePayload> {
    const { device, problems } = await approveDevice(context, id);
    return { device, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => DeviceRevokePayload, {
    description: '端末を止める。その端末のサインインも配信もすぐに終わる / Stops a device; its sign-ins and streams end at once.',
  })
  async deviceRevoke(
    @Arg('id', () => ID, { description: '端末 / The device.' }) id: string,
    @Arg('reason', () => String, { description: '理由(300文字まで) / Reason, at most 300 characters.' }) reason: string,
    @Ctx() context: IdentityContext,
  ): Promise<DeviceRevokePayload> {
    const { device, problems } = await revokeDevice(context, id, reason);
    return { device, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PersonalDeviceAllowPayload, {
    description: '私物の端末を期限まで認める(職員) / Allows a person a device of their own until a date; for officers.',
  })
  async personalDeviceAllow(
    @Arg('userId', () => ID, { description: '使う人 / The person.' }) userId: string,
    @Arg('input', () => PersonalDeviceAllowInput, { description: '期限と理由 / Until when, and why.' }) input: PersonalDeviceAllowInput,
    @Ctx() context: IdentityContext,
  ): Promise<PersonalDeviceAllowPayload> {
    const { allowance, problems, replayed = false } = await allowPersonalDevice(context, userId, input);
    return { allowance, replayed, userErrors: userErrors(problems, context.locale) };
  }
}

const asDecided = ({ userId, districtId, facilityId, ownership }: DeviceType): Parameters<typeof can>[2]['device'] => ({
  userId,
  districtId,
  facilityId: facilityId ?? null,
  ownership,
});

@Resolver(() => FacilityType)
export class FacilityDeviceResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [DeviceType], {
    nullable: true,
    description: '事業所の端末。管理者とセンターにだけ見える / Devices of the facility; for its administrators and the center.',
  })
  devices(
    @Root() facility: FacilityType,
    @Arg('status', () => DeviceStatusEnum, { nullable: true, description: 'この状態のものだけ / Only in this state.' })
    status: DeviceStatus | null,
    @Ctx() context: IdentityContext,
  ): Promise<DeviceType[] | null> {
    return devicesOfFacility(context, facility, status);
  }
}

@Resolver(() => SessionType)
export class SessionDeviceResolver {
  @FieldResolver(() => DeviceType, { nullable: true, description: '登録された端末。登録がなければnull / The registered device, if any.' })
  device(@Root() { deviceId }: SessionType, @Ctx() context: IdentityContext): Promise<DeviceType | null> {
    return deviceId ? findDeviceForViewer(context, deviceId) : Promise.resolve(null);
  }
}
