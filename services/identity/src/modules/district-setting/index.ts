export { DistrictSetting } from './district-setting.entity.ts';
export { readSetting } from './district-setting.service.ts';
export { DistrictResolver, DistrictSettingResolver } from './district-setting.resolver.ts';
export { resolveDistrict } from './district.service.ts';
