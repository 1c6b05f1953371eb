/** Photos at rest (R25): each size sealed with the room's data key, bound to its row (threat 29), and laid into the store of objects. */
import type { DataKeys, Place } from '@heya/service-common/data-keys';
import type { Scanner } from '@heya/service-common/clamd';
import type { Logger } from '@heya/service-common/logger';
import { newObjectKey, type ObjectStore } from '@heya/service-common/object-store';
import type { Em } from '@heya/service-common/orm';
import type { PageVariant } from '@heya/forms/document';
import type { PhotoVariant } from '@heya/forms/photo';
import type { TimelineRequest } from '../access/index.ts';
import { insertUnneeded, type UploadRow } from './photo.repository.ts';

export interface SealedPictures {
  dataKeys: DataKeys;
  objects: ObjectStore;
  /** Null where none is set up: what is kept is drawn anew in any case. */
  scanner: Scanner | null;
  logger: Logger;
}

/** By whose rights something is laid down: a person's, or the service's own. */
export interface Hand {
  byId: string | null;
  now: Date;
  write<T>(work: (tx: Em) => Promise<T>): Promise<T>;
}

/** BROUGHT: as it came, while it waits to be looked through; shown to nobody. */
type Variant = ShownVariant | 'BROUGHT';
export type ShownVariant = PhotoVariant | PageVariant;

export interface LaidDown {
  variant: Variant;
  objectKey: string;
}

interface Lying {
  id: string;
  variant: Variant;
  roomId: string;
  districtId: string;
  /** Of what was brought before there was a store. */
  sealed: Buffer | null;
  objectKey: string | null;
}

/** So long a row may take to name its object. */
const namedWithinMs = 3_600_000;

const placeOf = (id: string, variant: Variant): Place => ({ rowId: `${id}:${variant}`, column: 'upload_picture.sealed' });

/**
 * Before any row names them. Their keys are written down first as unneeded: whatever ends here or later without naming them, they are
 * removed. @throws SERVICE_UNAVAILABLE when the store is down
 */
export async function layDown(
  { byId, now, write }: Hand,
  { dataKeys, objects }: SealedPictures,
  { id, roomId, districtId }: UploadRow,
  parts: readonly { variant: Variant; bytes: Uint8Array }[],
): Promise<LaidDown[]> {
  const until = new Date(now.getTime() + namedWithinMs);
  const sealed = await write(async (tx) => {
    const made: (LaidDown & { bytes: Buffer })[] = [];
    for (const { variant, bytes } of parts) {
      const hidden = await dataKeys.seal(tx, { id: roomId, districtId }, placeOf(id, variant), Buffer.from(bytes));
      made.push({ variant, bytes: hidden, objectKey: newObjectKey() });
    }
    await insertUnneeded(
      tx,
      byId,
      made.map(({ objectKey }) => objectKey),
      until,
    );
    return made;
  });
  await Promise.all(sealed.map(({ objectKey, bytes }) => objects.put(objectKey, bytes)));
  return sealed;
}

/** No connection waits for the store; the key is looked up after, so that what is destroyed meanwhile is not shown. */
export async function takeUp(context: TimelineRequest, pictures: SealedPictures, lying: Lying): Promise<Buffer> {
  const sealed = lying.sealed ?? (await pictures.objects.get(lying.objectKey ?? ''));
  return context.read((tx) => unsealed(tx, pictures, lying, sealed));
}

type Owned = Pick<Lying, 'id' | 'variant' | 'roomId' | 'districtId'>;

export const unsealed = (
  tx: Em,
  { dataKeys }: SealedPictures,
  { id, variant, roomId, districtId }: Owned,
  sealed: Buffer,
): Promise<Buffer> => dataKeys.open(tx, { id: roomId, districtId }, placeOf(id, variant), sealed);
