/** Poison on the bus (threat 26): data is set aside under its id, a right that may have gone closes everything. */
import type { Topic } from '@heya/schema/events';
import { busUrl, createBus } from '@heya/testkit/database';
import { until } from '@heya/testkit/wait';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Bus } from './bus.ts';
import { Consumer, type Handlers } from './consumer.ts';
import { newId } from './id.ts';
import type { LogFields, Logger } from './logger.ts';
import type { Em, Orm } from './orm.ts';
import { commonDatabase } from './testing/database.ts';

const leaseMs = 2000;
const errors: (LogFields & { message: string })[] = [];
const silent = (): void => undefined;
const logger: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: (message, fields) => void errors.push({ message, ...fields }),
};
let orm: Orm;
let [room, timeline]: Bus[] = [];
let heart: NodeJS.Timeout;
let consumer: Consumer;
let seq = 0;
let applied: string[] = [];
let tries = 0;
/** The id of the thing whose event cannot be applied, and what its handler throws. */
let poison = '';
let fault: () => unknown;

beforeAll(async () => {
  const url = await createBus();
  orm = await commonDatabase('timeline');
  room = new Bus(busUrl(url, 'room'), 'room', logger);
  timeline = new Bus(busUrl(url, 'timeline'), 'timeline', logger);
  await room.beat(0);
  heart = setInterval(() => void room?.beat(0).catch(silent), 200);
});
afterAll(async () => {
  clearInterval(heart);
  await Promise.all([room?.close(), timeline?.close(), orm.close(true)]);
});

async function apply(tx: Em, id: string): Promise<void> {
  if (id === poison) {
    tries += 1;
    // What it wrote before it failed must be gone too.
    await tx.execute('insert into stream_counter (stream, seq) values (?, 1)', [id]);
    throw fault();
  }
  await tx.execute('insert into stream_counter (stream, seq) values (?, 1)', [id]);
  applied.push(id);
}
const handlers: Handlers = {
  'room.patientUpdated': (tx, { payload }) => apply(tx, payload.patientId),
  'room.roomChanged': (tx, { payload }) => apply(tx, payload.patientId),
};

async function start(lateTopics: Topic[] = []): Promise<Consumer> {
  const parts = { name: 'timeline', orm, bus: timeline as Bus, logger, handlers, producers: ['room'], leaseMs, lateTopics };
  consumer = new Consumer(parts);
  await consumer.start();
  return consumer;
}
beforeEach(async () => {
  await orm.em.fork().execute('delete from dead_event');
  [errors.length, applied, tries, poison] = [0, [], 0, ''];
  fault = () => Object.assign(new Error('田中ハルさんの行'), { code: '22P02' });
  await start();
});
afterEach(() => consumer.stop());

/** @returns the event's id */
async function tell(topic: 'room.patientUpdated' | 'room.roomChanged', id: string): Promise<string> {
  const eventId = newId();
  const payload = { patientId: id, roomId: id, districtId: id, status: 'ACTIVE', version: 1 } as const;
  const event = { eventId, topic, stream: `s:${id}`, seq: (seq += 1), occurredAt: new Date().toISOString() };
  await room?.publish([{ ...event, payload }]);
  return eventId;
}
const dead = () => orm.em.fork().execute<{ event_id: string; topic: string; code: string }[]>('select * from dead_event');
const isFresh = () =>
  consumer.requireFresh().then(
    () => true,
    () => false,
  );

it('data that cannot be applied is set aside under its id, and what came before and after is applied', async () => {
  const [before, after] = [newId(), newId()];
  poison = newId();
  await tell('room.patientUpdated', before);
  const eventId = await tell('room.patientUpdated', poison);
  await tell('room.roomChanged', after);
  await until('the later one is applied', () => applied.includes(after));
  expect([...new Set(applied)]).toEqual([before, after]);
  // Five on its own; one more when it stood in a batch with the other.
  expect([5, 6]).toContain(tries);
  expect(await dead()).toEqual([expect.objectContaining({ event_id: eventId, topic: 'room.patientUpdated', code: '22P02' })]);
  expect(await orm.em.fork().execute('select 1 from stream_counter where stream = ?', [poison])).toEqual([]);
  expect(errors.filter(({ message }) => message === 'event set aside')).toEqual([expect.objectContaining({ eventId, code: '22P02' })]);
  expect(JSON.stringify([errors, await dead()])).not.toContain('田中');
  expect(await consumer.health()).toEqual({ deadEvents: 1, waitingEvents: 0 });
  // All tries together took less than the lease: nothing was refused meanwhile that rights do not hang on.
  expect(await isFresh()).toBe(true);
});

it('a right that may have gone is not set aside: nothing is fresh until it is applied, and nothing overtakes it', async () => {
  const after = newId();
  poison = newId();
  await tell('room.roomChanged', poison);
  await tell('room.patientUpdated', after);
  await until('it is closed', async () => !(await isFresh()), 10_000);
  await until('it is still tried', () => tries > 5, 15_000);
  expect(applied).toEqual([]);
  expect(await dead()).toEqual([]);
  expect(await isFresh()).toBe(false);
  await expect(consumer.requireFresh()).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
  expect(await consumer.health()).toEqual({ deadEvents: 0, waitingEvents: 1 });
  const mended = poison;
  poison = '';
  await until('it is open again', isFresh, 15_000);
  expect(applied).toEqual([mended, after]);
});

it('a fault of the weather is no fault of the event; it is tried on with growing pauses', async () => {
  poison = newId();
  const triedAt: number[] = [];
  fault = () => {
    triedAt.push(performance.now());
    return Object.assign(new Error('deadlock'), { code: '40P01' });
  };
  const id = poison;
  await tell('room.patientUpdated', id);
  await until('it is tried more often than poison would be', () => tries > 6, 15_000);
  expect(await dead()).toEqual([]);
  const pauses = triedAt.slice(1).map((at, index) => at - (triedAt[index] ?? 0));
  [100, 200, 400, 800, 1600, 3200].forEach((ms, index) => expect(pauses[index], String(index)).toBeGreaterThan(ms * 0.9));
  poison = '';
  await until('it is applied', () => applied.includes(id), 10_000);
});

it('what may come late is tried again at the next start; the rest stays aside', async () => {
  poison = newId();
  const id = poison;
  await tell('room.patientUpdated', id);
  await until('it is set aside', async () => (await dead()).length === 1);
  poison = '';
  await consumer.stop();
  await (await start()).stop();
  expect(applied).toEqual([]);
  expect(await dead()).toHaveLength(1);
  await start(['room.patientUpdated']);
  expect(applied).toEqual([id]);
  expect(await dead()).toEqual([]);
});
