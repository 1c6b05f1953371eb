/** R31 over GraphQL: who calls the roll, who is in it, who reports and who sees what, in one district with four rooms. */
import type { EventPayloads, InformationCategory } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';
import { anonymous, newId, officer } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CardService, serveCards } from '../../testing/cards.ts';
import { checkFields, extend, handOut, look, revoke, start, submit } from '../../testing/safety.ts';
import { openWorld, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let roomService: CardService;
/** Three who ticked it, the first for the municipality too, the second not for the family; and one who did not. */
let ticked: RoomOnBus, alone: RoomOnBus, far: RoomOnBus, silent: RoomOnBus;
let districtId: string;

const grants = (family: boolean, more: InformationCategory[] = ['DISASTER_SAFETY']) =>
  [...more, 'DEMOGRAPHICS' as const, 'DAILY_CONDITION' as const].map((category) => ({ category, family, partners: false }));

const at = (name: string, locality: string) => ({ name, locality, roomNumber: 'R-0001' });
/** As the room service answers: who lives where. */
const cards = (patientId: string) =>
  patientId === far.patientId
    ? at('遠藤 キク', '東京都世田谷区桜丘')
    : at(patientId === ticked.patientId ? '田中 ハル' : '山本 茂', '東京都中野区本町');

beforeAll(async () => {
  roomService = await serveCards(cards);
  world = await openWorld({ LEASE_MS: '2000', ROOM_URL: roomService.url });
  ticked = await RoomOnBus.open(world.bus);
  districtId = ticked.people.districtId;
  const others = await Promise.all([1, 2, 3].map(() => RoomOnBus.open(world.bus, ticked.people)));
  [alone, far, silent] = others as [RoomOnBus, RoomOnBus, RoomOnBus];
  await ticked.consent({ grants: grants(true), disasterUse: true });
  await alone.consent({ grants: grants(false) });
  await far.consent({ grants: grants(true) });
  await world.timeline.jobs.run('safety-cards');
});
afterAll(async () => {
  await world.close();
  await roomService.close();
});

async function begin(input: object = {}): Promise<any> {
  const data = await world.client.get(ticked.people.officer, start, {
    input: { idempotencyKey: newId(), title: '地震', practice: true, ...input },
  });
  return data.safetyCheckStart;
}
const checkFor = async (viewer: Viewer, id: string): Promise<any> =>
  (await world.client.get(viewer, `query ($id: ID!) { safetyCheck(id: $id) { ${checkFields} } }`, { id })).safetyCheck;
async function report(viewer: Viewer, safetyCheckId: string, room: RoomOnBus, input: object = {}): Promise<any> {
  const observedAt = new Date().toISOString();
  const sent = { idempotencyKey: newId(), safetyCheckId, patientId: room.patientId, status: 'SAFE', evidence: 'MET', observedAt, ...input };
  return (await world.client.get(viewer, submit, { input: sent })).safetyReportSubmit;
}
const denied = `select 1 from audit_entry where line->>'action' = 'DENIED' and line->>'actorId' = $1 and line->>'patientId' = $2`;
const deniedTo = ({ userId }: { userId: string }, { patientId }: RoomOnBus) => stored(world, denied, [userId, patientId]);
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => `${code} ${field.at(-1)}`);
const names = (check: any): string[] => check.reports.nodes.map((node: any) => node.patientName).sort();

