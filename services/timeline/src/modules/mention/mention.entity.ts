/** Who is named in a text, version by version (R22). */
import { defineEntity, p } from '@mikro-orm/core';

export const postMention = defineEntity({
  name: 'PostMention',
  rowLevelSecurity: 'force',
  primaryKeys: ['postId', 'version', 'ordinal'],
  properties: {
    postId: p.uuid().primary(),
    version: p.integer().primary(),
    ordinal: p.smallint().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    userId: p.uuid().nullable(),
    group: p.string().nullable(),
    start: p.integer(),
    end: p.integer(),
  },
  indexes: [
    {
      name: 'post_mention_user',
      expression: 'create index post_mention_user on post_mention (user_id, room_id) where user_id is not null',
    },
  ],
});
