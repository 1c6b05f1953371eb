/** One sequence on the bus, in order and without gaps, for all channels that read it here. */
import type { BusEvent } from '@heya/schema/events';
import type { Bus } from '@heya/service-common/bus';
import { describeError, type Logger } from '@heya/service-common/logger';
import type { Channel } from './channel.ts';
import { SequenceGate } from './order.ts';

const page = 500;
/** A missing number is looked for again after these pauses (ms); then listeners have to read again. */
const repairPausesMs = [0, 50, 200, 500, 1000];

export class BusStream {
  readonly name: string;
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #channels = new Set<Channel>();
  readonly #reads = new Map<number, Promise<BusEvent[]>>();
  #gate: SequenceGate<BusEvent> | undefined;
  #early: BusEvent[] = [];
  #isRepairing = false;
  #holders = 0;
  /** Resolves once the stream knows how far it has come. */
  readonly ready: Promise<void>;

  /** @param applied bus position up to which everything has been applied here: what lies beyond comes through offer() */
  constructor(name: string, applied: number, bus: Bus, logger: Logger) {
    this.name = name;
    this.#bus = bus;
    this.#logger = logger;
    this.ready = this.#open(applied);
  }

  /** The number of the last event in order. */
  get last(): number {
    return this.#gate?.last ?? 0;
  }

  /** Nobody reads it or is about to. */
  get isIdle(): boolean {
    return this.#channels.size === 0 && this.#holders === 0;
  }

  hold(): void {
    this.#holders += 1;
  }

  release(): void {
    this.#holders -= 1;
  }

  attach(channel: Channel): void {
    this.#channels.add(channel);
  }

  detach(channel: Channel): void {
    this.#channels.delete(channel);
  }

  /** An event as the bus gave it: perhaps early, perhaps again. */
  offer(event: BusEvent): void {
    if (!this.#gate) {
      this.#early.push(event);
      return;
    }
    this.#push(this.#gate.offer(event));
    if (this.#gate.isMissing) void this.#repair(this.#gate);
  }

  /** @returns a page of events after a number; readers of the same page share it */
  backlog(after: number): Promise<BusEvent[]> {
    const known = this.#reads.get(after);
    if (known) return known;
    const read = this.#bus.readStream(this.name, after, page).finally(() => this.#reads.delete(after));
    this.#reads.set(after, read);
    return read;
  }

  async #open(applied: number): Promise<void> {
    const { rows } = await this.#bus.query<{ last: string | null }>(
      'select max(seq) as last from bus_event where stream = $1 and position <= $2',
      [this.name, applied],
    );
    this.#gate = new SequenceGate(Number(rows[0]?.last ?? 0));
    for (const event of this.#early.splice(0)) this.offer(event);
  }

  async #repair(gate: SequenceGate<BusEvent>): Promise<void> {
    if (this.#isRepairing) return;
    this.#isRepairing = true;
    for (const pause of repairPausesMs) {
      if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
      for (const event of await this.#readAfter(gate.last)) this.#push(gate.offer(event));
      if (!gate.isMissing) break;
    }
    this.#isRepairing = false;
    if (gate.isMissing) this.#skip(gate);
    if (gate.isMissing) void this.#repair(gate);
  }

  /** Nobody published it, or nobody has it any more: said aloud (RESYNC), because leaving it out in silence would be a lie. */
  #skip(gate: SequenceGate<BusEvent>): void {
    this.#logger.warn('a number is missing on the bus', { position: gate.last + 1 });
    for (const channel of [...this.#channels]) channel.lose();
    this.#push(gate.skipMissing());
  }

  async #readAfter(after: number): Promise<BusEvent[]> {
    try {
      return await this.#bus.readStream(this.name, after, page);
    } catch (error) {
      this.#logger.warn('backlog cannot be read', describeError(error));
      return [];
    }
  }

  #push(events: readonly BusEvent[]): void {
    for (const event of events) for (const channel of this.#channels) channel.push(event);
  }
}
