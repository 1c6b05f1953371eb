/** Where the uses of several devices lie along one hour, for the picture that the center decides by (R3). Pure. */
import type { SharedIdViewFragment } from '@heya/client/generated/graphql';

type Lane = SharedIdViewFragment['lanes'][number];

const minuteMs = 60_000;
const tickMinutes = 15;

export interface Span {
  /** ms since 1970 */
  from: number;
  to: number;
}

/** From the first use to the last, in whole quarters of an hour; never empty. */
export function spanOf(lanes: readonly Lane[]): Span {
  const times = lanes.flatMap(({ uses }) => uses.map(({ at }) => Date.parse(at)));
  const quarter = tickMinutes * minuteMs;
  const from = Math.floor(Math.min(...times) / quarter) * quarter;
  return { from, to: Math.max(Math.ceil(Math.max(...times) / quarter) * quarter, from + quarter) };
}

/** @returns 0 to 1 */
export const placeOf = (at: string, { from, to }: Span): number => (Date.parse(at) - from) / (to - from);

/** The quarters of an hour in between, as ISO times. */
export function ticksOf({ from, to }: Span): string[] {
  const quarter = tickMinutes * minuteMs;
  return Array.from({ length: (to - from) / quarter + 1 }, (_, index) => new Date(from + index * quarter).toISOString());
}

/** Every use of every device, in the order of time; what the picture shows, to be read out. */
export const inOrder = (lanes: readonly Lane[]): { lane: Lane; use: Lane['uses'][number] }[] =>
  lanes.flatMap((lane) => lane.uses.map((use) => ({ lane, use }))).sort((one, other) => one.use.at.localeCompare(other.use.at));
