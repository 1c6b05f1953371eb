/** Orders to take a room along in PostgreSQL, under the viewer's row-level security. The database's clock counts. */
import type { Em } from '@heya/service-common/orm';
import type { ExportFault, ExportPurpose, ExportState } from './take-along.entity.ts';

export interface ExportRow {
  id: string;
  room_id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  asked_by: string;
  asked_by_name: string;
  purpose: ExportPurpose;
  reason: string;
  state: ExportState;
  progress: number;
  fault: ExportFault | null;
  attempts: number;
  asker: Buffer | null;
  asked_at: Date | string;
  ready_at: Date | string | null;
  expires_at: Date | string | null;
  ended_at: Date | string | null;
  sha256: string | null;
  bytes: number | null;
  signing_key: string | null;
  may_export: boolean;
  has_expired: boolean;
}

const own = `e.id, e.room_id, e.district_id, e.patient_id, e.room_number, e.asked_by, e.asked_by_name, e.purpose, e.reason, e.state, e.progress,
  e.fault, e.attempts, e.asker, e.asked_at, e.ready_at, e.expires_at, e.ended_at, e.sha256, e.bytes, e.signing_key`;
const asRead = '(e.consent_epoch is null or e.consent_epoch = (select c.epoch from consent_of(e.patient_id) c))';
const columns = `${own}, may_export(e.room_id) and ${asRead} as may_export, coalesce(e.expires_at <= statement_timestamp(), false) as has_expired`;
const listed = (ids: readonly string[]): string => `{${ids.join(',')}}`;

export const selectExports = (tx: Em, ids: readonly string[]): Promise<ExportRow[]> =>
  tx.execute(`select ${columns} from room_export e where e.id = any(?::uuid[])`, [listed(ids)]);

/** @returns the viewer's newest orders of each of these rooms, newest first */
export function selectExportsOfRooms(tx: Em, roomIds: readonly string[], limit: number): Promise<ExportRow[]> {
  return tx.execute(
    `select n.* from unnest(?::uuid[]) as wanted(room_id) cross join lateral (
       select ${columns} from room_export e where e.room_id = wanted.room_id order by e.asked_at desc, e.id desc limit ?) n
      order by n.asked_at desc, n.id desc`,
    [listed(roomIds), limit],
  );
}

export interface RoomToExportRow {
  id: string;
  district_id: string;
  patient_id: string;
  room_number: string;
  is_member: boolean;
  consent_in_force: boolean;
  may_export: boolean;
}

/** @returns rooms that the viewer sees at all */
export function selectRoomsToExport(tx: Em, ids: readonly string[]): Promise<RoomToExportRow[]> {
  return tx.execute(
    `select r.id, r.district_id, r.patient_id, r.room_number, member_role(r.id) is not null as is_member,
            consent_in_force(r.patient_id) as consent_in_force, may_export(r.id) as may_export
       from room r where r.id = any(?::uuid[])`,
    [listed(ids)],
  );
}

export interface ExportPlace {
  roomId: string;
  patientId: string;
  districtId: string;
}

/** For the record of a refusal alone. */
export async function findExportPlace(tx: Em, id: string): Promise<ExportPlace | undefined> {
  const [place] = await tx.execute<ExportPlace[]>(
    `select room_id as "roomId", patient_id as "patientId", district_id as "districtId" from room_export_place(?)`,
    [id],
  );
  return place;
}

export interface NewExport {
  id: string;
  room: RoomToExportRow;
  askedBy: string;
  askedByName: string;
  purpose: ExportPurpose;
  reason: string;
  asker: Buffer;
}

/** @returns how many of this room the viewer has ordered within a day */
export async function countOrders(tx: Em, roomId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }[]>(
    `select count(*)::int as n from room_export where room_id = ? and asked_by = viewer_id() and asked_at > statement_timestamp() - interval '1 day'`,
    [roomId],
  );
  return row?.n ?? 0;
}

/** @returns false when one of this person and room is under way, or the id is taken */
export async function insertExport(tx: Em, wish: NewExport): Promise<boolean> {
  const { id, room, askedBy, askedByName, purpose, reason, asker } = wish;
  // Not `returning`: who may insert a row need not see what is in its way.
  const rows = await tx.execute<{ id: string }[]>(
    `insert into room_export (id, room_id, district_id, patient_id, room_number, asked_by, asked_by_name, purpose, reason, state, progress, attempts, asker, asked_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, 0, ?, statement_timestamp()) on conflict do nothing returning id`,
    [id, room.id, room.district_id, room.patient_id, room.room_number, askedBy, askedByName, purpose, reason, asker],
  );
  return rows.length === 1;
}

export async function setLink(tx: Em, id: string, { hash, minutes }: { hash: string; minutes: number }): Promise<void> {
  await tx.execute(
    `update room_export set link_hash = ?, link_until = statement_timestamp() + make_interval(mins => ?) where id = ? and state = 'READY'`,
    [hash, minutes, id],
  );
}

