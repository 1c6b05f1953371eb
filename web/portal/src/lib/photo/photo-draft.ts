/** A photo while its post is being written, and what is sent of it. Pure. */
import type { AnnotationShape, DocumentKind, PostCreateInput } from '@heya/client/generated/graphql';

export interface Point {
  /** Fractions of width and height. */
  x: number;
  y: number;
}

export interface Mark {
  shape: AnnotationShape;
  points: Point[];
}

/** CHECKING: brought, and waits to be looked through for viruses. */
export type PhotoState = 'WAITING' | 'SENDING' | 'CHECKING' | 'THERE' | 'FAILED' | 'REFUSED';

export const documentType = 'application/pdf';

export interface PhotoDraft {
  /** Of the upload: the same however often it is brought. */
  id: string;
  type: string;
  /** 0 where this browser cannot show it. */
  width: number;
  height: number;
  alt: string;
  isBodyImage: boolean;
  /** Of a document. */
  documentKind?: DocumentKind;
  bodySite: string;
  /** When it was taken, ISO; empty when the device does not say. */
  takenAt: string;
  marks: Mark[];
  state: PhotoState;
  /** Percent of it that was brought. */
  sent: number;
  /** What the service said of it. */
  message: string;
}

export const mostPhotos = 10;

/** @param modified when the file was written (ms), 0 when the device does not say @returns ISO; empty for a moment that has not come */
export const takenAtOf = (modified: number, now: number): string =>
  modified > 0 && modified <= now ? new Date(modified).toISOString() : '';

export const toUpload = ({
  id,
  type,
  documentKind,
  alt,
  isBodyImage,
  bodySite,
  marks,
  takenAt,
}: PhotoDraft): NonNullable<PostCreateInput['uploads']>[number] => ({
  uploadId: id,
  isBodyImage,
  ...(type === documentType ? { documentKind: documentKind ?? 'OTHER' } : {}),
  ...(alt.trim() ? { alt: alt.trim() } : {}),
  ...(isBodyImage && bodySite.trim() ? { bodySite: bodySite.trim() } : {}),
  ...(takenAt ? { takenAt } : {}),
  ...(marks.length > 0 ? { annotations: marks } : {}),
});

/** What the service does not refuse. */
export const usable = (photos: readonly PhotoDraft[]): PhotoDraft[] => photos.filter(({ state }) => state !== 'REFUSED');

/** One of them has to be brought again by hand. */
export const isStuck = (photos: readonly PhotoDraft[]): boolean => photos.some(({ state }) => state === 'FAILED');

/** Those that a post can go with. */
export const areThere = (photos: readonly PhotoDraft[]): boolean => photos.every(({ state }) => state === 'THERE');

/** A line drawn by hand as few points, evenly taken. */
export function thinned(points: readonly Point[], most = 200): Point[] {
  if (points.length <= most) return [...points];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)] as Point);
}

/** Beyond an edge counts as the edge. */
export const asFraction = (value: number): number => Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000));
