import { inViewer } from '@heya/service-common/orm';
import { dueOn } from '@heya/service-common/working-day';
import { anonymous, newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { somebody } from './id-application.desk.fixture.ts';
import { applicant, issueForm, submission } from './id-application.fixture.ts';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';
import { readSetting } from './modules/district-setting/index.ts';
import { tokyoDay } from './modules/user/index.ts';

let world: World;
const [home, away] = [testDistrict(), testDistrict()];
const { doctor, officer, otherOfficer } = home.people;
const as = (who: typeof doctor) => viewerOf(home, who);
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
});
afterAll(() => world.close());

const list = `{ districtSettings { key kind isDefault version minimum maximum options value { number flag day choices }
  history { version validFrom value { number flag day choices } changedBy { id } } } }`;
const update = `mutation ($input: DistrictSettingUpdateInput!) { districtSettingUpdate(input: $input) {
  districtSetting { key version isDefault value { number flag day choices } history { version } } replayed userErrors { code field } } }`;
const settingsOf = async (viewer: Parameters<World['client']['get']>[0]) => {
  const { districtSettings } = await world.client.get<{ districtSettings: Record<string, any>[] }>(viewer, list);
  return Object.fromEntries(districtSettings.map((setting) => [setting.key, setting]));
};
const change = async (who: typeof doctor, input: object) =>
  (await world.client.get(as(who), update, { input: { idempotencyKey: newId(), expectedVersion: 0, ...input } })).districtSettingUpdate;
const inHome = <T>(work: Parameters<typeof inViewer<T>>[2]): Promise<T> => inViewer(world.app.orm.em, as(doctor), work);
const districtId = home.file.district.id;

test('what nobody has set has its default, and says what it may be', async () => {
  expect(await settingsOf(as(officer))).toMatchObject({
    APPLICATION_DUE_DAYS: { kind: 'NUMBER', isDefault: true, version: 0, minimum: 1, maximum: 60, value: { number: 14 }, history: [] },
    APPLICANT_PROFESSIONS: { kind: 'CHOICES', value: { choices: ['PHYSICIAN', 'CARE_MANAGER'] } },
    PERSONAL_DEVICES_ALLOWED: { kind: 'FLAG', value: { flag: false } },
    DEVICE_REQUIRED_FROM: { kind: 'DAY', value: { number: null, flag: null, day: null, choices: null } },
  });
});

test('an officer changes it with its history; the other services of this one read it; another district keeps its own (R8)', async () => {
  const key = 'ENROLMENT_CODE_DAYS';
  const input = { key, value: { number: 7 }, idempotencyKey: newId() };
  expect(await change(officer, input)).toMatchObject({
    districtSetting: { version: 1, isDefault: false, value: { number: 7 } },
    replayed: false,
    userErrors: [],
  });
  expect(await change(officer, input)).toMatchObject({ replayed: true, userErrors: [] });
  const told = await world.bus.published('identity.districtSettingChanged', (payload) => payload.districtId === districtId);
  expect(told).toMatchObject({ stream: `district:${districtId}`, payload: { key: 'enrolmentCodeDays', value: 7, version: 1 } });
  expect(await inHome((tx) => readSetting(tx, districtId, 'enrolmentCodeDays'))).toBe(7);
  expect((await settingsOf(as(otherOfficer)))[key]).toMatchObject({ history: [{ version: 1, changedBy: { id: officer.id } }] });
  expect((await settingsOf(viewerOf(away, away.people.officer)))[key]).toMatchObject({ isDefault: true, history: [] });
  const lines = await world.sql("select 1 from audit_entry where line->>'subjectType' = 'DistrictSetting' and line->>'subjectId' = $1", [
    input.idempotencyKey,
  ]);
  expect(lines).toHaveLength(1);
});