describe('calling the roll', () => {
  test('is for officers; in it are those whose consent covers it, the others are a number; it is told and recorded once', async () => {
    const idempotencyKey = newId();
    const sent = { input: { idempotencyKey, title: ' 訓練 ', practice: true } };
    for (const nobody of [ticked.people.nurse, ticked.people.family, ticked.people.physician])
      expect((await world.client.ask(nobody, start, sent)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const all = await Promise.all([1, 2, 3].map(() => world.client.get(ticked.people.officer, start, sent)));
    for (const { safetyCheckStart } of all)
      expect(safetyCheckStart).toMatchObject({
        userErrors: [],
        safetyCheck: { id: idempotencyKey, title: '訓練', practice: true, notTicked: 1 },
      });
    const check = all[0]?.safetyCheckStart.safetyCheck;
    expect(names(check)).toEqual(['山本 茂', '田中 ハル', '遠藤 キク']);
    expect(check.summary.find(({ status }: any) => status === 'NOT_CONFIRMED').count).toBe(3);
    expect(codes(await begin({ idempotencyKey, title: '別の訓練' }))).toEqual(['INVALID idempotencyKey']);
    const told = await world.bus.all('timeline.safetyCheckChanged');
    expect(told.map(({ payload }) => payload)).toEqual([{ safetyCheckId: idempotencyKey, districtId, state: 'STARTED', isPractice: true }]);
    const feed =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { notifications { nodes { kind importance safeTitle url } } } } }';
    const noted = await until('the family is told', async () => {
      const { family } = ticked.people;
      const { _entities: found } = await world.client.get(family, feed, { r: [{ __typename: 'Viewer', id: family.userId }] });
      return found[0].notifications.nodes.filter(({ kind }: any) => kind === 'SAFETY_CHECK')[0];
    });
    expect(noted).toMatchObject({ importance: 'IMPORTANT', safeTitle: '【訓練】安否の確認をお願いします' });
    expect(noted.url).toContain(`/safety/${idempotencyKey}`);
    const lines = `select line->>'roomId' as room from audit_entry where line->>'subjectId' = $1 and line->>'action' = $2`;
    expect(await stored(world, lines, [idempotencyKey, 'CREATE'])).toHaveLength(1);
    const seen = (await stored<{ room: string }>(world, lines, [idempotencyKey, 'VIEW'])).map(({ room }) => room);
    expect(new Set(seen)).toEqual(new Set([ticked.roomId, alone.roomId, far.roomId]));
  });

  test('for a municipality asks there alone, and says when nobody is there', async () => {
    const { safetyCheck } = await begin({ municipality: '世田谷区', area: '川の近く' });
    expect(names(safetyCheck)).toEqual(['遠藤 キク']);
    expect(codes(await begin({ municipality: '札幌市' }))).toEqual(['NOT_FOUND municipality']);
    expect(codes(await begin({ title: ' ' }))).toEqual(['BLANK title']);
    expect(codes(await begin({ title: '1234-5678-9018' }))).toEqual(['MY_NUMBER_NOT_ALLOWED title']);
  });

  test('is another district’s business nowhere: not seen, not ended', async () => {
    const { safetyCheck } = await begin();
    const stranger = officer();
    const absent = await checkFor(stranger, newId());
    expect(await checkFor(stranger, safetyCheck.id)).toEqual(absent);
    const end = 'mutation ($id: ID!) { safetyCheckEnd(id: $id) { safetyCheck { id } userErrors { code field message } } }';
    const refused = await world.client.get(stranger, end, { id: safetyCheck.id });
    expect(refused).toEqual(await world.client.get(stranger, end, { id: newId() }));
    expect(codes(refused.safetyCheckEnd)).toEqual(['NOT_FOUND id']);
    const running = (await world.client.get(stranger, '{ activeSafetyChecks { id } }')).activeSafetyChecks;
    expect(running).toEqual([]);
    const grant = 'query ($id: ID!) { safetyReportGrant(safetyCheckId: $id) { epoch } }';
    for (const [viewer, expected] of [
      [stranger, null],
      [ticked.people.nurse, null],
      [ticked.people.officer, { epoch: 0 }],
    ] as const)
      expect((await world.client.get(viewer, grant, { id: safetyCheck.id })).safetyReportGrant).toEqual(expected);
  });
});

