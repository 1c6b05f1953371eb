import type { Em } from '@heya/service-common/orm';
import { DistrictSetting } from './district-setting.entity.ts';
import type { SettingKey } from './district-setting.keys.ts';

export const settingInEffect = (
  tx: Em,
  districtId: string,
  { key, now }: { key: SettingKey; now: Date },
): Promise<DistrictSetting | null> =>
  tx.findOne(DistrictSetting, { districtId, key, validFrom: { $lte: now } }, { orderBy: { version: 'desc' } });

/** Of one key: no key's history pushes another's out of sight. */
const mostChanges = 100;

/** @returns the newest changes of each key of the district, newest first; coming ones too */
export async function listChanges(tx: Em, districtId: string): Promise<DistrictSetting[]> {
  const ids = await tx.execute<{ id: string }[]>(
    `select id from (select id, row_number() over (partition by key order by version desc) as place from district_setting where district_id = ?) c
      where place <= ?`,
    [districtId, mostChanges],
  );
  return tx.find(DistrictSetting, { id: { $in: ids.map(({ id }) => id) } }, { orderBy: { changedAt: 'desc', version: 'desc' } });
}

export const findChange = (tx: Em, id: string): Promise<DistrictSetting | null> => tx.findOne(DistrictSetting, { id });

export async function newestVersion(tx: Em, districtId: string, key: SettingKey): Promise<number> {
  const row = await tx.findOne(DistrictSetting, { districtId, key }, { orderBy: { version: 'desc' } });
  return row?.version ?? 0;
}

/** @returns false when another change took the version at the same moment */
export async function insertChange(tx: Em, { id, districtId, key, value, version, ...row }: DistrictSetting): Promise<boolean> {
  const rows = await tx.execute<unknown[]>(
    `insert into district_setting (id, district_id, key, value, version, valid_from, changed_by, changed_at, body_hash)
     values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
    [id, districtId, key, JSON.stringify(value), version, row.validFrom, row.changedBy, row.changedAt, row.bodyHash],
  );
  return rows.length === 1;
}