test('of two officers at once one wins; the other sees what holds now', async () => {
  const key = 'PERSONAL_DEVICE_DAYS';
  const answers = await Promise.all([
    change(officer, { key, value: { number: 30 } }),
    change(otherOfficer, { key, value: { number: 60 } }),
  ]);
  const [won, lost] = answers[0].userErrors.length === 0 ? answers : answers.toReversed();
  expect([won.userErrors, won.districtSetting.version]).toEqual([[], 1]);
  expect(lost).toMatchObject({
    districtSetting: won.districtSetting,
    userErrors: [{ code: 'STALE_VERSION', field: ['input', 'expectedVersion'] }],
  });
});

test('a change for a coming day holds from then on, unless a later one takes its place', async () => {
  const key = 'APPLICATION_DUE_DAYS';
  const validFrom = new Date(Date.now() + 86_400_000);
  expect(await change(officer, { key, value: { number: 20 }, validFrom: validFrom.toISOString() })).toMatchObject({
    districtSetting: { version: 1, value: { number: 14 }, isDefault: true },
  });
  const on = (day: Date) => inHome((tx) => readSetting(tx, districtId, 'applicationDueDays', day));
  expect([await on(new Date()), await on(validFrom)]).toEqual([14, 20]);
  await change(officer, { key, value: { number: 10 }, expectedVersion: 1 });
  expect([await on(new Date()), await on(validFrom)]).toEqual([10, 10]);
});

test('a day is set and taken away again', async () => {
  const key = 'DEVICE_REQUIRED_FROM';
  expect((await change(officer, { key, value: { day: '2027-04-01' } })).districtSetting.value.day).toBe('2027-04-01');
  expect(await change(officer, { key, value: {}, expectedVersion: 1 })).toMatchObject({ userErrors: [], districtSetting: { version: 2 } });
  expect(await inHome((tx) => readSetting(tx, districtId, 'deviceRequiredFrom'))).toBeNull();
});

test('who may apply is asked of the district, also by whoever has no ID; what it does not take is refused at its field (R2, R8)', async () => {
  await change(officer, { key: 'ID_PROFESSIONS', value: { choices: ['PHYSICIAN', 'NURSE'] } });
  await change(officer, { key: 'APPLICANT_PROFESSIONS', value: { choices: ['NURSE'] } });
  const { applicationDistricts } = await world.client.get(anonymous, '{ applicationDistricts { id professions } }');
  expect(applicationDistricts).toContainEqual({ id: districtId, professions: ['PHYSICIAN', 'NURSE'] });
  const own = await world.client.get(as(doctor), '{ district { applicantProfessions } }');
  expect(own.district.applicantProfessions).toEqual(['NURSE']);
  const file =
    'mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { receipt { status } userErrors { code field } } }';
  const filed = async (profession: string) => {
    const input = await submission(world, districtId, issueForm({ applicants: [applicant({ professions: [profession] })] }));
    return (await world.client.get(somebody(), file, { input })).idApplicationSubmit;
  };
  expect(await filed('CARE_MANAGER')).toEqual({
    receipt: null,
    userErrors: [{ code: 'INVALID', field: ['input', 'issue', 'applicants', '0', 'professions'] }],
  });
  expect(await filed('NURSE')).toEqual({ receipt: { status: 'SUBMITTED' }, userErrors: [] });
});

test('the inbox promises an answer in as many days as the district has set, and on a working day (R12)', async () => {
  const { version } = (await settingsOf(as(officer)))['APPLICATION_DUE_DAYS'] as { version: number };
  await change(officer, { key: 'APPLICATION_DUE_DAYS', value: { number: 30 }, expectedVersion: version });
  const { idApplicationSubmit } = await world.client.get(
    somebody(),
    'mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { receipt { submittedAt expectedBy } } }',
    { input: await submission(world, districtId) },
  );
  const { submittedAt, expectedBy } = idApplicationSubmit.receipt;
  expect(expectedBy).toBe(dueOn(tokyoDay(new Date(submittedAt)), 30));
});

