/** What a transaction has to tell others, written in that transaction and published after it, in order, at least once. */
import type { BusEvent, EventPayloads, Topic } from '@heya/schema/events';
import { newId } from './id.ts';
import type { Bus, NewEvent } from './bus.ts';
import { describeError, type Logger } from './logger.ts';
import type { Em, Orm } from './orm.ts';
import { planned } from './planned.ts';
import { Turns } from './turns.ts';

const batchSize = 200;
const beatMs = 500;

/** The next number along a stream. Holds the stream until the transaction ends, so numbers and commits have one order. */
export async function nextSequence(tx: Em, stream: string): Promise<number> {
  const [row] = await planned<{ seq: string }>(
    tx,
    `insert into stream_counter (stream, seq) values (?, 1)
     on conflict (stream) do update set seq = stream_counter.seq + 1 returning seq`,
    [stream],
  );
  return Number(row?.seq);
}

/** Where along a stream: the next place, or one that the caller drew with nextSequence. */
type Place = string | { stream: string; seq: number };

/** Tells others, once the transaction has committed. */
export async function emit<T extends Topic>(tx: Em, topic: T, place: Place, payload: EventPayloads[T]): Promise<void> {
  const { stream, seq } = typeof place === 'string' ? { stream: place, seq: await nextSequence(tx, place) } : place;
  await planned(
    tx,
    'insert into outbox_event (event_id, topic, stream, seq, payload, occurred_at) values (?, ?, ?, ?, ?::jsonb, clock_timestamp())',
    [newId(), topic, stream, seq, JSON.stringify(payload)],
  );
}

interface OutboxRow {
  id: string;
  event_id: string;
  topic: Topic;
  stream: string;
  seq: string;
  payload: BusEvent['payload'];
  occurred_at: Date | string;
}

/** Carries the outbox and the audit lines to the bus. Any replica may run one; a lock keeps the order. */
export class Relay {
  readonly #orm: Orm;
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #leaseMs: number;
  #timer: NodeJS.Timeout | undefined;
  #pruner: NodeJS.Timeout | undefined;
  readonly #events = new Turns(() => this.#publishAll());
  /** Apart from the events, which must not wait until the record of many looks has been carried off. */
  readonly #record = new Turns(() => this.#shipAll());
  #stopped = false;

  constructor(parts: { orm: Orm; bus: Bus; logger: Logger; leaseMs: number }) {
    [this.#orm, this.#bus, this.#logger, this.#leaseMs] = [parts.orm, parts.bus, parts.logger, parts.leaseMs];
  }

  start(): void {
    this.#stopped = false;
    clearInterval(this.#timer);
    clearInterval(this.#pruner);
    this.#timer = setInterval(() => this.#beat(), beatMs);
    this.#pruner = setInterval(() => void this.#prune(), 3_600_000);
    this.#beat();
  }

  /** Something was committed; called after each write. Its events go at once, the access record with the next beat. */
  wake(): void {
    if (this.#stopped) return;
    this.#take(this.#events);
  }

  /** Publishes all that is committed now, the access record too. */
  async flush(): Promise<void> {
    await Promise.all([this.#events.take(), this.#record.take()]);
  }

  #beat(): void {
    this.wake();
    if (!this.#stopped) this.#take(this.#record);
  }

  #take(turns: Turns): void {
    void turns.take().catch((error: unknown) => this.#logger.warn('relay waits', describeError(error)));
  }

  /**
   * Waits until every consumer that is alive has applied what this service has told so far; the access record comes with the beat.
   * Gives up after the lease: whoever is still behind has by then closed by itself.
   */
  async settle(): Promise<void> {
    const deadline = performance.now() + this.#leaseMs;
    await this.#events.take();
    const head = await this.#bus.head();
    for (let pause = 2; performance.now() < deadline; pause = Math.min(pause * 1.5, 25)) {
      if ((await this.#bus.consumersBehind(head, this.#leaseMs)) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.#logger.warn('a consumer is behind', { position: head });
  }

  /** Finishes the round it is at; what is left is told after the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    clearInterval(this.#pruner);
    await Promise.all([this.#events.rest(), this.#record.rest()]);
  }

  async #publishAll(): Promise<void> {
    const begunAt = performance.now();
    while ((await this.#publishBatch()) === batchSize);
    await this.#bus.beat(performance.now() - begunAt);
  }

  #publishBatch(): Promise<number> {
    return this.#orm.em.fork().transactional(async (tx) => {
      await tx.execute("select pg_advisory_xact_lock(hashtext('heya.relay'))");
      const rows = await tx.execute<OutboxRow[]>('select * from outbox_event where position is null order by id limit ?', [batchSize]);
      if (rows.length === 0) return 0;
      const last = await this.#bus.publish(rows.map(toEvent));
      // By id, not by range: a row with a lower id may have been committed meanwhile and still waits.
      await tx.execute(
        `update outbox_event o set position = n.position
           from unnest(?::bigint[], ?::bigint[]) as n(id, position) where o.id = n.id`,
        [arrayOf(rows.map(({ id }) => id)), arrayOf(rows.map((_, index) => last - rows.length + 1 + index))],
      );
      return rows.length;
    });
  }

  async #shipAll(): Promise<void> {
    while ((await this.#shipAudit()) === batchSize);
  }

  #shipAudit(): Promise<number> {
    return this.#orm.em.fork().transactional(async (tx) => {
      await tx.execute("select pg_advisory_xact_lock(hashtext('heya.relay.record'))");
      const rows = await tx.execute<{ seq: string; line: EventPayloads['audit.recorded']['lines'][number] }[]>(
        'select seq, line from audit_entry where not shipped order by seq limit ?',
        [batchSize],
      );
      if (rows.length === 0) return 0;
      await this.#bus.publish([
        {
          // New at each try: under the id of a try that broke off, lines added since would be skipped. A line told twice is one entry.
          eventId: newId(),
          topic: 'audit.recorded',
          stream: 'audit',
          seq: Number(rows[0]?.seq),
          occurredAt: new Date().toISOString(),
          payload: { lines: rows.map(({ line }) => line) },
        },
      ]);
      await tx.execute('update audit_entry set shipped = true where seq = any(?::bigint[])', [arrayOf(rows.map(({ seq }) => seq))]);
      return rows.length;
    });
  }

  async #prune(): Promise<void> {
    try {
      await this.#orm.em
        .fork()
        .execute("delete from outbox_event where position is not null and occurred_at < now() - interval '24 hours'");
      await this.#bus.prune(25);
    } catch (error) {
      this.#logger.warn('pruning waits', describeError(error));
    }
  }
}

function toEvent(row: OutboxRow): NewEvent {
  return {
    eventId: row.event_id,
    topic: row.topic,
    stream: row.stream,
    seq: Number(row.seq),
    payload: row.payload,
    occurredAt: new Date(row.occurred_at).toISOString(),
  };
}

/** A PostgreSQL array literal of numbers. */
const arrayOf = (numbers: readonly (string | number)[]): string => `{${numbers.join(',')}}`;
