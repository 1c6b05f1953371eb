/** Answers to asks in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { askedNow, type AskStep } from '../ask/index.ts';
import type { PostRow } from '../post/index.ts';

type Asking = Pick<PostRow, 'id' | 'roomId' | 'patientId' | 'audience'>;
interface By {
  userId: string;
  userName: string;
}

export async function insertSteps(tx: Em, post: Asking, by: By, { steps, note }: { steps: AskStep[]; note: string | null }): Promise<void> {
  for (const kind of steps)
    await planned(
      tx,
      `insert into post_ask_step (post_id, kind, room_id, patient_id, audience, by_id, by_name, note) values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [post.id, kind, post.roomId, post.patientId, post.audience, by.userId, by.userName, kind === 'DONE' ? note : null],
    );
}

/** Soonest first, along the index of each audience. */
const open = `viewer_rooms() v cross join unnest(v.audiences) a join post_ask k on k.room_id = v.room_id and k.audience = a join post p on p.id = k.post_id`;
const waiting = `not exists (select 1 from post_ask_step d where d.post_id = k.post_id and d.kind = 'DONE')
  and not exists (select 1 from post_retraction t where t.post_id = k.post_id)`;

export interface AskPlace {
  id: string;
  dueAt: Date;
}

export type After = readonly [number, string] | undefined;
const beyond = (after: After): string => (after ? 'and (k.due_at, k.post_id) > (?::timestamptz, ?::uuid)' : '');
const position = (after: After): unknown[] => (after ? [new Date(after[0]), after[1]] : []);
const columns = `k.post_id as id, k.due_at as "dueAt"`;
const toPlaces = (rows: { id: string; dueAt: Date | string }[]): AskPlace[] => rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt) }));

/** @returns what this person owes, where they may answer now: asked of them, or of a group of theirs of which nobody else has taken it on who could still answer */
export async function findOwed(tx: Em, userId: string, after: After, limit: number): Promise<AskPlace[]> {
  return toPlaces(
    await planned(
      tx,
      `select ${columns} from ${open}
        where v.authority = 'MEMBERSHIP' and v.open and ${waiting} ${beyond(after)}
          and exists (select 1 from room_member m where m.room_id = v.room_id and m.user_id = ? and ${askedNow})
          and not exists (select 1 from post_ask_step s join room_member m on m.room_id = k.room_id and m.user_id = s.by_id
            where s.post_id = k.post_id and s.kind = 'TAKEN' and s.by_id <> ? and ${askedNow})
        order by k.due_at, k.post_id limit ?`,
      [...position(after), userId, userId, limit],
    ),
  );
}

interface InRoom {
  roomId: string;
  askedBefore: Date;
}

/** @returns what waits for anybody's answer in a room, asked before a moment */
export async function findOpen(tx: Em, { roomId, askedBefore }: InRoom, after: After, limit: number): Promise<AskPlace[]> {
  return toPlaces(
    await planned(
      tx,
      `select ${columns} from ${open} where v.room_id = ? and p.created_at <= ?::timestamptz and ${waiting} ${beyond(after)}
        order by k.due_at, k.post_id limit ?`,
      [roomId, askedBefore, ...position(after), limit],
    ),
  );
}

export async function countOpen(tx: Em, { roomId, askedBefore }: InRoom): Promise<number> {
  const [row] = await planned<{ n: number }>(
    tx,
    `select count(*)::int as n from ${open} where v.room_id = ? and p.created_at <= ?::timestamptz and ${waiting}`,
    [roomId, askedBefore],
  );
  return row?.n ?? 0;
}
