import { noDistrict } from '@heya/service-common/audit';
import type { EventPayloads } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';

export interface DistrictSetting {
  applicantProfessions: string[];
  promiseDays: number;
}

/** Told twice it is one change. */
export async function saveSettingChange(tx: Em, change: EventPayloads['identity.districtSettingChanged']): Promise<void> {
  const { districtId, key, version, value, validFrom } = change;
  await tx.execute(
    `insert into district_setting_change (district_id, key, version, value, valid_from) values (?, ?, ?, ?::jsonb, ?) on conflict do nothing`,
    [districtId, key, version, JSON.stringify(value), validFrom],
  );
}

/** @returns what the district has set and what has begun to hold, else the defaults */
export async function findDistrictSetting(tx: Em, districtId: string): Promise<DistrictSetting> {
  const [row] = await tx.execute<{ professions: string[]; promise_days: number }[]>(
    `select to_json(applicant_professions) as professions, promise_days from district_setting
      where district_id in (?, ?) order by district_id = ? desc limit 1`,
    [districtId, noDistrict, districtId],
  );
  const changes = await tx.execute<{ key: string; value: unknown }[]>(
    `select distinct on (key) key, value from district_setting_change where district_id = ? and valid_from <= now() order by key, version desc`,
    [districtId],
  );
  const set = Object.fromEntries(changes.map(({ key, value }) => [key, value]));
  return {
    applicantProfessions: Array.isArray(set.applicantProfessions) ? set.applicantProfessions.map(String) : (row?.professions ?? []),
    promiseDays: typeof set.applicationDueDays === 'number' ? set.applicationDueDays : (row?.promise_days ?? 0),
  };
}
