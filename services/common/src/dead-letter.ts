/** What becomes of an event that cannot be applied (threat 26): tried again with growing pauses, then set aside under its id. */
import { type BusEvent, controlTopics, type Topic } from '@heya/schema/events';
import type { Bus } from './bus.ts';
import { codedError, isConnectionLost } from './errors.ts';
import type { Em } from './orm.ts';

/** Until then all tries of an event that fails by itself take less than the lease of 2 s, so that one which rights do not hang on closes nothing. */
const maxFaults = 5;
const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** Serialisation and deadlock, resources, locks, system: the next try may meet better weather. */
const passing = /^(40|53|55|58)/;

/** An event whose handler failed. */
export class NotApplied extends Error {
  override name = 'NotApplied';
  readonly event: BusEvent;
  /** Of the error: PostgreSQL's or the class's, never its words. */
  readonly code: string;
  /** The fault lies elsewhere: database gone, deadlock, disk full. */
  readonly isPassing: boolean;

  constructor(event: BusEvent, cause: unknown) {
    super('An event was not applied', { cause });
    const { code, name } = cause as { code?: unknown; name?: unknown };
    this.event = event;
    this.code = [code, name].find((word) => typeof word === 'string') ?? 'UNKNOWN';
    this.isPassing = isConnectionLost(cause) || passing.test(this.code);
  }
}

/** Counts the tries of the one event that is next. */
export class Patience {
  #eventId: string | undefined;
  #tries = 0;
  /** Those of the tries that failed by the event itself. */
  #faults = 0;
  #notBefore = 0;

  get isTried(): boolean {
    return this.#eventId !== undefined;
  }

  /** @throws SERVICE_UNAVAILABLE while the event's pause lasts */
  requireTurn(event: BusEvent | undefined): void {
    if (event && event.eventId === this.#eventId && performance.now() < this.#notBefore) throw codedError('SERVICE_UNAVAILABLE');
  }

  /** @returns how long to wait before the next try, and whether it has been tried often enough */
  failed({ event, isPassing }: NotApplied): { pauseMs: number; isExhausted: boolean } {
    if (this.#eventId !== event.eventId) [this.#eventId, this.#tries, this.#faults] = [event.eventId, 0, 0];
    this.#tries += 1;
    if (!isPassing) this.#faults += 1;
    // Grows whatever failed: a database that is ill is not asked ten times a second.
    const pauseMs = Math.min(firstPauseMs * 2 ** (this.#tries - 1), longestPauseMs);
    this.#notBefore = performance.now() + pauseMs;
    return { pauseMs, isExhausted: this.#faults >= maxFaults };
  }

  clear(): void {
    [this.#eventId, this.#tries, this.#faults, this.#notBefore] = [undefined, 0, 0, 0];
  }
}

/** Whoever missed an event that may take a right away would go on granting it. */
export const isSkippable = ({ topic }: BusEvent): boolean => !controlTopics.includes(topic);

export async function buryDead(tx: Em, { event, code }: NotApplied): Promise<void> {
  await tx.execute(
    'insert into dead_event (event_id, topic, position, code, died_at) values (?, ?, ?, ?, clock_timestamp()) on conflict (event_id) do nothing',
    [event.eventId, event.topic, event.position, code],
  );
}

export async function countDead(em: Em): Promise<number> {
  const [row] = await em.execute<{ count: string }[]>('select count(*) as count from dead_event');
  return Number(row?.count ?? 0);
}

/** @returns those of these topics that are set aside and still on the bus, oldest first */
export async function digUpDead(em: Em, bus: Bus, topics: readonly Topic[]): Promise<BusEvent[]> {
  const rows = await em.execute<{ position: string; event_id: string }[]>(
    'select position, event_id from dead_event where topic = any(?::text[]) order by position',
    [`{${topics.join(',')}}`],
  );
  const found: BusEvent[] = [];
  for (const { position, event_id: eventId } of rows) {
    const [event] = await bus.read(Number(position) - 1, topics, 1);
    if (event?.eventId === eventId) found.push(event);
  }
  return found;
}
