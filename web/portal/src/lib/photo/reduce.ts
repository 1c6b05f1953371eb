/** A photo as it leaves the device: drawn anew, so that nothing the camera wrote goes along, and no larger than anybody needs (R25). */

import { documentType } from './photo-draft.ts';

/** As the service takes them. */
export const photoTypes = 'image/jpeg,image/png,image/webp,image/heic,image/heif';
const longestSide = 4096;
const quality = 0.9;

export interface Reduced {
  bytes: Blob;
  type: string;
  /** 0 where this browser cannot read it; the service may. */
  width: number;
  height: number;
}

/** Turned the right way up. What cannot be read here is left as it is: the service says what is wrong with it. */
export async function reduce(file: File): Promise<Reduced> {
  // Read at once: a phone may take the file away again.
  const kept = new Blob([await file.arrayBuffer()], { type: file.type });
  if (file.type === documentType) return { bytes: kept, type: documentType, width: 0, height: 0 };
  const bitmap = await createImageBitmap(kept, { imageOrientation: 'from-image' }).catch(() => null);
  if (!bitmap) return { bytes: kept, type: typeOf(file), width: 0, height: 0 };
  const { width, height } = within(bitmap, longestSide);
  const bytes = await draw(bitmap, width, height);
  bitmap.close();
  return bytes ? { bytes, type: 'image/jpeg', width, height } : { bytes: kept, type: typeOf(file), width, height };
}

/** HEIC has no type in some browsers. */
const typeOf = ({ type, name }: File): string => {
  if (/\.hei[cf]$/iu.test(name) || /hei[cf]/u.test(type)) return 'image/heic';
  return type || 'image/jpeg';
};

/** @returns the size at which the longer side is at most so many pixels */
export function within({ width, height }: { width: number; height: number }, longest: number): { width: number; height: number } {
  const part = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * part)), height: Math.max(1, Math.round(height * part)) };
}

function draw(bitmap: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  // A transparent ground would turn black.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(bitmap, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

export async function sha256(bytes: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
