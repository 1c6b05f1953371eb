import type { Em } from '@heya/service-common/orm';
import { DistrictSetting } from './district-setting.entity.ts';
import type { SettingKey } from './district-setting.keys.ts';

/** @returns the newest change that is in effect, for each key that was ever changed */
export const settingsInEffect = (tx: Em, districtId: string, now: Date): Promise<DistrictSetting[]> =>
  tx
    .find(DistrictSetting, { districtId, validFrom: { $lte: now } }, { orderBy: { version: 'asc' } })
    .then((rows) => [...new Map(rows.map((row) => [row.key, row])).values()]);

export const settingInEffect = (
  tx: Em,
  districtId: string,
  { key, now }: { key: SettingKey; now: Date },
): Promise<DistrictSetting | null> =>
  tx.findOne(DistrictSetting, { districtId, key, validFrom: { $lte: now } }, { orderBy: { version: 'desc' } });
