/**
 * Listening to the bus: each event once, in order, its effect and the position in one transaction.
 * A projection knows how fresh it is; one that cannot prove it within the lease answers "not allowed".
 */
import type { BusEvent, Topic } from '@heya/schema/events';
import type { Bus } from './bus.ts';
import { buryDead, countDead, digUpDead, isSkippable, NotApplied, Patience } from './dead-letter.ts';
import { codedError } from './errors.ts';
import { describeError, type Logger } from './logger.ts';
import { type Em, inViewer, type Orm } from './orm.ts';
import { Turns } from './turns.ts';
import type { Viewer } from './viewer.ts';

const beatMs = 500;
const batchSize = 200;
/** How far the kept position may stay behind while nothing that concerns this service happens (positions). */
const unkept = 1000;

export type Handler<T extends Topic> = (tx: Em, event: BusEvent<T>) => Promise<void>;
export type Handlers = { [T in Topic]?: Handler<T> };

interface ConsumerParts {
  /** The service's name; also whose row-level security rights the handlers have. */
  name: string;
  orm: Orm;
  bus: Bus;
  logger: Logger;
  handlers: Handlers;
  /** Services whose facts decide about access here. */
  producers: readonly string[];
  leaseMs: number;
  /** Topics whose events may be applied after later ones: what was set aside of them is tried again at each start. */
  lateTopics?: readonly Topic[];
  /** Events took effect: what the handlers have to tell is on its way sooner. */
  onApplied?(): void;
}

export class Consumer {
  readonly #parts: ConsumerParts;
  readonly #viewer: Viewer;
  readonly #topics: Topic[];
  readonly #patience = new Patience();
  #position = 0;
  /** As it is kept in the database: what lies between is none of this service's, and reading past it again costs little. */
  #kept = 0;
  #confirmedAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #hangUp: (() => Promise<void>) | undefined;
  readonly #turns = new Turns(() => this.#run());
  #stopped = false;
  #waiters: { position: number; resolve: () => void }[] = [];

  constructor(parts: ConsumerParts) {
    this.#parts = parts;
    this.#viewer = { type: 'service', name: parts.name };
    this.#topics = Object.keys(parts.handlers) as Topic[];
  }

