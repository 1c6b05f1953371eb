/** R28 on a real PostgreSQL and a real mail server on this machine: who is told by mail, when, and with what. */
import { queryAsAdmin } from '@heya/testkit/database';
import { until } from '@heya/testkit/wait';
import { inViewer, openOrm } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { type MailServer, serveMail } from '../../testing/mail-server.ts';
import { openWorld, post, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let server: MailServer;
let room: RoomOnBus;
const environment = { LEASE_MS: '20000', MAIL_FROM: 'Heya <heya@example.jp>', PORTAL_URL: 'https://heya.example.jp' };
beforeAll(async () => {
  server = await serveMail();
  world = await openWorld({ ...environment, SMTP_URL: server.url });
});
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  await heard();
});
afterAll(async () => {
  await world.close();
  await server.close();
});

async function heard(): Promise<void> {
  await world.bus.all('timeline.postCreated');
  const behind = `select 1 from bus_head h join bus_consumer c on c.name = 'timeline.notifications' and c.position >= h.position`;
  await until('told', async () => (await queryAsAdmin(world.environment.bus, behind)).length > 0);
}

const outcome = '{ viewer { id } userErrors { code field message } }';
const enter = async (who: PersonViewer, address: string): Promise<any> =>
  (await world.client.get(who, `mutation ($address: String!) { mailAddressEnter(address: $address) ${outcome} }`, { address }))
    .mailAddressEnter;
const confirm = async (who: PersonViewer, code: string): Promise<any> =>
  (await world.client.get(who, `mutation ($code: String!) { mailAddressConfirm(code: $code) ${outcome} }`, { code })).mailAddressConfirm;
const remove = (who: PersonViewer): Promise<any> => world.client.get(who, `mutation { mailAddressRemove ${outcome} }`);
const trial = async (who: PersonViewer): Promise<string> =>
  (await world.client.get(who, 'mutation { mailTest { result } }')).mailTest.result;
const prefer = (who: PersonViewer, input: object): Promise<any> =>
  world.client.get(
    who,
    'mutation ($input: NotificationPreferencesInput!) { notificationPreferencesUpdate(input: $input) { userErrors { code field } } }',
    { input },
  );
const settingsOf = async (asks: PersonViewer, whose = asks): Promise<any> => {
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { mailSettings { isSetUp address refusedAt pendingAddress } } } }';
  return (await world.client.get(asks, query, { r: [{ __typename: 'Viewer', id: whose.userId }] }))._entities[0].mailSettings;
};

const addressOf = ({ userId }: PersonViewer): string => `a${userId.slice(-12)}@example.jp`;
const codeIn = (address: string): string => /\d{6}/.exec(server.to(address).at(-1)?.text ?? '')?.[0] ?? '';
/** By their own address, of everything urgent and of what is named or asked. */
async function byMail(who: PersonViewer): Promise<string> {
  const address = addressOf(who);
  await enter(who, address);
  expect((await confirm(who, codeIn(address))).userErrors).toEqual([]);
  const channels = ['POST', 'URGENT_POST', 'VITALS_OUT_OF_RANGE'].map((kind) => ({ kind, push: false, email: true, inApp: true }));
  await prefer(who, { channels });
  return address;
}

/** @param laterMs after now */
async function send(laterMs = 0, job = 'mail'): Promise<void> {
  await heard();
  await world.timeline.jobs.run(job, new Date(Date.now() + laterMs));
}
const titlesTo = (address: string): string[] =>
  server
    .to(address)
    .map(({ subject }) => subject)
    .filter((subject) => !subject.includes('確認の番号'));
const statesOf = async ({ userId }: PersonViewer): Promise<string[]> => {
  const rows = await stored<{ state: string; reason: string | null }>(
    world,
    `select state, reason from notification_delivery where user_id = $1 and channel = 'MAIL' order by notification_id`,
    [userId],
  );
  return rows.map(({ state, reason }) => [state, reason].filter(Boolean).join(' '));
};

