/** One patient's own ranges, a row each time they are set; the newest holds (R24). */
import { defineEntity, p } from '@mikro-orm/core';
import type { Ranges } from '../vitals/index.ts';

export const vitalRange = defineEntity({
  name: 'VitalRange',
  rowLevelSecurity: 'force',
  properties: {
    roomId: p.uuid().primary(),
    version: p.integer().primary(),
    patientId: p.uuid(),
    ranges: p.json<Ranges>(),
    setById: p.uuid(),
    setByName: p.string(),
    setAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
