/** What became of an ask (R23): taken on, done, each once. Never changed. */
import { defineEntity, p } from '@mikro-orm/core';
import { post } from '../post/index.ts';

export const postAskStep = defineEntity({
  name: 'PostAskStep',
  rowLevelSecurity: 'force',
  primaryKeys: ['post', 'kind'],
  properties: {
    post: () => p.manyToOne(post).mapToPk().primary().deleteRule('restrict').updateRule('restrict'),
    /** TAKEN or DONE. */
    kind: p.string().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    byId: p.uuid(),
    byName: p.string(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
    /** What was said when it was done. */
    note: p.text().nullable(),
  },
});
