export { Device, PersonalDeviceAllowance } from './device.entity.ts';
export { deviceReference } from './device.access.ts';
export { deviceName, deviceStanding, proveDevice } from './proof.service.ts';
export { DeviceResolver, FacilityDeviceResolver, SessionDeviceResolver, ViewerDeviceResolver } from './device.resolver.ts';
