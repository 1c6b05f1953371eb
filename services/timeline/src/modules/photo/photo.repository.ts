/** Photos on their way in. A viewer sees their own uploads alone. */
import type { PhotoSize } from '@heya/forms/photo';
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';

export interface UploadRow {
  id: string;
  roomId: string;
  patientId: string;
  districtId: string;
  contentType: string;
  byteSize: number;
  sha256: string;
  isReady: boolean;
  isUsed: boolean;
}

const columns = `id, room_id as "roomId", patient_id as "patientId", district_id as "districtId", content_type as "contentType",
  byte_size as "byteSize", sha256, ready_at is not null as "isReady", used_at is not null as "isUsed"`;

export async function findUpload(tx: Em, id: string): Promise<UploadRow | undefined> {
  const [row] = await planned<UploadRow>(tx, `select ${columns} from upload where id = ?`, [id]);
  return row;
}

export type NewUpload = Omit<UploadRow, 'isReady' | 'isUsed'> & { byId: string; expiresAt: Date };

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

interface Kept {
  upload: UploadRow;
  size: PhotoSize;
  sealed: Buffer;
}

export async function insertPicture(tx: Em, { upload, size, sealed }: Kept): Promise<void> {
  await planned(tx, 'insert into upload_picture (upload_id, variant, room_id, patient_id, sealed) values (?, ?, ?, ?, ?)', [
    upload.id,
    size.variant,
    upload.roomId,
    upload.patientId,
    sealed,
  ]);
}

export async function markReady(tx: Em, id: string, { width, height, bytes }: PhotoSize, blurHash: string): Promise<void> {
  await planned(tx, 'update upload set ready_at = clock_timestamp(), width = ?, height = ?, kept_bytes = ?, blur_hash = ? where id = ?', [
    width,
    height,
    bytes.length,
    blurHash,
    id,
  ]);
}

/** @param tx a transaction of the service itself @returns how many went, with their pictures */
export async function deleteUnused(tx: Em, before: Date): Promise<number> {
  const gone = await tx.execute<unknown[]>('delete from upload where used_at is null and expires_at < ? returning id', [before]);
  return gone.length;
}
