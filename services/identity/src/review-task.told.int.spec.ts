/** What becomes work of the center without anybody filing it: a late weekly check (R15), a consent on paper (R8) or one that runs out (R9). */
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
  nodes { id title state kind form subject { __typename ... on WeeklyCheck { id } ... on SupportReferral { id } ... on DormancyReview { id } ... on Consent { id } } } } }`;
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

test('a member whom the steward hands over is one item, and the room hears when an officer has ended it (R15)', async () => {
  const facts = {
    supportReferralId: newId(),
    roomId: newId(),
    patientId: newId(),
    districtId: home.file.district.id,
    roomNumber: 'K-0125',
  };
  for (let times = 0; times < 2; times += 1) await world.bus.publish('room.supportReferred', { ...facts, topic: 'SIGN_IN' });
  const task = await find(facts.supportReferralId);
  expect(task).toMatchObject({
    kind: 'SUPPORT_REFERRAL',
    state: 'OPEN',
    title: '使い方の手助け（サインイン） 部屋番号 K-0125',
    subject: { __typename: 'SupportReferral' },
  });
  const close = 'mutation ($id: ID!) { reviewTaskClose(id: $id, note: "電話で入り方を一緒に確かめた") { userErrors { code } } }';
  expect((await world.client.get(officer, close, { id: task.id })).reviewTaskClose.userErrors).toEqual([]);
  await world.bus.published('identity.supportEnded', ({ supportReferralId }) => supportReferralId === facts.supportReferralId);
});

test('a room that nobody uses is one item until it is kept, used or closed, called late when it is (R17)', async () => {
  const facts = { dormancyReviewId: newId(), roomId: newId(), patientId: newId(), districtId: home.file.district.id, roomNumber: 'K-0124' };
  const titles: [string, string][] = [];
  for (const state of ['ASKING', 'LATE', 'LATE', 'CLOSURE_ASKED', 'CLOSURE_LATE', 'KEPT'] as const) {
    await world.bus.publish('room.dormancyChanged', { ...facts, state });
    const task = await find(facts.dormancyReviewId);
    titles.push([task.title, task.state]);
    expect(task).toMatchObject({ kind: 'DORMANCY_REVIEW', subject: { __typename: 'DormancyReview' } });
  }
  expect(titles).toEqual([
    ['休眠の確認 部屋番号 K-0124', 'OPEN'],
    ['休眠の確認の遅れ 部屋番号 K-0124', 'OPEN'],
    ['休眠の確認の遅れ 部屋番号 K-0124', 'OPEN'],
    ['休眠の確認の遅れ 部屋番号 K-0124', 'CLOSED'],
    ['休眠の部屋の様式4-3の遅れ 部屋番号 K-0124', 'OPEN'],
    ['休眠の部屋の様式4-3の遅れ 部屋番号 K-0124', 'CLOSED'],
  ]);
});

describe('a consent', () => {
  test('a consent on paper is a task with the number on its paper, until it is decided or taken anew (R8)', async () => {
    const [consentId, patientId, receiptNumber] = [newId(), newId(), 'C31-0A1B2C-3D4E5F'];
    const about = { consentId, patientId, districtId: home.file.district.id, receiptNumber };
    await world.bus.publish('consent.paperChanged', { ...about, status: 'SUBMITTED' });
    const task = await find(consentId);
    expect(task).toMatchObject({
      kind: 'CONSENT',
      form: 'FORM_3_1',
      state: 'OPEN',
      title: `紙の同意書（様式3-1） 受付番号 ${receiptNumber}`,
    });
    const number = `select receipt_number from review_task where id = '${task.id}'`;
    expect(await world.sql(number)).toEqual([{ receipt_number: receiptNumber }]);
    await world.bus.publish('consent.paperChanged', { ...about, status: 'ACTIVE' });
    expect((await find(consentId)).state).toBe('CLOSED');
    await world.bus.publish('consent.expiring', { ...about, expiresOn: '2031-06-30', days: 7 });
    expect(await find(consentId)).toMatchObject({ state: 'OPEN', title: expect.stringMatching(/^同意の期限/) });
    expect(await world.sql(number)).toEqual([{ receipt_number: receiptNumber }]);
  });

  test('a consent that runs out is one task, anew with each warning, and nobody’s once another takes its place (R9)', async () => {
    const [consentId, patientId] = [newId(), newId()];
    const about = { consentId, patientId, districtId: home.file.district.id, expiresOn: '2031-06-30' };
    const change = { ...about, version: 1, grants: [], disasterUse: false, actorId: newId() };
    const titles: string[] = [];
    for (const days of [60, 30, 7] as const) {
      await world.bus.publish('consent.expiring', { ...about, days });
      const task = await find(consentId);
      titles.push(task.title);
      const done = 'mutation ($id: ID!) { reviewTaskClose(id: $id, note: "家族に電話した") { userErrors { code } } }';
      expect((await world.client.get(officer, done, { id: task.id })).reviewTaskClose.userErrors).toEqual([]);
      expect((await find(consentId)).state).toBe('CLOSED');
    }
    expect(titles.map((title) => /(\d+)日/.exec(title)?.[1])).toEqual(['60', '30', '7']);
    await world.bus.publish('consent.changed', { ...change, status: 'EXPIRED', epoch: 2 });
    expect(await find(consentId)).toMatchObject({ state: 'OPEN', title: expect.stringMatching(/^同意の期限切れ/) });
    await world.bus.publish('consent.changed', { ...change, status: 'SUPERSEDED', epoch: 3 });
    expect((await find(consentId)).state).toBe('CLOSED');
  });
});
