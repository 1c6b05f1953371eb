import type { EventPayloads } from '@heya/schema/events';
import { CursorSeal } from '@heya/service-common/cursor';
import { dueOn } from '@heya/service-common/working-day';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';
import { tokyoDay } from './modules/user/index.ts';

let world: World;
const [home, away] = [testDistrict(), testDistrict()];
const [officer, other] = [viewerOf(home, home.people.officer), viewerOf(home, home.people.otherOfficer)];
const foreign = viewerOf(away, away.people.officer);
const doctor = viewerOf(home, home.people.doctor);
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
});
afterAll(() => world.close());

type Application = EventPayloads['room.applicationChanged'];
const application = (): Application => ({
  applicationId: newId(),
  districtId: home.file.district.id,
  form: 'FORM_4_1',
  receiptNumber: `W-${newId().slice(-6)}`,
  status: 'SUBMITTED',
  patientId: newId(),
  roomId: null,
  facilityId: home.people.doctor.facilityId ?? null,
  actorId: home.people.doctor.id,
});
const tell = (facts: Application, status: Application['status']) =>
  world.bus.publish('room.applicationChanged', { ...facts, status }, `application:${facts.applicationId}`);

const inbox = `query ($filter: ReviewTaskFilter, $first: Int, $after: String) { reviewTasks(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id title state kind form dueOn openedAt closedAt facility { name } assignee { displayName } subject { __typename ... on RoomApplication { id } ... on Consent { id } } } } }`;
const find = async (subjectId: string, states = ['OPEN', 'CLAIMED', 'CLOSED']) =>
  (await world.client.get(officer, inbox, { filter: { states }, first: 100 })).reviewTasks.nodes.find(
    (task: any) => task.subject.id === subjectId,
  );
const move = (name: 'Claim' | 'Release', viewer: typeof officer, id: string) =>
  world.client.ask(
    viewer,
    `mutation ($id: ID!) { reviewTask${name}(id: $id) { reviewTask { state assignee { displayName } } userErrors { code message } } }`,
    { id },
  );

describe('what other services tell becomes work', () => {
  test('a filed application is a task with a due day and no name in its title (R12, R34)', async () => {
    const facts = application();
    await tell(facts, 'SUBMITTED');
    const task = await find(facts.applicationId);
    expect(task).toMatchObject({
      title: `部屋の新規申込（様式4-1） 受付番号 ${facts.receiptNumber}`,
      state: 'OPEN',
      kind: 'ROOM_APPLICATION',
      form: 'FORM_4_1',
      facility: { name: 'わかば診療所' },
      assignee: null,
      closedAt: null,
      subject: { __typename: 'RoomApplication', id: facts.applicationId },
    });
    // What the room service has told who applied (R12).
    expect(task.dueOn).toBe(dueOn(tokyoDay(new Date(task.openedAt)), 14));
    const event = await world.bus.published('identity.reviewTaskChanged', ({ reviewTaskId }) => reviewTaskId === task.id);
    expect(event).toMatchObject({
      stream: `review:${home.file.district.id}`,
      payload: { reviewTaskId: task.id, districtId: home.file.district.id },
    });
  });

  test('checked by one, it waits for another; carried out, it is closed; told twice, it is one', async () => {
    const facts = application();
    await tell(facts, 'SUBMITTED');
    await tell(facts, 'SUBMITTED');
    const { id } = await find(facts.applicationId);
    await move('Claim', officer, id);
    await tell(facts, 'IN_REVIEW');
    expect(await find(facts.applicationId)).toMatchObject({ id, state: 'OPEN', assignee: null });
    await tell(facts, 'APPROVED');
    expect(await find(facts.applicationId)).toMatchObject({ id, state: 'OPEN' });
    await tell(facts, 'COMPLETED');
    expect(await find(facts.applicationId)).toMatchObject({ id, state: 'CLOSED', closedAt: expect.any(String) });
    expect(await find(facts.applicationId, ['OPEN', 'CLAIMED'])).toBeUndefined();
  });

  test('returned and filed again, it is open anew', async () => {
    const facts = application();
    await tell(facts, 'SUBMITTED');
    await tell(facts, 'RETURNED');
    expect(await find(facts.applicationId)).toMatchObject({ state: 'CLOSED' });
    await tell(facts, 'SUBMITTED');
    expect(await find(facts.applicationId)).toMatchObject({ state: 'OPEN', closedAt: null });
  });

  test('a withdrawn consent is a task, any other change of it is none (R10)', async () => {
    const [consentId, patientId] = [newId(), newId()];
    const facts = {
      consentId,
      patientId,
      districtId: home.file.district.id,
      version: 1,
      grants: [],
      disasterUse: false,
      expiresOn: null,
      actorId: newId(),
    };
    await world.bus.publish('consent.changed', { ...facts, status: 'ACTIVE', epoch: 1 });
    expect(await find(consentId)).toBeUndefined();
    await world.bus.publish('consent.changed', { ...facts, status: 'WITHDRAWN', epoch: 2 });
    expect(await find(consentId)).toMatchObject({
      kind: 'CONSENT',
      form: 'FORM_3_1',
      title: expect.stringMatching(/^同意の撤回 番号 [0-9A-F]{8}$/),
      subject: { __typename: 'Consent' },
    });
  });
});

