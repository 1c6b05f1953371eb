/** Who has been told again, and whom a post has not reached, under the same decision as the post itself. */
import type { Em } from '@heya/service-common/orm';
import { planned, toDate } from '@heya/service-common/planned';
import { type Audience, type Found, idArray, takesPart } from '../access/index.ts';
import type { PostRow } from '../post/index.ts';
import type { Reminding } from './post-reminder.policy.ts';

export interface ReminderRow extends Found, Reminding {
  postId: string;
  audience: Audience;
  /** Earliest first. */
  reminders: { id: string; byName: string; waitingCount: number; at: string }[];
}

const member = (more: string): string => `from room_member m where m.room_id = p.room_id and ${more}`;

export async function findReminders(tx: Em, postIds: readonly string[]): Promise<ReminderRow[]> {
  const rows = await planned<Omit<ReminderRow, 'lastAt' | 'retractedAt'> & Record<'lastAt' | 'retractedAt', Date | string | null>>(
    tx,
    `select p.id as "postId", v.room_id as "roomId", v.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, p.audience,
            v.open as "isWritable", p.author_id = viewer_user() as "isAuthor", t.at as "retractedAt",
            v.authority = 'MEMBERSHIP' and exists (select 1 ${member(`m.user_id = viewer_user() and m.is_steward and ${takesPart('p.audience')}`)}) as "isSteward",
            (select count(distinct m.user_id)::int ${member(`m.user_id <> p.author_id and ${takesPart('p.audience')}
              and not exists (select 1 from acknowledgement a where a.post_id = p.id and a.user_id = m.user_id)
              and (p.acknowledgement_requested or not exists (select 1 from read_receipt r where r.post_id = p.id and r.user_id = m.user_id))`)}) as "waitingCount",
            (select max(n.at) from post_reminder n where n.post_id = p.id) as "lastAt",
            coalesce((select json_agg(json_build_object('id', n.id, 'byName', n.by_name, 'waitingCount', n.waiting_count, 'at', n.at) order by n.at)
              from post_reminder n where n.post_id = p.id), '[]') as reminders
       from viewer_rooms() v join post p on p.room_id = v.room_id and p.audience = any(v.audiences)
       left join post_retraction t on t.post_id = p.id
      where p.id = any(?::uuid[])`,
    [idArray(postIds)],
  );
  return rows.map((row) => ({ ...row, lastAt: toDate(row.lastAt), retractedAt: toDate(row.retractedAt) }));
}

interface Reminder {
  id: string;
  by: { userId: string; userName: string };
  waitingCount: number;
}

/** @returns false when the id is another post's */
export async function insertReminder(tx: Em, post: PostRow, { id, by, waitingCount }: Reminder): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into post_reminder (id, post_id, room_id, patient_id, audience, by_id, by_name, waiting_count) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing returning 1`,
    [id, post.id, post.roomId, post.patientId, post.audience, by.userId, by.userName, waitingCount],
  );
  return rows.length > 0;
}
