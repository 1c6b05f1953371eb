import { inViewer } from '@heya/service-common/orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, type Filed, reviewText, somebody } from './id-application.desk.fixture.ts';
import { applicant, issueForm } from './id-application.fixture.ts';
import { listen, openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
let center: ReturnType<typeof desk>;
const [home, away] = [testDistrict(), testDistrict()];
const [officer, other] = [viewerOf(home, home.people.officer), viewerOf(home, home.people.otherOfficer)];
const foreign = viewerOf(away, away.people.officer);
const doctor = viewerOf(home, home.people.doctor);
const districtId = home.file.district.id;

beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
  center = desk(world, districtId);
});
afterAll(() => world.close());

describe('two officers (R12)', () => {
  test('one checks, another approves; only then IDs are there, and the codes are told once', async () => {
    const filed = await center.file();
    const checked = await center.approve(officer, filed.id, 1);
    expect(checked).toMatchObject({
      issued: [],
      userErrors: [],
      idApplication: {
        status: 'IN_REVIEW',
        version: 2,
        viewerCanReview: false,
        checkedBy: { displayName: '渡辺 直子' },
        pledges: [{ signerName: '山本 一郎' }],
      },
    });
    expect(await center.task(filed.id)).toMatchObject({ state: 'OPEN', assignee_id: null });
    expect((await center.approve(officer, filed.id, 2)).userErrors).toMatchObject([
      { code: 'FORBIDDEN', field: ['input', 'decision'], message: expect.stringContaining('別の職員') },
    ]);
    expect(await world.sql('select 1 from facility where institution_code = $1', [filed.issue.institutionCode])).toEqual([]);
    const approved = await center.approve(other, filed.id, 2);
    expect(approved).toMatchObject({
      userErrors: [],
      idApplication: {
        status: 'COMPLETED',
        facility: { name: 'あおば診療所', institutionCode: filed.issue.institutionCode },
        decidedBy: { displayName: '小林 誠' },
      },
      issued: [
        {
          outcome: 'CREATED',
          accountName: expect.stringMatching(/^[a-z0-9]{4}-[a-z0-9]{4}$/),
          enrolmentCode: expect.stringMatching(/^[A-Z0-9-]+$/),
        },
      ],
    });
    expect(approved.idApplication.entries.map((entry: any) => [entry.status, entry.officer?.displayName ?? null])).toEqual([
      ['SUBMITTED', null],
      ['IN_REVIEW', '渡辺 直子'],
      ['APPROVED', '小林 誠'],
      ['COMPLETED', '小林 誠'],
    ]);
    expect(await center.task(filed.id)).toMatchObject({ state: 'CLOSED' });
    const [person] = await world.sql<any>(
      `select u.*, a.is_facility_admin, f.institution_code, (select count(*) from enrolment e where e.user_id = u.id)::int as codes
         from app_user u join practitioner p on p.user_id = u.id join affiliation a on a.practitioner_id = p.id join facility f on f.id = a.facility_id
        where u.account_name = $1`,
      [approved.issued[0].accountName],
    );
    // Not in use before the first sign-in (R1, R4).
    expect(person).toMatchObject({
      display_name: '山本 さくら',
      district_id: districtId,
      enrolled_at: null,
      is_facility_admin: true,
      codes: 1,
    });
    const [bound] = await world.sql<any>('select p.facility_id from pledge p join id_application a on a.pledge_id = p.id where a.id = $1', [
      filed.id,
    ]);
    expect(bound.facility_id).toBe(approved.idApplication.facility.id);
    const told = JSON.stringify(
      await world.sql(
        'select a.*, t.*, (select jsonb_agg(line) from audit_entry) from id_application a, review_task t where a.id = $1 and t.subject_id = a.id',
        [filed.id],
      ),
    );
    expect(told).not.toContain(approved.issued[0].enrolmentCode);
    expect(await center.status(filed)).toMatchObject({ status: 'COMPLETED', canWithdraw: false });
  });

  test('an application for fifty people takes as many statements as one for two', async () => {
    const touched = /app_user|practitioner|person_particular|affiliation|enrolment|id_link|credential|passkey|district_setting/;
    const statements = async (count: number): Promise<number> => {
      const filed = await center.file(
        issueForm({ applicants: Array.from({ length: count }, (_, index) => applicant({ name: `山本 ${index}子` })) }),
      );
      await center.approve(officer, filed.id, 1);
      const said = listen(world);
      const approved = await center.approve(other, filed.id, 2);
      const sent = said.stop();
      expect(approved.issued).toHaveLength(count);
      expect(new Set(approved.issued.map((one: any) => one.enrolmentCode)).size).toBe(count);
      return sent.filter(({ query }) => touched.test(query)).length;
    };
    const [few, many] = [await statements(2), await statements(50)];
    expect(few).toBeGreaterThan(5);
    expect(many).toBe(few);
  });

  test('of two who decide at once one wins, the other is told', async () => {
    const filed = await center.file();
    const first = await Promise.all([center.approve(officer, filed.id, 1), center.approve(other, filed.id, 1)]);
    const codes = first.map(({ userErrors }) => userErrors.map((error: any) => error.code));
    expect(codes.toSorted()).toEqual([[], ['STALE_VERSION']]);
    const winner = codes[0]?.length === 0 ? officer : other;
    const loser = winner === officer ? other : officer;
    const second = await Promise.all([
      center.approve(loser, filed.id, 2),
      center.review(winner, filed.id, { decision: 'REJECT', reason: '取り違え', expectedVersion: 2 }),
    ]);
    expect(second.map(({ userErrors }) => userErrors.length).toSorted()).toEqual([0, 1]);
    const people = await world.sql(
      'select 1 from app_user where display_name = $1 and id in (select (i ->> $2)::uuid from id_application, jsonb_array_elements(issued) i where id_application.id = $3)',
      ['山本 さくら', 'userId', filed.id],
    );
    expect(people).toHaveLength(second[0].userErrors.length === 0 ? 1 : 0);
  });

  test('nor does the database take an approval by one, or without a pledge, from the service itself (R1, R12)', async () => {
    const filed = await center.file();
    const write = (change: string) =>
      inViewer(world.app.orm.em, { type: 'service', name: 'identity' }, (tx) =>
        tx.execute(`update id_application set status = 'APPROVED', ${change} where id = ?`, [filed.id]),
      );
    const one = `checked_by = '${officer.userId}', decided_by = '${officer.userId}'`;
    const two = `checked_by = '${officer.userId}', decided_by = '${other.userId}'`;
    for (const change of [one, 'checked_by = null', `${two}, pledge_id = null`])
      await expect(write(change)).rejects.toThrow(/row-level security/);
    await write(two);
  });

  test('neither another district nor a professional reviews; both tries are in the record (R32)', async () => {
    const filed = await center.file();
    expect(await center.approve(foreign, filed.id, 1)).toMatchObject({ idApplication: null, userErrors: [{ code: 'NOT_FOUND' }] });
    for (const viewer of [doctor, somebody()])
      expect(
        (await world.client.ask(viewer, reviewText, { id: filed.id, input: { decision: 'APPROVE', expectedVersion: 1 } })).errors?.[0]
          ?.extensions?.code,
      ).toBe(viewer === doctor ? 'FORBIDDEN' : 'UNAUTHENTICATED');
    const tries = await world.sql("select 1 from audit_entry where line ->> 'action' = 'DENIED' and line ->> 'actorId' = any($1)", [
      [foreign.userId, doctor.userId],
    ]);
    expect(tries.length).toBeGreaterThanOrEqual(2);
  });
});

