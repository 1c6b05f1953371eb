/** Mentions in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray, takesPart } from '../access/index.ts';
import type { Mention, MentionGroup } from './mention.policy.ts';

/** @returns which of these people take part now and belong to the audience */
export async function findAddressable(
  tx: Em,
  roomId: string,
  audience: Audience,
  mentions: readonly Mention[],
): Promise<ReadonlySet<string>> {
  const ids = mentions.flatMap(({ userId }) => (userId && isId(userId) ? [userId] : []));
  if (ids.length === 0) return new Set();
  const rows = await planned<{ id: string }>(
    tx,
    `select distinct m.user_id as id from viewer_rooms() v join room_member m on m.room_id = v.room_id
      where v.room_id = ? and m.user_id = any(?::uuid[]) and ${takesPart('?::text')}`,
    [roomId, idArray(ids), audience],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface MentionRow extends Found {
  postId: string;
  audience: Audience;
  version: number;
  userId: string | null;
  group: MentionGroup | null;
  start: number;
  end: number;
}

/** Of every version of these texts, in the order of the text. */
export function findMentions(tx: Em, postIds: readonly string[]): Promise<MentionRow[]> {
  return planned<MentionRow>(
    tx,
    `select m.post_id as "postId", m.room_id as "roomId", m.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, m.audience,
            m.version, m.user_id as "userId", m."group", m.start, m."end"
       from viewer_rooms() v join post_mention m on m.room_id = v.room_id and m.audience = any(v.audiences)
      where m.post_id = any(?::uuid[]) order by m.start, m.ordinal`,
    [idArray(postIds)],
  );
}

interface MentionPlace {
  postId: string;
  version: number;
  roomId: string;
  patientId: string;
  audience: Audience;
}

export async function insertMentions(tx: Em, place: MentionPlace, mentions: readonly Mention[]): Promise<void> {
  if (mentions.length === 0) return;
  const { postId, version, roomId, patientId, audience } = place;
  await planned(
    tx,
    `insert into post_mention (post_id, version, ordinal, room_id, patient_id, audience, user_id, "group", start, "end")
     select ?::uuid, ?::int, x.ordinal, ?::uuid, ?::uuid, ?::text, x.user_id, x."group", x.start, x."end"
       from jsonb_to_recordset(?::jsonb) as x(ordinal smallint, user_id uuid, "group" text, start int, "end" int)`,
    [
      postId,
      version,
      roomId,
      patientId,
      audience,
      JSON.stringify(mentions.map(({ userId, group, start, end }, ordinal) => ({ ordinal, user_id: userId, group, start, end }))),
    ],
  );
}
