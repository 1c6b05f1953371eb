/** Packages that are brought in, and the posts of them, in PostgreSQL under the viewer's row-level security. The database's clock counts. */
import type { InformationCategory } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { ImportState } from './bring-in.entity.ts';
import type { BroughtPost } from './bring-in.posts.ts';

export interface RoomToImportRow {
  id: string;
  district_id: string;
  patient_id: string;
  is_member: boolean;
  consent_in_force: boolean;
  may_import: boolean;
}

const listed = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** @returns rooms that the viewer sees at all */
export const selectRoomsToImport = (tx: Em, ids: readonly string[]): Promise<RoomToImportRow[]> =>
  tx.execute(
    `select r.id, r.district_id, r.patient_id, member_role(r.id) is not null as is_member, consent_in_force(r.patient_id) as consent_in_force,
            may_import(r.id) as may_import from room r where r.id = any(?::uuid[])`,
    [listed(ids)],
  );

/** @returns whether the patient of a room reads and was born like this; false as well when nothing of them is open */
export async function isSamePatient(
  tx: Em,
  patientId: string,
  { nameKana, birthDate }: { nameKana: string; birthDate: string },
): Promise<boolean> {
  const [row] = await tx.execute<{ same: boolean }[]>(
    `select kana_likeness(d.name_kana) = kana_likeness(?) and d.birth_date = ?::date as same from patient_profile d where d.patient_id = ?`,
    [nameKana, birthDate, patientId],
  );
  return row?.same ?? false;
}

/** @returns the district of this house whose key it is; null for a key of elsewhere */
export async function findKeyDistrict(tx: Em, kid: string): Promise<string | null> {
  const [row] = await tx.execute<{ district: string | null }[]>('select export_key_district(?) as district', [kid]);
  return row?.district ?? null;
}

export interface ImportRow {
  id: string;
  room_id: string;
  district_id: string;
  patient_id: string;
  brought_by: string;
  brought_by_name: string;
  brought_at: Date | string;
  state: ImportState;
  sha256: string;
  package_id: string;
  source_room_id: string;
  source_room_number: string;
  source_district_name: string | null;
  made_at: Date | string;
  made_by_name: string;
  made_by_facility: string | null;
  purpose: string;
  signing_key: string;
  is_known_key: boolean;
  expires_at: Date | string;
  ended_at: Date | string | null;
  choice_hash: string | null;
  taken: { category: InformationCategory; count: number }[] | null;
  may_import: boolean;
  has_expired: boolean;
}

const columns = `i.id, i.room_id, i.district_id, i.patient_id, i.brought_by, i.brought_by_name, i.brought_at, i.state, i.sha256, i.package_id, i.source_room_id,
  i.source_room_number, i.source_district_name, i.made_at, i.made_by_name, i.made_by_facility, i.purpose, i.signing_key, i.is_known_key, i.expires_at,
  i.ended_at, i.choice_hash, i.taken, may_import(i.room_id) as may_import, i.expires_at <= statement_timestamp() as has_expired`;

export const selectImports = (tx: Em, ids: readonly string[]): Promise<ImportRow[]> =>
  tx.execute(`select ${columns} from room_import i where i.id = any(?::uuid[])`, [listed(ids)]);

/** One package after the other comes into a room: what one of them brings, the next one knows. */
export const holdRoom = (tx: Em, roomId: string): Promise<unknown> =>
  tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`room_import:${roomId}`]);

/** @returns what waits for the viewer and what came in, newest first */
export function selectImportsOfRooms(tx: Em, roomIds: readonly string[], limit: number): Promise<ImportRow[]> {
  return tx.execute(
    `select n.* from unnest(?::uuid[]) as wanted(room_id) cross join lateral (
       select ${columns} from room_import i where i.room_id = wanted.room_id and (i.state = 'TAKEN' or (i.state = 'CHECKED' and i.expires_at > statement_timestamp()))
        order by i.brought_at desc, i.id desc limit ?) n
      order by n.brought_at desc, n.id desc`,
    [listed(roomIds), limit],
  );
}