  async start(): Promise<void> {
    const [row] = await this.#parts.orm.em
      .fork()
      .execute<{ position: string }[]>(
        'insert into consumer_offset (name, position) values (?, 0) on conflict (name) do update set name = excluded.name returning position',
        [this.#parts.name],
      );
    this.#position = this.#kept = Number(row?.position ?? 0);
    await this.#retryDead();
    const wake = () => this.#wake();
    this.#hangUp = await this.#parts.bus.listen({ onData: wake, onControl: wake, onReconnect: wake });
    this.#timer = setInterval(wake, beatMs);
    this.#wake();
  }

  /** Finishes what it is at. Nothing is begun after that, so that the database can be let go of. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#hangUp?.();
    await this.#turns.rest();
  }

  /**
   * Refuses when what is known here may be older than the lease allows.
   * @param withinMs another lease, for what has to go on longer; newer word is sought all the same
   * @throws SERVICE_UNAVAILABLE
   */
  async requireFresh(withinMs = this.#parts.leaseMs): Promise<void> {
    if (this.#isFresh()) return;
    await this.catchUp().catch((error: unknown) => this.#parts.logger.warn('cannot confirm freshness', describeError(error)));
    if (!this.#isFresh(withinMs)) throw codedError('SERVICE_UNAVAILABLE');
  }

  /** Applies all that is on the bus now. */
  catchUp(): Promise<void> {
    return this.#turns.take();
  }

  /** @returns whether the position was reached within the lease */
  async reached(position: number): Promise<boolean> {
    if (this.#position >= position) return true;
    return new Promise((resolve) => {
      const waiter = { position, resolve: () => finish(true) };
      const timer = setTimeout(() => finish(false), this.#parts.leaseMs);
      const finish = (ok: boolean) => {
        clearTimeout(timer);
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        resolve(ok);
      };
      this.#waiters.push(waiter);
      this.#wake();
    });
  }

  /** What an operator wants to see at zero: events set aside, and whether one that may not be set aside holds everything up. */
  async health(): Promise<{ deadEvents: number; waitingEvents: number }> {
    return { deadEvents: await countDead(this.#parts.orm.em.fork()), waitingEvents: this.#patience.isTried ? 1 : 0 };
  }

  #isFresh(withinMs = this.#parts.leaseMs): boolean {
    return performance.now() - this.#confirmedAt <= withinMs;
  }

  #wake(): void {
    if (this.#stopped) return;
    void this.catchUp().catch((error: unknown) => this.#parts.logger.warn('consumer waits', describeError(error)));
  }

  async #run(): Promise<void> {
    if (this.#stopped) return;
    const askedAt = performance.now();
    const { head, staleMs } = await this.#parts.bus.pulse(this.#parts.producers);
    await this.#applyUntil(head);
    await this.#parts.bus.reportProgress(this.#position, true);
    // What was confirmed is the past: the moment of asking, less the age of the stalest producer's word.
    this.#confirmedAt = Math.max(this.#confirmedAt, askedAt - staleMs);
  }

  async #applyUntil(head: number): Promise<void> {
    while (this.#position < head) {
      const events = await this.#parts.bus.read(this.#position, this.#topics, batchSize);
      const due = events.filter(({ position }) => position <= head);
      const until = due.length === batchSize ? (due.at(-1)?.position ?? head) : head;
      this.#position = await this.#advance(due, until);
      for (const waiter of this.#waiters.filter(({ position }) => position <= this.#position)) waiter.resolve();
    }
  }

  /** Applies what can be applied. @returns how far that is */
  async #advance(events: readonly BusEvent[], until: number): Promise<number> {
    this.#patience.requireTurn(events[0]);
    if (events.length === 0 && until - this.#kept < unkept) return until;
    try {
      await this.#applyBatch(events, until);
      this.#patience.clear();
      return until;
    } catch (error) {
      if (!(error instanceof NotApplied)) throw error;
      const before = events.slice(0, events.indexOf(error.event));
      if (before.length === 0) return this.#suffer(error);
      await this.#applyBatch(before, error.event.position - 1);
      return error.event.position - 1;
    }
  }

  /**
   * An event that fails again and again is set aside, so that it does not stop the service for ever (threat 26). One that may take a
   * right away is not: until it is applied, nothing here is fresh, and whoever asks is refused.
   */
  async #suffer(failure: NotApplied): Promise<number> {
    const { event } = failure;
    const { pauseMs, isExhausted } = this.#patience.failed(failure);
    if (isExhausted && isSkippable(event)) {
      await this.#applyBatch([], event.position, (tx) => buryDead(tx, failure));
      this.#patience.clear();
      this.#parts.logger.error('event set aside', {
        topic: event.topic,
        eventId: event.eventId,
        position: event.position,
        code: failure.code,
      });
      return event.position;
    }
    setTimeout(() => this.#wake(), pauseMs).unref();
    throw failure;
  }

  /** Whatever kept an event from being applied may have been mended meanwhile. */
  async #retryDead(): Promise<void> {
    for (const event of await digUpDead(this.#parts.orm.em.fork(), this.#parts.bus, this.#parts.lateTopics ?? []))
      await inViewer(this.#parts.orm.em, this.#viewer, async (tx) => {
        await this.#apply(tx, event);
        await tx.execute('delete from dead_event where event_id = ?', [event.eventId]);
      }).catch(() => undefined);
  }

  #applyBatch(events: readonly BusEvent[], until: number, also?: (tx: Em) => Promise<void>): Promise<void> {
    return inViewer(this.#parts.orm.em, this.#viewer, async (tx) => {
      const [row] = await tx.execute<{ position: string }[]>('select position from consumer_offset where name = ? for update', [
        this.#parts.name,
      ]);
      const done = Number(row?.position ?? 0);
      for (const event of events) if (event.position > done) await this.#apply(tx, event);
      if (until > done) await also?.(tx);
      await tx.execute('update consumer_offset set position = greatest(position, ?) where name = ?', [until, this.#parts.name]);
    }).then(() => {
      this.#kept = until;
      if (events.length > 0) this.#parts.onApplied?.();
    });
  }

  async #apply(tx: Em, event: BusEvent): Promise<void> {
    try {
      await (this.#parts.handlers[event.topic] as Handler<Topic> | undefined)?.(tx, event);
    } catch (error) {
      this.#parts.logger.error('event not applied', {
        topic: event.topic,
        eventId: event.eventId,
        position: event.position,
        ...describeError(error),
      });
      throw new NotApplied(event, error);
    }
  }
}
