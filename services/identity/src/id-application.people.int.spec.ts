import type { PersonViewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk } from './id-application.desk.fixture.ts';
import { applicant, issueForm, submission } from './id-application.fixture.ts';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
let center: ReturnType<typeof desk>;
const [home, away] = [testDistrict(), testDistrict()];
const [officer, other] = [viewerOf(home, home.people.officer), viewerOf(home, home.people.otherOfficer)];
const doctor = viewerOf(home, home.people.doctor);
const districtId = home.file.district.id;

beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
  center = desk(world, districtId);
});
afterAll(() => world.close());

describe('one ID is one person (R3)', () => {
  const nurseOf = (district: typeof home) =>
    applicant({
      name: district.people.nurse.displayName,
      nameKana: district.people.nurse.displayNameKana,
      existingAccountName: district.people.nurse.accountName.toUpperCase(),
    });

  test('of the same district: an officer says that it is the same person, and the place is added to the ID', async () => {
    const filed = await center.file(issueForm({ applicants: [nurseOf(home)] }));
    const [candidate] = (await center.application(officer, filed.id)).details.applicants;
    expect(candidate.matches[0]).toMatchObject({
      id: home.people.nurse.id,
      isStrong: true,
      districtName: null,
      user: { displayName: '鈴木 花子' },
    });
    expect(await center.record(filed.id)).toContain('REVIEW SEARCH');
    expect(await center.record(home.people.nurse.id)).toContain('REVIEW VIEW');
    await center.approve(officer, filed.id, 1);
    expect((await center.approve(other, filed.id, 2)).userErrors).toMatchObject([
      { code: 'ALREADY_EXISTS', field: ['input', 'people', candidate.id] },
    ]);
    expect(
      (await center.approve(other, filed.id, 2, { people: [{ applicantId: candidate.id, matchId: newId() }] })).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
    const done = await center.approve(other, filed.id, 2, { people: [{ applicantId: candidate.id, matchId: home.people.nurse.id }] });
    expect(done).toMatchObject({
      issued: [{ outcome: 'LINKED', accountName: null, enrolmentCode: null }],
      idApplication: { status: 'COMPLETED', details: { applicants: [{ outcome: 'LINKED', issuedUser: { id: home.people.nurse.id } }] } },
    });
    const places = await world.sql(
      'select facility_id from affiliation a join practitioner p on p.id = a.practitioner_id where p.user_id = $1',
      [home.people.nurse.id],
    );
    expect(places).toHaveLength(2);
  });

  test('two people of one list are not the same ID', async () => {
    const { name, nameKana } = nurseOf(home);
    const filed = await center.file(issueForm({ applicants: [nurseOf(home), applicant({ name, nameKana })] }));
    const [first, second] = (await center.application(officer, filed.id)).details.applicants;
    await center.approve(officer, filed.id, 1);
    const one = { applicantId: first.id, matchId: home.people.nurse.id };
    const approve = (matchId?: string) => center.approve(other, filed.id, 2, { people: [one, { applicantId: second.id, matchId }] });
    expect((await approve(home.people.nurse.id)).userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'people', second.id] }]);
    expect((await approve()).issued).toMatchObject([{ outcome: 'LINKED' }, { outcome: 'CREATED' }]);
  });

  test('an officer who files elsewhere, or with a mistake, is told of nobody', async () => {
    const ask = async (more: object) =>
      (
        await world.client.get(
          officer,
          'mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { details { ... on IdIssueDetails { applicants { matches { id } } } } } }',
          { input: await submission(world, away.file.district.id, issueForm({ applicants: [nurseOf(away)], ...more })) },
        )
      ).idApplicationSubmit.details.applicants;
    for (const more of [{}, { facilityName: '' }]) expect(await ask(more)).toEqual([{ matches: [] }]);
  });

  test('somebody else of the same name gets an ID of their own when an officer says so', async () => {
    const filed = await center.file(issueForm({ applicants: [nurseOf(home)] }));
    const [candidate] = (await center.application(officer, filed.id)).details.applicants;
    await center.approve(officer, filed.id, 1);
    expect(await center.approve(other, filed.id, 2, { people: [{ applicantId: candidate.id }] })).toMatchObject({
      issued: [{ outcome: 'CREATED' }],
    });
  });

  test('of another district nothing is told but that there is one; its holder is asked, and only they answer', async () => {
    const filed = await center.file(issueForm({ applicants: [nurseOf(away)] }));
    const [candidate] = (await center.application(officer, filed.id)).details.applicants;
    const [look] = await world.sql<{ district: string }>(
      "select line ->> 'districtId' as district from audit_entry where line ->> 'subjectId' = $1 and line ->> 'actorId' = $2",
      [away.people.nurse.id, officer.userId],
    );
    expect(look?.district).toBe(away.file.district.id);
    const match = candidate.matches.find(({ districtName }: any) => districtName !== null);
    expect(match).toMatchObject({ id: away.people.nurse.id, isStrong: true, districtName: '試験地区', user: null });
    await center.approve(officer, filed.id, 1);
    const done = await center.approve(other, filed.id, 2, { people: [{ applicantId: candidate.id, matchId: match.id }] });
    expect(done).toMatchObject({
      issued: [{ outcome: 'PROPOSED' }],
      idApplication: { status: 'APPROVED', details: { applicants: [{ outcome: 'PROPOSED', issuedUser: null }] } },
    });
    const asked = async () => (await center.application(officer, filed.id)).details.applicants[0].link;
    expect(await asked()).toEqual({ proposedAt: expect.any(String), answeredAt: null, isAccepted: null });
    const [holder, stranger] = [viewerOf(away, away.people.nurse), viewerOf(away, away.people.doctor)];
    const links = async (viewer: PersonViewer) =>
      (await world.client.get(viewer, '{ viewer { idLinks { id districtName facilityName } } }')).viewer.idLinks;
    const [link] = await links(holder);
    expect(link).toMatchObject({ facilityName: 'あおば診療所', districtName: '試験地区' });
    expect(await links(stranger)).toEqual([]);
    const answer = async (viewer: PersonViewer) =>
      (
        await world.client.get(
          viewer,
          'mutation ($id: ID!) { idLinkAnswer(id: $id, isMine: true) { idLink { isAccepted } userErrors { code } } }',
          { id: link.id },
        )
      ).idLinkAnswer;
    expect(await answer(stranger)).toEqual({ idLink: null, userErrors: [{ code: 'NOT_FOUND' }] });
    const refused =
      "select 1 from audit_entry where line ->> 'action' = 'DENIED' and line ->> 'subjectType' = 'IdLink' and line ->> 'actorId' = $1";
    expect(await world.sql(refused, [stranger.userId])).toHaveLength(1);
    expect(await answer(holder)).toEqual({ idLink: { isAccepted: true }, userErrors: [] });
    expect((await answer(holder)).userErrors).toEqual([{ code: 'INVALID_STATE' }]);
    expect(await center.status(filed)).toMatchObject({ status: 'COMPLETED', nextStep: expect.stringContaining('手紙は届きません') });
    expect(await asked()).toMatchObject({ answeredAt: expect.any(String), isAccepted: true });
    const own = await world.client.get(holder, '{ viewer { user { practitioner { affiliations { facility { name } } } } } }');
    expect(own.viewer.user.practitioner.affiliations.map(({ facility }: any) => facility.name)).toEqual(['訪問看護こもれび']);
  });

  test('after "not me" the center has it in its inbox again, who applied is told, and the person gets an ID of their own', async () => {
    const someone = applicant({ name: '江口 澪', nameKana: 'エグチ ミオ' });
    const filed = await center.file(issueForm({ applicants: [nurseOf(away), someone] }));
    const [candidate] = (await center.application(officer, filed.id)).details.applicants;
    await center.approve(officer, filed.id, 1);
    const own = { applicantId: candidate.id };
    await center.approve(other, filed.id, 2, { people: [{ ...own, matchId: away.people.nurse.id }] });
    expect(await center.task(filed.id)).toMatchObject({ state: 'CLOSED' });
    const holder = viewerOf(away, away.people.nurse);
    const [link] = (await world.client.get(holder, '{ viewer { idLinks { id } } }')).viewer.idLinks;
    await world.client.get(holder, 'mutation ($id: ID!) { idLinkAnswer(id: $id, isMine: false) { userErrors { code } } }', { id: link.id });

    expect(await center.task(filed.id)).toMatchObject({ state: 'OPEN' });
    expect(await center.status(filed)).toMatchObject({
      status: 'IN_REVIEW',
      canWithdraw: false,
      nextStep: expect.stringMatching(/自分ではない.*1人/),
    });
    const again = await center.application(other, filed.id);
    expect(again.details.applicants).toMatchObject([{ outcome: 'DECLINED' }, { outcome: 'CREATED', matches: [] }]);
    expect(again.details.applicants[0].matches.map(({ id }: any) => id)).not.toContain(away.people.nurse.id);
    expect((await center.approve(officer, filed.id, again.version)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(
      (await center.review(other, filed.id, { decision: 'REJECT', reason: '対象外', expectedVersion: again.version })).userErrors,
    ).toMatchObject([{ code: 'INVALID_STATE', message: expect.stringContaining('すでにID') }]);
    expect(await center.approve(other, filed.id, again.version, { people: [own] })).toMatchObject({
      issued: [{ ...own, outcome: 'CREATED' }],
      idApplication: { status: 'COMPLETED', details: { applicants: [{ outcome: 'CREATED' }, { outcome: 'CREATED' }] } },
    });
    expect(await world.sql("select 1 from app_user where display_name = '江口 澪'")).toHaveLength(1);
  });

  test('a second application of a facility finds it by its code, and its administrator sees what was filed', async () => {
    const institutionCode = home.file.facilities[0]?.institutionCode;
    const issue = issueForm();
    await world.sql('update facility set institution_code = $1 where institution_code = $2', [issue.institutionCode, institutionCode]);
    const filed = await center.file(issue);
    await center.approve(officer, filed.id, 1);
    const done = await center.approve(other, filed.id, 2);
    expect(done.idApplication.facility.name).toBe('わかば診療所');
    const seen = async (viewer: PersonViewer) =>
      (
        await world.client.get(viewer, 'query ($id: ID!) { facility(id: $id) { idApplications { nodes { receiptNumber } } } }', {
          id: done.idApplication.facility.id,
        })
      ).facility.idApplications;
    for (const viewer of [doctor, officer]) expect((await seen(viewer)).nodes).toEqual([{ receiptNumber: filed.receiptNumber }]);
    expect(await seen(viewerOf(home, home.people.family))).toBeNull();
  });
});
