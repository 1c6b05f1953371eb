/** The record in PostgreSQL. Written by the consumer alone. */
import type { AuditLine, MemberRole } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';

export interface ChainHead {
  seq: number;
  hash: string;
}

/** Holds the district's chain until the transaction ends, so that lines get one order. */
export async function lockHead(tx: Em, districtId: string, start: string): Promise<ChainHead> {
  await tx.execute('insert into access_log_head (district_id, seq, hash) values (?, 0, ?) on conflict (district_id) do nothing', [
    districtId,
    start,
  ]);
  const [row] = await tx.execute<{ seq: string; hash: string }[]>(
    'select seq, hash from access_log_head where district_id = ? for update',
    [districtId],
  );
  return { seq: Number(row?.seq), hash: String(row?.hash) };
}

export async function moveHead(tx: Em, districtId: string, { seq, hash }: ChainHead): Promise<void> {
  await tx.execute('update access_log_head set seq = ?, hash = ? where district_id = ?', [seq, hash, districtId]);
}

export async function selectKnown(tx: Em, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }[]>('select id from access_log_entry where id = any(?::uuid[])', [`{${ids.join(',')}}`]);
  return new Set(rows.map(({ id }) => id));
}

export interface NewEntry {
  seq: number;
  line: AuditLine;
  entryHash: string;
}

export async function insertEntries(tx: Em, entries: readonly NewEntry[]): Promise<void> {
  await tx.execute(
    `insert into access_log_entry (id, district_id, seq, at, patient_id, actor_id, action, line, entry_hash)
     select (e.line->>'id')::uuid, (e.line->>'districtId')::uuid, e.seq, (e.line->>'at')::timestamptz, (e.line->>'patientId')::uuid,
            (e.line->>'actorId')::uuid, e.line->>'action', e.line, e."entryHash"
       from jsonb_to_recordset(?::jsonb) as e(seq bigint, line jsonb, "entryHash" text)`,
    [JSON.stringify(entries)],
  );
}

export interface EntryRow {
  id: string;
  seq: string;
  at: Date | string;
  line: AuditLine;
  entry_hash: string;
  /** In the patient's room; null for whoever was never in it. */
  actor_role: MemberRole | null;
}

const selectEntry = `
  select e.id, e.seq, e.at, e.line, e.entry_hash, role_in_room_of(e.patient_id, e.actor_id) as actor_role from access_log_entry e`;

export interface LogPage {
  patientId: string;
  size: number;
  after?: { at: string; id: string } | undefined;
  filter: { actorId?: string | null; actions?: string[] | null; from?: Date | null; to?: Date | null };
}

/** @returns newest first, one more than the page holds when there is more */
export function selectEntries(tx: Em, { patientId, size, after, filter }: LogPage): Promise<EntryRow[]> {
  const conditions: [string, unknown[]][] = [['e.patient_id = ?', [patientId]]];
  if (after) conditions.push(['(e.at, e.id) < (?::timestamptz, ?::uuid)', [after.at, after.id]]);
  if (filter.actorId) conditions.push(['e.actor_id = ?', [filter.actorId]]);
  if (filter.actions?.length) conditions.push(['e.action = any(?::text[])', [`{${filter.actions.join(',')}}`]]);
  if (filter.from) conditions.push(['e.at >= ?', [filter.from]]);
  if (filter.to) conditions.push(['e.at < ?', [filter.to]]);
  return tx.execute(`${selectEntry} where ${conditions.map(([text]) => text).join(' and ')} order by e.at desc, e.id desc limit ?`, [
    ...conditions.flatMap(([, values]) => values),
    size + 1,
  ]);
}

export async function selectEntriesById(tx: Em, ids: readonly string[]): Promise<EntryRow[]> {
  return tx.execute(`${selectEntry} where e.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** @returns a stretch of one chain, in order */
export function selectChain(
  tx: Em,
  districtId: string,
  afterSeq: number,
  limit: number,
): Promise<{ seq: string; line: AuditLine; entry_hash: string }[]> {
  return tx.execute('select seq, line, entry_hash from access_log_entry where district_id = ? and seq > ? order by seq limit ?', [
    districtId,
    afterSeq,
    limit,
  ]);
}

export function selectHeads(tx: Em): Promise<{ district_id: string; seq: string; hash: string }[]> {
  return tx.execute('select district_id, seq, hash from access_log_head order by district_id', []);
}
