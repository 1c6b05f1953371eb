/** What was brought while nobody could look for viruses is looked through as soon as somebody can, by the service itself (V36). */
import { audit } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { ErrorCode } from '../post/index.ts';
import { lineOf, readOrRefuse } from './photo.bring.service.ts';
import { type Hand, layDown, type SealedPictures, unsealed } from './photo.objects.ts';
import { deleteBrought, findPending, insertPicture, markReady, markRefused, type PendingUpload } from './photo.repository.ts';

const service = { type: 'service', name: 'timeline' } as const;
const atOnce = 20;

/** @returns how many are decided about; the rest waits on */
export async function checkWaiting(orm: Orm, pictures: SealedPictures, now: Date): Promise<number> {
  const write = <T>(work: (tx: Em) => Promise<T>): Promise<T> => inViewer(orm.em, service, work);
  const waiting = await write((tx) => findPending(tx, atOnce));
  let count = 0;
  for (const upload of waiting) {
    if (!(await check({ byId: null, now, write }, pictures, upload))) break;
    count += 1;
  }
  return count;
}

/** @returns false when there is still nobody to ask */
async function check(hand: Hand, pictures: SealedPictures, upload: PendingUpload): Promise<boolean> {
  const sealed = await pictures.objects.get(upload.objectKey);
  const bytes = await hand.write((tx) => unsealed(tx, pictures, { ...upload, variant: 'BROUGHT' }, sealed));
  const verdict = (await pictures.scanner?.(bytes)) ?? 'CLEAN';
  if (verdict === 'SILENT') return false;
  if (verdict !== 'CLEAN') return refuse(hand, pictures, upload, verdict === 'FOUND' ? 'FILE_QUARANTINED' : 'FILE_TOO_LARGE');
  const photo = await readOrRefuse(upload, bytes);
  if ('problem' in photo) return refuse(hand, pictures, upload, photo.problem.code);
  const laid = await layDown(hand, pictures, upload, photo.sizes);
  await hand.write(async (tx) => {
    for (const { variant, objectKey } of laid) await insertPicture(tx, { upload, variant, objectKey });
    await deleteBrought(tx, upload.id);
    await markReady(tx, upload.id, photo);
  });
  return true;
}

async function refuse({ write }: Hand, { logger }: SealedPictures, upload: PendingUpload, code: ErrorCode): Promise<true> {
  await write(async (tx) => {
    await deleteBrought(tx, upload.id);
    await markRefused(tx, upload.id, code);
    if (code === 'FILE_QUARANTINED')
      await audit(tx, { viewer: service, requestId: newId() }, { ...lineOf(upload), subjectType: 'QuarantinedUpload', action: 'CREATE' });
  });
  if (code === 'FILE_QUARANTINED') logger.warn('a file was put in quarantine');
  return true;
}
