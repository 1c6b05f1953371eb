/** Looking at a photo, and drawing over it. Each look is decided anew and recorded (R32). */
import { audit, auditAll } from '@heya/service-common/audit';
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { permit, recordRefusal, requirePerson, type TimelineRequest } from '../access/index.ts';
import {
  annotationProblems,
  type AnnotationDraft,
  type AttachmentRow,
  classesOf,
  type DocumentKind,
  findAttachment,
  findPicture,
  insertMarkings,
  opensWith,
  toMarks,
  withMasks,
} from '../attachment/index.ts';
import { emitPostChanged, type ErrorCode, findPosts, inWords, lockPost, type PostProblem } from '../post/index.ts';
import { withMasksBurnt } from './photo.mask.ts';
import { type SealedPictures, type ShownVariant, takeUp } from './photo.objects.ts';

const lineOf = (row: AttachmentRow) =>
  ({
    authority: row.authority === 'INSPECTION' ? 'INSPECTION' : 'MEMBERSHIP',
    categories: classesOf([row]),
    subjectType: 'Attachment',
    subjectId: row.id,
    roomId: row.roomId,
    patientId: row.patientId,
    districtId: row.districtId,
  }) as const;

interface Asked {
  id: string;
  variant: ShownVariant;
  pass: string;
}

export interface Looked {
  bytes: Buffer;
  /** What kind of PDF it is; null for a JPEG. */
  document: DocumentKind | null;
}

/** @returns null for whoever may not see it now, whatever they were once given */
export async function lookAtPhoto(
  context: TimelineRequest,
  pictures: SealedPictures,
  { id, variant, pass }: Asked,
): Promise<Looked | null> {
  const viewer = requirePerson(context);
  if (!isId(id) || !opensWith(context, 'photo', viewer, { pass, about: [id, variant] })) return null;
  const seen = await context.write(async (tx) => {
    const found = await findPicture(tx, id, variant);
    if (!found || !permit(context, found, found.audience)) {
      await recordRefusal(tx, context, 'Attachment', id);
      return null;
    }
    await audit(tx, context, { ...lineOf(found), action: 'VIEW' });
    return found;
  });
  if (!seen) return null;
  const bytes = await takeUp(context, pictures, { ...seen, variant });
  if (variant === 'ORIGINAL' && seen.documentKind) return { bytes, document: seen.documentKind };
  return { bytes: await withMasksBurnt(bytes, seen.marks), document: null };
}

export interface Annotated {
  attachment: AttachmentRow | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

export async function annotatePhoto(context: TimelineRequest, id: string, drawn: readonly AnnotationDraft[]): Promise<Annotated> {
  requirePerson(context);
  const problems = await context.write((tx) => draw(tx, context, id, drawn));
  const found = problems.length === 0 ? await context.read((tx) => findAttachment(tx, id)) : undefined;
  return { attachment: permit(context, found, found?.audience), userErrors: inWords(context, problems) };
}

async function draw(tx: Em, context: TimelineRequest, id: string, drawn: readonly AnnotationDraft[]): Promise<PostProblem[]> {
  const { userId, labels } = requirePerson(context);
  const field = ['attachmentId'];
  const seen = isId(id) ? await findAttachment(tx, id) : undefined;
  if (!seen || !permit(context, seen, seen.audience)) {
    if (isId(id)) await recordRefusal(tx, context, 'Attachment', id);
    return [problem('NOT_FOUND', field)];
  }
  // A page that was covered would be bare in the PDF beside it.
  if (seen.kind === 'PDF') return [problem('INVALID', field)];
  if (!seen.isWritable) return [problem('ROOM_CLOSED', field)];
  if (seen.isRetracted) return [problem('INVALID_STATE', field)];
  const problems = annotationProblems(drawn, ['annotations']);
  if (problems.length > 0) return problems;
  // Two who draw at once come one after the other, so that no mask is lost.
  await lockPost(tx, seen.postId);
  const row = (await findAttachment(tx, id)) ?? seen;
  const marks = withMasks(row.marks, toMarks(drawn, userId));
  await insertMarkings(tx, { place: row, by: { userId, name: labels.name } }, [{ attachmentId: id, version: row.markVersion + 1, marks }]);
  await auditAll(tx, context, [{ ...lineOf(row), action: 'UPDATE' }]);
  const [post] = await findPosts(tx, [row.postId]);
  if (post) await emitPostChanged(tx, post);
  return [];
}
