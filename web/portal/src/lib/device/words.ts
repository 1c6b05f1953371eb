import type { DeviceOwnership, DevicePlatform, DeviceStatus } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

type Words<T extends string> = Record<T, () => string>;

export const devicePlatformNames: Words<DevicePlatform> = {
  WINDOWS: () => 'Windows',
  MACOS: () => 'Mac',
  IOS: () => 'iPhone',
  IPADOS: () => 'iPad',
  ANDROID: () => 'Android',
  CHROMEOS: () => 'ChromeOS',
  OTHER: m.device_platform_other,
};

export const deviceOwnershipNames: Words<DeviceOwnership> = {
  FACILITY: m.device_of_facility,
  PATIENT_FAMILY: m.device_of_family,
  PERSONAL_EXCEPTION: m.device_personal,
};

export const deviceStatusNames: Words<DeviceStatus> = {
  PENDING: m.device_pending,
  APPROVED: m.device_approved,
  REVOKED: m.device_stopped,
};
