/** R15: a steward's weekly check becomes work of the center when it is late or handed over. */
import type { EventPayloads } from '@heya/schema/events';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
const home = testDistrict();
const officer = viewerOf(home, home.people.officer);
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
});
afterAll(() => world.close());

const inbox = `query { reviewTasks(filter: { states: [OPEN, CLAIMED, CLOSED] }, first: 100) {
  nodes { id title state kind subject { __typename ... on WeeklyCheck { id } } } } }`;
const find = async (subjectId: string): Promise<any> =>
  (await world.client.get(officer, inbox)).reviewTasks.nodes.find((task: any) => task.subject.id === subjectId);

describe('the weekly check of a steward (R15)', () => {
  const check = (): EventPayloads['room.weeklyCheckChanged'] => ({
    weeklyCheckId: newId(),
    roomId: newId(),
    patientId: newId(),
    districtId: home.file.district.id,
    roomNumber: 'K-0123',
    state: 'DUE',
  });
  const say = (facts: ReturnType<typeof check>, state: typeof facts.state) =>
    world.bus.publish('room.weeklyCheckChanged', { ...facts, state }, `weekly-check:${facts.roomId}`);

  test('is work once it is late, and no more once it is signed', async () => {
    const facts = check();
    await say(facts, 'DUE');
    expect(await find(facts.weeklyCheckId)).toBeUndefined();
    await say(facts, 'OVERDUE');
    await say(facts, 'OVERDUE');
    expect(await find(facts.weeklyCheckId)).toMatchObject({
      kind: 'WEEKLY_CHECK_OVERDUE',
      state: 'OPEN',
      title: '今週の確認の遅れ 部屋番号 K-0123',
    });
    await say(facts, 'SIGNED');
    expect((await find(facts.weeklyCheckId)).state).toBe('CLOSED');
  });

  test('handed over it is a question that an officer ends', async () => {
    const facts = check();
    await say(facts, 'OVERDUE');
    await say(facts, 'REFERRED');
    const task = await find(facts.weeklyCheckId);
    expect(task).toMatchObject({ kind: 'SUPPORT_REFERRAL', state: 'OPEN', subject: { __typename: 'WeeklyCheck' } });
    const close =
      'mutation ($id: ID!, $note: String!) { reviewTaskClose(id: $id, note: $note) { reviewTask { state } userErrors { code } } }';
    const { reviewTaskClose } = await world.client.get(officer, close, { id: task.id, note: '電話で手順を説明した' });
    expect(reviewTaskClose).toEqual({ reviewTask: { state: 'CLOSED' }, userErrors: [] });
  });
});