test('a value of another kind, out of bounds or for the past is refused, and nothing changes', async () => {
  for (const [more, field] of [
    [{ value: { number: 0 } }, 'value'],
    [{ value: { number: 61 } }, 'value'],
    [{ value: { flag: true } }, 'value'],
    [{ value: {} }, 'value'],
    [{ value: { number: 5, flag: true } }, 'value'],
    [{ key: 'APPLICANT_PROFESSIONS', value: { choices: [] } }, 'value'],
    [{ key: 'APPLICANT_PROFESSIONS', value: { choices: ['WIZARD'] } }, 'value'],
    [{ key: 'APPLICANT_PROFESSIONS', value: { choices: ['NURSE', 'NURSE'] } }, 'value'],
    [{ validFrom: '2026-01-01T00:00:00Z' }, 'validFrom'],
    [{ idempotencyKey: 'x' }, 'idempotencyKey'],
  ] as const) {
    const before = await settingsOf(as(officer));
    const answer = await change(officer, { key: 'APPLICATION_DUE_DAYS', value: { number: 5 }, ...more });
    expect([more, answer.userErrors]).toEqual([more, [{ code: 'INVALID', field: ['input', field] }]]);
    expect(await settingsOf(as(officer))).toEqual(before);
  }
});

test('only the center sets and sees it; the refusal is written down (R32)', async () => {
  const input = { idempotencyKey: newId(), key: 'APPLICATION_DUE_DAYS', value: { number: 5 }, expectedVersion: 0 };
  for (const [query, variables] of [
    [list, {}],
    [update, { input }],
  ] as const)
    expect((await world.client.ask(as(doctor), query, variables)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  const denied = await world.sql(
    "select 1 from audit_entry where line->>'subjectType' = 'DistrictSetting' and line->>'outcome' = 'DENIED_ROLE'",
  );
  expect(denied).toHaveLength(2);
  expect((await world.client.ask(anonymous, list)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test('one’s own district has a name; no other is looked into', async () => {
  expect((await world.client.get(as(doctor), '{ district { id name } }')).district).toEqual({
    id: districtId,
    name: home.file.district.name,
  });
  expect((await world.client.get(anonymous, '{ district { id } }')).district).toBeNull();
  const both = [districtId, away.file.district.id];
  expect(await world.client.entities(as(doctor), 'District', '{ id }', both)).toEqual([{ id: districtId }, null]);
});

test('everybody may read which organisations share in a district; no person, no organisation in which nobody has an ID', async () => {
  const asked = 'query ($d: ID!) { participatingFacilities(districtId: $d) { districtName facilities { name kind municipality } } }';
  const read = async (id: string) => (await world.client.get(anonymous, asked, { d: id })).participatingFacilities;
  const names = async (): Promise<string[]> => (await read(districtId)).facilities.map(({ name }: { name: string }) => name);

  const working = await world.sql<{ name: string }>(
    `select distinct f.name from facility f join affiliation a on a.facility_id = f.id join practitioner p on p.id = a.practitioner_id
       join app_user u on u.id = p.user_id and u.deactivated_at is null
      where f.district_id = $1 and f.kind <> 'HOME_CARE_SUPPORT_CENTER' and a.since <= (now() at time zone 'Asia/Tokyo')::date and a.until is null`,
    [districtId],
  );
  expect(working.length).toBeGreaterThan(0);
  expect((await names()).sort()).toEqual(working.map(({ name }) => name).sort());
  await world.sql(
    `insert into facility (id, district_id, institution_code, kind, name, sort_name, municipality, version) values ($1, $2, '4199999999', 'CLINIC', '空の診療所', 'ソラ', '神埼市', 1)`,
    [newId(), districtId],
  );
  expect(await names()).not.toContain('空の診療所');
  expect(await read(newId())).toBeNull();
  expect(await read('x')).toBeNull();
});
