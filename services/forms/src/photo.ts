/**
 * Photos that people bring (R25): decoded in a process of its own, with memory and time limits, and drawn anew (threat 14).
 * Whatever a camera wrote beside the picture is gone; the file as it came is never handed on.
 */
import { askProcess, Turns } from './own-process.ts';

export const photoVariants = ['THUMBNAIL_320', 'SCREEN_1280', 'ORIGINAL'] as const;
export type PhotoVariant = (typeof photoVariants)[number];

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export type PhotoType = (typeof photoTypes)[number];

/** NOT_A_PHOTO: another kind of file, or one that is two kinds at once. */
export type PhotoRefusal = 'NOT_A_PHOTO' | 'TOO_LARGE' | 'TOO_MANY_PIXELS' | 'MOVING' | 'BROKEN' | 'TOO_SLOW' | 'BUSY';

export class UnreadablePhoto extends Error {
  override name = 'UnreadablePhoto';
  readonly reason: PhotoRefusal;

  constructor(reason: PhotoRefusal) {
    super(`The photo cannot be read: ${reason}`);
    this.reason = reason;
  }
}

/** A size of a photo; JPEG without anything but the picture. */
export interface PhotoSize {
  variant: PhotoVariant;
  bytes: Uint8Array;
  width: number;
  height: number;
}

export interface ReadPhoto {
  /** What the file was, by its bytes. */
  type: PhotoType;
  sizes: PhotoSize[];
  /** https://blurha.sh, four by three parts. */
  blurHash: string;
}

export interface PhotoLimits {
  bytes: number;
  /** Width times height, known before anything is decoded. */
  pixels: number;
  milliseconds: number;
  /** Resident memory of the process (MB). */
  memory: number;
}

export interface PhotoJob {
  bytes: Uint8Array;
  pixels: number;
}
export type PhotoAnswer = ReadPhoto | { refusal: PhotoRefusal };

export const photoLimits: PhotoLimits = { bytes: 30 * 1024 * 1024, pixels: 50_000_000, milliseconds: 20_000, memory: 900 };

const turns = new Turns(2, 16);

/** @throws UnreadablePhoto */
export async function readPhoto(bytes: Uint8Array, wishes: Partial<PhotoLimits> = {}): Promise<ReadPhoto> {
  const limits = { ...photoLimits, ...wishes };
  if (bytes.length > limits.bytes) throw new UnreadablePhoto('TOO_LARGE');
  const leave = await turns.take();
  if (!leave) throw new UnreadablePhoto('BUSY');
  try {
    const answer = await askProcess<PhotoAnswer>('photo.process', { bytes, pixels: limits.pixels } satisfies PhotoJob, limits);
    if ('fate' in answer) throw new UnreadablePhoto(answer.fate === 'TOO_MUCH' ? 'TOO_MANY_PIXELS' : answer.fate);
    if ('refusal' in answer) throw new UnreadablePhoto(answer.refusal);
    return answer;
  } finally {
    leave();
  }
}
