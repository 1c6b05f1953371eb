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
    `insert into access_log_entry (id, district_id, seq, at, patient_id, actor_id, facility_id, action, line, entry_hash)
     select (e.line->>'id')::uuid, (e.line->>'districtId')::uuid, e.seq, (e.line->>'at')::timestamptz, (e.line->>'patientId')::uuid,
            (e.line->>'actorId')::uuid, (e.line->>'facilityId')::uuid, e.line->>'action', e.line, e."entryHash"
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

/** Which entries. Absent: all that the viewer may see. */
export interface LogFilter {
  districtId?: string;
  patientId?: string | null;
  actorId?: string | null;
  facilityId?: string | null;
  actions?: string[] | null;
  from?: Date | null;
  to?: Date | null;
}

export interface LogPage {
  size: number;
  after?: { at: string; id: string } | undefined;
  filter: LogFilter;
}

type Condition = [sql: string, values: unknown[]];

/** @returns newest first, one more than the page holds when there is more */
export function selectEntries(tx: Em, { size, after, filter }: LogPage): Promise<EntryRow[]> {
  const conditions = conditionsOf(filter);
  if (after) conditions.push(['(e.at, e.id) < (?::timestamptz, ?::uuid)', [after.at, after.id]]);
  return tx.execute(`${selectEntry} where ${conditions.map(([text]) => text).join(' and ')} order by e.at desc, e.id desc limit ?`, [
    ...conditions.flatMap(([, values]) => values),
    size + 1,
  ]);
}

function conditionsOf({ districtId, patientId, actorId, facilityId, actions, from, to }: LogFilter): Condition[] {
  const given: (Condition | null)[] = [
    ['true', []],
    districtId ? ['e.district_id = ?', [districtId]] : null,
    patientId ? ['e.patient_id = ?', [patientId]] : null,
    actorId ? ['e.actor_id = ?', [actorId]] : null,
    facilityId ? ['e.facility_id = ?', [facilityId]] : null,
    actions?.length ? ['e.action = any(?::text[])', [`{${actions.join(',')}}`]] : null,
    from ? ['e.at >= ?', [from]] : null,
    to ? ['e.at < ?', [to]] : null,
  ];
  return given.filter((condition) => condition !== null);
}

export async function selectEntriesById(tx: Em, ids: readonly string[]): Promise<EntryRow[]> {
  return tx.execute(`${selectEntry} where e.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** @returns a stretch of one chain, in order */
export async function selectChain(tx: Em, districtId: string, afterSeq: number, limit: number): Promise<ChainEntry[]> {
  const rows = await tx.execute<(Omit<ChainEntry, 'seq' | 'at'> & { seq: string; at: Date | string })[]>(
    `select id, seq, at, line, entry_hash as "entryHash" from access_log_entry where district_id = ? and seq > ? order by seq limit ?`,
    [districtId, afterSeq, limit],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq), at: new Date(row.at) }));
}

export interface ChainEntry {
  id: string;
  seq: number;
  at: Date;
  line: AuditLine;
  entryHash: string;
}

/** @returns the first and last place of a district's lines of that time; undefined when there are none */
export async function findStretch(tx: Em, districtId: string, from: Date, to: Date): Promise<{ first: number; last: number } | undefined> {
  const [row] = await tx.execute<{ first: string | null; last: string | null }[]>(
    'select min(seq) as first, max(seq) as last from access_log_entry where district_id = ? and at >= ? and at < ?',
    [districtId, from, to],
  );
  return row?.first && row.last ? { first: Number(row.first), last: Number(row.last) } : undefined;
}

/** @returns the places and hashes of a stretch of one chain, in order */
export async function selectHashes(tx: Em, districtId: string, afterSeq: number, limit: number): Promise<ChainHead[]> {
  const rows = await tx.execute<{ seq: string; hash: string }[]>(
    'select seq, entry_hash as hash from access_log_entry where district_id = ? and seq > ? order by seq limit ?',
    [districtId, afterSeq, limit],
  );
  return rows.map(({ seq, hash }) => ({ seq: Number(seq), hash }));
}

export function selectHeads(tx: Em): Promise<{ district_id: string; seq: string; hash: string }[]> {
  return tx.execute('select district_id, seq, hash from access_log_head order by district_id', []);
}
