import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, testDistrict, type TestPerson, viewerOf, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const roster =
  'roster { year dueOn isOverdue version viewerCanConfirm confirmation { version entries { name answer note } } history { year version confirmedByName confirmedBy { id } entries { user { id } answer } } }';
const look = `query ($id: ID!) { facility(id: $id) { ${roster} } }`;
const confirm = `mutation ($facilityId: ID!, $input: RosterConfirmInput!) { rosterConfirm(facilityId: $facilityId, input: $input) {
  ${roster} replayed userErrors { code field } } }`;
const tasks = `{ reviewTasks(filter: { kinds: [ROSTER_OVERDUE], states: [OPEN, CLAIMED, CLOSED] }) { nodes { state title facility { id } subject { ... on RosterReminder { year dueOn } } } } }`;

const dayMs = 86_400_000;
const dayIn = (days: number): string => new Date(world.clock.now().getTime() + days * dayMs + 9 * 3_600_000).toISOString().slice(0, 10);

/** A clinic with its administrator and two more people, some years old. */
async function clinic() {
  const district = testDistrict();
  const { doctor, nurse, officer, otherOfficer } = district.people;
  const colleague: TestPerson = { ...nurse, facilityId: doctor.facilityId ?? null };
  const [second, elsewhere]: TestPerson[] = [
    { ...nurse, id: newId(), accountName: `${nurse.accountName}-2`, displayName: '高橋 実', facilityId: doctor.facilityId ?? null },
    { ...nurse, id: newId(), accountName: `${nurse.accountName}-3`, displayName: '別所 管理', isFacilityAdmin: true },
  ] as [TestPerson, TestPerson];
  await world.load({ ...district.file, people: [doctor, colleague, second, elsewhere, officer, otherOfficer] });
  const facilityId = doctor.facilityId ?? '';
  await world.sql("update affiliation set since = '2020-01-01' where facility_id = $1", [facilityId]);
  const as = (who: TestPerson) => viewerOf(district, who);
  const input = {
    idempotencyKey: newId(),
    year: new Date(dayIn(0)).getUTCFullYear(),
    expectedVersion: 0,
    entries: [
      { userId: doctor.id, answer: 'PRESENT' },
      { userId: colleague.id, answer: 'LEFT', note: ' 三月末で退職 ' },
      { userId: second.id, answer: 'CHANGED', note: '' },
    ],
  };
  const send = async (who: TestPerson, more: object = {}, id = facilityId) =>
    await world.client.ask(as(who), confirm, { facilityId: id, input: { ...input, ...more } });
  const lines = async (action: string) =>
    world.sql<{ line: any }>(
      "select line from audit_entry where line->>'subjectType' = 'RosterConfirmation' and line->>'districtId' = $1 and line->>'action' = $2 order by seq",
      [district.file.district.id, action],
    );
  return { districtId: district.file.district.id, doctor, colleague, second, elsewhere, officer, facilityId, as, input, send, lines };
}

test('the administrator says once a year who is still there; corrections are versions, and all of it stays (R15)', async () => {
  const { doctor, colleague, officer, elsewhere, as, input, send, facilityId, lines } = await clinic();
  const first = (await send(doctor)).data?.rosterConfirm;
  expect(first).toMatchObject({
    replayed: false,
    userErrors: [],
    roster: { year: input.year, version: 1, dueOn: null, viewerCanConfirm: true },
  });
  expect(first.roster.confirmation.entries).toContainEqual({ name: colleague.displayName, answer: 'LEFT', note: '三月末で退職' });
  expect(first.roster.confirmation.entries).toContainEqual({ name: '高橋 実', answer: 'CHANGED', note: null });
  expect((await send(doctor)).data?.rosterConfirm).toMatchObject({ replayed: true, userErrors: [], roster: { version: 1 } });
  const corrected = {
    idempotencyKey: newId(),
    expectedVersion: 1,
    entries: input.entries.map((entry) => ({ ...entry, answer: 'PRESENT' })),
  };
  expect((await send(doctor, corrected)).data?.rosterConfirm.roster).toMatchObject({
    version: 2,
    history: [
      { version: 2, confirmedByName: doctor.displayName, confirmedBy: { id: doctor.id } },
      { version: 1, confirmedBy: { id: doctor.id } },
    ],
  });
  expect((await lines('CREATE')).map(({ line }) => `${line.actorId} ${line.authority}`)).toEqual([`${doctor.id} FACILITY_ADMIN`]);
  expect(await lines('UPDATE')).toHaveLength(1);
  expect(JSON.stringify([...(await lines('CREATE')), ...(await lines('UPDATE'))])).not.toContain('退職');
  expect((await world.client.get(as(officer), look, { id: facilityId })).facility.roster).toMatchObject({
    version: 2,
    viewerCanConfirm: false,
  });
  for (const who of [colleague, elsewhere]) expect((await world.client.get(as(who), look, { id: facilityId })).facility.roster).toBe(null);
});

