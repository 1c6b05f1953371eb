/** An answer somebody owes by a time (R23), beside the post that asks for it. */
import { defineEntity, p } from '@mikro-orm/core';

export const postAsk = defineEntity({
  name: 'PostAsk',
  rowLevelSecurity: 'force',
  properties: {
    postId: p.uuid().primary(),
    roomId: p.uuid(),
    patientId: p.uuid(),
    audience: p.string(),
    /** One of the two. */
    toUserId: p.uuid().nullable(),
    toGroup: p.string().nullable(),
    /** Of the group, as it was understood when it was asked. */
    professions: p.array<string>().columnType('text[]'),
    dueAt: p.datetime(),
  },
  indexes: [
    { name: 'post_ask_due', expression: 'create index post_ask_due on post_ask (room_id, audience, due_at, post_id)' },
    { name: 'post_ask_late', expression: 'create index post_ask_late on post_ask (due_at)' },
  ],
});
