/** Order of events, as pure rules: every number of a sequence once, ascending, nothing left out unnoticed. */

export interface Numbered {
  seq: number;
}

/** One stream's events as they come off the bus: early ones wait for those before them. */
export class SequenceGate<T extends Numbered> {
  #last: number;
  readonly #early = new Map<number, T>();

  /** @param last the number up to which everything is already known */
  constructor(last: number) {
    this.#last = last;
  }

  get last(): number {
    return this.#last;
  }

  /** Whether an event waits for one that has not come. */
  get isMissing(): boolean {
    return this.#early.size > 0;
  }

  /** @returns what is now due, in order; events seen before are dropped */
  offer(event: T): T[] {
    if (event.seq > this.#last) this.#early.set(event.seq, event);
    return this.#due();
  }

  /** Gives up on numbers that nobody ever published. @returns what waited for them */
  skipMissing(): T[] {
    if (this.#early.size > 0) this.#last = Math.min(...this.#early.keys()) - 1;
    return this.#due();
  }

  #due(): T[] {
    const due: T[] = [];
    for (let next = this.#early.get(this.#last + 1); next; next = this.#early.get(this.#last + 1)) {
      this.#early.delete(next.seq);
      this.#last = next.seq;
      due.push(next);
    }
    return due;
  }
}

/** One subscriber's way back: live events wait until the backlog has been told, and nothing is told twice. */
export class Resumption<T extends Numbered> {
  #last: number;
  #held: T[] | undefined = [];

  /** @param after the number the subscriber has seen last */
  constructor(after: number) {
    this.#last = after;
  }

  /** The number up to which the subscriber has been told. */
  get last(): number {
    return this.#last;
  }

  /** How many live events wait. */
  get waiting(): number {
    return this.#held?.length ?? 0;
  }

  /** @returns what to tell now: nothing while the backlog is being read */
  live(event: T): T[] {
    if (!this.#held) return this.#fresh([event]);
    this.#held.push(event);
    return [];
  }

  /** @returns what to tell now, of what was read back */
  backlog(event: T): T[] {
    return this.#fresh([event]);
  }

  /** The backlog is told. @returns the live events that came meanwhile */
  caughtUp(): T[] {
    const held = this.#held ?? [];
    this.#held = undefined;
    return this.#fresh(held);
  }

  #fresh(events: readonly T[]): T[] {
    return events.filter(({ seq }) => {
      if (seq <= this.#last) return false;
      this.#last = seq;
      return true;
    });
  }
}

/**
 * Whether what was read back follows on what the subscriber has: the bus forgets after 24 hours.
 * @param until the number the backlog has to reach
 */
export function isContinuous(after: number, events: readonly Numbered[], until: number): boolean {
  const first = events[0];
  return first ? first.seq === after + 1 : after >= until;
}
