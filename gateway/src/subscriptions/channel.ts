/** One operation for one visibility class: each event is resolved once and the same text goes to everyone who listens. */
import type { BusEvent } from '@heya/schema/events';
import type { Resolution } from './resolve.ts';

export interface Delivery {
  seq: number;
  /** Undefined: the event is nothing for this class, but it counts. */
  payload: string | undefined;
}

/** What a channel tells; an operation, mostly. */
export interface Listener {
  receive(delivery: Delivery): void;
  /** The channel cannot go on: what it would have to leave out must be read again. */
  lose(): void;
}

export interface ChannelParts {
  /** @returns undefined when the event is nothing for this class */
  resolve(event: BusEvent): Promise<Resolution> | undefined;
  /** The last listener left some time ago. */
  onIdle(): void;
  /** Sequence number up to which nobody needs to be told. */
  last: number;
}

const rules = {
  /** Events that may wait; more means that listeners must read again. */
  queue: 256,
  /** Resolved side by side; told in order. */
  concurrency: 8,
  /** Texts kept for those who come back at once. */
  ring: 64,
  lingerMs: 500,
  /** Once more for a partial answer, soon: labels keep a post readable, so it need not wait long. */
  partialRetriesMs: [50, 150, 300],
  /** While the owner of the stream cannot be asked at all. */
  outageMs: 30_000,
} as const;

type Outcome = { payload: string | undefined } | 'lost';

export class Channel {
  readonly #parts: ChannelParts;
  readonly #listeners = new Set<Listener>();
  readonly #outcomes = new Map<number, Promise<Outcome>>();
  readonly #queue: BusEvent[] = [];
  #isTelling = false;
  #isClosed = false;
  #last: number;
  #linger: NodeJS.Timeout | undefined;

  constructor(parts: ChannelParts) {
    this.#parts = parts;
    this.#last = parts.last;
  }

  /** The sequence number told last. */
  get last(): number {
    return this.#last;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  join(listener: Listener): void {
    clearTimeout(this.#linger);
    this.#listeners.add(listener);
  }

  leave(listener: Listener): void {
    if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
    clearTimeout(this.#linger);
    this.#linger = setTimeout(() => this.close(), rules.lingerMs);
  }

  /** The next event of the stream. */
  push(event: BusEvent): void {
    if (this.#isClosed) return;
    if (this.#queue.length >= rules.queue) return this.lose();
    this.#queue.push(event);
    void this.#tell();
  }

  /** For those who come back: the same text as the others got, resolved once for all who ask. */
  async payload(event: BusEvent): Promise<Outcome> {
    const known = this.#outcomes.get(event.seq);
    if (known) return known;
    const outcome = this.#resolve(event);
    this.#outcomes.set(event.seq, outcome);
    if (this.#outcomes.size > rules.ring) this.#outcomes.delete(this.#outcomes.keys().next().value ?? 0);
    // What could not be had is asked for anew by the next who comes back.
    if ((await outcome) === 'lost') this.#outcomes.delete(event.seq);
    return outcome;
  }

  /** Forgets everything it has resolved; whoever still listens is not told any more. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#linger);
    this.#listeners.clear();
    this.#outcomes.clear();
    this.#queue.length = 0;
    this.#parts.onIdle();
  }

  async #tell(): Promise<void> {
    for (const event of this.#queue.slice(0, rules.concurrency)) void this.payload(event);
    if (this.#isTelling) return;
    this.#isTelling = true;
    for (let event = this.#queue[0]; event; event = this.#queue[0]) {
      const outcome = await this.payload(event);
      if (this.#isClosed) return;
      this.#queue.shift();
      if (outcome === 'lost') return this.lose();
      this.#publish({ seq: event.seq, payload: outcome.payload });
      const next = this.#queue[rules.concurrency - 1];
      if (next) void this.payload(next);
    }
    this.#isTelling = false;
  }

  #publish(delivery: Delivery): void {
    this.#last = delivery.seq;
    for (const listener of this.#listeners) listener.receive(delivery);
  }

  /** Everyone who listens has to read the current state again. */
  lose(): void {
    const listeners = [...this.#listeners];
    this.close();
    for (const listener of listeners) listener.lose();
  }

  async #resolve(event: BusEvent): Promise<Outcome> {
    const begunAt = performance.now();
    for (let attempt = 0; !this.#isClosed; attempt += 1) {
      const resolution = await this.#attempt(event);
      if (!resolution) return { payload: undefined };
      const pause = retryPause(resolution, attempt, performance.now() - begunAt);
      if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
      else return resolution.kind === 'payload' ? { payload: resolution.text } : 'lost';
    }
    return 'lost';
  }

  async #attempt(event: BusEvent): Promise<Resolution | undefined> {
    try {
      return await this.#parts.resolve(event);
    } catch {
      // The executor itself failed. Told apart from an outage it would be skipped, so it counts as one.
      return { kind: 'nothing', isOutage: true };
    }
  }
}

/** @returns how long to wait before asking again (ms), or undefined when the answer stands */
function retryPause(resolution: Resolution, attempt: number, elapsedMs: number): number | undefined {
  if (resolution.kind === 'payload' && !resolution.isPartial) return undefined;
  if (resolution.kind === 'nothing' && resolution.isOutage)
    return elapsedMs < rules.outageMs ? Math.min(100 * 2 ** attempt, 1000) : undefined;
  return rules.partialRetriesMs[attempt];
}
