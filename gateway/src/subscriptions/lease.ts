/** Streams go on only while every producer's word is fresh: silence closes them (security.md, model 4). */
export class Lease {
  readonly #leaseMs: number;
  readonly #now: () => number;
  #confirmedAt = Number.NEGATIVE_INFINITY;

  /** @param now monotonic milliseconds */
  constructor(leaseMs: number, now: () => number = () => performance.now()) {
    this.#leaseMs = leaseMs;
    this.#now = now;
  }

  now(): number {
    return this.#now();
  }

  /** Everything told up to that moment has been applied here. */
  confirm(asOf: number): void {
    this.#confirmedAt = Math.max(this.#confirmedAt, asOf);
  }

  isOpen(): boolean {
    return this.#now() - this.#confirmedAt <= this.#leaseMs;
  }
}
