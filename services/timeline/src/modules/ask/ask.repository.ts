/** Asks in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned, toDate } from '@heya/service-common/planned';
import { type Audience, type Found, idArray, takesPart } from '../access/index.ts';
import { type MentionGroup, professionsOf } from '../mention/index.ts';
import type { Answering, AskDraft } from './ask.policy.ts';

/** Whether member `m` is one who is asked by ask `k` of post `p`, as a deputy too: never its writer. */
export const askedNow = `m.user_id <> p.author_id
  and (k.to_user_id = m.user_id or k.to_group = 'ALL' or (k.to_group = 'STEWARD' and m.is_steward) or m.profession = any(k.professions)
    or exists (select 1 from post_ask_deputy y where y.post_id = k.post_id and y.user_id = m.user_id))
  and ${takesPart('k.audience')}`;

interface AskPlace {
  postId: string;
  roomId: string;
  patientId: string;
  audience: Audience;
}

const professions = (group: MentionGroup | null | undefined): string => `{${group ? professionsOf[group].join(',') : ''}}`;

/** @returns whether anybody but the writer would owe the answer */
export async function isAnybodyAsked(
  tx: Em,
  { roomId, audience, authorId }: { roomId: string; audience: Audience; authorId: string },
  { toUserId, toGroup }: AskDraft,
): Promise<boolean> {
  const rows = await planned(
    tx,
    `select 1 from viewer_rooms() v join room_member m on m.room_id = v.room_id
      where v.room_id = ? and m.user_id <> ? and (m.user_id = ?::uuid or ?::text = 'ALL' or (?::text = 'STEWARD' and m.is_steward) or m.profession = any(?::text[]))
        and ${takesPart('?::text')} limit 1`,
    [roomId, authorId, toUserId ?? null, toGroup ?? null, toGroup ?? null, professions(toGroup), audience],
  );
  return rows.length > 0;
}

export async function insertAsk(tx: Em, { postId, roomId, patientId, audience }: AskPlace, ask: AskDraft): Promise<void> {
  await planned(
    tx,
    `insert into post_ask (post_id, room_id, patient_id, audience, to_user_id, to_group, professions, due_at) values (?, ?, ?, ?, ?::uuid, ?::text, ?::text[], ?::timestamptz)`,
    [postId, roomId, patientId, audience, ask.toUserId ?? null, ask.toGroup ?? null, professions(ask.toGroup), ask.dueAt],
  );
}

export interface AskRow extends Found, Answering {
  postId: string;
  audience: Audience;
  toUserId: string | null;
  toGroup: MentionGroup | null;
  /** null for whoever may know names only. */
  takenById: string | null;
  takenByName: string | null;
  doneByName: string | null;
  note: string | null;
  deputies: Deputy[];
  /** How often it was told that it is late, earliest first. */
  escalations: { step: number; at: string }[];
  /** Whose answer is waited for now; none for whoever may know names only. */
  owedByIds: string[];
}

interface Deputy {
  /** null for whoever may know names only. */
  userId: string | null;
  byName: string;
  at: string;
}

type Stored = Omit<AskRow, 'dueAt' | 'takenAt' | 'doneAt' | 'retractedAt'> &
  Record<'dueAt', Date | string> &
  Record<'takenAt' | 'doneAt' | 'retractedAt', Date | string | null>;
export async function findAsks(tx: Em, postIds: readonly string[]): Promise<AskRow[]> {
  const rows = await planned<Stored>(
    tx,
    `select k.post_id as "postId", k.room_id as "roomId", k.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, k.audience,
            k.to_user_id as "toUserId", k.to_group as "toGroup", k.due_at as "dueAt",
            case when 'CARE_TEAM' = any(v.audiences) then s.by_id end as "takenById", s.by_name as "takenByName", s.at as "takenAt",
            d.by_name as "doneByName", d.at as "doneAt", d.note, t.at as "retractedAt", v.open as "isWritable",
            coalesce(s.by_id = viewer_user(), false) as "isTakenByViewer", coalesce(d.by_id = viewer_user(), false) as "isDoneByViewer",
            p.author_id = viewer_user() as "isAskedByViewer",
            coalesce((select json_agg(json_build_object('userId', case when 'CARE_TEAM' = any(v.audiences) then y.user_id end, 'byName', y.by_name, 'at', y.at) order by y.at)
              from post_ask_deputy y where y.post_id = k.post_id), '[]') as deputies,
            coalesce((select json_agg(json_build_object('step', e.step, 'at', e.at) order by e.step) from post_ask_escalation e where e.post_id = k.post_id), '[]') as escalations,
            case when d.at is null and t.at is null and 'CARE_TEAM' = any(v.audiences) then to_json(array(select distinct m.user_id from room_member m
              where m.room_id = k.room_id and (s.by_id is null or s.by_id = m.user_id) and ${askedNow})) else '[]' end as "owedByIds",
            exists (select 1 from read_receipt r join room_member m on m.room_id = k.room_id and m.user_id = r.user_id where r.post_id = k.post_id and ${askedNow}) as "isSeen",
            v.authority = 'MEMBERSHIP' and exists (select 1 from room_member m where m.room_id = k.room_id and m.user_id = viewer_user() and ${askedNow}) as "isAsked"
       from viewer_rooms() v join post_ask k on k.room_id = v.room_id and k.audience = any(v.audiences) join post p on p.id = k.post_id
       left join post_ask_step s on s.post_id = k.post_id and s.kind = 'TAKEN' left join post_ask_step d on d.post_id = k.post_id and d.kind = 'DONE'
       left join post_retraction t on t.post_id = k.post_id
      where k.post_id = any(?::uuid[])`,
    [idArray(postIds)],
  );
  return rows.map((row) => ({
    ...row,
    dueAt: new Date(row.dueAt),
    takenAt: toDate(row.takenAt),
    doneAt: toDate(row.doneAt),
    retractedAt: toDate(row.retractedAt),
  }));
}
