/** Photos in the database. Reads join the viewer's rooms; row-level security repeats the same, and asks for the class of body images. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray } from '../access/index.ts';
import type { Mark } from './attachment.policy.ts';

export interface AttachmentRow extends Found {
  id: string;
  postId: string;
  audience: Audience;
  isBodyImage: boolean;
  bodySite: string | null;
  alt: string | null;
  takenAt: Date | null;
  width: number;
  height: number;
  byteSize: number;
  blurHash: string;
  marks: Mark[];
  markVersion: number;
  isRetracted: boolean;
  isWritable: boolean;
}

const columns = `a.id, a.post_id as "postId", a.room_id as "roomId", a.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, a.audience,
  a.is_body_image as "isBodyImage", a.body_site as "bodySite", a.alt, a.taken_at as "takenAt", a.width, a.height, a.byte_size as "byteSize", a.blur_hash as "blurHash",
  coalesce(m.marks, '[]'::jsonb) as marks, coalesce(m.version, 0) as "markVersion", v.open as "isWritable",
  exists (select 1 from post_retraction t where t.post_id = a.post_id) as "isRetracted"`;
const visible = `viewer_rooms() v join attachment a on a.room_id = v.room_id and a.audience = any(v.audiences)
  and (not a.is_body_image or a.room_id = any(rooms_of_body_images()))
  left join lateral (select k.marks, k.version from attachment_marking k where k.attachment_id = a.id order by k.version desc limit 1) m on true`;

const toRow = (row: AttachmentRow): AttachmentRow => ({ ...row, takenAt: row.takenAt && new Date(row.takenAt) });

export async function findAttachmentsOf(tx: Em, postIds: readonly string[]): Promise<AttachmentRow[]> {
  const sql = `select ${columns} from ${visible} where a.post_id = any(?::uuid[]) order by a.post_id, a.ordinal`;
  return (await planned<AttachmentRow>(tx, sql, [idArray(postIds)])).map(toRow);
}

export async function findAttachment(tx: Em, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await planned<AttachmentRow>(tx, `select ${columns} from ${visible} where a.id = ?`, [id]);
  return row && toRow(row);
}

/** @returns a size as it lies there, with the photo it belongs to: one statement decides and reads */
export async function findPicture(tx: Em, id: string, variant: string): Promise<(AttachmentRow & { sealed: Buffer }) | undefined> {
  const [row] = await planned<AttachmentRow & { sealed: Buffer }>(
    tx,
    `select ${columns}, p.sealed from ${visible} join upload_picture p on p.upload_id = a.id and p.variant = ? where a.id = ?`,
    [variant, id],
  );
  return row;
}

/** An upload of this viewer's own. */
export interface ReadyUpload {
  id: string;
  roomId: string;
  width: number;
  height: number;
  keptBytes: number;
  blurHash: string;
}

/** @returns those that are there and were not sent before; they are held until the commit */
export function takeReadyUploads(tx: Em, ids: readonly string[], roomId: string): Promise<ReadyUpload[]> {
  return planned<ReadyUpload>(
    tx,
    `select id, room_id as "roomId", width, height, kept_bytes as "keptBytes", blur_hash as "blurHash" from upload
      where id = any(?::uuid[]) and room_id = ? and ready_at is not null and used_at is null order by id for update`,
    [idArray(ids), roomId],
  );
}

/** Whether pictures of the body may be shown to the viewer in this room, and so be brought by them. */
export async function mayShowBody(tx: Em, roomId: string): Promise<boolean> {
  const [row] = await planned<{ may: boolean }>(tx, 'select ?::uuid = any(rooms_of_body_images()) as may', [roomId]);
  return row?.may === true;
}

export interface NewAttachment {
  upload: ReadyUpload;
  postId: string;
  ordinal: number;
  patientId: string;
  audience: Audience;
  isBodyImage: boolean;
  bodySite: string | null;
  alt: string | null;
  takenAt: Date | null;
}

export async function insertAttachment(tx: Em, row: NewAttachment): Promise<void> {
  const { upload, postId, ordinal, patientId, audience, isBodyImage, bodySite, alt, takenAt } = row;
  await planned(
    tx,
    `insert into attachment (id, post_id, ordinal, room_id, patient_id, audience, is_body_image, body_site, alt, taken_at, width, height, byte_size, blur_hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      upload.id,
      postId,
      ordinal,
      upload.roomId,
      patientId,
      audience,
      isBodyImage,
      bodySite,
      alt,
      takenAt,
      upload.width,
      upload.height,
      upload.keptBytes,
      upload.blurHash,
    ],
  );
  await planned(tx, 'update upload set used_at = clock_timestamp() where id = ?', [upload.id]);
}

export interface NewMarking {
  attachmentId: string;
  version: number;
  roomId: string;
  patientId: string;
  audience: Audience;
  marks: readonly Mark[];
  by: { userId: string; name: string };
}

export async function insertMarking(tx: Em, { attachmentId, version, roomId, patientId, audience, marks, by }: NewMarking): Promise<void> {
  await planned(
    tx,
    `insert into attachment_marking (attachment_id, version, room_id, patient_id, audience, marks, by_id, by_name) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)`,
    [attachmentId, version, roomId, patientId, audience, JSON.stringify(marks), by.userId, by.name],
  );
}
