/** An application is printed as its form, for whom may see it, and its scan finds back to it (R19, R32). */
import { readText } from '@heya/forms/raster.fixture';
import { readReceiptNumber } from '@heya/forms/scan';
import type { Viewer } from '@heya/service-common/viewer';
import { fileOf } from '@heya/testkit/client';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, type TestBrowser } from './account.fixture.ts';
import { desk } from './id-application.desk.fixture.ts';
import { submission } from './id-application.fixture.ts';
import { openWorld, testDistrict, type TestPerson, viewerOf, type World } from './identity.fixture.ts';

let world: World;
const [home, away] = [testDistrict(), testDistrict()];
beforeAll(async () => {
  world = await openWorld();
  await world.load({ ...home.file, facilities: [...home.file.facilities, center] });
  await world.load(away.file);
});
afterAll(() => world.close());

const center = {
  id: newId(),
  institutionCode: '4198100072',
  kind: 'HOME_CARE_SUPPORT_CENTER' as const,
  name: '若葉市在宅医療・介護連携支援センター',
  municipality: '若葉市',
  address: '若葉市中央町二丁目1-1',
  phone: '0952-00-0071',
};

test('an officer prints it, the QR code is its number, and the record says so', async () => {
  const { id, receiptNumber } = await file();
  const { status, bytes, headers } = await print(await browserOf(home.people.officer), id);
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${receiptNumber}.pdf"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(headers.get('content-security-policy')).toMatch(/^frame-ancestors http:\/\/[^ *]+$/);
  expect(await readReceiptNumber(bytes)).toEqual({ receiptNumber, page: 1, rotation: 0 });
  expect(await recorded(id)).toEqual([{ action: 'PRINT', authority: 'REVIEW', actorId: home.people.officer.id }]);
  const lines = await world.sql<{ transaction: string }>(
    "select distinct xmin::text as transaction from audit_entry where line ->> 'subjectId' = $1 and line ->> 'actorId' = $2",
    [id, home.people.officer.id],
  );
  expect(lines).toHaveLength(1);
}, 60_000);

const officer = viewerOf(home, home.people.officer);
const show = (viewer: Viewer, path: string) =>
  fileOf(
    world.address,
    { name: 'identity', key: world.environment.envelopeKey, viewer },
    { method: 'GET', path: `/files/applications/${path}` },
  );
const told = (pages: { text: string }[]) => pages.map(({ text }) => text.replaceAll(/\s+/g, ''));

test('its pages are shown beside the fields, each look in the record, to whom may see it alone', async () => {
  const { id } = await file();
  const { status, bytes, headers } = await show(officer, `${id}/form/1`);
  expect([status, headers.get('content-type'), headers.get('heya-pages')]).toEqual([200, 'image/webp', '1']);
  expect(Buffer.from(bytes).toString('latin1', 8, 12)).toBe('WEBP');
  const looks = await world.sql(
    "select from audit_entry where line ->> 'subjectId' = $1 and line ->> 'action' = 'VIEW' and line ->> 'actorId' = $2",
    [id, officer.userId],
  );
  expect(looks).toHaveLength(1);
  for (const [viewer, path] of [
    [officer, `${id}/form/2`],
    [officer, `${newId()}/form/1`],
    [viewerOf(away, away.people.officer), `${id}/form/1`],
    [viewerOf(home, home.people.nurse), `${id}/form`],
  ] as const)
    expect((await show(viewer, path)).status).toBe(404);
});

test('who applied prints it with number and code, without the names of officers', async () => {
  const { file: apply, review } = desk(world, home.file.district.id);
  const filed = await apply();
  await review(officer, filed.id, { decision: 'RETURN', reason: '読みを確かめてください', expectedVersion: 1 });
  const ask = async (inquiryCode: string) =>
    (
      await world.client.get(
        { type: 'anonymous', address: '10.1.1.8' },
        'query ($n: String!, $c: String!) { applicationForm(receiptNumber: $n, inquiryCode: $c) { fileName base64 } }',
        { n: filed.receiptNumber, c: inquiryCode },
      )
    ).applicationForm;
  const { fileName, base64 } = await ask(filed.inquiryCode);
  expect(fileName).toBe(`${filed.receiptNumber}.pdf`);
  const [page] = told(await readText(Buffer.from(base64, 'base64')));
  expect(page).toContain('差し戻し支援センター職員');
  expect(page).not.toContain('渡辺直子');
  expect(await ask('AAAAA-AAAAA')).toBeNull();
  expect(await recorded(filed.id)).toEqual([{ action: 'PRINT', authority: 'APPLICANT', actorId: null }]);
});

