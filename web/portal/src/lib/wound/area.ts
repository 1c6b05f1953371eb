/** The area of a wound on a photo, by a marker of known length beside it. Pure. Points are fractions of the photo's width and height. */
export interface Point {
  x: number;
  y: number;
}

export interface Photo {
  width: number;
  height: number;
}

export interface Measure {
  outline: readonly Point[];
  /** The two ends of the marker. */
  marker: readonly Point[];
  markerMm: number;
}

const pixels = ({ x, y }: Point, { width, height }: Photo): Point => ({ x: x * width, y: y * height });

/** Of a polygon, in the square of its unit (shoelace formula). */
export function polygonArea(points: readonly Point[]): number {
  const twice = points.reduce((sum, { x, y }, index) => {
    const next = points[(index + 1) % points.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** An outline that crosses itself bounds no one area. */
export function crossesItself(points: readonly Point[]): boolean {
  const sides = points.map((from, index) => [from, points[(index + 1) % points.length] ?? from] as const);
  return sides.some((one, i) => sides.some((other, j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && doCross(one, other)));
}

type Side = readonly [Point, Point];
const turn = (a: Point, b: Point, c: Point): number => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const doCross = ([a, b]: Side, [c, d]: Side): boolean => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** @returns cm², to a tenth; null while something is missing, the marker is a dot, or the outline crosses itself */
export function areaCm2({ outline, marker, markerMm }: Measure, photo: Photo): number | null {
  const [start, end] = marker.map((point) => pixels(point, photo));
  if (!start || !end || outline.length < 3 || !(markerMm > 0) || crossesItself(outline)) return null;
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (length < 8) return null;
  const cmPerPixel = markerMm / 10 / length;
  const area = polygonArea(outline.map((point) => pixels(point, photo))) * cmPerPixel ** 2;
  const rounded = Math.round(area * 10) / 10;
  return rounded > 0 && rounded <= 10_000 ? rounded : null;
}
