/** What is put together while a wound is assessed, step by step. Pure. */
import type { WoundAssessInput, WoundRowFragment } from '@heya/client/generated/graphql';
import type { PhotoDraft } from '#lib/photo/photo-draft.ts';
import type { Point } from './area.ts';
import { codesOf, lengthOf, scoresOf, sizeOf, woundItems, type WoundCodes } from './design-r.ts';

export interface WoundPhotoDraft {
  uploadId: string;
  width: number;
  height: number;
  outline: Point[];
  marker: Point[];
  markerMm: string;
  areaCm2: number | null;
}

/** A photo that was brought, with nothing measured on it yet. A browser that cannot show it cannot measure on it. */
export const measurable = ({ id, width, height }: PhotoDraft): WoundPhotoDraft => ({
  ...{ uploadId: id, width: width || 1, height: height || 1 },
  ...{ outline: [], marker: [], markerMm: '20', areaCm2: null },
});

export interface WoundDraft {
  site: string;
  codes: WoundCodes;
  /** As typed, in cm. */
  length: string;
  width: string;
  photo: WoundPhotoDraft | null;
  /** The same photo on its way; one at most. */
  photos: PhotoDraft[];
  note: string;
  assessedAt: string;
}

export type WoundStep = 'site' | (typeof woundItems)[number] | 'photo' | 'check';
/** The same for a wound seen before: its site is known. */
export const stepsOf = (isNew: boolean): WoundStep[] => [...(isNew ? (['site'] as const) : []), ...woundItems, 'photo', 'check'];

/** @param corrected what was said before, when it is corrected */
export function beginDraft(known: WoundRowFragment | null, corrected: WoundRowFragment | null): WoundDraft {
  return {
    site: corrected?.site ?? known?.site ?? '',
    codes: corrected ? codesOf(corrected) : {},
    length: corrected?.lengthCm?.toString() ?? '',
    width: corrected?.widthCm?.toString() ?? '',
    photo: null,
    photos: [],
    note: '',
    assessedAt: corrected?.assessedAt ?? '',
  };
}

/** Length and width as numbers, when both are; the code of size that they make. */
export function measured({
  length,
  width,
}: Pick<WoundDraft, 'length' | 'width'>): { lengthCm: number; widthCm: number; code: string } | null {
  const [lengthCm, widthCm] = [lengthOf(length), lengthOf(width)];
  if (!lengthCm || !widthCm || widthCm > lengthCm) return null;
  return { lengthCm, widthCm, code: sizeOf(lengthCm * widthCm) };
}

/** Whether something stands in the fields of length and width that cannot be sent. */
export const isHalfMeasured = ({ length, width }: Pick<WoundDraft, 'length' | 'width'>): boolean =>
  Boolean(length.trim() || width.trim()) && !measured({ length, width });

type Content = Omit<WoundAssessInput, 'idempotencyKey' | 'roomId' | 'audience' | 'woundId' | 'correctsId' | 'assessedAt'>;

/** @returns null before everything is chosen */
export function contentOf({ site, codes, length, width, photo, note }: WoundDraft): Content | null {
  const scores = scoresOf(codes);
  const sides = measured({ length, width });
  if (!scores || !site.trim()) return null;
  return {
    ...scores,
    site: site.trim(),
    lengthCm: sides?.lengthCm ?? null,
    widthCm: sides?.widthCm ?? null,
    areaCm2: photo?.areaCm2 ?? null,
    note: note.trim() || null,
    uploads: photo ? [{ uploadId: photo.uploadId, isBodyImage: true, annotations: marksOf(photo) }] : null,
  };
}

/** What was measured is kept over the photo, so that somebody else sees how the number came about. */
function marksOf({ outline, marker, markerMm, areaCm2 }: WoundPhotoDraft) {
  if (areaCm2 === null) return [];
  return [
    { shape: 'RULER' as const, points: marker.map(({ x, y }) => ({ x, y })), label: `${markerMm}mm` },
    { shape: 'FREEHAND' as const, points: outline.map(({ x, y }) => ({ x, y })) },
  ];
}
