import type { Viewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk } from './id-application.desk.fixture.ts';
import { applicant, issueForm, submission } from './id-application.fixture.ts';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
const [home, away] = [testDistrict(), testDistrict()];
const officer = viewerOf(home, home.people.officer);
const foreign = viewerOf(away, away.people.officer);
const doctor = viewerOf(home, home.people.doctor);
const districtId = home.file.district.id;
/** Each test comes from a network of its own, so that none uses up another's tries. */
let networks = 0;
const somebody = (): Viewer => ({ type: 'anonymous', address: `10.${(networks += 1)}.1.7` });

beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
});
afterAll(() => world.close());

const receipt = `receipt { receiptNumber form status submittedAt expectedBy nextStep reason canWithdraw version comments { field text } entries { status }
  returned { ... on IdIssueDetails { facilityName applicants { id name } } } }`;
const submitText = `mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) {
  ${receipt} inquiryCode replayed idApplication { id } userErrors { code message field }
  details { ... on IdIssueDetails { institutionCode phone applicants { nameKana birthDate licenceNumber existingAccountName } } } } }`;
const submit = async (input: object, viewer = somebody()) => (await world.client.get(viewer, submitText, { input })).idApplicationSubmit;
const status = async (receiptNumber: string, inquiryCode: string, viewer = somebody()) =>
  (
    await world.client.get(
      viewer,
      `query ($n: String!, $c: String!) { applicationStatus(receiptNumber: $n, inquiryCode: $c) { receiptNumber status nextStep version } }`,
      { n: receiptNumber, c: inquiryCode },
    )
  ).applicationStatus;

