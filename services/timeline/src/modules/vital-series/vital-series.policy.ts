/** A long series as few points (R24): largest triangle, three buckets (S. Steinarsson 2013), with what stands out kept. Pure. */

export interface SeriesPoint {
  at: Date;
  value: number;
  isAlert: boolean;
}

/** @param points in the order of time @param most at least 3 @returns at most so many of them, the first and the last among them */
export function downsample<P extends SeriesPoint>(points: readonly P[], most: number): P[] {
  if (points.length <= most) return [...points];
  const alerts = points.slice(1, -1).filter(({ isAlert }) => isAlert);
  // What stands out is what people look for; where it is most of the series, its shape says more.
  if (alerts.length === 0 || alerts.length > most / 2) return largestTriangles(points, most);
  const rest = largestTriangles(
    points.filter((point, index) => !point.isAlert || index === 0 || index === points.length - 1),
    most - alerts.length,
  );
  return [...rest, ...alerts].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Of each bucket the point that makes the largest triangle with the one chosen before and the middle of the next bucket. */
function largestTriangles<P extends SeriesPoint>(points: readonly P[], most: number): P[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length <= most) return [...points];
  const inner = most - 2;
  const edge = (bucket: number): number => 1 + Math.floor((bucket * (points.length - 2)) / inner);
  const chosen = [first];
  for (let bucket = 0; bucket < inner; bucket += 1) {
    const next = bucket + 1 < inner ? points.slice(edge(bucket + 1), edge(bucket + 2)) : [last];
    chosen.push(largest(points.slice(edge(bucket), edge(bucket + 1)), chosen.at(-1) ?? first, middleOf(next)));
  }
  return [...chosen, last];
}

interface Place {
  x: number;
  y: number;
}

const placeOf = ({ at, value }: SeriesPoint): Place => ({ x: at.getTime(), y: value });

function middleOf(points: readonly SeriesPoint[]): Place {
  const sum = points.map(placeOf).reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function largest<P extends SeriesPoint>(bucket: readonly P[], before: SeriesPoint, after: Place): P {
  const a = placeOf(before);
  const areaOf = (point: SeriesPoint): number => {
    const b = placeOf(point);
    return Math.abs((a.x - after.x) * (b.y - a.y) - (a.x - b.x) * (after.y - a.y));
  };
  return bucket.reduce((best, point) => (areaOf(point) > areaOf(best) ? point : best));
}
