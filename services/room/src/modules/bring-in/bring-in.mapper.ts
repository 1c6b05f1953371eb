/** Rows as the API shows them. */
import { grant } from '@heya/service-common/holds';
import { ExportPurposeEnum } from '../take-along/index.ts';
import type { BroughtPostType } from './brought-post.type.ts';
import type { ImportRow, PostRow } from './bring-in.repository.ts';
import type { Preview } from './bring-in.service.ts';
import type { RoomImportPreviewType, RoomImportType } from './bring-in.type.ts';

const isPurpose = (text: string): text is keyof typeof ExportPurposeEnum => Object.hasOwn(ExportPurposeEnum, text);

export const toRoomImport = (row: ImportRow): RoomImportType => ({
  id: row.id,
  state: row.state === 'CHECKED' && row.has_expired ? 'EXPIRED' : row.state,
  packageId: row.package_id,
  roomNumber: row.source_room_number,
  districtName: row.source_district_name,
  madeAt: new Date(row.made_at),
  madeByName: row.made_by_name,
  madeByFacilityName: row.made_by_facility,
  purpose: isPurpose(row.purpose) ? row.purpose : null,
  signingKey: row.signing_key,
  isKnownKey: row.is_known_key,
  broughtByName: row.brought_by_name,
  broughtAt: new Date(row.brought_at),
  expiresAt: new Date(row.expires_at),
  endedAt: row.ended_at === null ? null : new Date(row.ended_at),
  taken: row.taken ?? [],
});

export const toPreview = ({ look, posts }: Preview): RoomImportPreviewType => ({
  entries: look.entries.map(({ wish: { id, block }, place, standing, presentPlace }) => ({ id, block, place, standing, presentPlace })),
  content: look.content,
  present: look.present,
  closed: look.closed,
  posts,
});

export const toBroughtPost = (row: PostRow): BroughtPostType =>
  grant(
    {
      sourceId: row.source_id,
      sourceRoomId: row.source_room_id,
      roomNumber: row.source_room_number,
      audience: row.audience,
      isImportant: row.is_important,
      authorLabel: row.author_label,
      body: row.body,
      readings: row.readings,
      observedAt: new Date(row.observed_at),
      writtenAt: new Date(row.written_at),
    },
    ['DAILY_CONDITION'],
  );