describe('filing without an ID (R1, R2)', () => {
  test('gives a number to say on the telephone, a code, and a task without names in the inbox (R34)', async () => {
    const input = await submission(world, districtId);
    const filed = await submit(input);
    expect(filed).toMatchObject({
      userErrors: [],
      replayed: false,
      idApplication: null,
      inquiryCode: expect.stringMatching(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/),
      receipt: {
        receiptNumber: expect.stringMatching(/^ID\d{2}-\d{6}-\d$/),
        form: 'FORM_2_1_1',
        status: 'SUBMITTED',
        version: 1,
        canWithdraw: true,
      },
    });
    const { receiptNumber } = filed.receipt;
    const tasks = await world.client.get(
      officer,
      `query ($q: String) { reviewTasks(filter: { query: $q }) { nodes { title kind dueOn subject { __typename ... on IdApplication { id receiptNumber viewerCanReview
        details { ... on IdIssueDetails { facilityName applicants { name nameKana birthDate } } } } } } } }`,
      { q: receiptNumber },
    );
    expect(tasks.reviewTasks.nodes).toMatchObject([
      {
        title: `IDの発行申請（様式2-1-1） 受付番号 ${receiptNumber}`,
        kind: 'ID_APPLICATION',
        dueOn: filed.receipt.expectedBy,
        subject: { __typename: 'IdApplication', id: input.idempotencyKey },
      },
    ]);
    const [event] = await world.sql<{ payload: unknown }>(
      "select payload from outbox_event where topic = 'identity.reviewTaskChanged' order by id desc limit 1",
    );
    expect(JSON.stringify(event)).not.toMatch(/山本|あおば/);
    const [line] = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'subjectId' = $1 order by seq limit 1", [
      input.idempotencyKey,
    ]);
    expect(line?.line).toMatchObject({ authority: 'APPLICANT', action: 'CREATE', actorType: 'anonymous', districtId });
    const [kept] = await world.sql<{ text: string }>('select a::text as text from id_application a where id = $1', [input.idempotencyKey]);
    expect(kept?.text).not.toContain(filed.inquiryCode);
  });

  test('the same again is one, and tells the code again; another form under the same key is refused', async () => {
    const input = await submission(world, districtId);
    const [first, second] = [await submit(input), await submit(input)];
    expect(second).toMatchObject({
      replayed: true,
      inquiryCode: first.inquiryCode,
      receipt: { receiptNumber: first.receipt.receiptNumber },
    });
    // What is shown again was looked at again (R32).
    expect(await desk(world, districtId).record(input.idempotencyKey)).toEqual(['APPLICANT CREATE', 'APPLICANT VIEW']);
    const other = await submit({ ...input, issue: { ...input.issue, address: '別の町' } });
    expect(other).toMatchObject({ receipt: null, userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] });
    expect(await world.sql('select id from id_application where id = $1', [input.idempotencyKey])).toHaveLength(1);
  });

  test('twenty facilities that file at one moment all get a number; the same one sent twice at once is one', async () => {
    const inputs = await Promise.all(Array.from({ length: 20 }, () => submission(world, districtId)));
    const filed = await Promise.all([...inputs, ...inputs.slice(0, 2)].map((input) => submit(input)));
    expect(filed.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(filed.filter(({ replayed }) => replayed)).toHaveLength(2);
    expect(new Set(filed.map((one) => one.receipt.receiptNumber)).size).toBe(20);
  });

  test('mixed widths and half-width kana are mended and shown', async () => {
    const issue = issueForm({
      institutionCode: '０１－１０１１３－７１９',
      phone: '（０９５２）００-００１２',
      applicants: [applicant({ nameKana: 'ﾔﾏﾓﾄ　さくら', birthDate: '１９８５/04/01', licenceNumber: '第１２３-456号' })],
    });
    expect(await submit(await submission(world, districtId, issue))).toMatchObject({
      userErrors: [],
      details: {
        institutionCode: '0110113719',
        phone: '+81952000012',
        applicants: [{ nameKana: 'ヤマモト サクラ', birthDate: '1985-04-01', licenceNumber: '第123456号' }],
      },
    });
  });

  test.each([
    [{ institutionCode: '0110113718' }, 'INVALID', ['institutionCode'], /検証番号/],
    [{ institutionCode: '123' }, 'INVALID', ['institutionCode'], /10桁/],
    [{ institutionCode: '9910113719' }, 'INVALID', ['institutionCode'], /都道府県/],
    [{ facilityName: ' ' }, 'BLANK', ['facilityName'], /入力/],
    [{ address: '1234-5678-9018' }, 'MY_NUMBER_NOT_ALLOWED', ['address'], /マイナンバー/],
    [{ contactEmail: 'sakura' }, 'INVALID', ['contactEmail'], /メール/],
    [{ applicants: [] }, 'BLANK', ['applicants'], /入力/],
    [
      {
        applicants: [
          applicant({ birthDate: '1985-04-01' }),
          applicant({ licenceNumber: null, name: '山本　さくら', birthDate: '1985-04-01' }),
        ],
      },
      'SHARED_ID_NOT_ALLOWED',
      ['applicants', '1', 'nameKana'],
      /2回/,
    ],
    [
      {
        applicants: [
          applicant({ name: 'ジョン スミス', birthDate: '1985-04-01' }),
          applicant({ name: 'ｼﾞｮﾝ･ｽﾐｽ', nameKana: 'ジョン スミス', birthDate: '1985-04-01' }),
        ],
      },
      'SHARED_ID_NOT_ALLOWED',
      ['applicants', '1', 'name'],
      /2回/,
    ],
    [{ applicants: [applicant({ nameKana: '山本' })] }, 'INVALID', ['applicants', '0', 'nameKana'], /カタカナ/],
    [{ applicants: [applicant({ birthDate: '1985-02-30' })] }, 'INVALID', ['applicants', '0', 'birthDate'], /生年月日/],
    [
      { applicants: [applicant({ title: '１２３４　５６７８　９０１８' })] },
      'MY_NUMBER_NOT_ALLOWED',
      ['applicants', '0', 'title'],
      /マイナンバー/,
    ],
    [{ applicants: [applicant({ professions: [] })] }, 'BLANK', ['applicants', '0', 'professions'], /職種/],
  ])('what is wrong is said where it stands, and nothing is kept: %j', async (wrong, code, field, words) => {
    const input = await submission(world, districtId, issueForm(wrong));
    const { receipt: none, userErrors, details } = await submit(input);
    expect(none).toBeNull();
    expect(userErrors).toMatchObject([{ code, field: ['input', 'issue', ...field], message: expect.stringMatching(words) }]);
    expect(details).not.toBeNull();
    expect(await world.sql('select id from id_application where id = $1', [input.idempotencyKey])).toEqual([]);
  });

  test('the wrong form, no such district, and a pledge that is old, incomplete or unsigned are refused (R1)', async () => {
    const input = await submission(world, districtId);
    const errors = async (more: object) => (await submit({ ...input, ...more })).userErrors;
    expect(await errors({ form: 'FORM_2_1_2' })).toMatchObject([{ field: ['input', 'form'], message: expect.stringContaining('2-1-2') }]);
    expect(await errors({ districtId: newId() })).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'districtId'] }]);
    expect(await errors({ pledge: { ...input.pledge, textVersion: '0' } })).toMatchObject([
      { code: 'STALE_VERSION', field: ['input', 'pledge', 'textVersion'] },
    ]);
    expect(await errors({ pledge: { ...input.pledge, acceptedClauses: [] } })).toMatchObject([
      { code: 'PLEDGE_REQUIRED', field: expect.arrayContaining(['pledge']) },
    ]);
    expect(await errors({ pledge: { ...input.pledge, signature: '' } })).toMatchObject([
      { code: 'BLANK', field: ['input', 'pledge', 'signature'] },
    ]);
    expect(await world.sql('select id from id_application where id = $1', [input.idempotencyKey])).toEqual([]);
  });
});

