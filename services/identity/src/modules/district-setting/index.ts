export { DistrictSetting } from './district-setting.entity.ts';
export type { SettingKey, SettingValues } from './district-setting.keys.ts';
export { readSetting } from './district-setting.service.ts';
