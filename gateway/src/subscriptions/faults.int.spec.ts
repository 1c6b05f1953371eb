import { family, nurse, physician } from '@heya/testkit/viewers';
import { queryAsAdmin } from '@heya/testkit/database';
import { broughtBy } from '../testing/live-client.ts';
import { until } from '../testing/patience.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage } from '../testing/stage.ts';
import type { FakeRoom } from '../testing/world.ts';
import { backlogBytes } from './client-socket.ts';

const events = `subscription ($roomId: ID!, $after: String) {
  roomEvent(roomId: $roomId, after: $after) { ... on PostCreated { cursor post { id body author { id displayName } } } }
}`;

let stage: Stage;
const leaseMs = 1500;

afterEach(() => stage.close());

const doctor = physician();
const visitor = nurse();
const room = (): FakeRoom => stage.world.addRoom({ [doctor.userId]: 'CARE_TEAM', [visitor.userId]: 'CARE_TEAM' });

/** Ends the connection on which this stage's gateway listens; other stages share the server, each with a bus of its own. */
const killLine = (): Promise<unknown[]> =>
  queryAsAdmin(
    stage.busAdminUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where query like 'listen heya_%' and usename = 'heya_gateway' and datname = current_database()`,
  );

describe('the line to the bus', () => {
  beforeEach(async () => {
    stage = await Stage.open();
  });

  it('loses nothing when the listening connection is killed', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    await stage.post(here, 'CARE_TEAM', '0');
    expect(await killLine()).toHaveLength(1);
    for (let count = 1; count < 10; count += 1) await stage.post(here, 'CARE_TEAM', String(count));
    await until('all told', () => client.bodies('1').length === 10);
    expect(client.bodies('1')).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('cuts a member although the control line was down when the right went', async () => {
    const here = room();
    const client = await stage.listen(visitor, events, { roomId: here.id });
    expect(await killLine()).toHaveLength(1);
    await stage.membershipLost(here, visitor.userId);
    await stage.post(here, 'CARE_TEAM', '退室のあと');
    await until('refused', () => client.errorCode('1') === 'FORBIDDEN');
    expect(client.bodies('1')).toEqual([]);
  });
});

describe('the lease', () => {
  beforeEach(async () => {
    stage = await Stage.open({ leaseMs });
  });

  it('closes every socket, and takes no new one, when a producer falls silent for longer than the lease', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    const silentAt = performance.now();
    stage.bus.silence('consent');
    await until('closed', () => client.closed);
    expect(client.closed?.code).toBe(1013);
    expect(performance.now() - silentAt).toBeLessThan(leaseMs + 1000);
    await stage.post(here, 'CARE_TEAM', '見えない');
    await expect(stage.connect(doctor)).rejects.toThrow('503');
    expect(client.bodies('1')).toEqual([]);
  });

  const door = async (isOpen: boolean) => {
    const name = new URL(stage.busAdminUrl).pathname.slice(1);
    const elsewhere = stage.busAdminUrl.replace(name, 'postgres');
    await queryAsAdmin(elsewhere, `alter database ${name} allow_connections ${isOpen}`);
    if (!isOpen) await queryAsAdmin(elsewhere, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  };

  it('may go away: streams close within the lease, reads go on, and afterwards everything comes back by itself', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    await stage.post(here, 'CARE_TEAM', '前');
    await until('told', () => client.bodies('1').length === 1);
    const cursor = broughtBy<{ cursor: string }>(client.of('1')[0]).cursor;
    await door(false);
    await until('closed', () => client.closed);
    expect(client.closed?.code).toBe(1013);
    const token = await stage.provider.token(doctor);
    expect((await stage.ask('{ viewer { id } }', { token })).status).toBe(200);
    expect((await stage.fetch('/ticket', { method: 'POST', headers: { authorization: `Bearer ${token}` } })).status).toBe(503);
    expect((await stage.fetch('/health')).status).toBe(503);

    await door(true);
    await stage.post(here, 'CARE_TEAM', '後');
    const again = await until('open again', () => stage.connect(doctor).catch(() => undefined));
    again.subscribe('1', events, { roomId: here.id, after: cursor });
    await until('told the rest', () => again.bodies('1').length === 1);
    expect(again.bodies('1')).toEqual(['後']);
  });
});

describe('an owner that has fallen behind', () => {
  beforeEach(async () => {
    stage = await Stage.open({ leaseMs });
  });

  it('is asked again, and nobody is turned away for its delay', async () => {
    const here = room();
    stage.world.beforeGrant = async () => {
      stage.world.beforeGrant = () => Promise.resolve();
      here.hasConsent = false;
      await new Promise((resolve) => setTimeout(resolve, leaseMs + 50));
      setTimeout(() => (here.hasConsent = true), 20);
    };
    const client = await stage.connect(doctor);
    client.subscribe('1', events, { roomId: here.id });
    await until('asked twice', () => stage.world.grants.length === 2);
    await until('admitted', () => stage.gateway.counts().pending === 0);
    await stage.post(here, 'CARE_TEAM', '1');
    await until('told', () => client.bodies('1').length === 1);
    expect(client.errorCode('1')).toBeUndefined();
  });
});

describe('subgraphs', () => {
  beforeEach(async () => {
    stage = await Stage.open();
  });

  it('waits for the owner of a post and then tells everything in order', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    await stage.subgraphs.stop('timeline');
    for (const body of ['1', '2', '3']) await stage.post(here, 'CARE_TEAM', body);
    await stage.caughtUp();
    expect(client.bodies('1')).toEqual([]);
    await stage.subgraphs.restart('timeline');
    await until('all told', () => client.bodies('1').length === 3);
    expect(client.bodies('1')).toEqual(['1', '2', '3']);
  });

  it("tells a post with its labels when the author's ID cannot be looked up", async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    await stage.subgraphs.stop('identity');
    await stage.post(here, 'CARE_TEAM', '本文');
    const { payload } = await client.until(({ type }) => type === 'next');
    expect(payload?.data?.roomEvent).toMatchObject({ post: { body: '本文', author: { displayName: null } } });
    expect(payload?.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
  });

  it('answers that it cannot say, when the owner of a grant is away, and admits once it is back', async () => {
    const here = room();
    stage.world.down.add('timeline');
    const client = await stage.connect(doctor);
    client.subscribe('1', events, { roomId: here.id });
    await stage.caughtUp();
    expect(stage.gateway.counts().pending).toBe(1);
    stage.world.down.clear();
    await stage.settled();
    await stage.post(here, 'CARE_TEAM', '1');
    await until('told', () => client.bodies('1').length === 1);
  });
});

describe('a client that does not read', () => {
  beforeEach(async () => {
    stage = await Stage.open();
  });

  it('is told to read again, while the others are told everything', async () => {
    const here = room();
    const [slow, quick] = [
      await stage.listen(visitor, events, { roomId: here.id }),
      await stage.listen(doctor, events, { roomId: here.id }),
    ];
    slow.socket.pause();
    const body = 'あ'.repeat(16 * 1024);
    const enough = Math.ceil((8 * 1024 * 1024 + backlogBytes.hard) / (body.length * 3));
    const before = process.memoryUsage().rss;
    for (let count = 0; count < enough; count += 1) await stage.post(here, 'CARE_TEAM', body);
    await until('the quick one has all', () => quick.bodies('1').length === enough, 15_000);
    await until('the slow one is dropped', () => stage.gateway.counts().operations === 1);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    slow.socket.resume();
    await until('it hears why', () => slow.errorCode('1') === 'RESYNC');
    expect(slow.bodies('1').length).toBeLessThan(enough);
  }, 30_000);
});

describe('measuring', () => {
  it('resolves once per client when sharing is switched off', async () => {
    stage = await Stage.open({ shareChannels: false });
    const kin = family();
    const here = stage.world.addRoom({ [doctor.userId]: 'CARE_TEAM', [kin.userId]: 'EVERYONE' });
    const clients = [await stage.listen(doctor, events, { roomId: here.id }), await stage.listen(doctor, events, { roomId: here.id })];
    const post = await stage.post(here, 'EVERYONE', '1');
    for (const client of clients) await until('told', () => client.bodies('1').length === 1);
    expect(stage.world.reads.filter(({ postId }) => postId === post.id)).toHaveLength(2);
  });
});
