/** From values and times to places in a drawing. Pure; every chart of the portal uses these. */

export interface Span {
  from: number;
  to: number;
}

/** A value or time of `domain` as a place within `range`; what lies outside is drawn outside. */
export function scaleOf(domain: Span, range: Span): (value: number) => number {
  const width = domain.to - domain.from;
  return (value) => (width === 0 ? (range.from + range.to) / 2 : range.from + ((value - domain.from) / width) * (range.to - range.from));
}

/** Round steps inside the span, about `count` of them: 36, 37, 38. */
export function ticksOf({ from, to }: Span, count: number): number[] {
  const rough = (to - from || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => round((first + index) * step));
}

/** Decimal steps do not exist in binary. */
const round = (value: number): number => Number(value.toFixed(6));

export interface Ends {
  low?: number | null;
  high?: number | null;
}

/** The values that have to fit: all points and, so that the distance to it is seen, each limit, with air around them. */
export function domainOf(values: readonly number[], { low, high }: Ends = {}): Span {
  const all = [...values, ...[low, high].filter((end) => end !== null && end !== undefined)];
  if (!all.length) return { from: 0, to: 1 };
  const [least, most] = [Math.min(...all), Math.max(...all)];
  // A hundredth of the value at least: a tenth of a kilogram is no mountain.
  const air = Math.max((most - least) * 0.1, Math.abs(most) * 0.01) || 1;
  return { from: least - air, to: most + air };
}

const dayMs = 86_400_000;
const japanMs = 9 * 3_600_000;

/** Midnights in Japan within the span, thinned to at most `count`. */
export function midnights({ from, to }: Span, count: number): number[] {
  const first = Math.ceil((from + japanMs) / dayMs);
  const last = Math.floor((to + japanMs) / dayMs);
  const every = Math.max(1, Math.ceil((last - first + 1) / count));
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / every) + 1) },
    (_, index) => (first + index * every) * dayMs - japanMs,
  );
}
