/** Who has read which post (R23), and how far somebody has come in a room. */
import { defineEntity, p } from '@mikro-orm/core';
import { post } from '../post/index.ts';

export const readReceipt = defineEntity({
  name: 'ReadReceipt',
  rowLevelSecurity: 'force',
  primaryKeys: ['post', 'userId'],
  properties: {
    post: () => p.manyToOne(post).mapToPk().primary().deleteRule('restrict').updateRule('restrict'),
    userId: p.uuid().primary(),
    roomId: p.uuid(),
    audience: p.string(),
    /** The name at the time of reading. */
    userName: p.string(),
    readAt: p.datetime(),
  },
  indexes: [{ properties: ['post', 'readAt', 'userId'] }],
});

/** Everything this person could see up to `upToSeq` has their receipt: unread posts are looked for only after it. */
export const readingPosition = defineEntity({
  name: 'ReadingPosition',
  rowLevelSecurity: 'force',
  primaryKeys: ['roomId', 'userId'],
  properties: {
    roomId: p.uuid().primary(),
    userId: p.uuid().primary(),
    upToSeq: p.bigint('number'),
    lastReadAt: p.datetime(),
    /** The last reading before the visit that `lastReadAt` belongs to (R30). */
    beforeVisitAt: p.datetime().nullable(),
  },
});
