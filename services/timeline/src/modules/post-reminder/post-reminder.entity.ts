/** That a post was told again to whom it had not reached (R22). Never changed. */
import { defineEntity, p } from '@mikro-orm/core';
import { post } from '../post/index.ts';

export const postReminder = defineEntity({
  name: 'PostReminder',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    post: () => p.manyToOne(post).mapToPk().deleteRule('restrict').updateRule('restrict'),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    byId: p.uuid(),
    byName: p.string(),
    /** Whom it had not reached then. */
    waitingCount: p.integer(),
    at: p.datetime().defaultRaw('clock_timestamp()'),
  },
  indexes: [{ name: 'post_reminder_post', expression: 'create index post_reminder_post on post_reminder (post_id, at)' }],
});