describe('returning, mending, withdrawing', () => {
  const resubmit = async ({ receiptNumber, inquiryCode }: Filed, expectedVersion: number, issue: object) =>
    (
      await world.client.get(
        somebody(),
        'mutation ($input: IdApplicationResubmitInput!) { idApplicationResubmit(input: $input) { receipt { status version } userErrors { code field message } } }',
        { input: { receiptNumber, inquiryCode, expectedVersion, issue } },
      )
    ).idApplicationResubmit;
  const withdraw = async ({ receiptNumber, inquiryCode }: Filed, expectedVersion: number) =>
    (
      await world.client.get(
        somebody(),
        'mutation ($n: String!, $c: String!, $v: Int!) { idApplicationWithdraw(receiptNumber: $n, inquiryCode: $c, expectedVersion: $v) { receipt { status } userErrors { code field } } }',
        { n: receiptNumber, c: inquiryCode, v: expectedVersion },
      )
    ).idApplicationWithdraw;
  const comments = [{ field: ['issue', 'applicants', '0', 'nameKana'], text: '読みを確かめてください' }];
  const back = (filed: Filed, version: number, more: object = {}) =>
    center.review(officer, filed.id, { decision: 'RETURN', reason: 'フリガナの確認', comments, expectedVersion: version, ...more });

  test('comments stand at their fields; what was filed comes back to be mended, and is checked anew by two', async () => {
    const filed = await center.file();
    await center.approve(officer, filed.id, 1);
    for (const [more, code, field] of [
      [{ reason: ' ' }, 'BLANK', ['input', 'reason']],
      [{ comments: Array.from({ length: 201 }, () => comments[0]) }, 'INVALID', ['input', 'comments']],
      [{ comments: [{ field: ['issue', 'secret'], text: '何か' }] }, 'INVALID', ['input', 'comments', '0', 'field']],
      [{ comments: [{ field: comments[0]?.field, text: '123456789018' }] }, 'MY_NUMBER_NOT_ALLOWED', ['input', 'comments', '0', 'text']],
    ] as const)
      expect((await back(filed, 2, more)).userErrors).toMatchObject([{ code, field }]);
    expect((await back(filed, 2)).idApplication).toMatchObject({ status: 'RETURNED', version: 3, viewerCanReview: false });
    const told = await center.status(filed);
    expect(told).toMatchObject({
      status: 'RETURNED',
      reason: 'フリガナの確認',
      comments,
      returned: { applicants: [{ name: '山本 さくら' }] },
    });
    expect((await resubmit(filed, 1, filed.issue)).userErrors).toMatchObject([{ code: 'STALE_VERSION' }]);
    expect((await resubmit(filed, 3, { ...filed.issue, facilityName: '' })).userErrors).toMatchObject([
      { code: 'BLANK', field: ['input', 'issue', 'facilityName'] },
    ]);
    const mended = {
      ...filed.issue,
      applicants: [{ ...filed.issue.applicants[0], id: told.returned.applicants[0].id, nameKana: 'ヤマモト サクラコ' }],
    };
    expect(await resubmit(filed, 3, mended)).toMatchObject({ receipt: { status: 'SUBMITTED', version: 4 }, userErrors: [] });
    expect(await center.task(filed.id)).toMatchObject({ state: 'OPEN' });
    const now = await center.application(officer, filed.id);
    expect(now).toMatchObject({
      status: 'SUBMITTED',
      comments: [],
      viewerCanReview: true,
      details: { applicants: [{ id: told.returned.applicants[0].id }] },
      earlier: { comments, details: { applicants: [{ id: told.returned.applicants[0].id, nameKana: 'ヤマモト サクラ' }] } },
    });
    expect((await center.approve(other, filed.id, 4)).idApplication.status).toBe('IN_REVIEW');
    expect((await center.approve(officer, filed.id, 5)).idApplication.status).toBe('COMPLETED');
  });

  test('whoever is shown an application is in the record, also where nothing came of it (R32)', async () => {
    const filed = await center.file();
    await center.status(filed);
    await center.approve(officer, filed.id, 7);
    await center.review(officer, filed.id, { decision: 'REJECT', reason: ' ', expectedVersion: 1 });
    await resubmit(filed, 7, filed.issue);
    await withdraw(filed, 7);
    const looks = ['APPLICANT VIEW', 'REVIEW VIEW', 'REVIEW VIEW', 'APPLICANT VIEW', 'APPLICANT VIEW'];
    expect(await center.record(filed.id)).toEqual(['APPLICANT CREATE', ...looks]);
  });

  test('what is neither returned nor open can be neither mended nor withdrawn; a rejection tells why', async () => {
    const filed = await center.file();
    expect((await resubmit(filed, 1, filed.issue)).userErrors).toMatchObject([
      { code: 'INVALID_STATE', field: ['input', 'receiptNumber'] },
    ]);
    expect(
      (await center.review(officer, filed.id, { decision: 'REJECT', reason: '対象外です', expectedVersion: 1 })).idApplication.status,
    ).toBe('REJECTED');
    expect(await center.status(filed)).toMatchObject({ status: 'REJECTED', reason: '対象外です', returned: null });
    expect((await withdraw(filed, 2)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect((await center.approve(other, filed.id, 2)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const another = await center.file();
    expect(await withdraw(another, 1)).toMatchObject({ receipt: { status: 'WITHDRAWN' }, userErrors: [] });
    expect(await center.task(another.id)).toMatchObject({ state: 'CLOSED' });
    expect((await center.approve(officer, another.id, 2)).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(await withdraw({ ...another, inquiryCode: 'AAAAA-AAAAA' }, 2)).toMatchObject({
      receipt: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });
});
