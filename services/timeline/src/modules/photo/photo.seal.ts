/** Photos at rest: each size sealed with the room's data key, bound to its row (threat 29). */
import type { DataKeys, Place } from '@heya/service-common/data-keys';
import type { PhotoVariant } from '@heya/forms/photo';

export interface SealedPictures {
  dataKeys: DataKeys;
}

export const placeOf = (id: string, variant: PhotoVariant): Place => ({ rowId: `${id}:${variant}`, column: 'upload_picture.sealed' });
