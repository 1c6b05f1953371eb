import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCm2, crossesItself, type Point, polygonArea } from './area.ts';

const square: Point[] = [
  { x: 0.2, y: 0.2 },
  { x: 0.4, y: 0.2 },
  { x: 0.4, y: 0.4 },
  { x: 0.2, y: 0.4 },
];

describe('the area by a marker', () => {
  test('of a square of 200 pixels beside 20 mm of 100 pixels is 16 cm²', () => {
    const marker = [
      { x: 0.5, y: 0.5 },
      { x: 0.6, y: 0.5 },
    ];
    expect(areaCm2({ outline: square, marker, markerMm: 20 }, { width: 1000, height: 1000 })).toBe(16);
    // Fractions of a photo that is not square are not alike in both directions.
    expect(areaCm2({ outline: square, marker, markerMm: 20 }, { width: 1000, height: 500 })).toBe(8);
  });

  test('depends neither on the size of the photo, nor on where and in which direction things lie', () => {
    const size = fc.integer({ min: 500, max: 8000 });
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: Math.PI * 2, noNaN: true }), fc.boolean(), (width, angle, reversed) => {
        const turned = ({ x, y }: Point): Point => ({
          x: 0.5 + (x - 0.5) * Math.cos(angle) - (y - 0.5) * Math.sin(angle),
          y: 0.5 + (x - 0.5) * Math.sin(angle) + (y - 0.5) * Math.cos(angle),
        });
        const outline = square.map(turned);
        const marker = [turned({ x: 0.5, y: 0.5 }), turned({ x: 0.5, y: 0.6 })];
        expect(areaCm2({ outline: reversed ? outline.toReversed() : outline, marker, markerMm: 20 }, { width, height: width })).toBe(16);
      }),
    );
  });

  test('is not told of too little, of a marker that is a dot, or of an outline that crosses itself', () => {
    const photo = { width: 1000, height: 1000 };
    const marker = [
      { x: 0.5, y: 0.5 },
      { x: 0.6, y: 0.5 },
    ];
    expect(areaCm2({ outline: square.slice(0, 2), marker, markerMm: 20 }, photo)).toBeNull();
    expect(areaCm2({ outline: square, marker: marker.slice(0, 1), markerMm: 20 }, photo)).toBeNull();
    expect(areaCm2({ outline: square, marker: [marker[0] as Point, { x: 0.505, y: 0.5 }], markerMm: 20 }, photo)).toBeNull();
    expect(areaCm2({ outline: square, marker, markerMm: 0 }, photo)).toBeNull();
    const crossed = [0, 2, 1, 3].map((place) => square[place] as Point);
    expect([crossesItself(square), crossesItself(crossed)]).toEqual([false, true]);
    expect(areaCm2({ outline: crossed, marker, markerMm: 20 }, photo)).toBeNull();
    expect(polygonArea([])).toBe(0);
  });
});
