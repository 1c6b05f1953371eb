/** Outbox → relay → bus → consumer, on a real PostgreSQL: nothing lost, nothing twice, in order, and closed when unsure. */
import { busUrl, createBus, queryAsAdmin } from '@heya/testkit/database';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from './audit.ts';
import { Bus } from './bus.ts';
import { Consumer, type Handlers } from './consumer.ts';
import { newId } from './id.ts';
import { createLogger } from './logger.ts';
import type { Em, Orm } from './orm.ts';
import { emit, Relay } from './outbox.ts';
import { commonDatabase } from './testing/database.ts';

const logger = createLogger('test', 'silent');
const leaseMs = 600;
const roomId = newId();
let busAdmin: string;
let room: { orm: Orm; bus: Bus; relay: Relay };
let timeline: { orm: Orm; bus: Bus };

beforeAll(async () => {
  busAdmin = await createBus();
  const roomBus = new Bus(busUrl(busAdmin, 'room'), 'room', logger);
  const roomOrm = await commonDatabase('room');
  room = { orm: roomOrm, bus: roomBus, relay: new Relay({ orm: roomOrm, bus: roomBus, logger, leaseMs }) };
  timeline = { orm: await commonDatabase('timeline'), bus: new Bus(busUrl(busAdmin, 'timeline'), 'timeline', logger) };
});

afterAll(async () => {
  await room.relay.stop();
  await Promise.all([room.bus.close(), timeline.bus.close(), room.orm.close(true), timeline.orm.close(true)]);
});

const tell = (tx: Em, id: string = newId(), about = roomId) =>
  emit(tx, 'room.roomChanged', `room-meta:${about}`, { roomId: about, patientId: id, districtId: id, status: 'ACTIVE' });
const inRoom = <T>(work: (tx: Em) => Promise<T>) => room.orm.em.fork().transactional((tx) => work(tx as Em));
const onBus = (about = roomId) => room.bus.readStream(`room-meta:${about}`, 0);

describe('the outbox', () => {
  it('publishes what was committed, never what was rolled back', async () => {
    const about = newId();
    await inRoom((tx) => tell(tx, newId(), about));
    await expect(
      inRoom(async (tx) => {
        await tell(tx, newId(), about);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await room.relay.flush();
    await room.relay.flush();
    expect((await onBus(about)).map(({ seq }) => seq)).toEqual([1]);
  });

  it('keeps one order for sequence and position under concurrent writers', async () => {
    const about = newId();
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        await inRoom((tx) => tell(tx, newId(), about));
        room.relay.wake();
      }),
    );
    await room.relay.flush();
    const events = await onBus(about);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(events.map(({ position }) => position)).toEqual(events.map(({ position }) => position).toSorted((a, b) => a - b));
  });

  it('does not pass over a row that commits after a later one was published', async () => {
    const about = newId();
    const slow = room.orm.em.fork();
    await slow.begin();
    const facts = { authority: 'SELF', action: 'VIEW', categories: [], subjectType: 'Room' } as const;
    const actor = { viewer: { type: 'anonymous' }, requestId: 'r' } as const;
    await audit(slow, actor, { ...facts, categories: [], subjectId: about });
    await inRoom((tx) => audit(tx, actor, { ...facts, categories: [], subjectId: about }));
    await room.relay.flush();
    await slow.commit();
    await room.relay.flush();
    const lines = (await timeline.bus.read(0, ['audit.recorded'], 1000)).flatMap(
      ({ payload }) => (payload as { lines: { subjectId: string }[] }).lines,
    );
    expect(lines.filter(({ subjectId }) => subjectId === about)).toHaveLength(2);
  });

  it("cannot speak in another service's name", async () => {
    const forger = new Bus(busUrl(busAdmin, 'room'), 'consent', logger);
    const event = {
      eventId: newId(),
      topic: 'consent.changed',
      stream: 's',
      seq: 1,
      occurredAt: new Date().toISOString(),
      payload: {} as never,
    } as const;
    await expect(forger.publish([event])).rejects.toThrow(/row-level security/);
    await expect(forger.beat(0)).rejects.toThrow(/row-level security/);
    await forger.close();
  });
});

describe('the consumer', () => {
  let applied: string[] = [];
  let failures = 0;
  const handlers: Handlers = {
    'room.roomChanged': async (tx, { payload }) => {
      if (failures > 0) throw new Error(`failure ${(failures -= 1)}`);
      await tx.execute('insert into stream_counter (stream, seq) values (?, 1)', [payload.patientId]);
      applied.push(payload.patientId);
    },
  };
  const start = async (producers: string[] = ['room']) => {
    const consumer = new Consumer({ name: 'timeline', orm: timeline.orm, bus: timeline.bus, logger, handlers, producers, leaseMs });
    await consumer.start();
    return consumer;
  };
  beforeEach(() => {
    applied = [];
    failures = 0;
  });

  it('applies each event once, across failures and restarts', async () => {
    room.relay.start();
    let consumer = await start();
    await consumer.catchUp();
    applied = [];
    failures = 2;
    const ids = Array.from({ length: 6 }, () => newId());
    for (const id of ids.slice(0, 3)) await inRoom((tx) => tell(tx, id));
    await room.relay.flush();
    await until('the first three are applied', () =>
      consumer.catchUp().then(
        () => true,
        () => false,
      ),
    );
    await consumer.stop();
    for (const id of ids.slice(3)) await inRoom((tx) => tell(tx, id));
    consumer = await start();
    await room.relay.settle();
    // The handler inserts under a primary key: a second application would have failed and stopped here.
    expect(applied.filter((id) => ids.includes(id)).slice(-6)).toEqual(ids);
    await consumer.stop();
  });

  it('is settled when it has applied, and closed when a producer is silent', async () => {
    room.relay.start();
    const consumer = await start();
    const id = newId();
    await inRoom((tx) => tell(tx, id));
    await room.relay.settle();
    expect(applied).toContain(id);
    await consumer.requireFresh();
    await room.relay.stop();
    await until('the lease is over', () =>
      consumer.requireFresh().then(
        () => false,
        () => true,
      ),
    );
    await expect(consumer.requireFresh()).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    room.relay.start();
    await until('it is confirmed again', () =>
      consumer.requireFresh().then(
        () => true,
        () => false,
      ),
    );
    await consumer.stop();
  });

  it('is settled although the access record cannot be carried off, which goes on by itself', async () => {
    await room.relay.stop();
    const about = newId();
    const look = { authority: 'SELF', action: 'VIEW', categories: [], subjectType: 'Room', subjectId: about } as const;
    await inRoom((tx) => audit(tx, { viewer: { type: 'anonymous' }, requestId: 'r' }, { ...look, categories: [] }));
    const holder = room.orm.em.fork();
    await holder.begin();
    await holder.execute("select 1 from audit_entry where line->>'subjectId' = ? for update", [about]);
    room.relay.start();
    const consumer = await start();
    const id = newId();
    await inRoom((tx) => tell(tx, id));
    await room.relay.settle();
    expect(applied).toContain(id);
    await holder.rollback();
    await until('the line is on the bus', async () =>
      (await queryAsAdmin(busAdmin, "select 1 from bus_event where topic = 'audit.recorded' and payload::text like $1", [`%${about}%`])).at(
        0,
      ),
    );
    await consumer.stop();
  });

  it('hears on after its line was cut', async () => {
    room.relay.start();
    const consumer = await start();
    await queryAsAdmin(
      busAdmin,
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()",
    );
    const id = newId();
    await inRoom((tx) => tell(tx, id));
    await room.relay.settle();
    expect(applied).toContain(id);
    await consumer.stop();
  });
});