/** For the record of a refusal alone. */
export async function findImportPlace(tx: Em, id: string): Promise<{ roomId: string; patientId: string; districtId: string } | undefined> {
  const [place] = await tx.execute<{ roomId: string; patientId: string; districtId: string }[]>(
    'select room_id as "roomId", patient_id as "patientId", district_id as "districtId" from room_import_place(?)',
    [id],
  );
  return place;
}

/** @returns the sealed parts; null once it has ended */
export async function selectSealed(tx: Em, id: string): Promise<{ entries: Buffer | null; posts: Buffer | null } | undefined> {
  const [row] = await tx.execute<{ entries: Buffer | null; posts: Buffer | null }[]>(
    'select entries, posts from room_import where id = ?',
    [id],
  );
  return row;
}

export async function countImports(tx: Em, roomId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }[]>(
    `select count(*)::int as n from room_import where room_id = ? and brought_by = viewer_id() and brought_at > statement_timestamp() - interval '1 day'`,
    [roomId],
  );
  return row?.n ?? 0;
}

export interface NewImport {
  id: string;
  room: RoomToImportRow;
  broughtBy: string;
  broughtByName: string;
  sha256: string;
  packageId: string;
  source: {
    roomId: string;
    roomNumber: string;
    districtName: string | null;
    madeAt: string;
    madeByName: string;
    madeByFacility: string | null;
  };
  purpose: string;
  signingKey: string;
  isKnownKey: boolean;
  entries: Buffer;
  posts: Buffer;
  hours: number;
}

/** @returns false when the id is taken, whoever by */
export async function insertImport(tx: Em, brought: NewImport): Promise<boolean> {
  const { id, room, source } = brought;
  // Not `returning`: who may insert a row need not see what is in its way.
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into room_import (id, room_id, district_id, patient_id, brought_by, brought_by_name, brought_at, state, sha256, package_id, source_room_id,
       source_room_number, source_district_name, made_at, made_by_name, made_by_facility, purpose, signing_key, is_known_key, entries, posts, expires_at)
     values (?, ?, ?, ?, ?, ?, statement_timestamp(), 'CHECKED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, statement_timestamp() + make_interval(hours => ?))
     on conflict do nothing`,
    [
      ...[id, room.id, room.district_id, room.patient_id, brought.broughtBy, brought.broughtByName, brought.sha256, brought.packageId],
      ...[source.roomId, source.roomNumber, source.districtName, source.madeAt, source.madeByName, source.madeByFacility],
      ...[brought.purpose, brought.signingKey, brought.isKnownKey, brought.entries, brought.posts, brought.hours],
    ],
    'run',
  );
  return affectedRows === 1;
}

/** Whoever brings another one no longer waits for those before. */
export const cancelEarlier = (tx: Em, roomId: string): Promise<unknown> =>
  tx.execute(
    `update room_import set state = 'CANCELLED', entries = null, posts = null, ended_at = statement_timestamp()
      where room_id = ? and brought_by = viewer_id() and state = 'CHECKED'`,
    [roomId],
  );

export const cancelImport = (tx: Em, id: string): Promise<unknown> =>
  tx.execute(
    `update room_import set state = 'CANCELLED', entries = null, posts = null, ended_at = statement_timestamp() where id = ? and state = 'CHECKED'`,
    [id],
  );

/** @returns false when it has ended meanwhile, or the right to it has */
export async function setTaken(tx: Em, id: string, { choiceHash, taken }: { choiceHash: string; taken: object }): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `update room_import set state = 'TAKEN', entries = null, posts = null, ended_at = statement_timestamp(), choice_hash = ?, taken = ?::jsonb
      where id = ? and state = 'CHECKED' and expires_at > statement_timestamp() and may_import(room_id)`,
    [choiceHash, JSON.stringify(taken), id],
    'run',
  );
  return affectedRows === 1;
}

/** What nobody took in within its day, or what no consent covers any more. @returns how many */
export async function endOver(tx: Em, now: Date): Promise<number> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `update room_import set state = 'EXPIRED', entries = null, posts = null, ended_at = statement_timestamp()
      where state = 'CHECKED' and (expires_at <= ?::timestamptz or not consent_in_force(patient_id))`,
    [now],
    'run',
  );
  return affectedRows;
}

interface PostPlace {
  importId: string;
  roomId: string;
  patientId: string;
  districtId: string;
  roomNumber: string;
}

/** Those that came in before stay as they are. @returns how many are new */
export async function insertPosts(tx: Em, place: PostPlace, posts: readonly BroughtPost[]): Promise<number> {
  if (posts.length === 0) return 0;
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into brought_post (room_id, source_id, patient_id, district_id, import_id, source_room_id, source_room_number, audience, is_important,
       author_label, body, readings, observed_at, written_at)
     select ?, p."sourceId", ?, ?, ?, p."sourceRoomId", ?, p.audience, p."isImportant", p."authorLabel", p.body,
            array(select jsonb_array_elements_text(p.readings)), p."observedAt", p."writtenAt"
       from jsonb_to_recordset(?::jsonb) as p("sourceId" uuid, "sourceRoomId" uuid, audience text, "isImportant" boolean, "authorLabel" text,
         body text, readings jsonb, "observedAt" timestamptz, "writtenAt" timestamptz)
     on conflict do nothing`,
    [place.roomId, place.patientId, place.districtId, place.importId, place.roomNumber, JSON.stringify(posts)],
    'run',
  );
  return affectedRows;
}

