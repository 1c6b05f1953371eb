/** One's own notifications in the database, as far as one takes part now; row-level security repeats the same for what a statement forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, idArray } from '../access/index.ts';
import type { Importance, NotificationKind } from './notification.policy.ts';
import type { TargetType } from './notification.target.ts';

export interface NotificationRow {
  id: string;
  seq: number;
  kind: NotificationKind;
  importance: Importance;
  targetType: TargetType;
  targetId: string;
  roomId: string | null;
  audience: Audience;
  needsMembership: boolean;
  actorId: string | null;
  createdAt: Date;
  readAt: Date | null;
  /** The consent shows the room's posts to this reader now. */
  isOpen: boolean;
}

/** @param rooms function of the rooms of whoever asks; of a row `n` with a room and a circle */
export const belonging = (rooms: 'rooms_seen' | 'rooms_belonged'): string =>
  `case n.audience when 'EVERYONE' then n.room_id = any ((select ${rooms}('EVERYONE'))::uuid[]) else n.room_id = any ((select ${rooms}('CARE_TEAM'))::uuid[]) end`;
const isOpen = `coalesce(${belonging('rooms_seen')}, false)`;
const mine = `n.user_id = viewer_user() and n.in_app and (not n.needs_membership or ${belonging('rooms_belonged')})`;
// That a value was beyond its alert is itself of health: without the consent it was a post (R10).
const toldKind = `case when n.kind = 'VITALS_OUT_OF_RANGE' and not ${isOpen} then 'POST' else n.kind end`;
const columns = `n.id, n.seq::int as seq, ${toldKind} as kind, n.importance, n.target_type as "targetType", n.target_id as "targetId", n.room_id as "roomId",
  n.audience, n.needs_membership as "needsMembership", n.actor_id as "actorId", n.created_at as "createdAt", n.read_at as "readAt", ${isOpen} as "isOpen"`;

const toRow = (row: NotificationRow): NotificationRow => ({
  ...row,
  createdAt: new Date(row.createdAt),
  readAt: row.readAt && new Date(row.readAt),
});

export interface NotificationConditions {
  unreadOnly: boolean;
  kinds: readonly NotificationKind[] | null;
  roomId: string | null;
}

/** @param below older than this place */
export async function findFeed(
  tx: Em,
  { unreadOnly, kinds, roomId }: NotificationConditions,
  below: number | undefined,
  limit: number,
): Promise<NotificationRow[]> {
  const conditions: [string, unknown][] = [
    ...(roomId ? [['n.room_id = ?::uuid', roomId] as [string, unknown]] : []),
    ...(kinds ? [[`(${toldKind}) = any(?::text[])`, idArray(kinds)] as [string, unknown]] : []),
    ...(below === undefined ? [] : [['n.seq < ?', below] as [string, unknown]]),
  ];
  const rows = await planned<NotificationRow>(
    tx,
    `select ${columns} from notification n where ${[mine, ...(unreadOnly ? ['n.read_at is null'] : []), ...conditions.map(([sql]) => sql)].join(' and ')}
      order by n.seq desc limit ?`,
    [...conditions.map(([, value]) => value), limit],
  );
  return rows.map(toRow);
}

export async function findNotifications(tx: Em, ids: readonly string[]): Promise<NotificationRow[]> {
  const rows = await planned<NotificationRow>(tx, `select ${columns} from notification n where ${mine} and n.id = any(?::uuid[])`, [
    idArray(ids),
  ]);
  return rows.map(toRow);
}

/** More than this is told as this. */
const mostUnread = 1000;

export async function countUnread(tx: Em): Promise<number> {
  const [row] = await planned<{ n: number }>(
    tx,
    `select count(*)::int as n from (select 1 from notification n where ${mine} and n.read_at is null limit ${mostUnread}) u`,
    [],
  );
  return row?.n ?? 0;
}

export interface UnreadTally {
  count: number;
  rooms: number;
  important: number;
  /** Something is of no room. */
  isBeside: boolean;
}

/** Numbers alone, of what one may still find in one's feed. */
export async function tallyUnread(tx: Em): Promise<UnreadTally> {
  const [row] = await planned<UnreadTally>(
    tx,
    `select count(*)::int as count, count(distinct n.room_id)::int as rooms, (count(*) filter (where n.importance <> 'NORMAL'))::int as important,
            coalesce(bool_or(n.room_id is null), false) as "isBeside"
       from (select n.room_id, n.importance from notification n where ${mine} and n.read_at is null limit ${mostUnread}) n`,
    [],
  );
  return row ?? { count: 0, rooms: 0, important: 0, isBeside: false };
}

/** @returns the newest place on the person's stream: everything up to it is in what is read afterwards */
export async function findPlace(tx: Em): Promise<number> {
  const [row] = await planned<{ seq: number }>(
    tx,
    `select coalesce((select c.seq from stream_counter c where c.stream = 'notification:' || viewer_user()), 0)::int as seq`,
    [],
  );
  return row?.seq ?? 0;
}

export type ReadUpTo = { ids: readonly string[] } | { upTo: Date } | { roomId: string; upToSeq: number };

/** What has been read stays read. @returns what is newly read */
export async function markRows(tx: Em, which: ReadUpTo): Promise<string[]> {
  const [condition, values] = conditionOf(which);
  const rows = await planned<{ id: string }>(
    tx,
    `update notification n set read_at = clock_timestamp() where ${mine} and n.read_at is null and ${condition} returning n.id`,
    values,
  );
  return rows.map(({ id }) => id);
}

function conditionOf(which: ReadUpTo): [string, unknown[]] {
  if ('ids' in which) return ['n.id = any(?::uuid[])', [idArray(which.ids)]];
  // As exact as the time that was given out.
  if ('upTo' in which) return [`date_trunc('milliseconds', n.created_at) <= ?::timestamptz`, [which.upTo]];
  return [
    `n.target_type = 'Post' and n.room_id = ?::uuid and (select p.seq from post p where p.id = n.target_id) <= ?`,
    [which.roomId, which.upToSeq],
  ];
}

/** Whose consents and memberships decide what one is told, and when the first of these rights ends by itself. */
export async function findBearing(tx: Em): Promise<{ patientIds: string[]; validUntil: Date | null }> {
  const [row] = await planned<{ patientIds: string[]; validUntil: Date | string | null }>(
    tx,
    `select coalesce((select json_agg(distinct s.patient_id) from unnest((select rooms_belonged('EVERYONE'))::uuid[]) r cross join lateral viewer_standing(r) s), '[]')
              as "patientIds",
            (select min(v.valid_until) from viewer_rooms() v where v.authority = 'MEMBERSHIP') as "validUntil"`,
    [],
  );
  return { patientIds: row?.patientIds ?? [], validUntil: row?.validUntil ? new Date(row.validUntil) : null };
}
