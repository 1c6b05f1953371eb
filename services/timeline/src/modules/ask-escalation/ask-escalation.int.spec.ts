/** R23 over GraphQL on a real PostgreSQL: what is late is told in steps, once; a deputy may answer in somebody's place. */
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  await room.member(room.people.careManager, 'CARE_TEAM', { isSteward: true });
});
afterAll(() => world.close());

const minuteMs = 60_000;
const dueAt = new Date(Date.now() + 3 * 60 * minuteMs);
const minutesLate = (minutes: number): Date => new Date(dueAt.getTime() + minutes * minuteMs);
const escalate = (minutes: number): Promise<number> => world.timeline.jobs.run('ask-escalations', minutesLate(minutes));

const errors = 'userErrors { code field message }';
const fields = `id ask { state deputies { user { id } byName } escalations { step } owedBy { id } viewerCanTake viewerCanComplete viewerCanNameDeputy }`;
const documents = {
  create: `mutation ($input: PostCreateInput!) { postCreate(input: $input) { ${errors} post { ${fields} } } }`,
  take: `mutation ($id: ID!) { askTake(postId: $id) { ${errors} post { ${fields} } } }`,
  complete: `mutation ($id: ID!) { askComplete(postId: $id) { ${errors} post { ${fields} } } }`,
  deputy: `mutation ($id: ID!, $user: ID!) { askNameDeputy(postId: $id, userId: $user) { ${errors} post { ${fields} } } }`,
  retract: `mutation ($id: ID!) { postRetract(id: $id, reason: "違う方", expectedVersion: 1) { ${errors} post { id } } }`,
  read: `query ($id: ID!) { post(id: $id) { ${fields} } }`,
};
const run = async (who: Viewer, name: keyof typeof documents, variables: object): Promise<any> =>
  Object.values(await world.client.get(who, documents[name], variables as never))[0];
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }): string[] =>
  userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);

