/** What a district has set, with its history: every change is a row of its own, the newest that is in effect counts. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const DistrictSetting = defineEntity({
  name: 'DistrictSetting',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    key: p.string().length(60),
    value: p.json().$type<unknown>(),
    /** Counts the changes of this key, from 1. */
    version: p.integer(),
    validFrom: p.datetime(),
    changedBy: p.uuid(),
    changedAt: p.datetime(),
    bodyHash: p.string().length(64),
  },
  uniques: [{ name: 'district_setting_version', properties: ['districtId', 'key', 'version'] }],
});
export type DistrictSetting = InferEntity<typeof DistrictSetting>;
