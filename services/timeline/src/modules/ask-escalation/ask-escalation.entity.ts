/** That an answer is late was told, step by step (R23). Never changed. */
import { defineEntity, p } from '@mikro-orm/core';
import { post } from '../post/index.ts';

export const postAskEscalation = defineEntity({
  name: 'PostAskEscalation',
  rowLevelSecurity: 'force',
  primaryKeys: ['post', 'step'],
  properties: {
    post: () => p.manyToOne(post).mapToPk().primary().deleteRule('restrict').updateRule('restrict'),
    step: p.integer().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
