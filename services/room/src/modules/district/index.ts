export { districtSetting, districtSettingChange } from './district.entity.ts';
export { districtHandlers } from './district.events.ts';
export { findDistrictSetting, type DistrictSetting } from './district.repository.ts';
