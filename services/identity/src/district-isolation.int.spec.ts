/** Two districts in one installation: nobody of one finds anybody or anything of the other (R13). */
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
const [home, away] = [testDistrict(), testDistrict()];
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
  for (const district of [home, away])
    await world.sql(
      `insert into review_task (id, district_id, kind, state, title, subject_type, subject_id, opened_at, due_on, search_text, search_grams)
       values ($1, $2, 'CONSENT', 'OPEN', $3, 'Consent', $1, now(), current_date, '', '{}')`,
      [newId(), district.file.district.id, `同意の撤回 ${district.file.district.id}`],
    );
});
afterAll(() => world.close());

const everything = `{
  district { id }
  facilities { nodes { id staff { nodes { user { id } } } pledge { id } } }
  reviewTasks { totalCount nodes { title } }
  districtSettings { key history { id } }
  pledgeTexts(form: FORM_1_2) { id version }
  viewer { pledges { id } pledgesOwed { form } }
}`;

test('an officer finds their own district and nothing of the other', async () => {
  for (const [own, other] of [
    [home, away],
    [away, home],
  ] as const) {
    const answer = JSON.stringify(await world.client.get(viewerOf(own, own.people.officer), everything));
    const ids = ({ file }: typeof home): string[] => [
      file.district.id,
      ...file.facilities.map(({ id }) => id),
      ...file.people.filter(({ kind }) => kind === 'PROFESSIONAL').map(({ id }) => id),
    ];
    for (const id of ids(own)) expect(answer).toContain(id);
    for (const id of ids(other)) expect(answer).not.toContain(id);
  }
});

test('by id, by name or by code the other district has nobody and nothing', async () => {
  const asked = `query ($user: ID!, $facility: ID!, $name: String!) {
    user(id: $user) { id } facility(id: $facility) { id } userByAccountName(accountName: $name) { id } }`;
  const { doctor, nurse } = away.people;
  const variables = { user: nurse.id, facility: nurse.facilityId, name: nurse.accountName };
  expect(await world.client.get(viewerOf(away, doctor), asked, variables)).toMatchObject({ user: { id: nurse.id } });
  expect(await world.client.get(viewerOf(home, home.people.doctor), asked, variables)).toEqual({
    user: null,
    facility: null,
    userByAccountName: null,
  });
  const [station] = away.file.facilities;
  const reference = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Facility { name } } }';
  const r = [{ __typename: 'Facility', institutionCode: station?.institutionCode }];
  expect((await world.client.get(viewerOf(home, home.people.officer), reference, { r }))._entities).toEqual([null]);
  expect((await world.client.get(viewerOf(away, away.people.officer), reference, { r }))._entities).toEqual([{ name: station?.name }]);
});

test('what an officer changes is of their own district, whatever they name', async () => {
  const officer = viewerOf(home, home.people.officer);
  const clinic = away.people.doctor.facilityId;
  const paper = `mutation ($input: PledgeRegisterPaperInput!) { pledgeRegisterPaper(input: $input) { pledge { id } userErrors { code } } }`;
  const input = {
    ...{ idempotencyKey: newId(), form: 'FORM_1_1', textVersion: '2026-11', signerName: '佐藤 健一', signedOn: '2026-11-01' },
    facilityId: clinic,
  };
  expect((await world.client.get(officer, paper, { input })).pledgeRegisterPaper).toEqual({
    pledge: null,
    userErrors: [{ code: 'NOT_FOUND' }],
  });
  const stop = 'mutation ($id: ID!) { userSuspend(id: $id, input: { reason: "x" }) { user { id } userErrors { code } } }';
  expect((await world.client.get(officer, stop, { id: away.people.nurse.id })).userSuspend).toEqual({
    user: null,
    userErrors: [{ code: 'NOT_FOUND' }],
  });
});

test('pledges that a district brings with it are in the record, by the service (R1, R32)', async () => {
  const { id } = home.file.district;
  const kept = await world.sql<{ id: string }>('select id from pledge where district_id = $1', [id]);
  expect(kept.length).toBeGreaterThan(2);
  const written =
    "select line ->> 'subjectId' as id from audit_entry where line ->> 'districtId' = $1 and line ->> 'authority' = 'SERVICE'";
  expect((await world.sql<{ id: string }>(written, [id])).map((line) => line.id).toSorted()).toEqual(
    kept.map((pledge) => pledge.id).toSorted(),
  );
});

test('a list asks for the pledges, wordings and devices of all its facilities at once; who owes nothing is read no wording', async () => {
  const sent = listen(world);
  const { facilities, viewer } = await world.client.get(
    viewerOf(home, home.people.officer),
    '{ facilities { nodes { pledge { textVersion } devices { id } } } viewer { pledgesOwed { form } } }',
  );
  await world.client.get(viewerOf(home, home.people.doctor), '{ viewer { pledgesOwed { form } } }');
  const statements = sent.stop().map(({ query }) => query);
  expect(facilities.nodes.filter(({ pledge }: any) => pledge?.textVersion).length).toBeGreaterThan(1);
  expect(viewer.pledgesOwed).toEqual([]);
  const of = (table: string) => statements.filter((query) => query.includes(`from "${table}"`));
  expect(of('device')).toHaveLength(1);
  expect(of('pledge_text').filter((query) => query.includes('clauses'))).toEqual([]);
  expect(of('pledge_text').filter((query) => query.includes('"version"'))).toHaveLength(1);
});
