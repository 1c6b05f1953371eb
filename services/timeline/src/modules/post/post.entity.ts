/** A post as it was written (R22): never changed, never deleted. Names are those at the time of writing. */
import { defineEntity, p } from '@mikro-orm/core';
import { vitalsRecord } from '../vitals/index.ts';

export const post = defineEntity({
  name: 'Post',
  rowLevelSecurity: 'force',
  properties: {
    /** Made by the writer's device; also the key against doubles. */
    id: p.uuid().primary(),
    roomId: p.uuid(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    /** Place in the room's sequence: the order of the timeline, whatever the clocks say. */
    seq: p.bigint('number'),
    authorId: p.uuid(),
    authorName: p.string(),
    authorProfessionLabel: p.string().nullable(),
    authorFacilityName: p.string().nullable(),
    kind: p.string(),
    audience: p.string(),
    importance: p.string(),
    body: p.text().nullable(),
    vitals: () => p.oneToOne(vitalsRecord).mapToPk().nullable().deleteRule('restrict').updateRule('restrict'),
    /** A reply hangs under the post that began the exchange. */
    parentId: p.uuid().nullable(),
    /** Whose words a proxy entry records (R22). */
    spokenForName: p.string().nullable(),
    acknowledgementRequested: p.boolean().default(false),
    /** Most posts ask nothing of anybody. */
    hasAsk: p.boolean().default(false),
    observedAt: p.datetime(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    version: p.integer().default(1),
    /** Hash of what was sent: the same key with another content is refused. */
    fingerprint: p.string(),
  },
  uniques: [{ properties: ['roomId', 'seq'] }],
  indexes: [
    { name: 'post_timeline', expression: 'create index post_timeline on post (room_id, audience, seq) include (id)' },
    { name: 'post_arrived', expression: 'create index post_arrived on post (room_id, audience, created_at)' },
    { name: 'post_timeline_kind', expression: 'create index post_timeline_kind on post (room_id, audience, kind, seq)' },
    { name: 'post_timeline_author', expression: 'create index post_timeline_author on post (room_id, audience, author_id, seq)' },
    {
      name: 'post_timeline_raised',
      expression: "create index post_timeline_raised on post (room_id, audience, seq) where importance <> 'NORMAL'",
    },
    {
      name: 'post_acknowledgement_requested',
      expression: 'create index post_acknowledgement_requested on post (room_id, audience, seq) where acknowledgement_requested',
    },
    { name: 'post_replies', expression: 'create index post_replies on post (parent_id, seq) where parent_id is not null' },
    { name: 'post_observed', expression: 'create index post_observed on post (room_id, observed_at)' },
  ],
});