test('nobody else confirms it; each try is written down, and what is wrong is told at its place (R32)', async () => {
  const home = await clinic();
  const away = await clinic();
  const { doctor, colleague, officer, elsewhere, input, send } = home;
  for (const who of [colleague, elsewhere, officer]) expect((await send(who)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await send(doctor, {}, away.facilityId)).data?.rosterConfirm.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['facilityId'] }]);
  expect(await home.lines('DENIED')).toHaveLength(4);
  const [one, ...rest] = input.entries;
  for (const [more, code, field] of [
    [{ idempotencyKey: 'x' }, 'INVALID', ['input', 'idempotencyKey']],
    [{ year: input.year - 1 }, 'INVALID', ['input', 'year']],
    [{ expectedVersion: 1 }, 'STALE_VERSION', ['input', 'expectedVersion']],
    [{ entries: rest }, 'STALE_VERSION', ['input', 'entries']],
    [{ entries: [...input.entries, { userId: away.doctor.id, answer: 'PRESENT' }] }, 'STALE_VERSION', ['input', 'entries']],
    [{ entries: [...input.entries, { ...one, userId: doctor.id.toUpperCase() }] }, 'INVALID', ['input', 'entries']],
    [{ entries: [{ ...one, note: '1234-5678-9018' }, ...rest] }, 'MY_NUMBER_NOT_ALLOWED', ['input', 'entries', '0', 'note']],
  ] as const) {
    const answer = (await send(doctor, { ...more })).data?.rosterConfirm;
    expect([more, answer?.userErrors]).toEqual([more, [{ code, field }]]);
    expect(answer.roster.version).toBe(0);
  }
  const both = await Promise.all([send(doctor, { idempotencyKey: newId() }), send(doctor, { idempotencyKey: newId() })]);
  expect(both.map(({ data }) => data?.rosterConfirm.userErrors.length).toSorted()).toEqual([0, 1]);
});

test('who is late is put to the center once; the confirmation closes it; another district hears nothing', async () => {
  const { districtId, doctor, officer, facilityId, as, send, input } = await clinic();
  const away = await clinic();
  const dueOn = dayIn(2);
  await world.client.get(
    as(officer),
    'mutation ($input: DistrictSettingUpdateInput!) { districtSettingUpdate(input: $input) { userErrors { code } } }',
    {
      input: { idempotencyKey: newId(), key: 'ROSTER_DUE_ON', value: { day: dueOn }, expectedVersion: 0 },
    },
  );
  const inbox = async (who = as(officer)) => (await world.client.get(who, tasks)).reviewTasks.nodes;
  await world.app.sweep();
  expect(await inbox()).toEqual([]);
  expect((await world.client.get(as(doctor), look, { id: facilityId })).facility.roster).toMatchObject({ dueOn, isOverdue: false });
  world.clock.advance(4 * dayMs);
  await Promise.all([world.app.sweep(), world.app.sweep()]);
  await world.app.sweep();
  const year = Number(dueOn.slice(0, 4));
  expect(await inbox()).toEqual([
    { state: 'OPEN', title: `名簿の確認の遅れ ${year}年`, facility: { id: facilityId }, subject: { year, dueOn } },
  ]);
  expect(await inbox(away.as(away.officer))).toEqual([]);
  expect((await world.client.get(as(doctor), look, { id: facilityId })).facility.roster).toMatchObject({ year, dueOn, isOverdue: true });
  expect((await send(doctor, { year })).data?.rosterConfirm).toMatchObject({ userErrors: [], roster: { isOverdue: false, version: 1 } });
  expect(await inbox()).toMatchObject([{ state: 'CLOSED' }]);
  await world.app.sweep();
  expect(await inbox()).toMatchObject([{ state: 'CLOSED' }]);
  expect(await world.sql('select 1 from roster_reminder where district_id = $1', [districtId])).toHaveLength(1);
  expect(input.year).toBeLessThanOrEqual(year);
});