/** @returns which of these posts the room has been brought already */
export async function selectBroughtIds(tx: Em, roomId: string): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }[]>('select source_id as id from brought_post where room_id = ?', [roomId]);
  return new Set(rows.map(({ id }) => id));
}

/** @returns whether the viewer may write what is told of the days */
export async function opensDays(tx: Em, patientId: string): Promise<boolean> {
  const [row] = await tx.execute<{ open: boolean }[]>(`select edits_profile(?, 'DAILY_CONDITION') as open`, [patientId]);
  return row?.open ?? false;
}

/** @returns which of these rooms have posts that were brought and that the viewer may read; tells nothing of them */
export async function selectRoomsWithPosts(tx: Em, roomIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }[]>(
    'select w.id from unnest(?::uuid[]) as w(id) where exists (select 1 from brought_post p where p.room_id = w.id)',
    [listed(roomIds)],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface PostRow {
  patient_id: string;
  /** By what right the viewer reads it. */
  authority: string;
  source_id: string;
  source_room_id: string;
  source_room_number: string;
  audience: 'CARE_TEAM' | 'EVERYONE';
  is_important: boolean;
  author_label: string;
  body: string | null;
  readings: string[];
  observed_at: string;
  written_at: string;
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`;

/** @returns posts that the viewer may read, newest first */
export function selectPosts(
  tx: Em,
  { roomId, after, limit }: { roomId: string; after?: [string, string] | undefined; limit: number },
): Promise<PostRow[]> {
  const [at, id] = after ?? [null, null];
  return tx.execute<PostRow[]>(
    `select p.patient_id, patient_right(p.patient_id, 'DAILY_CONDITION') as authority, source_id, source_room_id, source_room_number, audience, is_important, author_label, body, to_jsonb(readings) as readings,
            ${instant('observed_at')}, ${instant('written_at')}
       from brought_post p where room_id = ? and (?::timestamptz is null or (p.observed_at, p.source_id) < (?::timestamptz, ?::uuid))
      order by p.observed_at desc, p.source_id desc limit ?`,
    [roomId, at, at, id, limit],
  );
}
