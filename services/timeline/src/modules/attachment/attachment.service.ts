/** Photos that come with a post, and those that a post has. */
import { problem } from '@heya/service-common/errors';
import { grant } from '@heya/service-common/holds';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { look, permit, perRequest, timelineClass, type TimelineRequest, viewOf } from '../access/index.ts';
import { type AnnotationDraft, type AttachmentProblem, type Mark, type UploadUse } from './attachment.policy.ts';
import {
  type AttachmentRow,
  findAttachmentsOf,
  insertAttachments,
  insertMarkings,
  mayShowBody,
  type PlaceOfPost,
  takeReadyUploads,
} from './attachment.repository.ts';

const bodyClass = 'BODY_IMAGES';

/** Classes of information that a look at these touches. */
export const classesOf = (rows: readonly Pick<AttachmentRow, 'isBodyImage'>[]): (typeof bodyClass | typeof timelineClass)[] =>
  rows.some(({ isBodyImage }) => isBodyImage) ? [timelineClass, bodyClass] : [timelineClass];

const ofPosts = perRequest(
  (context) =>
    new DataLoader<string, AttachmentRow[]>((ids) =>
      look(context, async (tx) => {
        const rows = (await findAttachmentsOf(tx, ids)).flatMap((row) => permit(context, row, row.audience) ?? []);
        if (context.viewer.type === 'person') noteBodies(context, rows);
        const byPost = Map.groupBy(rows, ({ postId }) => postId);
        return { value: ids.map((id) => byPost.get(id) ?? []), rooms: rows };
      }),
    ),
);

function noteBodies({ record }: TimelineRequest, rows: readonly AttachmentRow[]): void {
  const bodies = rows.filter(({ isBodyImage }) => isBodyImage);
  record.add(new Map(bodies.map((row) => [`BODY ${row.roomId}`, { ...viewOf(row), categories: [bodyClass] }])));
}

export const attachmentsOf = (context: TimelineRequest, postId: string): Promise<AttachmentRow[]> => ofPosts(context).load(postId);

interface Sending {
  roomId: string;
  uploads: readonly UploadUse[];
}

/** @returns what stands in the way of sending these, by its field */
export async function sendingProblems(tx: Em, { roomId, uploads }: Sending): Promise<AttachmentProblem[]> {
  const at = (index: number, name: string): string[] => ['input', 'uploads', String(index), name];
  const ready = await takeReadyUploads(
    tx,
    uploads.map(({ uploadId }) => uploadId),
    roomId,
  );
  const missing = uploads.flatMap(({ uploadId }, index) =>
    ready.some(({ id }) => id === uploadId.toLowerCase()) ? [] : [problem('UPLOAD_NOT_READY' as const, at(index, 'uploadId'))],
  );
  const drawnOver = uploads.flatMap(({ uploadId, annotations }, index) =>
    annotations?.length && ready.some(({ id, isDocument }) => isDocument && id === uploadId.toLowerCase())
      ? [problem('INVALID' as const, at(index, 'annotations'))]
      : [],
  );
  const found = [...missing, ...drawnOver];
  if (!uploads.some(({ isBodyImage }) => isBodyImage) || (await mayShowBody(tx, roomId))) return found;
  return [
    ...found,
    ...uploads.flatMap((use, index) => (use.isBodyImage ? [problem('CONSENT_REQUIRED' as const, at(index, 'isBodyImage'))] : [])),
  ];
}

export const toMarks = (drawn: readonly AnnotationDraft[], byId: string): Mark[] =>
  drawn.map(({ shape, points, label }) => ({
    id: newId(),
    shape,
    points: points.map(({ x, y }) => ({ x, y })),
    label: label?.trim() || null,
    byId,
  }));

/** With the post, in the transaction that found them ready: in two statements, however many they are. */
export async function attachUploads(tx: Em, place: PlaceOfPost, uses: readonly UploadUse[], author: PersonViewer): Promise<void> {
  const { userId, labels } = author;
  const rows = uses.map(({ uploadId, isBodyImage, bodySite, documentKind, alt, takenAt }, ordinal) => ({
    id: uploadId.toLowerCase(),
    ordinal,
    isBodyImage: Boolean(isBodyImage),
    bodySite: bodySite?.trim() || null,
    documentKind: documentKind ?? null,
    alt: alt?.trim() || null,
    takenAt: takenAt ?? null,
  }));
  await insertAttachments(tx, place, rows);
  const drawn = uses.flatMap(({ uploadId, annotations }) =>
    annotations?.length ? [{ attachmentId: uploadId.toLowerCase(), version: 1, marks: toMarks(annotations, userId) }] : [],
  );
  if (drawn.length > 0) await insertMarkings(tx, { place, by: { userId, name: labels.name } }, drawn);
}

/** What hangs on something that may be shown may be shown with it. */
export const grantPart = <T extends object>(part: T): T => grant(part, [timelineClass]);