describe('an address', () => {
  test('is told of nothing until its code is entered; five tries, and the next code puts the former aside', async () => {
    const { nurse, physician } = room.people;
    const address = addressOf(nurse);
    expect(await settingsOf(nurse)).toEqual({ isSetUp: true, address: null, refusedAt: null, pendingAddress: null });
    expect((await enter(nurse, ' ＮＵＲＳＥ')).userErrors).toMatchObject([{ code: 'INVALID', field: ['address'] }]);
    expect((await confirm(nurse, '123456')).userErrors).toMatchObject([{ code: 'INVALID', field: ['code'] }]);
    expect((await enter(nurse, address)).userErrors).toEqual([]);
    const former = codeIn(address);
    await enter(nurse, address);
    const code = codeIn(address);
    expect((await settingsOf(nurse)).pendingAddress).toBe(address);
    await prefer(nurse, { channels: [{ kind: 'URGENT_POST', push: false, email: true, inApp: true }] });
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    expect([await statesOf(nurse), titlesTo(address)]).toEqual([[], []]);
    const wrong = former === code ? '000000' : former;
    const messages: string[] = [];
    for (let index = 0; index < 5; index += 1) messages.push((await confirm(nurse, wrong)).userErrors[0].message);
    expect([messages[0], messages[4]]).toEqual([
      '番号が違います。あと4回入力できます。',
      'この番号はもう使えません。新しい番号を送ってください。',
    ]);
    expect((await confirm(nurse, code)).userErrors).toMatchObject([{ code: 'INVALID', field: ['code'] }]);
    await enter(nurse, address);
    expect((await confirm(nurse, codeIn(address))).userErrors).toEqual([]);
    expect(await settingsOf(nurse)).toEqual({ isSetUp: true, address, refusedAt: null, pendingAddress: null });
    await enter(nurse, address);
    await enter(nurse, address);
    expect((await enter(nurse, address)).userErrors[0].message).toContain('番号を何度も送りました');
    expect(server.to(address)).toHaveLength(5);
  });

  test('lies sealed, its code as a hash; nobody else is shown it, and the database alone shows it to no other person', async () => {
    const { nurse, physician } = room.people;
    const address = await byMail(nurse);
    expect(await settingsOf(physician, nurse)).toBeNull();
    const [row] = await stored<{ text: string }>(
      world,
      `select concat(encode(a.sealed, 'escape'), encode(c.sealed, 'escape'), encode(c.hash, 'escape')) as text
         from mail_address a join mail_code c using (user_id) where user_id = $1`,
      [nurse.userId],
    );
    expect(row?.text.length).toBeGreaterThan(100);
    expect(row?.text).not.toContain('example');
    expect(row?.text).not.toContain(codeIn(address));
    const orm = await openOrm(timelineOrm(world.environment.database.url));
    const count = async (who: PersonViewer, table: string): Promise<number> =>
      (await inViewer(orm.em, who, (tx) => tx.execute<unknown[]>(`select 1 from ${table}`))).length;
    for (const table of ['mail_address', 'mail_code']) expect([await count(nurse, table), await count(physician, table)]).toEqual([1, 0]);
    expect(await count(nurse, 'mail_digest')).toBe(0);
    await orm.close(true);
    await remove(nurse);
    expect((await settingsOf(nurse)).address).toBeNull();
  });

  test('that its server refuses for good is told nothing more and shown as such, until a trial arrives', async () => {
    const { nurse, physician } = room.people;
    const address = await byMail(nurse);
    server.answer(address, 550);
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    expect(await statesOf(nurse)).toEqual(['FAILED REFUSED']);
    expect((await settingsOf(nurse)).refusedAt).not.toBeNull();
    expect((await enter(nurse, address)).userErrors).toMatchObject([{ field: ['address'] }]);
    server.answer(address, 250);
    expect([await trial(nurse), await trial(nurse), await trial(physician)]).toEqual(['SENT', 'TOO_SOON', 'NOT_SET_UP']);
    expect((await settingsOf(nurse)).refusedAt).toBeNull();
    expect(titlesTo(address)).toEqual(['【部屋】試しのメール / This is a trial']);
  });
});

