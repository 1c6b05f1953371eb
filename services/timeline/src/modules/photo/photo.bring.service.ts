/** What becomes of what is brought (R25, V36): held against what was announced, looked through for viruses, drawn anew and sealed. */
import { createHash } from 'node:crypto';
import { documentType, type ReadDocument, readDocument, UnreadableDocument } from '@heya/forms/document';
import { type ReadPhoto, readPhoto, UnreadablePhoto } from '@heya/forms/photo';
import { type AuditFacts, auditAll } from '@heya/service-common/audit';
import { codedError, problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { requirePerson, timelineClass, type TimelineRequest } from '../access/index.ts';
import { opensWith } from '../attachment/index.ts';
import type { PostProblem } from '../post/index.ts';
import { type Hand, type LaidDown, layDown, type SealedPictures } from './photo.objects.ts';
import { codeOf, mostBytes } from './photo.policy.ts';
import { findUpload, insertPicture, markPending, markReady, markRefused, type UploadRow } from './photo.repository.ts';

export type Brought = { problem?: PostProblem; isPending?: boolean } | null;

interface Given {
  id: string;
  pass: string;
  bytes: Uint8Array;
}

/** @returns null for whoever may not bring anything here: the address is another's, too old, or was never made */
export async function bringPhoto(context: TimelineRequest, pictures: SealedPictures, { id, pass, bytes }: Given): Promise<Brought> {
  const viewer = requirePerson(context);
  if (!isId(id) || !opensWith(context, 'upload', viewer, { pass, about: [id] })) return null;
  const upload = await context.read((tx) => findUpload(tx, id));
  if (!upload) return null;
  if (bytes.length > mostBytes(upload.contentType)) return { problem: problem('FILE_TOO_LARGE', ['file']) };
  if (bytes.length !== upload.byteSize || createHash('sha256').update(bytes).digest('hex') !== upload.sha256)
    return { problem: problem('INVALID', ['file']) };
  if (upload.refusal) return { problem: problem(upload.refusal, ['file']) };
  if (upload.isReady || upload.isPending) return { isPending: upload.isPending };
  return takeIn(context, pictures, upload, bytes);
}

interface Taking {
  upload: UploadRow;
  bytes: Uint8Array;
  hand: Hand;
}

async function takeIn(context: TimelineRequest, pictures: SealedPictures, upload: UploadRow, bytes: Uint8Array): Promise<Brought> {
  const { userId } = requirePerson(context);
  const hand: Hand = { byId: userId, now: context.now(), write: (work) => context.write(work) };
  const verdict = (await pictures.scanner?.(bytes)) ?? 'CLEAN';
  if (verdict === 'SILENT') return letWait(context, pictures, { upload, bytes, hand });
  if (verdict === 'FOUND') return quarantine(context, pictures, upload);
  if (verdict === 'TOO_LARGE') return { problem: problem('FILE_TOO_LARGE', ['file']) };
  const read = await readOrRefuse(upload, bytes);
  if ('problem' in read) return read;
  const laid = await layDown(hand, pictures, upload, read.sizes);
  await context.write((tx) => keep(tx, context, { upload, laid, mark: () => markReady(tx, upload.id, read) }));
  return {};
}

async function letWait(context: TimelineRequest, pictures: SealedPictures, { upload, bytes, hand }: Taking): Promise<Brought> {
  const laid = await layDown(hand, pictures, upload, [{ variant: 'BROUGHT', bytes }]);
  await context.write((tx) => keep(tx, context, { upload, laid, mark: () => markPending(tx, upload.id) }));
  return { isPending: true };
}

async function quarantine(context: TimelineRequest, { logger }: SealedPictures, upload: UploadRow): Promise<Brought> {
  await context.write(async (tx) => {
    await markRefused(tx, upload.id, 'FILE_QUARANTINED');
    await auditAll(tx, context, [{ ...lineOf(upload), subjectType: 'QuarantinedUpload', action: 'CREATE' }]);
  });
  logger.warn('a file was put in quarantine');
  return { problem: problem('FILE_QUARANTINED', ['file']) };
}

/** @throws SERVICE_UNAVAILABLE when it is no matter of the file */
export async function readOrRefuse({ contentType }: UploadRow, bytes: Uint8Array): Promise<Readable | { problem: PostProblem }> {
  try {
    const read = contentType === documentType ? await readDocument(bytes) : await readPhoto(bytes);
    return read.type === contentType ? read : { problem: problem('FILE_TYPE_NOT_ALLOWED', ['file']) };
  } catch (error) {
    if (!(error instanceof UnreadablePhoto || error instanceof UnreadableDocument)) throw error;
    if (error.reason === 'BUSY' || error.reason === 'TOO_SLOW') throw codedError('SERVICE_UNAVAILABLE');
    return { problem: problem(codeOf(contentType === documentType, error.reason), ['file']) };
  }
}

export type Readable = ReadPhoto | ReadDocument;

interface Keeping {
  upload: UploadRow;
  laid: readonly LaidDown[];
  mark: () => Promise<void>;
}

async function keep(tx: Em, context: TimelineRequest, { upload, laid, mark }: Keeping): Promise<void> {
  // Brought twice at once, it is kept once.
  await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [upload.id]);
  const now = await findUpload(tx, upload.id);
  if (!now || now.isReady || now.isPending) return;
  for (const { variant, objectKey } of laid) await insertPicture(tx, { upload, variant, objectKey });
  await auditAll(tx, context, [{ ...lineOf(upload), action: 'CREATE' }]);
  await mark();
}

export const lineOf = ({ id, roomId, patientId, districtId }: UploadRow): Omit<AuditFacts, 'action'> => ({
  authority: 'MEMBERSHIP',
  categories: [timelineClass],
  subjectType: 'Upload',
  subjectId: id,
  roomId,
  patientId,
  districtId,
});