describe('looking at it by number and code (V09)', () => {
  test('however both are typed; a wrong code and an unknown number are one answer, in the record alike', async () => {
    const { receipt: filed, inquiryCode } = await submit(await submission(world, districtId));
    const typed = filed.receiptNumber.replaceAll(/\D/g, '');
    expect(await status(typed, inquiryCode.toLowerCase().replace('-', ' '))).toMatchObject({
      receiptNumber: filed.receiptNumber,
      status: 'SUBMITTED',
      nextStep: expect.stringContaining('支援センター'),
    });
    expect(await status(filed.receiptNumber, 'AAAAA-AAAAA')).toBeNull();
    for (const number of ['ID26-999999-0', 'ID26\u0000', '\u001b', '']) expect(await status(number, inquiryCode)).toBeNull();
    expect(await status(filed.receiptNumber, '\u0000')).toBeNull();
    const refused = await world.sql<{ line: any }>(
      "select line from audit_entry where line ->> 'action' = 'DENIED' and line ->> 'subjectType' = 'IdApplication' order by seq desc limit 2",
    );
    expect(refused.map(({ line }) => line.subjectId)).toEqual([null, null]);
  });

  test('ten wrong codes close a number for a while, known or not, from wherever they come; the right one counts none', async () => {
    const { receipt: filed, inquiryCode } = await submit(await submission(world, districtId));
    const ask = async (number: string, code: string) =>
      (
        await world.client.ask(
          somebody(),
          'query ($n: String!, $c: String!) { applicationStatus(receiptNumber: $n, inquiryCode: $c) { status } }',
          {
            n: number,
            c: code,
          },
        )
      ).errors?.[0]?.extensions?.code;
    for (let count = 0; count < 12; count += 1) expect(await ask(filed.receiptNumber, inquiryCode)).toBeUndefined();
    for (const number of [filed.receiptNumber, 'ID26-900000-0']) {
      for (let count = 0; count < 10; count += 1) expect(await ask(number, 'AAAAA-AAAAA')).toBeUndefined();
      expect(await ask(number, inquiryCode)).toBe('RATE_LIMITED');
    }
  });

  test('one network files thirty times an hour, another is not kept from it', async () => {
    const one = somebody();
    const bad = await submission(world, districtId, issueForm({ facilityName: '' }));
    for (let count = 0; count < 30; count += 1) await submit({ ...bad, idempotencyKey: newId() }, one);
    const { errors } = await world.client.ask(one, submitText, { input: bad });
    expect(errors?.[0]?.extensions?.code).toBe('RATE_LIMITED');
    expect((await submit(bad)).userErrors).toMatchObject([{ code: 'BLANK' }]);
  });
});

describe('who sees it', () => {
  test('officers of its district; nobody by its id alone', async () => {
    const input = await submission(world, districtId);
    await submit(input);
    const ask = async (viewer: Viewer) =>
      (await world.client.get(viewer, 'query ($id: ID!) { idApplication(id: $id) { receiptNumber } }', { id: input.idempotencyKey }))
        .idApplication;
    expect(await ask(officer)).not.toBeNull();
    for (const viewer of [foreign, doctor, somebody()]) {
      expect(await ask(viewer)).toBeNull();
      expect(await world.client.entities(viewer, 'IdApplication', '{ receiptNumber }', [input.idempotencyKey])).toEqual([null]);
    }
  });
});
