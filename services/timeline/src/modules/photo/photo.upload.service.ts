/** Photos on their way in (R25): announced, brought once, held against what was announced, drawn anew and sealed. */
import { createHash } from 'node:crypto';
import { photoLimits, type ReadPhoto, readPhoto, UnreadablePhoto } from '@heya/forms/photo';
import { type AuditFacts, auditAll } from '@heya/service-common/audit';
import { codedError, problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { can, findStanding, recordRefusal, requirePerson, timelineClass, type TimelineRequest } from '../access/index.ts';
import { opensWith, sealPass, uploadMs } from '../attachment/index.ts';
import { type ErrorCode, inWords, type PostProblem } from '../post/index.ts';
import { type LaidDown, layDown, type SealedPictures } from './photo.objects.ts';
import { refusalCodes, type UploadDraft, uploadProblems } from './photo.policy.ts';
import { countWaiting, findUpload, insertPicture, insertUpload, markReady, type UploadRow } from './photo.repository.ts';

/** What one person may have waiting unsent. */
const mostWaiting = 40;

export interface Announced {
  upload: { id: string; putUrl: string; headers: { name: string; value: string }[]; expiresAt: Date } | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** @returns where to bring the bytes: an address of this person's, in this session, for these bytes alone */
export async function announceUpload(context: TimelineRequest, draft: UploadDraft): Promise<Announced> {
  const viewer = requirePerson(context);
  const expiresAt = new Date(context.now().getTime() + uploadMs);
  const problems = await context.write((tx) => announce(tx, context, { viewer, draft, expiresAt }));
  if (problems.length > 0) return { upload: null, userErrors: inWords(context, problems) };
  const id = draft.idempotencyKey.toLowerCase();
  const putUrl = `/files/timeline/uploads/${id}/${sealPass(context, 'upload', viewer, [id])}`;
  const headers = [{ name: 'content-type', value: 'application/octet-stream' }];
  return { upload: { id, putUrl, headers, expiresAt }, userErrors: [] };
}

interface Announcing {
  viewer: PersonViewer;
  draft: UploadDraft;
  expiresAt: Date;
}

async function announce(tx: Em, context: TimelineRequest, { viewer, draft, expiresAt }: Announcing): Promise<PostProblem[]> {
  const standing = isId(draft.roomId) ? await findStanding(tx, draft.roomId) : undefined;
  const decision = can(viewer, 'WRITE', standing);
  if (!decision.allowed || !standing) {
    if (isId(draft.roomId)) await recordRefusal(tx, context, 'Room', draft.roomId);
    const reason = decision.allowed ? 'NOT_FOUND' : decision.reason;
    return [problem(reason === 'READ_ONLY' ? 'FORBIDDEN' : reason, ['input', 'roomId'])];
  }
  const problems = uploadProblems(draft);
  if (problems.length > 0) return problems;
  if ((await countWaiting(tx)) >= mostWaiting) return [problem('TOO_LONG', ['input', 'idempotencyKey'], { max: mostWaiting })];
  const { roomId, patientId, districtId } = standing;
  const { idempotencyKey: id, contentType, byteSize, sha256 } = draft;
  const made = await insertUpload(tx, { id, roomId, patientId, districtId, contentType, byteSize, sha256, byId: viewer.userId, expiresAt });
  if (made) return [];
  const earlier = await findUpload(tx, id);
  const isSame =
    earlier?.roomId === roomId && earlier.sha256 === sha256 && earlier.byteSize === byteSize && earlier.contentType === contentType;
  return isSame && !earlier.isUsed ? [] : [problem('INVALID', ['input', 'idempotencyKey'])];
}

export type Brought = { problem?: PostProblem } | null;

/** @returns null for whoever may not bring anything here: the address is another's, too old, or was never made */
export async function bringPhoto(
  context: TimelineRequest,
  pictures: SealedPictures,
  given: { id: string; pass: string; bytes: Uint8Array },
): Promise<Brought> {
  const { id, pass, bytes } = given;
  const viewer = requirePerson(context);
  if (!isId(id) || !opensWith(context, 'upload', viewer, { pass, about: [id] })) return null;
  const upload = await context.read((tx) => findUpload(tx, id));
  if (!upload) return null;
  if (bytes.length > photoLimits.bytes) return { problem: problem('FILE_TOO_LARGE', ['file']) };
  if (bytes.length !== upload.byteSize || createHash('sha256').update(bytes).digest('hex') !== upload.sha256)
    return { problem: problem('INVALID', ['file']) };
  if (upload.isReady) return {};
  const photo = await readOrRefuse(bytes);
  if ('problem' in photo) return photo;
  if (photo.type !== upload.contentType) return { problem: problem('FILE_TYPE_NOT_ALLOWED', ['file']) };
  const laid = await layDown(context, pictures, upload, photo.sizes);
  await context.write((tx) => keep(tx, context, { upload, laid, blurHash: photo.blurHash }));
  return {};
}

/** @throws SERVICE_UNAVAILABLE when it is no matter of the file */
async function readOrRefuse(bytes: Uint8Array): Promise<ReadPhoto | { problem: PostProblem }> {
  try {
    return await readPhoto(bytes);
  } catch (error) {
    if (!(error instanceof UnreadablePhoto)) throw error;
    if (error.reason === 'BUSY' || error.reason === 'TOO_SLOW') throw codedError('SERVICE_UNAVAILABLE');
    return { problem: problem(refusalCodes[error.reason], ['file']) };
  }
}

interface Keeping {
  upload: UploadRow;
  laid: readonly LaidDown[];
  blurHash: string;
}

async function keep(tx: Em, context: TimelineRequest, { upload, laid, blurHash }: Keeping): Promise<void> {
  // Brought twice at once, it is kept once.
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [upload.id]);
  if ((await findUpload(tx, upload.id))?.isReady) return;
  for (const { size, objectKey } of laid) await insertPicture(tx, { upload, variant: size.variant, objectKey });
  await auditAll(tx, context, [{ ...lineOf(upload), action: 'CREATE' }]);
  const original = laid.find(({ size }) => size.variant === 'ORIGINAL');
  if (original) await markReady(tx, upload.id, original.size, blurHash);
}

const lineOf = ({ id, roomId, patientId, districtId }: UploadRow): Omit<AuditFacts, 'action'> => ({
  authority: 'MEMBERSHIP',
  categories: [timelineClass],
  subjectType: 'Upload',
  subjectId: id,
  roomId,
  patientId,
  districtId,
});
