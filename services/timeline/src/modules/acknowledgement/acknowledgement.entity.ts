/** 了解: somebody says that they have taken it in, apart from having read it (R23). */
import { defineEntity, p } from '@mikro-orm/core';
import { post } from '../post/index.ts';

export const acknowledgement = defineEntity({
  name: 'Acknowledgement',
  rowLevelSecurity: 'force',
  primaryKeys: ['post', 'userId'],
  properties: {
    post: () => p.manyToOne(post).mapToPk().primary().deleteRule('restrict').updateRule('restrict'),
    userId: p.uuid().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    userName: p.string(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
