/** PostgreSQL as the bus: events in commit order, one NOTIFY a batch, control events on a channel of their own. */
import { type BusEvent, controlTopics, type Topic } from '@heya/schema/events';
import pg from 'pg';
import { BusLine, type BusListener } from './bus-line.ts';
import { describeError, type Logger } from './logger.ts';

export type NewEvent = Omit<BusEvent, 'position' | 'producer'>;

export class Bus {
  readonly #pool: pg.Pool;
  readonly #url: string;
  readonly #name: string;
  readonly #logger: Logger;
  readonly #lines = new Set<BusLine>();

  /** @param name who speaks: `timeline`, `gateway:<id>` */
  constructor(url: string, name: string, logger: Logger) {
    this.#url = url;
    this.#name = name;
    this.#logger = logger;
    // A half-open line must not hold the pulse for ever: closed for a moment is safe, closed for good is not.
    this.#pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 3_000, query_timeout: 10_000, keepAlive: true });
    this.#pool.on('error', (error) => logger.warn('bus connection lost', describeError(error)));
  }

  /** Publishes in the order given. Known event ids are skipped. @returns the position of the last one */
  async publish(events: readonly NewEvent[]): Promise<number> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      // The row lock makes commit order and position order the same.
      const { rows } = await client.query<{ position: string }>('update bus_head set position = position + $1 returning position', [
        events.length,
      ]);
      const last = Number(rows[0]?.position);
      const first = last - events.length + 1;
      const placed = events.map((event, index): BusEvent => ({ ...event, position: first + index, producer: this.#name }));
      await client.query(
        `insert into bus_event (position, event_id, topic, stream, seq, producer, payload, occurred_at)
         select * from jsonb_to_recordset($1::jsonb)
           as e(position bigint, event_id uuid, topic text, stream text, seq bigint, producer text, payload jsonb, occurred_at timestamptz)
         on conflict (event_id) do nothing`,
        [JSON.stringify(placed.map(toRow))],
      );
      for (const event of placed.filter(({ topic }) => controlTopics.includes(topic)))
        await client.query("select pg_notify('heya_control', $1)", [JSON.stringify(event)]);
      await client.query("select pg_notify('heya_bus', $1)", [String(last)]);
      await client.query('commit');
      return last;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** @returns events after a position, in order */
  async read(after: number, topics: readonly Topic[], limit = 200): Promise<BusEvent[]> {
    const { rows } = await this.#pool.query('select * from bus_event where position > $1 and topic = any($2) order by position limit $3', [
      after,
      topics,
      limit,
    ]);
    return rows.map(fromRow);
  }

  /** @returns one stream's events after a sequence number, in order */
  async readStream(stream: string, afterSeq: number, limit = 500): Promise<BusEvent[]> {
    const { rows } = await this.#pool.query('select * from bus_event where stream = $1 and seq > $2 order by seq limit $3', [
      stream,
      afterSeq,
      limit,
    ]);
    return rows.map(fromRow);
  }

  async head(): Promise<number> {
    const { rows } = await this.#pool.query<{ position: string }>('select position from bus_head');
    return Number(rows[0]?.position ?? 0);
  }

  /** Says: all I had committed until this long ago is published. */
  async beat(msAgo: number): Promise<void> {
    await this.#pool.query(
      `insert into bus_producer (name, heartbeat_at) values ($1, clock_timestamp() - make_interval(secs => $2 / 1000.0))
       on conflict (name) do update set heartbeat_at = excluded.heartbeat_at`,
      [this.#name, msAgo],
    );
  }

  /** @returns the bus's head, and the age of the stalest of these producers' heartbeats (ms; Infinity when one never spoke) */
  async pulse(producers: readonly string[]): Promise<{ head: number; staleMs: number }> {
    const { rows } = await this.#pool.query<{ head: string; found: string; stale: number | null }>(
      `select (select position from bus_head) as head, count(*) as found,
              max(extract(epoch from clock_timestamp() - heartbeat_at) * 1000)::float8 as stale
         from bus_producer where name = any($1)`,
      [producers],
    );
    const row = rows[0];
    const complete = Number(row?.found ?? 0) === producers.length;
    return { head: Number(row?.head ?? 0), staleMs: complete ? (row?.stale ?? 0) : Number.POSITIVE_INFINITY };
  }

  async reportProgress(position: number, durable: boolean): Promise<void> {
    await this.#pool.query(
      `insert into bus_consumer (name, durable, position, heartbeat_at) values ($1, $2, $3, clock_timestamp())
       on conflict (name) do update set position = greatest(bus_consumer.position, excluded.position), heartbeat_at = excluded.heartbeat_at`,
      [this.#name, durable, position],
    );
  }

  async forgetConsumer(): Promise<void> {
    await this.#pool.query('delete from bus_consumer where name = $1', [this.#name]);
  }

  /** @returns how many consumers that spoke within the lease have not reached the position; silent ones fail closed by themselves */
  async consumersBehind(position: number, leaseMs: number): Promise<number> {
    const { rows } = await this.#pool.query<{ behind: string }>(
      `select count(*) as behind from bus_consumer
        where position < $1 and heartbeat_at > clock_timestamp() - make_interval(secs => $2 / 1000.0)`,
      [position, leaseMs],
    );
    return Number(rows[0]?.behind ?? 0);
  }

  /** Drops own events older than the retention that every durable consumer has seen; the last of each stream stays, so that a gap shows. */
  async prune(retentionHours: number): Promise<void> {
    await this.#pool.query(
      `delete from bus_event where producer = $1 and published_at < now() - make_interval(hours => $2)
         and position <= (select coalesce(min(position), 0) from bus_consumer where durable)
         and exists (select 1 from bus_event later where later.stream = bus_event.stream and later.seq > bus_event.seq)`,
      [this.#name, retentionHours],
    );
  }

  /**
   * Listens until told to stop or the bus closes, reconnecting by itself.
   * @returns how to stop
   */
  async listen(listener: BusListener): Promise<() => Promise<void>> {
    const line = new BusLine(this.#url, listener, this.#logger);
    await line.open();
    this.#lines.add(line);
    return async () => {
      this.#lines.delete(line);
      await line.close();
    };
  }

  /** For the gateway's one-time tickets, which live beside the bus. */
  query<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<R>> {
    return this.#pool.query<R>(text, values);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#lines].map((line) => line.close()));
    await this.#pool.end();
  }
}

function toRow({ eventId, occurredAt, ...rest }: BusEvent): object {
  return { ...rest, event_id: eventId, occurred_at: occurredAt };
}

function fromRow(row: Record<string, unknown>): BusEvent {
  return {
    position: Number(row.position),
    eventId: row.event_id as string,
    topic: row.topic as Topic,
    stream: row.stream as string,
    seq: Number(row.seq),
    producer: row.producer as string,
    occurredAt: (row.occurred_at as Date).toISOString(),
    payload: row.payload as BusEvent['payload'],
  };
}
