/** Photos on their way in. A viewer sees their own uploads alone. */
import type { ReadDocument } from '@heya/forms/document';
import type { ReadPhoto } from '@heya/forms/photo';
import { codedError } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { idArray } from '../access/index.ts';
import type { ErrorCode } from '../post/index.ts';

export interface UploadRow {
  id: string;
  roomId: string;
  patientId: string;
  districtId: string;
  contentType: string;
  byteSize: number;
  sha256: string;
  isReady: boolean;
  /** Nobody could look for viruses yet. */
  isPending: boolean;
  /** Why it is never taken, when that was found out of it. */
  refusal: ErrorCode | null;
  isUsed: boolean;
}

const columns = `id, room_id as "roomId", patient_id as "patientId", district_id as "districtId", content_type as "contentType",
  byte_size as "byteSize", sha256, ready_at is not null as "isReady", pending_at is not null as "isPending", refusal, used_at is not null as "isUsed"`;

export async function findUpload(tx: Em, id: string): Promise<UploadRow | undefined> {
  const [row] = await planned<UploadRow>(tx, `select ${columns} from upload where id = ?`, [id]);
  return row;
}

export type NewUpload = Omit<UploadRow, 'isReady' | 'isUsed' | 'isPending' | 'refusal'> & { byId: string; expiresAt: Date };

/** @returns false when the id is taken */
export async function insertUpload(tx: Em, row: NewUpload): Promise<boolean> {
  const made = await planned(
    tx,
    `insert into upload (id, room_id, patient_id, district_id, by_id, content_type, byte_size, sha256, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing returning id`,
    [row.id, row.roomId, row.patientId, row.districtId, row.byId, row.contentType, row.byteSize, row.sha256, row.expiresAt],
  );
  return made.length > 0;
}

/** How much of this viewer's waits to be sent: what nobody posts is swept away, and must not fill the disk before. */
export async function countWaiting(tx: Em): Promise<number> {
  const [row] = await planned<{ n: number }>(tx, 'select count(*)::int as n from upload where used_at is null', []);
  return row?.n ?? 0;
}

/** Keys of objects that no row names yet. */
export async function insertUnneeded(tx: Em, byId: string | null, keys: readonly string[], removableAt: Date): Promise<void> {
  await planned(tx, 'insert into unneeded_object (object_key, by_id, removable_at) select unnest(?::text[]), ?, ?', [
    idArray(keys),
    byId,
    removableAt,
  ]);
}

interface Kept {
  upload: UploadRow;
  variant: string;
  objectKey: string;
}

/** The row names its object from here on. @throws when the object was removed meanwhile, so late it is */
export async function insertPicture(tx: Em, { upload, variant, objectKey }: Kept): Promise<void> {
  const taken = await planned(
    tx,
    `with taken as (delete from unneeded_object where object_key = ? returning object_key)
     insert into upload_picture (upload_id, variant, room_id, patient_id, object_key) select ?, ?, ?, ?, object_key from taken returning 1 as n`,
    [objectKey, upload.id, variant, upload.roomId, upload.patientId],
  );
  if (taken.length === 0) throw codedError('SERVICE_UNAVAILABLE');
}

/** Bytes as they were brought, until they are looked through. */
export async function deleteBrought(tx: Em, id: string): Promise<void> {
  await planned(tx, `delete from upload_picture where upload_id = ? and variant = 'BROUGHT'`, [id]);
}

export type PendingUpload = UploadRow & { objectKey: string };

/** @param tx a transaction of the service itself @returns what has waited longest */
export async function findPending(tx: Em, most: number): Promise<PendingUpload[]> {
  return tx.execute<PendingUpload[]>(
    `select ${columns}, p.object_key as "objectKey" from upload u cross join lateral
       (select object_key from upload_picture b where b.upload_id = u.id and b.variant = 'BROUGHT') p
      where u.pending_at is not null order by u.pending_at limit ?`,
    [most],
  );
}

export async function markPending(tx: Em, id: string): Promise<void> {
  await planned(tx, 'update upload set pending_at = clock_timestamp() where id = ?', [id]);
}

export async function markRefused(tx: Em, id: string, code: ErrorCode): Promise<void> {
  await planned(tx, 'update upload set pending_at = null, refusal = ? where id = ?', [code, id]);
}

/** What was read has its whole size first. */
export async function markReady(tx: Em, id: string, read: ReadPhoto | ReadDocument): Promise<void> {
  const [original] = read.sizes;
  if (!original) throw new Error('Nothing was read');
  const { width, height, bytes } = original;
  const pages = 'pages' in read ? read.pages : null;
  await planned(
    tx,
    `update upload set ready_at = clock_timestamp(), pending_at = null, width = ?, height = ?, kept_bytes = ?, blur_hash = ?, pages = ?
      where id = ?`,
    [width, height, bytes.length, read.blurHash, pages, id],
  );
}

/** @param tx a transaction of the service itself @returns keys of objects nobody needs, held until the commit */
export async function takeUnneeded(tx: Em, now: Date, most: number): Promise<string[]> {
  const sql =
    'select object_key as "key" from unneeded_object where removable_at <= ? order by removable_at limit ? for update skip locked';
  return (await tx.execute<{ key: string }[]>(sql, [now, most])).map(({ key }) => key);
}

export async function forgetUnneeded(tx: Em, keys: readonly string[]): Promise<void> {
  await tx.execute('delete from unneeded_object where object_key = any(?::text[])', [idArray(keys)]);
}

/** @param tx a transaction of the service itself @returns how many went, with their pictures */
export async function deleteUnused(tx: Em, before: Date): Promise<number> {
  const gone = await tx.execute<unknown[]>('delete from upload where used_at is null and expires_at < ? returning id', [before]);
  return gone.length;
}
