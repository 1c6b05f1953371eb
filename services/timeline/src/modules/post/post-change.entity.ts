/** What came after a post (R22): its corrections and its retraction. Room, patient and audience stand in each row for row-level security. */
import { defineEntity, p } from '@mikro-orm/core';
import { post } from './post.entity.ts';

const change = {
  post: () => p.manyToOne(post).mapToPk().primary().deleteRule('restrict').updateRule('restrict'),
  roomId: p.uuid().index(),
  patientId: p.uuid(),
  audience: p.string(),
  byId: p.uuid(),
  byName: p.string(),
  at: p.datetime().defaultRaw('clock_timestamp()'),
} as const;

export const postRevision = defineEntity({
  name: 'PostRevision',
  rowLevelSecurity: 'force',
  primaryKeys: ['post', 'version'],
  properties: {
    ...change,
    /** Of the post from here on; the first correction makes version 2. */
    version: p.integer().primary(),
    body: p.text(),
  },
});

export const postRetraction = defineEntity({
  name: 'PostRetraction',
  rowLevelSecurity: 'force',
  properties: { ...change, reason: p.text() },
});