async function ask(who: PersonViewer, to: object, more: object = {}): Promise<string> {
  const input = { idempotencyKey: newId(), roomId: room.roomId, audience: 'CARE_TEAM', kind: 'QUESTION', body: '薬を減らしてよいですか' };
  const { post } = await run(who, 'create', { input: { ...input, ask: { dueAt: dueAt.toISOString(), ...to }, ...more } });
  return post.id;
}
const owed = async (who: PersonViewer): Promise<string[]> => {
  const document = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { asksOwedByMe { nodes { id } } } } }`;
  const [found] = (await world.client.get(who, document, { r: [{ __typename: 'Viewer', id: who.userId }] }))._entities;
  return found.asksOwedByMe.nodes.map(({ id }: { id: string }) => id);
};

/** What was told of a post, kind by kind, when everything on the bus has been heard. */
async function told(id: string, kind: string): Promise<string[]> {
  await world.bus.all('timeline.postCreated');
  const behind = `select 1 from bus_head h join bus_consumer c on c.name = 'timeline.notifications' and c.position >= h.position`;
  await until('told', async () => (await queryAsAdmin(world.environment.bus, behind)).length > 0);
  const rows = await stored<{ user_id: string }>(world, 'select user_id from notification where target_id = $1 and kind = $2', [id, kind]);
  return rows
    .map(({ user_id: user }) => Object.entries(room.people).find(([, one]) => (one as PersonViewer).userId === user)?.[0] ?? user)
    .sort();
}
const late = (id: string): Promise<string[]> => told(id, 'ASK_OVERDUE');
const steps = async (who: Viewer, id: string): Promise<number[]> =>
  (await run(who, 'read', { id })).ask.escalations.map(({ step }: { step: number }) => step);

describe('an ask that is late', () => {
  test('is told to whom is asked, then to who asks and to the steward too, then to call; each step once', async () => {
    const { nurse, physician, family } = room.people;
    const id = await ask(nurse, { toUserId: physician.userId });
    expect(await escalate(-1)).toBe(0);
    expect([await escalate(1), await escalate(1), await escalate(59)]).toEqual([1, 0, 0]);
    expect([await late(id), await steps(nurse, id)]).toEqual([['physician'], [1]]);
    expect([await escalate(61), await escalate(61)]).toEqual([1, 0]);
    expect(await late(id)).toEqual(['careManager', 'nurse', 'physician', 'physician']);
    await escalate(181);
    expect(await run(physician, 'read', { id })).toMatchObject({
      ask: { escalations: [{ step: 1 }, { step: 2 }, { step: 3 }], owedBy: [{ id: physician.userId }] },
    });
    expect(await run(family, 'read', { id })).toBeNull();
    expect(await late(id)).toEqual(['careManager', 'careManager', 'nurse', 'nurse', 'physician', 'physician', 'physician']);
  });

  test('an urgent one sooner; whoever was down for hours is told of the latest step only; two processes tell it once', async () => {
    const { nurse, physician, otherNurse } = room.people;
    await room.member(otherNurse, 'CARE_TEAM');
    const id = await ask(physician, { toGroup: 'NURSES' }, { importance: 'URGENT' });
    await run(nurse, 'take', { id });
    expect((await Promise.all([escalate(31), escalate(31)])).reduce((sum, count) => sum + count)).toBe(1);
    expect(await steps(nurse, id)).toEqual([1, 2, 3]);
    expect(await late(id)).toEqual(['careManager', 'nurse', 'otherNurse', 'physician']);
    expect((await run(physician, 'read', { id })).ask.owedBy).toEqual([{ id: nurse.userId }]);
  });

  test('is told no more once it is done, taken back, or its room and consent are closed', async () => {
    const { nurse, physician } = room.people;
    const [done, back, open] = [
      await ask(nurse, { toUserId: physician.userId }),
      await ask(nurse, { toUserId: physician.userId }),
      await ask(nurse, { toUserId: physician.userId }),
    ];
    await run(physician, 'complete', { id: done });
    await run(nurse, 'retract', { id: back });
    await room.withdraw();
    expect(await escalate(1)).toBe(0);
    await room.consent();
    await room.status('CLOSED');
    expect(await escalate(1)).toBe(0);
    await room.status('ACTIVE');
    expect(await escalate(1)).toBe(1);
    expect(await late(open)).toEqual(['physician']);
    // Who was asked has left: what was told is their past, and nothing is added.
    await room.member(physician, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
    await escalate(61);
    expect([await late(done), await late(back), await late(open)]).toEqual([[], [], ['careManager', 'nurse', 'physician']]);
  });
});

describe('a deputy', () => {
  test('is named by who asks or who is asked, is told, owes the answer and gives it', async () => {
    const { nurse, physician, otherNurse, careManager, family, outsider } = room.people;
    await room.member(otherNurse, 'CARE_TEAM');
    const id = await ask(nurse, { toUserId: physician.userId });
    expect(codes(await run(otherNurse, 'deputy', { id, user: otherNurse.userId }))).toEqual(['FORBIDDEN postId']);
    for (const who of [family, outsider])
      expect(codes(await run(who, 'deputy', { id, user: careManager.userId }))).toEqual(['NOT_FOUND postId']);
    for (const user of [family.userId, outsider.userId, nurse.userId, newId(), 'x'])
      expect(codes(await run(physician, 'deputy', { id, user }))).toEqual(['NOT_FOUND userId']);
    expect((await run(physician, 'deputy', { id, user: 'x' })).userErrors[0].message).toBe(
      '代わりの人は、この投稿を見られる参加者の中から選んでください。',
    );
    for (const _again of [1, 2])
      expect((await run(physician, 'deputy', { id, user: otherNurse.userId })).post.ask).toMatchObject({
        deputies: [{ user: { id: otherNurse.userId }, byName: physician.labels.name }],
        viewerCanTake: true,
      });
    expect(await told(id, 'MENTION')).toEqual(['otherNurse', 'physician']);
    expect([await owed(otherNurse), await owed(physician), await owed(careManager)]).toEqual([[id], [id], []]);
    expect((await run(otherNurse, 'complete', { id })).post.ask).toMatchObject({ state: 'DONE', owedBy: [], viewerCanNameDeputy: false });
    expect(codes(await run(nurse, 'deputy', { id, user: careManager.userId }))).toEqual(['INVALID_STATE postId']);
    expect([await owed(otherNurse), await owed(physician)]).toEqual([[], []]);
  });

  test('sees nothing more for it: what families may not see stays theirs who do', async () => {
    const { nurse, family, physician } = room.people;
    const id = await ask(nurse, { toUserId: physician.userId }, { audience: 'EVERYONE' });
    expect(codes(await run(nurse, 'deputy', { id, user: family.userId }))).toEqual([]);
    expect(await owed(family)).toEqual([id]);
    expect((await run(family, 'read', { id })).ask).toMatchObject({ deputies: [{ user: null, byName: nurse.labels.name }], owedBy: [] });
    await room.consent({ family: false });
    expect(await owed(family)).toEqual([]);
    expect(await run(family, 'read', { id })).toBeNull();
  });
});

test('the database alone: nobody escalates, and only who asks or is asked names a deputy, of the room (threat 32)', async () => {
  const { nurse, physician, careManager, outsider } = room.people;
  const id = await ask(nurse, { toUserId: physician.userId });
  const orm = await openOrm(timelineOrm(world.environment.database.url));
  const as = (who: Viewer, sql: string, values: unknown[] = []): Promise<unknown> => inViewer(orm.em, who, (tx) => tx.execute(sql, values));
  const name = (who: PersonViewer, user: string, by = who.userId): Promise<unknown> =>
    as(
      who,
      `insert into post_ask_deputy (post_id, user_id, room_id, patient_id, audience, by_id, by_name) values (?, ?, ?, ?, 'CARE_TEAM', ?, 'x')`,
      [id, user, room.roomId, room.patientId, by],
    );
  const refused = /row-level security/;
  for (const who of [careManager, outsider]) await expect(name(who, careManager.userId)).rejects.toThrow(refused);
  await expect(name(physician, outsider.userId)).rejects.toThrow(refused);
  await expect(name(physician, nurse.userId)).rejects.toThrow(refused);
  await expect(name(physician, careManager.userId, nurse.userId)).rejects.toThrow(refused);
  await name(physician, careManager.userId);
  const step = `insert into post_ask_escalation (post_id, step, room_id, patient_id, audience) values (?, 1, ?, ?, 'CARE_TEAM')`;
  await expect(as(nurse, step, [id, room.roomId, room.patientId])).rejects.toThrow(refused);
  for (const table of ['post_ask_deputy', 'post_ask_escalation', 'post_reminder'])
    await expect(as(physician, `delete from ${table}`)).rejects.toThrow(/permission denied/);
  expect(await as(nurse, `select * from asks_late(now() + interval '1 day', '[{"step":1,"urgent":false,"minutes":0}]', 9)`)).toEqual([]);
  expect(await as(nurse, 'select * from ask_to_tell(?)', [id])).toEqual([]);
  expect(await as(nurse, 'select * from reached_by(?)', [id])).toEqual([]);
  await orm.close(true);
});
