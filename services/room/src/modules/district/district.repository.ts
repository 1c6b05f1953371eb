import { noDistrict } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';

export interface DistrictSetting {
  applicantProfessions: string[];
  promiseDays: number;
}

/** @returns the district's own settings, or the defaults */
export async function findDistrictSetting(tx: Em, districtId: string): Promise<DistrictSetting> {
  const [row] = await tx.execute<{ professions: string[]; promise_days: number }[]>(
    `select to_json(applicant_professions) as professions, promise_days from district_setting
      where district_id in (?, ?) order by district_id = ? desc limit 1`,
    [districtId, noDistrict, districtId],
  );
  return { applicantProfessions: row?.professions ?? [], promiseDays: row?.promise_days ?? 0 };
}