test('blank forms are for everybody, with the center that takes them and the wording of the district', async () => {
  const ask = async (form: string, districtId = home.file.district.id) =>
    (
      await world.client.get(
        { type: 'anonymous', address: '10.1.1.9' },
        'query ($d: ID!, $f: FormCode!) { blankForm(districtId: $d, form: $f) { fileName base64 } }',
        { d: districtId, f: form },
      )
    ).blankForm;
  for (const form of ['FORM_1_1', 'FORM_1_2', 'FORM_2_1_1', 'FORM_2_1_2', 'FORM_2_2', 'FORM_4_1', 'FORM_4_2', 'FORM_4_3']) {
    const { fileName, base64 } = await ask(form);
    expect(fileName).toBe(`${form.toLowerCase().replaceAll('_', '-')}.pdf`);
    const [page] = told(await readText(Buffer.from(base64, 'base64')));
    expect(page).toContain(center.name);
    expect(page).toContain('受付番号（センターが記入）');
    const [wording] = await world.sql<{ ja: string }>("select clauses -> 0 ->> 'ja' as ja from pledge_text where form = $1", [form]);
    if (wording) expect(page).toContain(wording.ja.replaceAll(/\s+/g, '').slice(0, 30));
    expect(Boolean(wording)).toBe(form.startsWith('FORM_1'));
  }
  expect(await ask('FORM_2_2', newId())).toBeNull();
});

test('letters: a page for each code that counts, in one file; any other code, and anybody else, gets none', async () => {
  const { file: apply, approve } = desk(world, home.file.district.id);
  const filed = await apply();
  await approve(officer, filed.id, 1);
  const { issued, idApplication } = await approve(viewerOf(home, home.people.otherOfficer), filed.id, 2);
  const userId = idApplication.details.applicants[0].issuedUser.id as string;
  const code = issued[0].enrolmentCode as string;
  const ask = async (viewer: Viewer, codes: object[]) =>
    (await world.client.get(viewer, 'query ($codes: [EnrolmentCodeInput!]!) { enrolmentLetters(codes: $codes) { base64 } }', { codes }))
      .enrolmentLetters;
  const pages = told(await readText(Buffer.from((await ask(officer, [{ userId, code }])).base64, 'base64')));
  expect(pages).toHaveLength(1);
  for (const words of [code, '山本さくら様', 'あおば診療所', 'http://localhost:3000/enrol', center.name]) expect(pages[0]).toContain(words);
  expect(pages[0]).not.toContain(issued[0].accountName);
  for (const [viewer, codes] of [
    [officer, [{ userId, code: 'AAAAA-AAAAA-AAAAA' }]],
    [
      officer,
      [
        { userId, code },
        { userId: home.people.nurse.id, code },
      ],
    ],
    [officer, []],
    [viewerOf(away, away.people.officer), [{ userId, code }]],
    [viewerOf(home, home.people.doctor), [{ userId, code }]],
  ] as const)
    expect(await ask(viewer, [...codes])).toBeNull();
  const lines = await world.sql("select from audit_entry where line ->> 'subjectType' = 'Enrolment' and line ->> 'action' = 'PRINT'");
  expect(lines).toHaveLength(1);
});

test('nobody else does: without a sign-in, from another district, or of another place, and what is not there looks the same', async () => {
  const { id } = await file();
  expect((await print(world.browser(), id)).status).toBe(401);
  const nurse = await browserOf(home.people.nurse);
  for (const browser of [await browserOf(away.people.officer), nurse])
    expect(await print(browser, id)).toMatchObject({ status: 404, body: '' });
  for (const other of [newId(), 'x', '../security']) expect((await print(nurse, other)).status).toBe(404);
  expect(await recorded(id)).toEqual([]);
});

const browserOf = async (who: TestPerson): Promise<TestBrowser> => (await signIn(world, who)).browser;
const print = (browser: TestBrowser, id: string) => browser.open(`/oidc/account/forms/${encodeURIComponent(id)}`);

async function file(): Promise<{ id: string; receiptNumber: string }> {
  const input = await submission(world, home.file.district.id);
  const { idApplicationSubmit } = await world.client.get(
    { type: 'anonymous', address: '10.1.1.7' },
    'mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { receipt { receiptNumber } userErrors { code field } } }',
    { input },
  );
  expect(idApplicationSubmit.userErrors).toEqual([]);
  return { id: input.idempotencyKey, receiptNumber: idApplicationSubmit.receipt.receiptNumber };
}

async function recorded(id: string): Promise<unknown[]> {
  const lines = await world.sql<{ line: Record<string, unknown> }>(
    "select line from audit_entry where line ->> 'subjectId' = $1 and line ->> 'action' = 'PRINT' order by seq",
    [id],
  );
  return lines.map(({ line: { action, authority, actorId } }) => ({ action, authority, actorId }));
}
