/** Rules for photos of a post (R25). Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { isObservable, textProblems } from '../vitals/index.ts';

export const shapes = ['ARROW', 'CIRCLE', 'FREEHAND', 'RULER', 'MASK'] as const;
export type AnnotationShape = (typeof shapes)[number];

export interface Point {
  /** Fractions of width and height. */
  x: number;
  y: number;
}

export interface AnnotationDraft {
  shape: AnnotationShape;
  points: readonly Point[];
  label?: string | null;
}

/** As it is kept; a mask stays where it was drawn. */
export interface Mark {
  id: string;
  shape: AnnotationShape;
  points: Point[];
  label: string | null;
  byId: string;
}

export const documentKinds = ['OPINION', 'INSTRUCTION', 'OTHER'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface UploadUse {
  uploadId: string;
  /** Of a document; a photo has none. */
  documentKind?: DocumentKind | null;
  alt?: string | null;
  isBodyImage?: boolean | null;
  bodySite?: string | null;
  annotations?: readonly AnnotationDraft[] | null;
  takenAt?: Date | null;
}

type Code = 'INVALID' | 'TOO_LONG' | 'MY_NUMBER_NOT_ALLOWED' | 'NOT_FOUND' | 'UPLOAD_NOT_READY' | 'CONSENT_REQUIRED';
export type AttachmentProblem = Problem<Code>;

export const mostPhotos = 10;
const mostMarks = 50;
const lengths = { alt: 200, site: 60, label: 60 };

/** Two corners or ends; a line drawn by hand has more. */
const pointsOf: Readonly<Record<AnnotationShape, readonly [number, number]>> = {
  ARROW: [2, 2],
  CIRCLE: [2, 2],
  FREEHAND: [2, 500],
  RULER: [2, 2],
  MASK: [2, 2],
};

const isFraction = (value: number): boolean => value >= 0 && value <= 1;

export function annotationProblems(marks: readonly AnnotationDraft[], path: string[]): AttachmentProblem[] {
  if (marks.length > mostMarks) return [problem('TOO_LONG', path, { max: mostMarks })];
  return marks.flatMap(({ shape, points, label }, index) => {
    const [least, most] = pointsOf[shape];
    const at = [...path, String(index)];
    const fits = points.length >= least && points.length <= most && points.every(({ x, y }) => isFraction(x) && isFraction(y));
    return [...(fits ? [] : [problem('INVALID' as const, [...at, 'points'])]), ...textProblems(label, lengths.label, [...at, 'label'])];
  });
}

export function useProblems(uses: readonly UploadUse[], now: Date, path: string[]): AttachmentProblem[] {
  if (uses.length > mostPhotos) return [problem('TOO_LONG', path, { max: mostPhotos })];
  return uses.flatMap(({ uploadId, alt, bodySite, annotations, takenAt }, index) => {
    const at = [...path, String(index)];
    const isAgain = uses.findIndex((other) => other.uploadId.toLowerCase() === uploadId.toLowerCase()) !== index;
    return [
      ...(isId(uploadId) && !isAgain ? [] : [problem('NOT_FOUND' as const, [...at, 'uploadId'])]),
      ...textProblems(alt, lengths.alt, [...at, 'alt']),
      ...textProblems(bodySite, lengths.site, [...at, 'bodySite']),
      ...(takenAt && !isObservable(takenAt, now) ? [problem('INVALID' as const, [...at, 'takenAt'])] : []),
      ...annotationProblems(annotations ?? [], [...at, 'annotations']),
    ];
  });
}

/** Nobody takes a mask off again: what was covered once is covered for good. */
export function withMasks(kept: readonly Mark[], drawn: readonly Mark[]): Mark[] {
  const same = (one: Mark, other: Mark): boolean => JSON.stringify(one.points) === JSON.stringify(other.points);
  const masks = kept.filter(({ shape }) => shape === 'MASK');
  return [...masks, ...drawn.filter((mark) => mark.shape !== 'MASK' || !masks.some((mask) => same(mask, mark)))];
}
