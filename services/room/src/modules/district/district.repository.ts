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
  const [row] = await tx.execute<{ professions: string[]; promise_days: number; set: Record<string, unknown> | null }[]>(
    `select to_json(applicant_professions) as professions, promise_days, (
              select json_object_agg(key, value) from (
                select distinct on (key) key, value from district_setting_change
                 where district_id = ? and valid_from <= now() order by key, version desc) newest) as set
       from district_setting where district_id in (?, ?) order by district_id = ? desc limit 1`,
    [districtId, districtId, noDistrict, districtId],
  );
  const { applicantProfessions, applicationDueDays } = row?.set ?? {};
  return {
    applicantProfessions: Array.isArray(applicantProfessions) ? applicantProfessions.map(String) : (row?.professions ?? []),
    promiseDays: typeof applicationDueDays === 'number' ? applicationDueDays : (row?.promise_days ?? 0),
  };
}
