/** Values measured at one moment (R24). Room, patient and audience stand in each row, because row-level security reads them there. */
import { defineEntity, p } from '@mikro-orm/core';
import type { Life } from './vitals.life.ts';

export const vitalsRecord = defineEntity({
  name: 'VitalsRecord',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid(),
    patientId: p.uuid(),
    audience: p.string(),
    takenAt: p.datetime(),
    takenById: p.uuid(),
    takenByName: p.string(),
    oxygenLitersPerMinute: p.double().nullable(),
    note: p.text().nullable(),
    source: p.string(),
    worstFlag: p.string(),
    /** Meals, stool, medicines and the like (vitals.life.ts). */
    life: p.json<Life>().nullable(),
    /** What stands out over days, as it stood when this was written. */
    alerts: p.array().defaultRaw("'{}'"),
    correctsId: p.uuid().nullable(),
    correctionReason: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
  indexes: [
    { properties: ['patientId', 'takenAt', 'id'] },
    { properties: ['roomId'] },
    {
      name: 'vitals_corrected',
      expression: 'create index vitals_corrected on vitals_record (corrects_id) where corrects_id is not null',
    },
  ],
});

export const vitalMeasurement = defineEntity({
  name: 'VitalMeasurement',
  rowLevelSecurity: 'force',
  primaryKeys: ['record', 'kind'],
  properties: {
    record: () => p.manyToOne(vitalsRecord).mapToPk().primary().deleteRule('restrict').updateRule('restrict'),
    kind: p.string().primary(),
    ordinal: p.smallint(),
    roomId: p.uuid(),
    patientId: p.uuid(),
    audience: p.string(),
    takenAt: p.datetime(),
    value: p.double(),
    unit: p.string(),
    loincCode: p.string(),
    flag: p.string(),
    context: p.string().nullable(),
  },
  indexes: [{ properties: ['patientId', 'kind', 'audience', 'takenAt'] }],
});
