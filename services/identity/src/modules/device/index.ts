export { Device, PersonalDeviceAllowance } from './device.entity.ts';
export { deviceReference } from './device.access.ts';
export { DeviceResolver, FacilityDeviceResolver, SessionDeviceResolver, ViewerDeviceResolver } from './device.resolver.ts';