describe('reporting', () => {
  let id: string;
  beforeAll(async () => void (id = (await begin()).safetyCheck.id));

  test('is for who is in the room and whom the consent covers; of nobody else is anything seen', async () => {
    const { nurse, family, patient, outsider, officer: leader, otherDistrict } = ticked.people;
    expect((await report(nurse, id, ticked)).report).toMatchObject({ status: 'SAFE', reportedByName: '鈴木 花子', viewerCanRetract: true });
    expect((await report(family, id, ticked, { evidence: 'PHONED' })).userErrors).toEqual([]);
    expect((await report(patient, id, alone)).userErrors).toEqual([]);
    const others: [Viewer, RoomOnBus][] = [
      [outsider, ticked],
      [otherDistrict, ticked],
      [leader, ticked],
      [family, alone],
      [nurse, silent],
    ];
    const refused = await Promise.all(others.map(([viewer, room]) => report(viewer, id, room)));
    refused.push(await report(nurse, newId(), ticked), await report(nurse, id, { patientId: newId() } as RoomOnBus));
    for (const answer of refused) expect(answer).toEqual(refused[0]);
    expect(refused[0]).toMatchObject({ report: null, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'patientId'] }] });
    expect(await deniedTo(outsider, ticked)).toHaveLength(1);
    expect(names(await checkFor(family, id))).toEqual(['田中 ハル', '遠藤 キク']);
    expect(await checkFor(outsider, id)).toBeNull();
    expect((await checkFor(nurse, id)).notTicked).toBeNull();
  });

  test('fifty times with one key is one report; another content is refused; the board and the patient show what leads', async () => {
    const { nurse, physician, officer: leader } = ticked.people;
    const sent = {
      idempotencyKey: newId(),
      status: 'SEVERELY_INJURED',
      powerMinutesLeft: 90,
      observedAt: new Date().toISOString(),
      device: '人工呼吸器',
    };
    const answers = await Promise.all(Array.from({ length: 50 }, () => report(nurse, id, far, sent)));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(answers.every(({ report: one }) => one.id === sent.idempotencyKey)).toBe(true);
    expect(codes(await report(nurse, id, far, { ...sent, status: 'SAFE' }))).toEqual(['INVALID idempotencyKey']);
    expect(codes(await report(physician, id, far, sent))).toEqual(['INVALID idempotencyKey']);
    await report(physician, id, far, { status: 'NEEDS_RESCUE', evidence: 'HEARSAY' });
    const [place] = (await checkFor(leader, id)).reports.nodes.filter(({ patientName }: any) => patientName === '遠藤 キク');
    expect(place).toMatchObject({ status: 'SEVERELY_INJURED', isContradicted: true, viewerCanReport: false });
    expect(place.all.map(({ status }: any) => status)).toEqual(['SEVERELY_INJURED', 'NEEDS_RESCUE']);
    expect(new Date(place.powerEndsAt).getTime()).toBe(new Date(sent.observedAt).getTime() + 90 * 60_000);
    const [patient] = await world.client.entities(nurse, 'Patient', '{ safety { status } }', [far.patientId]);
    expect(patient).toEqual({ safety: { status: 'SEVERELY_INJURED' } });
    const told = (await world.bus.all('timeline.safetyReportChanged')).filter(({ payload }) => payload.reportId === sent.idempotencyKey);
    expect(told.map(({ payload }) => payload)).toEqual([
      { safetyCheckId: id, districtId, reportId: sent.idempotencyKey, roomId: far.roomId, patientId: far.patientId },
    ] satisfies EventPayloads['timeline.safetyReportChanged'][]);
    for (const reference of [sent.idempotencyKey, `${id}.${far.patientId}`]) {
      const [found] = await world.client.entities(leader, 'SafetyReport', '{ status patientName }', [reference]);
      expect(found).toEqual({ status: 'SEVERELY_INJURED', patientName: '遠藤 キク' });
      const stranger = officer();
      expect(await world.client.entities(stranger, 'SafetyReport', '{ status }', [reference, newId()])).toEqual([null, null]);
      expect(await deniedTo(stranger, far)).toHaveLength(1);
    }
  });

  test('is taken back by whoever reported alone, and stays readable as taken back', async () => {
    const { nurse, physician } = alone.people;
    const { report: one } = await report(nurse, id, alone, { status: 'SLIGHTLY_INJURED' });
    const retract =
      'mutation ($id: ID!) { safetyReportRetract(id: $id) { report { status retractedAt } userErrors { code field message } } }';
    expect(codes((await world.client.get(physician, retract, { id: one.id })).safetyReportRetract)).toEqual(['NOT_FOUND id']);
    expect(await deniedTo(physician, alone)).toHaveLength(1);
    for (const _again of [1, 2]) {
      const { safetyReportRetract } = await world.client.get(nurse, retract, { id: one.id });
      expect(safetyReportRetract).toMatchObject({
        userErrors: [],
        report: { status: 'SLIGHTLY_INJURED', retractedAt: expect.any(String) as string },
      });
    }
    const [place] = (await checkFor(physician, id)).reports.nodes.filter(({ patientName }: any) => patientName === '山本 茂');
    expect(place.status).toBe('SAFE');
    expect(place.all).toHaveLength(2);
  });

  test('a consent that ends takes the person off every board at once; nothing is said of them any more', async () => {
    const { nurse, officer: leader } = ticked.people;
    const gone = await RoomOnBus.open(world.bus, ticked.people);
    await gone.consent({ grants: grants(true) });
    const { safetyCheck } = await begin();
    await report(nurse, safetyCheck.id, gone);
    const before = (await checkFor(leader, safetyCheck.id)).reports.totalCount as number;
    await gone.withdraw();
    for (const viewer of [leader, nurse]) {
      const { reports } = await checkFor(viewer, safetyCheck.id);
      expect(reports.totalCount).toBe(before - 1);
      expect(JSON.stringify(reports)).not.toContain(gone.patientId);
    }
    expect(codes(await report(nurse, safetyCheck.id, gone))).toEqual(['NOT_FOUND patientId']);
  });

  test('ends with the check, but for what was seen before', async () => {
    const { nurse, officer: leader } = ticked.people;
    const { safetyCheck } = await begin();
    const seenBefore = new Date().toISOString();
    const end =
      'mutation ($id: ID!) { safetyCheckEnd(id: $id) { safetyCheck { endedAt viewerCanLead outcome { subjectCount answeredCount answeredWithin { minutes count } } } userErrors { code } } }';
    const [first, again] = [
      await world.client.get(leader, end, { id: safetyCheck.id }),
      await world.client.get(leader, end, { id: safetyCheck.id }),
    ];
    expect(first).toEqual(again);
    expect(first.safetyCheckEnd.safetyCheck).toMatchObject({ viewerCanLead: false, outcome: { subjectCount: 3, answeredCount: 0 } });
    const after = new Date(Date.now() + 1000).toISOString();
    expect(codes(await report(nurse, safetyCheck.id, ticked, { observedAt: after }))).toEqual(['INVALID_STATE safetyCheckId']);
    expect((await report(nurse, safetyCheck.id, ticked, { observedAt: seenBefore })).userErrors).toEqual([]);
    const running = (await world.client.get(nurse, '{ activeSafetyChecks { id } }')).activeSafetyChecks;
    expect(running.map(({ id: one }: any) => one)).not.toContain(safetyCheck.id);
  });
});

