/** Reviews of unused rooms in PostgreSQL, under the viewer's row-level security. */
import type { MemberRole } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { DormancyChannel, DormancyDecision, DormancyEntryKind, DormancyOutcome, DormancyParty } from './dormancy.entity.ts';

/** JSON, so that a null viewer of the table below costs no second trip. */
export interface EntryJson {
  kind: DormancyEntryKind;
  at: string;
  party: DormancyParty | null;
  channel: DormancyChannel | null;
  askedOn: string | null;
  keep: boolean | null;
  note: string | null;
  actorId: string | null;
  actorName: string | null;
}

export interface DormancyRow {
  id: string;
  room_id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  applicant_id: string | null;
  applicant_name: string | null;
  opened_at: Date | string;
  last_activity_on: string;
  due_on: string;
  late_at: Date | string | null;
  decision: DormancyDecision | null;
  decision_reason: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: Date | string | null;
  ended_at: Date | string | null;
  outcome: DormancyOutcome | null;
  viewer_role: MemberRole | null;
  is_room_open: boolean;
  /** In their order; none for whoever is not of the center. */
  entries: EntryJson[];
}

const columns = `d.id, d.room_id, d.district_id, d.patient_id, d.room_number, d.applicant_id, d.applicant_name, d.opened_at, d.last_activity_on::text, d.due_on::text,
  d.late_at, d.decision, d.decision_reason, d.decided_by, d.decided_by_name, d.decided_at, d.ended_at, d.outcome, member_role(d.room_id) as viewer_role,
  coalesce((select o.status from officer_room(d.room_id, null) o), (select x.status from room x where x.id = d.room_id)) in ('ACTIVE', 'DORMANT') as is_room_open,
  (select coalesce(json_agg(json_build_object('kind', e.kind, 'at', e.at, 'party', e.party, 'channel', e.channel, 'askedOn', e.asked_on, 'keep', e.keep,
     'note', e.note, 'actorId', e.actor_id, 'actorName', e.actor_name) order by e.place), '[]') from dormancy_entry e where e.review_id = d.id) as entries`;

export function selectReviews(tx: Em, ids: readonly string[]): Promise<DormancyRow[]> {
  return tx.execute(`select ${columns} from dormancy_review d where d.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** @returns the newest review of each of these rooms */
export function selectNewestOfRooms(tx: Em, roomIds: readonly string[]): Promise<DormancyRow[]> {
  return tx.execute(
    `select n.* from unnest(?::uuid[]) as wanted(room_id) cross join lateral (
       select ${columns} from dormancy_review d where d.room_id = wanted.room_id order by d.opened_at desc, d.id desc limit 1) n`,
    [`{${roomIds.join(',')}}`],
  );
}

/** Holds the row: officers, posts and the clock come one after the other. */
export async function lockReview(tx: Em, id: string): Promise<DormancyRow | undefined> {
  await tx.execute('select id from dormancy_review where id = ? for update', [id]);
  return (await selectReviews(tx, [id]))[0];
}

export interface NewEntry {
  id: string;
  reviewId: string;
  kind: DormancyEntryKind;
  at: Date;
  party?: DormancyParty;
  channel?: DormancyChannel;
  askedOn?: string;
  keep?: boolean | null;
  note?: string | null;
  actor?: { id: string; name: string };
}

/** Behind the last one; the review is held. @returns false when the id is taken, whoever by */
export async function insertEntry(tx: Em, entry: NewEntry): Promise<boolean> {
  const { id, reviewId, kind, at, party, channel, askedOn, keep, note, actor } = entry;
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into dormancy_entry (id, review_id, district_id, place, kind, at, party, channel, asked_on, keep, note, actor_id, actor_name)
     select ?::uuid, d.id, d.district_id, (select count(*) + 1 from dormancy_entry e where e.review_id = d.id), ?, ?::timestamptz, ?, ?, ?::date, ?::boolean, ?, ?::uuid, ?
       from dormancy_review d where d.id = ? on conflict (id) do nothing`,
    [
      id,
      kind,
      at,
      party ?? null,
      channel ?? null,
      askedOn ?? null,
      keep ?? null,
      note ?? null,
      actor?.id ?? null,
      actor?.name ?? null,
      reviewId,
    ],
    'run',
  );
  return affectedRows === 1;
}

/** @returns the entry of this id, where the viewer may see it */
export async function findEntry(tx: Em, id: string): Promise<(EntryJson & { reviewId: string }) | undefined> {
  const [row] = await tx.execute<(EntryJson & { reviewId: string })[]>(
    `select review_id as "reviewId", kind, at, party, channel, asked_on::text as "askedOn", keep, note, actor_id as "actorId", actor_name as "actorName"
       from dormancy_entry where id = ?`,
    [id],
  );
  return row;
}

export interface Decided {
  decision: DormancyDecision;
  reason: string | null;
  by: { id: string; name: string };
  at: Date;
  /** Until when form 4-3 is awaited. */
  dueOn: string;
}

export async function setDecided(tx: Em, id: string, { decision, reason, by, at, dueOn }: Decided): Promise<void> {
  const keep = decision === 'KEEP';
  await tx.execute(
    `update dormancy_review set decision = ?, decision_reason = ?, decided_by = ?, decided_by_name = ?, decided_at = ?, due_on = ?::date, late_at = null,
            ended_at = ?::timestamptz, outcome = ? where id = ? and ended_at is null`,
    [decision, reason, by.id, by.name, at, dueOn, keep ? at : null, keep ? 'KEPT' : null, id],
  );
}
