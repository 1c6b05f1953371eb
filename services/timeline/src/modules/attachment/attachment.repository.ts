/** Photos in the database. Reads join the viewer's rooms; row-level security repeats the same, and asks for the class of body images. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray } from '../access/index.ts';
import type { DocumentKind, Mark } from './attachment.policy.ts';

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
  kind: 'PHOTO' | 'PDF';
  documentKind: DocumentKind | null;
  pages: number | null;
  marks: Mark[];
  markVersion: number;
  isRetracted: boolean;
  isWritable: boolean;
}

const columns = `a.id, a.post_id as "postId", a.room_id as "roomId", a.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, a.audience,
  a.is_body_image as "isBodyImage", a.body_site as "bodySite", a.alt, a.taken_at as "takenAt", a.width, a.height, a.byte_size as "byteSize", a.blur_hash as "blurHash",
  a.kind, a.document_kind as "documentKind", a.pages,
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

interface LyingPicture {
  /** Of what was brought before there was a store of objects. */
  sealed: Buffer | null;
  objectKey: string | null;
}

/** @returns where a size lies, with the photo it belongs to: one statement decides and reads */
export async function findPicture(tx: Em, id: string, variant: string): Promise<(AttachmentRow & LyingPicture) | undefined> {
  const [row] = await planned<AttachmentRow & LyingPicture>(
    tx,
    `select ${columns}, p.sealed, p.object_key as "objectKey" from ${visible} join upload_picture p on p.upload_id = a.id and p.variant = ? where a.id = ?`,
    [variant, id],
  );
  return row;
}

export interface ReadyUpload {
  id: string;
  isDocument: boolean;
}

/** @returns which of the viewer's own uploads are there and were not sent before; they are held until the commit */
export async function takeReadyUploads(tx: Em, ids: readonly string[], roomId: string): Promise<ReadyUpload[]> {
  return planned<ReadyUpload>(
    tx,
    `select id, pages is not null as "isDocument" from upload
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
  id: string;
  ordinal: number;
  isBodyImage: boolean;
  bodySite: string | null;
  documentKind: DocumentKind | null;
  alt: string | null;
  takenAt: Date | null;
}

export interface PlaceOfPost {
  postId: string;
  patientId: string;
  roomId: string;
  audience: Audience;
}

/** All of a post's photos in one statement: what is ready becomes used, and is shown as it was brought. */
export async function insertAttachments(
  tx: Em,
  { postId, patientId, roomId, audience }: PlaceOfPost,
  rows: readonly NewAttachment[],
): Promise<void> {
  await planned(
    tx,
    `with sent as (
       select t.* from jsonb_to_recordset(?::jsonb)
         as t(id uuid, ordinal smallint, "isBodyImage" boolean, "bodySite" text, "documentKind" text, alt text, "takenAt" timestamptz)),
     used as (
       update upload u set used_at = clock_timestamp() from sent
        where u.id = sent.id and u.room_id = ? and u.ready_at is not null and u.used_at is null returning u.*)
     insert into attachment (id, post_id, ordinal, room_id, patient_id, audience, is_body_image, body_site, alt, taken_at, width, height, byte_size, blur_hash, kind, document_kind, pages)
     select u.id, ?::uuid, s.ordinal, u.room_id, ?::uuid, ?, s."isBodyImage", s."bodySite", s.alt, s."takenAt", u.width, u.height, u.kept_bytes, u.blur_hash,
            case when u.pages is null then 'PHOTO' else 'PDF' end, case when u.pages is not null then coalesce(s."documentKind", 'OTHER') end, u.pages
       from used u join sent s on s.id = u.id`,
    [JSON.stringify(rows), roomId, postId, patientId, audience],
  );
}

export interface NewMarking {
  attachmentId: string;
  version: number;
  marks: readonly Mark[];
}

interface Drawn {
  place: Pick<PlaceOfPost, 'patientId' | 'roomId' | 'audience'>;
  by: { userId: string; name: string };
}

/** What one person drew over photos of one post, in one statement. */
export async function insertMarkings(tx: Em, { place, by }: Drawn, rows: readonly NewMarking[]): Promise<void> {
  await planned(
    tx,
    `insert into attachment_marking (attachment_id, version, room_id, patient_id, audience, marks, by_id, by_name)
     select t."attachmentId", t.version, ?::uuid, ?::uuid, ?, t.marks, ?::uuid, ?
       from jsonb_to_recordset(?::jsonb) as t("attachmentId" uuid, version int, marks jsonb)`,
    [place.roomId, place.patientId, place.audience, by.userId, by.name, JSON.stringify(rows)],
  );
}
