/** Passkeys as people use them: a real ceremony of a real browser, with an authenticator the browser itself simulates (V12, threat 20). */
import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { type Device, simulateDevice } from '../support/device.ts';
import { inspect } from '../support/look.ts';
import { meet, type Person, sees, signIn, typeCode, typePassword } from '../support/person.ts';
import { scriptReach } from '../support/witness.ts';
import type { Guarded } from './stage.ts';

/** The same browser, signed in nowhere: what is in the device stays in it. */
async function toSignInPage({ page, context }: Pick<Person, 'page' | 'context'>): Promise<void> {
  await context.clearCookies();
  await page.goto('/');
  await page.getByRole('link', { name: 'ログインする' }).click();
  await page.getByLabel('ログインID').waitFor();
}

const atHome = (page: Page): Promise<unknown> => page.waitForURL(/\/home$/);

export function passkey(guarded: Guarded): void {
  let person: Person;
  let device: Device;
  const issuer = (): string => guarded.stack.urls.issuer;

  beforeAll(async () => {
    person = await meet(guarded.browser, guarded.stack, { role: 'outsider', size: 'phone' });
    device = await simulateDevice(person.page);
  });

  const recognises = (isUserVerified: boolean): Promise<unknown> =>
    device.cdp.send('WebAuthn.setUserVerified', { authenticatorId: device.authenticatorId, isUserVerified });

  /** As portals link to it. */
  const openSecurity = (page: Page): Promise<unknown> => page.goto(`${new URL(issuer()).origin}/account/security`);

  it('a signed-in person adds the passkey of this device at the page of their own sign-in', async () => {
    const { page } = person;
    await signIn(person);
    await openSecurity(page);
    await page.getByRole('heading', { level: 1, name: 'ログインの安全' }).waitFor();
    await inspect(person, '50-security');
    await page.getByRole('textbox', { name: 'パスキーの名前必須' }).fill('訪問用の電話');
    await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
    await sees(page, 'パスキーを登録しました');
    await page.getByRole('heading', { level: 3, name: '訪問用の電話' }).waitFor();
    await inspect(person, '51-security-passkey');
    const { credentials } = await device.cdp.send('WebAuthn.getCredentials', { authenticatorId: device.authenticatorId });
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
  });

  it('the same device is not added twice', async () => {
    const { page } = person;
    await openSecurity(page);
    await page.getByRole('textbox', { name: 'パスキーの名前必須' }).fill('もう一度');
    await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
    await sees(page, 'パスキーで確かめられませんでした');
  });

  it('from then on the device signs in by itself, without a name', async () => {
    await toSignInPage(person);
    await inspect(person, '52-sign-in-passkey');
    await person.page.getByRole('button', { name: 'パスキーでログインする' }).click();
    await atHome(person.page);
    await sees(person.page, person.account.displayName);
  });

  it('a device that did not recognise its owner signs nobody in', async () => {
    await toSignInPage(person);
    await recognises(false);
    await person.page.getByRole('button', { name: 'パスキーでログインする' }).click();
    await sees(person.page, 'パスキーで確かめられませんでした');
    await recognises(true);
    await person.page.getByRole('button', { name: 'パスキーでログインする' }).click();
    await atHome(person.page);
  });

  it('password and code open nothing any more; after the right password the passkey is asked for', async () => {
    const { page, account } = person;
    await toSignInPage(person);
    await typePassword(page, account);
    await page.getByRole('heading', { level: 1, name: 'パスキーで確かめます' }).waitFor();
    expect(await page.getByLabel('確認コード').count()).toBe(0);
    await inspect(person, '53-passkey-only');
    await page.getByRole('button', { name: 'パスキーでログインする' }).click();
    await atHome(page);
  });

  it('the last one goes by itself, and then password and code sign in as before', async () => {
    const { page, account } = person;
    await openSecurity(page);
    await page.getByText('名前を変える・消す').click();
    await page.getByRole('button', { name: 'このパスキーを消す' }).click();
    await sees(page, 'パスキーを消しました');
    await page.goto(`${issuer()}/account/proof`);
    await page.getByRole('heading', { level: 1, name: '本人の確認' }).waitFor();
    await inspect(person, '54-proof');
    await toSignInPage(person);
    await typePassword(page, account);
    await typeCode(page, account.totpSecret);
  });

  it('without script, password and code sign in and the page of the own sign-in can be read and used', async () => {
    const admin = await meet(guarded.browser, guarded.stack, { role: 'facilityAdmin', size: 'desk' });
    const plain = await guarded.browser.newContext({ baseURL: guarded.stack.urls.portal, javaScriptEnabled: false, locale: 'ja-JP' });
    const page = await plain.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: 'ログインする' }).click();
    expect(await page.getByRole('button', { name: 'パスキーでログインする' }).count()).toBe(0);
    await typePassword(page, admin.account);
    await typeCode(page, admin.account.totpSecret);
    await openSecurity(page);
    await page.getByRole('link', { name: '認証アプリを登録し直す' }).click();
    await page.getByRole('img', { name: '認証アプリで読み取るQRコード' }).waitFor();
    await plain.close();
  });

  it('no page complained, and nothing secret lay within reach of a script', async () => {
    const { page, context, witness } = person;
    await witness.settled();
    expect(witness.leaks).toEqual([]);
    expect(witness.complaints.filter((line) => !/status of (404|422)|WebSocket connection/.test(line))).toEqual([]);
    await openSecurity(page);
    const reach = await scriptReach(page);
    for (const { name, value } of await context.cookies(issuer())) if (name.startsWith('heya_')) expect(reach, name).not.toContain(value);
  });
}
