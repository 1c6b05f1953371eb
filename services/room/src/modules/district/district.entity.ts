/** What a district may set for rooms: data, not code. The row of the zero id holds the defaults. */
import { defineEntity, p } from '@mikro-orm/core';

/** What the district has set at identity since, change by change. */
export const districtSettingChange = defineEntity({
  name: 'DistrictSettingChange',
  properties: {
    districtId: p.uuid().primary(),
    key: p.text().primary(),
    version: p.integer().primary(),
    value: p.json().$type<unknown>(),
    validFrom: p.datetime(),
  },
});

export const districtSetting = defineEntity({
  name: 'DistrictSetting',
  properties: {
    districtId: p.uuid().primary(),
    /** Who may apply for a room (R8). */
    applicantProfessions: p.array<string>(),
    /** The promise between receipt and opening, in days (R12). */
    promiseDays: p.integer(),
  },
});
