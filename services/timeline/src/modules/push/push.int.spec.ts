/** R28 on a real PostgreSQL and a push service on this machine that opens what it is sent: who is told on their devices, when, and with what. */
import { createECDH } from 'node:crypto';
import { queryAsAdmin } from '@heya/testkit/database';
import { until } from '@heya/testkit/wait';
import { inViewer, openOrm } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { type Device, type PushService, servePush } from '../../testing/push-service.ts';
import { openWorld, post, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let service: PushService;
let room: RoomOnBus;
beforeAll(async () => {
  const keys = createECDH('prime256v1');
  const PUSH_PUBLIC_KEY = keys.generateKeys('base64url');
  service = await servePush(PUSH_PUBLIC_KEY);
  const PUSH_PRIVATE_KEY = keys.getPrivateKey('base64url').padStart(43, 'A');
  world = await openWorld({ LEASE_MS: '20000', PUSH_PUBLIC_KEY, PUSH_PRIVATE_KEY, PUSH_TO_INNER: 'true' });
});
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  await heard();
});
afterAll(async () => {
  await world.close();
  await service.close();
});

async function heard(): Promise<void> {
  await world.bus.all('timeline.postCreated');
  const behind = `select 1 from bus_head h join bus_consumer c on c.name = 'timeline.notifications' and c.position >= h.position`;
  await until('told', async () => (await queryAsAdmin(world.environment.bus, behind)).length > 0);
}

const payload = '{ viewer { id } userErrors { code field } }';
const choose = async (who: PersonViewer, device: Device): Promise<any> => {
  const save = `mutation ($input: PushSubscriptionInput!) { pushSubscriptionSave(input: $input) ${payload} }`;
  return (await world.client.get(who, save, { input: device })).pushSubscriptionSave;
};
const drop = (who: PersonViewer, endpoint: string): Promise<any> =>
  world.client.get(who, `mutation ($endpoint: URL!) { pushSubscriptionRemove(endpoint: $endpoint) ${payload} }`, { endpoint });
const prefer = (who: PersonViewer, input: object): Promise<any> =>
  world.client.get(
    who,
    'mutation ($input: NotificationPreferencesInput!) { notificationPreferencesUpdate(input: $input) { userErrors { code } } }',
    {
      input,
    },
  );

/** @param laterMs after now */
async function send(laterMs = 0): Promise<void> {
  await heard();
  await world.timeline.jobs.run('push', new Date(Date.now() + laterMs));
}

const statesOf = async ({ userId }: PersonViewer): Promise<string[]> => {
  const rows = await stored<{ state: string; reason: string | null }>(
    world,
    'select state, reason from notification_delivery where user_id = $1 order by notification_id',
    [userId],
  );
  return rows.map(({ state, reason }) => [state, reason].filter(Boolean).join(' '));
};

describe('a device', () => {
  test('shows that there is something, and nothing of what; each once, whoever is not meant nothing', async () => {
    const { physician, nurse, family } = room.people;
    const [own, second, theirs] = [service.device(), service.device(), service.device()];
    for (const device of [own, second]) expect((await choose(nurse, device)).userErrors).toEqual([]);
    await choose(family, theirs);
    const { post: posted } = await post(world, physician, room, { importance: 'URGENT', body: '熱が39度あります' });
    await send();
    await send();
    const shown = { id: expect.any(String) as string, title: '緊急の投稿があります', url: `/rooms/${room.roomId}#post-${posted?.id}` };
    expect([service.sent(own), service.sent(second), service.sent(theirs)]).toEqual([[shown], [shown], []]);
    expect([await statesOf(nurse), await statesOf(family)]).toEqual([['SENT'], []]);
  });

  test('that is gone is forgotten; a service that is down is asked again, and only for whom it failed', async () => {
    const { physician, nurse } = room.people;
    const [gone, weak, well] = [service.device(410), service.device(503), service.device()];
    for (const device of [gone, weak, well]) await choose(nurse, device);
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    expect(await statesOf(nurse)).toEqual(['QUEUED']);
    const left = await stored<{ endpoint: string }>(world, 'select endpoint from push_subscription where user_id = $1', [nurse.userId]);
    expect(left.map(({ endpoint }) => endpoint).toSorted()).toEqual([weak.endpoint, well.endpoint].toSorted());
    service.answer(weak, 201);
    await send(3 * 60_000);
    expect([await statesOf(nurse), service.sent(weak).length, service.sent(well).length]).toEqual([['SENT'], 2, 1]);
  });

  test('is told by another when who took it up has died over it, and not before', async () => {
    const { physician, nurse } = room.people;
    const device = service.device();
    await choose(nurse, device);
    await post(world, physician, room, { importance: 'URGENT' });
    await heard();
    const taken = `update notification_delivery set attempts = 1, due_at = now() + interval '5 minutes' where user_id = $1 returning 1`;
    expect(await stored(world, taken, [nurse.userId])).toHaveLength(1);
    await send();
    expect(service.sent(device)).toEqual([]);
    await send(6 * 60_000);
    expect([await statesOf(nurse), service.sent(device).length]).toEqual([['SENT'], 1]);
  });

  test('of somebody else from now on tells them alone; dropped it tells nobody', async () => {
    const { physician, nurse, careManager } = room.people;
    const shared = service.device();
    await choose(nurse, shared);
    await choose(careManager, shared);
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    expect([await statesOf(nurse), await statesOf(careManager)]).toEqual([['SKIPPED NO_DEVICE'], ['SENT']]);
    await drop(careManager, shared.endpoint);
    await drop(nurse, shared.endpoint);
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    expect(service.sent(shared)).toHaveLength(1);
  });

  test('is an address and two keys', async () => {
    const { nurse } = room.people;
    const device = service.device();
    const fieldsOf = async (wrong: Partial<Device>): Promise<unknown> =>
      (await choose(nurse, { ...device, ...wrong })).userErrors.map(({ field }: { field: string[] }) => field.at(-1));
    expect(await fieldsOf({ p256dh: device.auth })).toEqual(['p256dh']);
    expect(await fieldsOf({ auth: '' })).toEqual(['auth']);
    expect(await fieldsOf({ endpoint: `${device.endpoint}${'x'.repeat(1100)}` })).toEqual(['endpoint']);
  });
});

