export { Device, PersonalDeviceAllowance } from './device.entity.ts';
export { deviceReference, devicesInUse, ownDevices, ownStanding } from './device.access.ts';
export { deviceName, deviceStanding, proveDevice } from './proof.service.ts';
export { DeviceResolver, FacilityDeviceResolver, SessionDeviceResolver } from './device.resolver.ts';
export { DeviceStandingType, DeviceType } from './device.type.ts';
