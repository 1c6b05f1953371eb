/** The rest of Heya, as one service under test hears it: publishes as the others, beats for them, and reads what came out. */
import type { BusEvent, EventPayloads, Topic } from '@heya/schema/events';
import { Bus } from '@heya/service-common/bus';
import { newId } from '@heya/service-common/id';
import { createLogger } from '@heya/service-common/logger';
import { busUrl, queryAsAdmin, serviceNames, type ServiceName } from './database.ts';
import type { TestEnvironment } from './environment.ts';
import { until } from './wait.ts';

const beatMs = 200;
const mostWaitMs = 2000;
type Producers = Map<ServiceName, Bus>;
/** A service under test has a database with an outbox; without one there is nobody to wait for. */
type Place = Pick<TestEnvironment, 'bus' | 'service'> & Partial<Pick<TestEnvironment, 'database'>>;

export class TestBus {
  readonly #environment: Place;
  readonly #producers: Producers;
  readonly #timer: NodeJS.Timeout;
  readonly #sequences = new Map<string, number>();
  readonly #silent = new Set<ServiceName>();

  private constructor(environment: Place, producers: Producers) {
    this.#environment = environment;
    this.#producers = producers;
    this.#timer = setInterval(() => void this.#beat().catch(() => undefined), beatMs);
  }

  /** Speaks for every service but the one under test; their heartbeats keep its projections fresh. */
  static async open(environment: Place): Promise<TestBus> {
    const logger = createLogger('testkit', 'silent');
    const others = serviceNames.filter((name) => name !== environment.service);
    const bus = new TestBus(environment, new Map(others.map((name) => [name, new Bus(busUrl(environment.bus, name), name, logger)])));
    await bus.#beat();
    return bus;
  }

  /** Publishes one event of another service and waits until the service under test has applied it. */
  async publish<T extends Topic>(topic: T, payload: EventPayloads[T], stream: string = defaultStream(topic, payload)): Promise<number> {
    const position = await this.send(topic, payload, stream);
    await this.applied(position);
    return position;
  }

  /** Publishes without waiting. @returns its position */
  async send<T extends Topic>(topic: T, payload: EventPayloads[T], stream: string = defaultStream(topic, payload)): Promise<number> {
    const seq = (this.#sequences.get(stream) ?? 0) + 1;
    this.#sequences.set(stream, seq);
    return this.#producer(topic).publish([{ eventId: newId(), topic, stream, seq, occurredAt: new Date().toISOString(), payload }]);
  }

  /** Publishes something again, or out of order, exactly as given. */
  async replay(event: Omit<BusEvent, 'position' | 'producer'>): Promise<number> {
    return this.#producer(event.topic).publish([event]);
  }

  /** Waits until the service under test has come past this position. */
  async applied(position: number): Promise<void> {
    const { bus, service } = this.#environment;
    await until(`${service} has applied position ${position}`, async () => {
      const rows = await queryAsAdmin(bus, 'select 1 from bus_consumer where name = $1 and position >= $2', [service, position]);
      return rows.length > 0;
    });
  }

  /** Waits for an event that the service under test published. */
  async published<T extends Topic>(topic: T, matches: (payload: EventPayloads[T]) => boolean = () => true): Promise<BusEvent<T>> {
    return until(`${topic} on the bus`, async () => (await this.all(topic)).findLast(({ payload }) => matches(payload)));
  }

  /** @returns every event of a topic so far, in order: all that the service under test has committed, unless it is not running */
  async all<T extends Topic>(topic: T): Promise<BusEvent<T>[]> {
    await this.#told();
    const rows = await queryAsAdmin<Record<string, unknown>>(
      this.#environment.bus,
      'select * from bus_event where topic = $1 order by position',
      [topic],
    );
    return rows.map((row) => ({
      ...row,
      position: Number(row.position),
      seq: Number(row.seq),
      eventId: row.event_id,
      occurredAt: (row.occurred_at as Date).toISOString(),
    })) as unknown as BusEvent<T>[];
  }

  /** From now on this service does not beat: projections that need it must fail closed once their lease is over. */
  silence(service: ServiceName): void {
    this.#silent.add(service);
  }

  /** It beats again. */
  unsilence(service: ServiceName): void {
    this.#silent.delete(service);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const bus of this.#producers.values()) await bus.close();
  }

  /** What was committed a moment ago is told a moment later. */
  async #told(): Promise<void> {
    const { database } = this.#environment;
    if (!database) return;
    const isTold = async () =>
      (await queryAsAdmin(database.adminUrl, 'select 1 from outbox_event where position is null limit 1')).length === 0;
    await until('the outbox is empty', isTold, mostWaitMs).catch(() => undefined);
  }

  #producer(topic: Topic): Bus {
    const name = topic.slice(0, topic.indexOf('.')) as ServiceName;
    const bus = this.#producers.get(name);
    if (!bus) throw new Error(`${topic} belongs to the service under test`);
    return bus;
  }

  async #beat(): Promise<void> {
    await Promise.all([...this.#producers].filter(([name]) => !this.#silent.has(name)).map(([, bus]) => bus.beat(0)));
  }
}

/** The stream a producer would use: what the sequence counts along. */
function defaultStream(topic: Topic, payload: EventPayloads[Topic]): string {
  const ids = payload as Partial<Record<'roomId' | 'patientId' | 'sessionId' | 'userId' | 'districtId', string | null>>;
  if (topic === 'consent.changed') return `consent:${ids.patientId}`;
  if (topic.startsWith('timeline.')) return `room:${ids.roomId}`;
  if (topic === 'identity.sessionEnded') return `session:${ids.sessionId}`;
  if (topic === 'identity.reviewTaskChanged') return `review:${ids.districtId}`;
  if (ids.roomId) return `room-meta:${ids.roomId}`;
  return `${topic}:${ids.patientId ?? ids.userId ?? ''}`;
}