describe('the municipality', () => {
  test('sees by its code who ticked it and nobody else, until its time is up or it is taken back; each look is recorded', async () => {
    const { nurse, officer: leader } = ticked.people;
    const { safetyCheck } = await begin();
    await report(nurse, safetyCheck.id, ticked, { status: 'NEEDS_RESCUE' });
    const input = { idempotencyKey: newId(), safetyCheckId: safetyCheck.id, forWhom: '中野区 防災課' };
    expect((await world.client.ask(nurse, handOut, { input })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const { safetyViewCreate: handed } = await world.client.get(leader, handOut, { input });
    expect(new Date(handed.view.expiresAt).getTime() - Date.now()).toBeGreaterThan(71.9 * 3_600_000);
    const lookBy = async (viewer: Viewer, code: string): Promise<any> => (await world.client.get(viewer, look, { code })).municipalSafety;
    const seen = await lookBy(anonymous, ` ${handed.code.toLowerCase().replaceAll('-', ' ')} `);
    expect(seen).toMatchObject({ forWhom: '中野区 防災課', practice: true });
    expect(seen.reports).toEqual([{ patientName: '田中 ハル', status: 'NEEDS_RESCUE', reportedByName: null, reportedByLabel: 'NURSE' }]);
    expect(seen.summary.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(1);
    const lines = `select line->>'authority' as authority from audit_entry where line->>'patientId' = $1 and line->>'authority' = 'MUNICIPALITY'`;
    expect(await stored(world, lines, [ticked.patientId])).toHaveLength(1);
    expect(await stored(world, lines, [alone.patientId])).toHaveLength(0);

    expect(await lookBy(anonymous, 'ACDEF-ACDEF-ACDEF-ACDEF')).toBeNull();
    expect(await lookBy(nurse, handed.code)).toBeNull();
    await stored(world, `update safety_view set expires_at = now() - interval '1 second' where id = $1`, [handed.view.id]);
    expect(await lookBy(anonymous, handed.code)).toBeNull();
    expect(codes((await world.client.get(leader, extend, { id: handed.view.id, hours: 73 })).safetyViewExtend)).toEqual(['INVALID hours']);
    await world.client.get(leader, extend, { id: handed.view.id, hours: 1 });
    expect(await lookBy(anonymous, handed.code)).not.toBeNull();
    await ticked.consent({ grants: grants(true), disasterUse: false });
    expect((await lookBy(anonymous, handed.code)).reports).toEqual([]);
    await ticked.consent({ grants: grants(true), disasterUse: true });
    expect(codes((await world.client.get(officer(), revoke, { id: handed.view.id })).safetyViewRevoke)).toEqual(['NOT_FOUND id']);
    await world.client.get(leader, revoke, { id: handed.view.id });
    expect(await lookBy(anonymous, handed.code)).toBeNull();
    expect(codes((await world.client.get(leader, extend, { id: handed.view.id, hours: 1 })).safetyViewExtend)).toEqual([
      'INVALID_STATE id',
    ]);
  });
});

test('what was said stays: the service may change or delete the cards alone', async () => {
  const rights = `select distinct table_name as name from information_schema.role_table_grants
    where grantee = 'heya_timeline' and table_name like 'safety%' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`;
  expect(await stored(world, rights)).toEqual([{ name: 'safety_card' }]);
});

test('goes on when identity or consent are down, by what was granted before, while everything else closes', async () => {
  const { nurse, officer: leader } = ticked.people;
  const { safetyCheck } = await begin();
  world.bus.silence('consent');
  world.bus.silence('identity');
  await until(
    'the rest is closed',
    async () =>
      (
        await world.client.ask(nurse, 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Room { unreadCount } } }', {
          r: [{ __typename: 'Room', id: ticked.roomId }],
        })
      ).errors,
    15_000,
  );
  expect((await report(nurse, safetyCheck.id, ticked)).userErrors).toEqual([]);
  expect((await checkFor(leader, safetyCheck.id)).summary.find(({ status }: any) => status === 'SAFE').count).toBe(1);
});
