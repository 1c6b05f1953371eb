/** What numbers say: percentiles, medians, and the CPU time a process has used. */
import { readFileSync } from 'node:fs';

/** @param values any order @param share 0.5 for the median @returns the value below which that share lies */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The same work done in two ways, in turns; one time for each piece of work (ms). */
export interface Sides {
  withChecks: number[];
  without: number[];
}

/** @returns how many times dearer one way is: the median of the rounds, so that one disturbed round says nothing */
export const ratioOfMedians = (rounds: readonly Sides[]): number =>
  median(rounds.map(({ withChecks, without }) => median(withChecks) / median(without)));

/** @param digits behind the point */
export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/** A clock that every process of this machine shares (ms). */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

// Linux counts in hundredths of a second on every platform Node runs on.
const ticksPerSecond = 100;

/** @returns seconds of CPU, user and system, since the process began. Linux only. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