describe('a mail', () => {
  test('says that there is something and nothing of what, in both languages; once, to whom it is meant', async () => {
    const { nurse, family, physician } = room.people;
    const [own, theirs] = [await byMail(nurse), await byMail(family)];
    const { post: posted } = await post(world, physician, room, { importance: 'URGENT', body: '佐藤さんの熱が39度あります' });
    await send();
    await send();
    expect([server.to(own).length, titlesTo(theirs)]).toEqual([2, []]);
    const [, mail] = server.to(own);
    expect(mail?.subject).toBe('【部屋】緊急の投稿があります / There is an urgent post');
    expect(mail?.text).toContain('緊急の投稿があります。\nThere is an urgent post.\n\n'.replaceAll('\n', '\r\n'));
    expect(mail?.text).toContain(`https://heya.example.jp/rooms/${room.roomId}#post-${posted?.id}`);
    expect(`${mail?.raw}${mail?.text}${mail?.subject}`).not.toMatch(/佐藤|熱|39|体温|水瀬/);
    const [row] = await stored<{ id: string }>(world, `select notification_id as id from notification_delivery where user_id = $1`, [
      nurse.userId,
    ]);
    expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
      'message-id': `<${row?.id}@example.jp>`,
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': '<https://heya.example.jp/notifications/settings>',
    });
  });

  test('waits while the server is down, and goes out when it is back, even from a process that died over it', async () => {
    const { nurse, physician } = room.people;
    const address = await byMail(nurse);
    await server.down();
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    expect(await statesOf(nurse)).toEqual(['QUEUED LATER']);
    expect([await trial(nurse), (await enter(nurse, address)).userErrors.length]).toEqual(['LATER', 1]);
    await server.up();
    await world.restart();
    await send(60_000);
    expect([await statesOf(nurse), titlesTo(address).length]).toEqual([['SENT'], 1]);
    await post(world, physician, room, { importance: 'URGENT' });
    await heard();
    const taken = `update notification_delivery set attempts = 1, due_at = now() + interval '5 minutes' where user_id = $1 and state = 'QUEUED' returning 1`;
    expect(await stored(world, taken, [nurse.userId])).toHaveLength(1);
    await send();
    expect(titlesTo(address)).toHaveLength(1);
    await send(6 * 60_000);
    expect(titlesTo(address)).toHaveLength(2);
  });

  test('goes to nobody who has read it, has left or wants none any more', async () => {
    const { nurse, careManager, physician, family } = room.people;
    const addresses = [await byMail(nurse), await byMail(careManager), await byMail(family)];
    await post(world, physician, room, { importance: 'URGENT', audience: 'EVERYONE' });
    await heard();
    await room.member(careManager, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
    await world.client.get(nurse, 'mutation ($at: DateTime) { notificationsMarkRead(upTo: $at) { userErrors { code } } }', {
      at: new Date(Date.now() + 1000).toISOString(),
    });
    await remove(family);
    await send();
    expect([await statesOf(nurse), (await statesOf(careManager))[0], await statesOf(family)]).toEqual([
      ['SKIPPED READ'],
      'SKIPPED RIGHTS',
      ['SKIPPED NO_ADDRESS'],
    ]);
    expect(addresses.flatMap(titlesTo)).toEqual([]);
  });

  test('is held back by quiet hours, but for what is urgent', async () => {
    const { nurse, physician } = room.people;
    const address = await byMail(nurse);
    const hour = (ms: number): string => new Date(Date.now() + 9 * 3_600_000 + ms).toISOString().slice(11, 16);
    await prefer(nurse, { quietHoursFrom: hour(-3_600_000), quietHoursTo: hour(3_600_000) });
    await post(world, physician, room, { importance: 'IMPORTANT' });
    await post(world, physician, room, { importance: 'URGENT' });
    await send();
    const urgent = '【部屋】緊急の投稿があります / There is an urgent post';
    expect(titlesTo(address)).toEqual([urgent]);
    await send(2 * 3_600_000);
    expect(titlesTo(address)).toEqual([urgent, '【部屋】大切な投稿があります / There is an important post']);
  });
});

test("each day's summary counts what is unread, once, at its time; none when nothing is or it is not wanted", async () => {
  const { nurse, careManager, physician } = room.people;
  const [own, theirs] = [await byMail(nurse), await byMail(careManager)];
  // At 07:00 and at 07:30 in Japan, of a day to come.
  const time = (days: number, utc: string): number =>
    Date.parse(`${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${utc}Z`) - Date.now();
  const digest = (days: number, utc: string): Promise<void> => send(time(days, utc), 'mail-digest');
  expect(await prefer(nurse, { digestAt: '7時半' })).toMatchObject({
    notificationPreferencesUpdate: { userErrors: [{ field: ['input', 'digestAt'] }] },
  });
  await prefer(careManager, { digestAt: null });
  await post(world, physician, room, { importance: 'URGENT', body: '佐藤さんの熱が39度あります' });
  await post(world, physician, room);
  await digest(2, '22:00:00');
  expect(titlesTo(own)).toEqual([]);
  for (const utc of ['22:30:10', '22:31:00', '23:00:00']) await digest(2, utc);
  // What is urgent, an ordinary post, and that there is a consent.
  expect([titlesTo(own), titlesTo(theirs)]).toEqual([['【部屋】きょうのまとめ：未読3件 / 3 unread'], []]);
  const mail = server.to(own).at(-1);
  expect(mail?.text).toMatch(/^1つの部屋で3件の新しいお知らせ、うち大切なもの2件があります。\r\n3 unread in 1 room, 2 of them important\./);
  expect(mail?.raw).not.toMatch(/佐藤|39度/);
  await world.client.get(nurse, 'mutation ($at: DateTime) { notificationsMarkRead(upTo: $at) { userErrors { code } } }', {
    at: new Date(Date.now() + 1000).toISOString(),
  });
  await digest(3, '22:30:10');
  const states = await stored(world, 'select state, reason from mail_digest where user_id = $1 order by day', [nurse.userId]);
  expect(states).toEqual([
    { state: 'SENT', reason: null },
    { state: 'SKIPPED', reason: 'READ' },
  ]);
  expect(titlesTo(own)).toHaveLength(1);
});

test('without a server nothing is sent, and that is said', async () => {
  const off = await openWorld();
  const { nurse } = room.people;
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { mailSettings { isSetUp address } } } }';
  const found = await off.client.get<any>(nurse, query, { r: [{ __typename: 'Viewer', id: nurse.userId }] });
  expect(found._entities[0].mailSettings).toEqual({ isSetUp: false, address: null });
  const refused = await off.client.get<any>(nurse, 'mutation { mailAddressEnter(address: "a@example.jp") { userErrors { code } } }');
  expect(refused.mailAddressEnter.userErrors).toEqual([{ code: 'INVALID_STATE' }]);
  await off.close();
});
