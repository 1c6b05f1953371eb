/** Photos at rest (R25): each size sealed with the room's data key, bound to its row (threat 29), and laid into the store of objects. */
import type { DataKeys, Place } from '@heya/service-common/data-keys';
import { newObjectKey, type ObjectStore } from '@heya/service-common/object-store';
import type { PhotoSize, PhotoVariant } from '@heya/forms/photo';
import { requirePerson, type TimelineRequest } from '../access/index.ts';
import { insertUnneeded, type UploadRow } from './photo.repository.ts';

export interface SealedPictures {
  dataKeys: DataKeys;
  objects: ObjectStore;
}

export interface LaidDown {
  size: PhotoSize;
  objectKey: string;
}

interface Lying {
  id: string;
  variant: PhotoVariant;
  roomId: string;
  districtId: string;
  /** Of what was brought before there was a store. */
  sealed: Buffer | null;
  objectKey: string | null;
}

/** So long a row may take to name its object. */
const namedWithinMs = 3_600_000;

const placeOf = (id: string, variant: PhotoVariant): Place => ({ rowId: `${id}:${variant}`, column: 'upload_picture.sealed' });

/**
 * Before any row names them. Their keys are written down first as unneeded: whatever ends here or later without naming them, they are
 * removed. @throws SERVICE_UNAVAILABLE when the store is down
 */
export async function layDown(
  context: TimelineRequest,
  { dataKeys, objects }: SealedPictures,
  { id, roomId, districtId }: UploadRow,
  sizes: readonly PhotoSize[],
): Promise<LaidDown[]> {
  const { userId } = requirePerson(context);
  const until = new Date(context.now().getTime() + namedWithinMs);
  const sealed = await context.write(async (tx) => {
    const made: (LaidDown & { bytes: Buffer })[] = [];
    for (const size of sizes) {
      const bytes = await dataKeys.seal(tx, { id: roomId, districtId }, placeOf(id, size.variant), Buffer.from(size.bytes));
      made.push({ size, bytes, objectKey: newObjectKey() });
    }
    await insertUnneeded(
      tx,
      userId,
      made.map(({ objectKey }) => objectKey),
      until,
    );
    return made;
  });
  await Promise.all(sealed.map(({ objectKey, bytes }) => objects.put(objectKey, bytes)));
  return sealed;
}

/** No connection waits for the store; the key is looked up after, so that what is destroyed meanwhile is not shown. */
export async function takeUp(context: TimelineRequest, { dataKeys, objects }: SealedPictures, lying: Lying): Promise<Buffer> {
  const sealed = lying.sealed ?? (await objects.get(lying.objectKey ?? ''));
  const scope = { id: lying.roomId, districtId: lying.districtId };
  return context.read((tx) => dataKeys.open(tx, scope, placeOf(lying.id, lying.variant), sealed));
}
