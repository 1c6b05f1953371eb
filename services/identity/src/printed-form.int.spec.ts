/** An application is printed as its form, for whom may see it, and its scan finds back to it (R19, R32). */
import { readReceiptNumber } from '@heya/forms/scan';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, type TestBrowser } from './account.fixture.ts';
import { submission } from './id-application.fixture.ts';
import { openWorld, testDistrict, type TestPerson, type World } from './identity.fixture.ts';

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
