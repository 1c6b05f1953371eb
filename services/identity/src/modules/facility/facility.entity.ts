/** A medical institution or care office (医療機関・介護事業所). */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { FacilityKind } from './facility-kinds.ts';
import { District } from '../district/index.ts';

export const Facility = defineEntity({
  name: 'Facility',
  properties: {
    id: p.uuid().primary(),
    districtId: () => p.manyToOne(District).mapToPk().fieldName('district_id').deleteRule('restrict'),
    institutionCode: p.string().length(10),
    kind: p.string().$type<FacilityKind>(),
    name: p.string(),
    nameKana: p.string().nullable(),
    /** Kana where known, else the name: what lists are sorted by. */
    sortName: p.string().collation('ja-x-icu'),
    municipality: p.string(),
    address: p.string().nullable(),
    phone: p.string().nullable(),
    fax: p.string().nullable(),
    version: p.integer().default(1),
  },
  uniques: [{ name: 'facility_district_code', properties: ['districtId', 'institutionCode'] }],
  indexes: [{ name: 'facility_district_order', properties: ['districtId', 'sortName', 'id'] }],
});
export type Facility = InferEntity<typeof Facility>;
