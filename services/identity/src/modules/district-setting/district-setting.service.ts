/** The settings of a district: what holds now, and changing it (R8, R16). */
import type { Em } from '@heya/service-common/orm';
import { parseSetting, settingDefaults, type SettingKey, type SettingValues } from './district-setting.keys.ts';
import { settingInEffect } from './district-setting.repository.ts';

/**
 * @param tx of the service, or of anybody who belongs to the district
 * @returns what the district has set, or the default; a value that a newer Heya no longer allows counts as not set
 */
export async function readSetting<Key extends SettingKey>(
  tx: Em,
  districtId: string,
  key: Key,
  now = new Date(),
): Promise<SettingValues[Key]> {
  const row = await settingInEffect(tx, districtId, { key, now });
  return (row && parseSetting(key, row.value)) ?? settingDefaults[key];
}