test('a trial says what became of it, on one’s own device alone', async () => {
  const { nurse, careManager } = room.people;
  const [own, refusing, gone] = [service.device(), service.device(403), service.device(404)];
  for (const device of [own, refusing, gone]) await choose(nurse, device);
  const trial = 'mutation ($endpoint: URL!) { pushTest(endpoint: $endpoint) { result } }';
  const resultOf = async (who: PersonViewer, { endpoint }: Device): Promise<string> =>
    (await world.client.get(who, trial, { endpoint })).pushTest.result;
  expect([await resultOf(nurse, own), await resultOf(nurse, refusing), await resultOf(nurse, gone)]).toEqual(['SENT', 'REFUSED', 'GONE']);
  const pointless = { ...service.device(), p256dh: Buffer.concat([Buffer.of(4), Buffer.alloc(64)]).toString('base64url') };
  await choose(nurse, pointless);
  expect(await resultOf(nurse, pointless)).toBe('GONE');
  expect(await resultOf(careManager, own)).toBe('NOT_SET_UP');
  expect(service.sent(own).map(({ title }) => title)).toEqual(['試しのお知らせです。届いています']);
  const asked = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { pushKey pushEndpoints } } }';
  const seenBy = async (who: PersonViewer): Promise<any> =>
    (await world.client.get(who, asked, { r: [{ __typename: 'Viewer', id: nurse.userId }] }))._entities[0];
  expect(await seenBy(nurse)).toEqual({
    pushKey: world.environment.variables.PUSH_PUBLIC_KEY,
    pushEndpoints: [own.endpoint, refusing.endpoint],
  });
  expect(await seenBy(careManager)).toEqual({ pushKey: null, pushEndpoints: null });
});

describe('at the time of telling', () => {
  test('whoever has read it or has left is not told', async () => {
    const { physician, nurse, careManager } = room.people;
    const [own, theirs] = [service.device(), service.device()];
    await choose(nurse, own);
    await choose(careManager, theirs);
    await post(world, physician, room, { importance: 'IMPORTANT' });
    await heard();
    await room.member(careManager, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
    await world.client.get(nurse, 'mutation ($at: DateTime) { notificationsMarkRead(upTo: $at) { userErrors { code } } }', {
      at: new Date(Date.now() + 1000).toISOString(),
    });
    await send();
    expect([await statesOf(nurse), await statesOf(careManager)]).toEqual([['SKIPPED READ'], ['SKIPPED RIGHTS']]);
    expect([service.sent(own), service.sent(theirs)]).toEqual([[], []]);
  });

  test('a value beyond its alert is a post where the consent shows it no more (R10)', async () => {
    const { physician, nurse } = room.people;
    const device = service.device();
    await choose(nurse, device);
    await post(world, physician, room, { vitals: { takenAt: new Date().toISOString(), measurements: [{ kind: 'SPO2', value: 80 }] } });
    await heard();
    await room.consent({ status: 'WITHDRAWN', actorId: physician.userId });
    await send();
    const titles = service.sent(device).map(({ title }) => title);
    expect(titles).not.toContain('確かめてほしい記録があります');
    expect(titles).toContain('同意の内容が変わりました');
  });

  test('quiet hours hold back all but what is urgent, until they end', async () => {
    const { physician, nurse } = room.people;
    const device = service.device();
    await choose(nurse, device);
    const hour = (ms: number): string => new Date(Date.now() + 9 * 3_600_000 + ms).toISOString().slice(11, 16);
    await prefer(nurse, { quietHoursFrom: hour(-3_600_000), quietHoursTo: hour(3_600_000) });
    await post(world, physician, room, { importance: 'IMPORTANT' });
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    expect([await statesOf(nurse), service.sent(device).map(({ title }) => title)]).toEqual([['QUEUED', 'SENT'], ['緊急の投稿があります']]);
    await send(2 * 3_600_000);
    expect(service.sent(device).map(({ title }) => title)).toEqual(['緊急の投稿があります', '大切な投稿があります']);
  });
});

test('the database alone: one’s own devices are seen by nobody else, what goes out by no person', async () => {
  const { nurse, careManager } = room.people;
  await choose(nurse, service.device());
  const orm = await openOrm(timelineOrm(world.environment.database.url));
  const count = async (who: PersonViewer, table: string): Promise<number> =>
    (await inViewer(orm.em, who, (tx) => tx.execute<unknown[]>(`select 1 from ${table}`))).length;
  expect([await count(nurse, 'push_subscription'), await count(careManager, 'push_subscription')]).toEqual([1, 0]);
  expect(await count(nurse, 'notification_delivery')).toBe(0);
  await orm.close(true);
});
