export { districtSetting } from './district.entity.ts';
export { findDistrictSetting, type DistrictSetting } from './district.repository.ts';