describe('where following begins (R26)', () => {
  test('is the newest change of the own district’s inbox that the list shows', async () => {
    const query = 'query { reviewTasks(first: 1) { changeCursor } }';
    const seal = new CursorSeal(readEnvironment(world.environment.variables).CURSOR_KEY);
    const position = async (viewer: typeof officer) =>
      seal.open('reviewTaskChanged', (await world.client.get(viewer, query)).reviewTasks.changeCursor);
    const facts = application();
    await tell(facts, 'SUBMITTED');
    const { id } = await find(facts.applicationId);
    const { seq } = await world.bus.published('identity.reviewTaskChanged', ({ reviewTaskId }) => reviewTaskId === id);
    expect(await position(officer)).toEqual([home.file.district.id, seq]);
    await move('Claim', officer, id);
    expect(await position(officer)).toEqual([home.file.district.id, seq + 1]);
    expect(await position(foreign)).toEqual([away.file.district.id, 0]);
    expect((await world.client.ask(doctor, query)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('closing by hand (R10)', () => {
  const close = (viewer: typeof officer, id: string, note = '主治医と家族に電話で伝えた') =>
    world.client.ask(
      viewer,
      'mutation ($id: ID!, $note: String!) { reviewTaskClose(id: $id, note: $note) { reviewTask { state closeNote closedAt closedBy { id } } userErrors { code field } } }',
      { id, note },
    );
  const withdrawn = async () => {
    const facts = {
      consentId: newId(),
      patientId: newId(),
      districtId: home.file.district.id,
      version: 1,
      grants: [],
      disasterUse: false,
      expiresOn: null,
      actorId: newId(),
    };
    await world.bus.publish('consent.changed', { ...facts, status: 'WITHDRAWN', epoch: 2 });
    return (await find(facts.consentId)).id as string;
  };

  test('a withdrawal is done when an officer says what was done; the note stays with it, and the line in the record', async () => {
    const id = await withdrawn();
    for (const [note, code] of [
      [' ', 'BLANK'],
      ['あ'.repeat(301), 'TOO_LONG'],
      ['123456789018', 'MY_NUMBER_NOT_ALLOWED'],
    ] as const)
      expect((await close(officer, id, note)).data?.reviewTaskClose.userErrors).toEqual([{ code, field: ['note'] }]);
    await move('Claim', other, id);
    expect((await close(officer, id)).data?.reviewTaskClose.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect((await close(other, id)).data?.reviewTaskClose).toEqual({
      reviewTask: {
        state: 'CLOSED',
        closeNote: '主治医と家族に電話で伝えた',
        closedAt: expect.any(String),
        closedBy: { id: other.userId },
      },
      userErrors: [],
    });
    expect((await close(other, id)).data?.reviewTaskClose.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const lines = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'subjectId' = $1 order by seq", [id]);
    expect(lines.map(({ line }) => [line.action, line.authority, line.actorId])).toEqual([
      ['UPDATE', 'REVIEW', other.userId],
      ['DENIED', 'NONE', officer.userId],
      ['UPDATE', 'REVIEW', other.userId],
      ['DENIED', 'NONE', other.userId],
    ]);
    expect(JSON.stringify(lines)).not.toContain('主治医');
  });

  test('an application is not closed by hand, nor is anything by others; tries are written down (R32)', async () => {
    const facts = application();
    await tell(facts, 'SUBMITTED');
    const { id } = await find(facts.applicationId);
    expect((await close(officer, id)).data?.reviewTaskClose.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const mine = await withdrawn();
    expect((await close(foreign, mine)).data?.reviewTaskClose).toEqual({
      reviewTask: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['id'] }],
    });
    expect((await close(doctor, mine)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const denied = await world.sql("select line from audit_entry where line ->> 'action' = 'DENIED' and line ->> 'actorId' = any($1)", [
      [foreign.userId, doctor.userId],
    ]);
    expect(denied.length).toBeGreaterThanOrEqual(2);
    const tries = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'subjectId' = $1", [id]);
    expect(tries.map(({ line }) => [line.action, line.actorId])).toEqual([['DENIED', officer.userId]]);
  });
});

describe('whose inbox it is', () => {
  test('officers of the district only', async () => {
    const facts = application();
    await tell(facts, 'SUBMITTED');
    const { id } = await find(facts.applicationId);
    const one = 'query ($id: ID!) { reviewTask(id: $id) { id } }';
    expect(await world.client.get(officer, one, { id })).toEqual({ reviewTask: { id } });
    for (const viewer of [foreign, doctor]) {
      expect(await world.client.get(viewer, one, { id })).toEqual({ reviewTask: null });
      expect(await world.client.entities(viewer, 'ReviewTask', '{ id }', [id])).toEqual([null]);
    }
    expect((await world.client.get(foreign, inbox, {})).reviewTasks).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await world.client.ask(doctor, inbox, {})).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await move('Claim', foreign, id)).data?.reviewTaskClaim).toMatchObject({
      reviewTask: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect((await move('Claim', doctor, id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await world.client.get(officer, '{ reviewTaskGrant { audience epoch } }')).toEqual({
      reviewTaskGrant: { audience: null, epoch: 0 },
    });
    expect(await world.client.get(doctor, '{ reviewTaskGrant { epoch } }')).toEqual({ reviewTaskGrant: null });
  });

  test('of two officers one gets it, and only that one hands it back', async () => {
    const facts = application();
    await tell(facts, 'SUBMITTED');
    const { id } = await find(facts.applicationId);
    const claims = await Promise.all([move('Claim', officer, id), move('Claim', other, id)]);
    const winners = claims.filter(({ data }) => data?.reviewTaskClaim.userErrors.length === 0);
    expect(winners).toHaveLength(1);
    const [holder, loser] =
      winners[0]?.data?.reviewTaskClaim.reviewTask.assignee.displayName === '渡辺 直子' ? [officer, other] : [other, officer];
    expect((await move('Release', loser, id)).data?.reviewTaskRelease.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect((await move('Release', holder, id)).data?.reviewTaskRelease).toMatchObject({
      reviewTask: { state: 'OPEN', assignee: null },
      userErrors: [],
    });
  });

  test('pages, filters and overdue ones', async () => {
    for (let count = 0; count < 3; count += 1) await tell(application(), 'SUBMITTED');
    const first = (await world.client.get(officer, inbox, { first: 2 })).reviewTasks;
    const second = (await world.client.get(officer, inbox, { first: 100, after: first.pageInfo.endCursor })).reviewTasks;
    const ids = [...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(first.totalCount);
    expect((await world.client.get(officer, inbox, { filter: { overdueOnly: true } })).reviewTasks.nodes).toEqual([]);
    await world.sql("update review_task set due_on = '2020-01-06' where id = $1", [ids[0]]);
    expect((await world.client.get(officer, inbox, { filter: { overdueOnly: true } })).reviewTasks.nodes).toMatchObject([{ id: ids[0] }]);
    expect(
      (await world.client.get(officer, inbox, { filter: { query: '受付番号 W-' }, first: 100 })).reviewTasks.nodes.length,
    ).toBeGreaterThan(2);
    expect((await world.client.ask(officer, inbox, { filter: { assigneeId: 'x' } })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
