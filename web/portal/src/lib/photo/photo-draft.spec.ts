import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areThere, asFraction, type PhotoDraft, thinned, toUpload } from './photo-draft.ts';
import { within } from './reduce.ts';

const photo: PhotoDraft = {
  id: 'u',
  type: 'image/jpeg',
  width: 4,
  height: 3,
  alt: ' 右かかと ',
  isBodyImage: true,
  bodySite: '踵',
  takenAt: '',
  marks: [
    {
      shape: 'MASK',
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 0.5 },
      ],
    },
  ],
  state: 'THERE',
  sent: 100,
  message: '',
};

it('is sent with what was said of it; where on the body only of the body', () => {
  expect(toUpload(photo)).toEqual({ uploadId: 'u', isBodyImage: true, alt: '右かかと', bodySite: '踵', annotations: photo.marks });
  expect(toUpload({ ...photo, isBodyImage: false, alt: ' ', marks: [] })).toEqual({ uploadId: 'u', isBodyImage: false });
});

it('says what kind of document it is, and of a photo nothing', () => {
  const paper: PhotoDraft = { ...photo, type: 'application/pdf', isBodyImage: false, marks: [], alt: '', documentKind: 'OPINION' };
  expect(toUpload(paper)).toEqual({ uploadId: 'u', isBodyImage: false, documentKind: 'OPINION' });
  expect(toUpload({ ...paper, type: 'image/jpeg' })).toEqual({ uploadId: 'u', isBodyImage: false });
});

it('waits until every photo has been brought', () => {
  expect([areThere([]), areThere([photo]), areThere([photo, { ...photo, state: 'SENDING' }])]).toEqual([true, true, false]);
});

it('is no larger than is wanted, in its own proportions', () => {
  expect([
    within({ width: 8192, height: 4096 }, 4096),
    within({ width: 30, height: 20 }, 4096),
    within({ width: 1, height: 9000 }, 4096),
  ]).toEqual([
    { width: 4096, height: 2048 },
    { width: 30, height: 20 },
    { width: 1, height: 4096 },
  ]);
});

it('keeps both ends of a line drawn by hand, and no more points than are taken', () => {
  const point = fc.record({ x: fc.float({ min: -1, max: 2, noNaN: true }), y: fc.float({ min: 0, max: 1, noNaN: true }) });
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 900 }), (line) => {
      const few = thinned(line);
      expect(few.length).toBe(Math.min(200, line.length));
      expect([few[0], few.at(-1)]).toEqual([line[0], line.at(-1)]);
      expect(line.every(({ x }) => asFraction(x) >= 0 && asFraction(x) <= 1)).toBe(true);
    }),
  );
});
