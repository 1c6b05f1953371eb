/** Who may answer in somebody's place (R23). Never changed. */
import { defineEntity, p } from '@mikro-orm/core';
import { post } from '../post/index.ts';

export const postAskDeputy = defineEntity({
  name: 'PostAskDeputy',
  rowLevelSecurity: 'force',
  primaryKeys: ['post', 'userId'],
  properties: {
    post: () => p.manyToOne(post).mapToPk().primary().deleteRule('restrict').updateRule('restrict'),
    userId: p.uuid().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    byId: p.uuid(),
    byName: p.string(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
