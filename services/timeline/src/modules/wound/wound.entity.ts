/** One assessment of a wound, beside the post that tells of it (R24, R25). */
import { defineEntity, p } from '@mikro-orm/core';

export const woundAssessment = defineEntity({
  name: 'WoundAssessment',
  rowLevelSecurity: 'force',
  properties: {
    postId: p.uuid().primary(),
    /** The post of the first assessment of this wound. */
    woundId: p.uuid(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    site: p.string(),
    depth: p.string(),
    exudate: p.smallint(),
    size: p.smallint(),
    inflammation: p.smallint(),
    granulation: p.smallint(),
    necrosis: p.smallint(),
    pocket: p.smallint(),
    total: p.smallint(),
    criticallyColonized: p.boolean(),
    lengthCm: p.double().nullable(),
    widthCm: p.double().nullable(),
    areaCm2: p.double().nullable().fieldName('area_cm2'),
    assessedAt: p.datetime(),
    assessedById: p.uuid(),
    assessedByName: p.string(),
    correctsId: p.uuid().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
  indexes: [
    { name: 'wound_of_patient', properties: ['patientId', 'woundId', 'assessedAt', 'postId'] },
    { name: 'wound_series', properties: ['woundId', 'assessedAt', 'postId'] },
    {
      name: 'wound_corrected',
      expression: 'create index wound_corrected on wound_assessment (corrects_id) where corrects_id is not null',
    },
  ],
});