/** Uses the link up. @returns the order, once */
export async function useLink(tx: Em, id: string, hash: string): Promise<ExportRow | undefined> {
  const [used] = await tx.execute<{ id: string }[]>(
    `update room_export e set state = 'TAKEN', ended_at = statement_timestamp(), link_hash = null, link_until = null
      where e.id = ? and e.asked_by = viewer_id() and e.state = 'READY' and e.link_hash = ? and e.link_until > statement_timestamp()
        and e.expires_at > statement_timestamp() and may_fetch_export(e.id) returning e.id`,
    [id, hash],
  );
  return used && (await selectExports(tx, [id]))[0];
}

export async function endExport(tx: Em, id: string, state: ExportState, fault: ExportFault | null = null): Promise<void> {
  await tx.execute('delete from room_export_piece where export_id = ?', [id]);
  await tx.execute(
    `update room_export set state = ?, fault = ?, asker = null, link_hash = null, link_until = null, ended_at = statement_timestamp()
      where id = ? and state not in ('TAKEN', 'EXPIRED', 'CANCELLED', 'FAILED')`,
    [state, fault, id],
  );
}

/** Takes the oldest order that waits, or whose maker has been silent. @returns it, held by this process alone */
export async function claimExport(tx: Em): Promise<ExportRow | undefined> {
  const [claimed] = await tx.execute<ExportRow[]>(
    `update room_export e set state = 'GATHERING', progress = 5, attempts = e.attempts + 1, started_at = statement_timestamp(),
            consent_epoch = (select c.epoch from consent_of(e.patient_id) c)
      where e.id = (
       select id from room_export where state = 'WAITING'
           or (state in ('GATHERING', 'WRITING') and started_at < statement_timestamp() - interval '15 minutes')
        order by asked_at limit 1 for update skip locked)
     returning ${own}, false as may_export, false as has_expired`,
  );
  return claimed;
}

/** Also a sign of life. @returns false when it has ended meanwhile */
export async function setProgress(tx: Em, id: string, state: 'WAITING' | 'GATHERING' | 'WRITING', progress: number): Promise<boolean> {
  const rows = await tx.execute<{ id: string }[]>(
    `update room_export set state = ?, progress = ?, started_at = statement_timestamp()
      where id = ? and state in ('GATHERING', 'WRITING') returning id`,
    [state, progress, id],
  );
  return rows.length === 1;
}

export interface Made {
  sha256: string;
  bytes: number;
  signingKey: string;
  hours: number;
}

/** @returns false when it was called off, or the right to it or the consent it was read under has ended meanwhile */
export async function setReady(tx: Em, id: string, { sha256, bytes, signingKey, hours }: Made): Promise<boolean> {
  const rows = await tx.execute<{ id: string }[]>(
    `update room_export set state = 'READY', progress = 100, asker = null, sha256 = ?, bytes = ?, signing_key = ?, ready_at = statement_timestamp(),
            expires_at = statement_timestamp() + make_interval(hours => ?)
      where id = ? and state in ('GATHERING', 'WRITING') and may_fetch_export(id) returning id`,
    [sha256, bytes, signingKey, hours, id],
  );
  return rows.length === 1;
}

export async function insertPiece(tx: Em, exportId: string, place: number, sealed: Buffer): Promise<void> {
  await tx.execute('insert into room_export_piece (export_id, place, sealed) values (?, ?, ?)', [exportId, place, sealed]);
}

export const selectPieces = (tx: Em, exportId: string): Promise<{ place: number; sealed: Buffer }[]> =>
  tx.execute('select place, sealed from room_export_piece where export_id = ? order by place', [exportId]);

/** @returns what nobody has fetched in time, and what was read under a consent that is no longer the one in force */
export const selectOver = (tx: Em, now: Date, limit: number): Promise<{ id: string }[]> =>
  tx.execute(
    `select e.id from room_export e where e.state in ('WAITING', 'GATHERING', 'WRITING', 'READY')
        and (e.expires_at <= ?::timestamptz or not consent_in_force(e.patient_id) or (e.state = 'READY' and not ${asRead}))
      order by e.asked_at limit ? for update skip locked`,
    [now, limit],
  );

export interface KeyRow {
  kid: string;
  public_jwk: object;
  sealed: Buffer;
}

export async function selectKey(tx: Em, districtId: string): Promise<KeyRow | undefined> {
  const [key] = await tx.execute<KeyRow[]>('select kid, public_jwk, sealed from export_key where district_id = ?', [districtId]);
  return key;
}

/** Of two that make the first one, one does. */
export async function insertKey(tx: Em, districtId: string, { kid, public_jwk: publicJwk, sealed }: KeyRow): Promise<void> {
  await tx.execute(
    `insert into export_key (kid, district_id, public_jwk, sealed, created_at) values (?, ?, ?::jsonb, ?, statement_timestamp())
     on conflict (district_id) do nothing`,
    [kid, districtId, JSON.stringify(publicJwk), sealed],
  );
}
