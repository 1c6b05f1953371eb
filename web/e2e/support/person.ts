/** One person at their own device: a browser context of their own, signed in through the real pages. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { DemoAccount } from '../../../infra/local/stack.mjs';
import type { Joined } from '../../../infra/local/journeys/join.ts';
import { totpCode } from '../../../infra/local/api/totp.mjs';
import { Witness } from './witness.ts';

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const;
export type Size = keyof typeof sizes;

export interface Person {
  role: string;
  account: DemoAccount;
  size: Size;
  page: Page;
  context: BrowserContext;
  /** What their browser got and complained about. */
  witness: Witness;
}

/** Gives a person of the demo district a device; nobody is signed in yet. */
export async function meet(browser: Browser, stack: Joined, { role, size }: { role: string; size: Size }): Promise<Person> {
  const account = stack.demo.accounts.find((found) => found.role === role);
  if (!account) throw new Error(`No demo account for ${role}`);
  const context = await browser.newContext({
    baseURL: stack.urls.portal,
    viewport: sizes[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return { role, account, size, page, context, witness: new Witness(page) };
}

/** From the portal's first page through password and one-time code to the person's home, or where else they arrive. */
export async function signIn({ page, account }: Pick<Person, 'page' | 'account'>, arrives?: RegExp): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'ログインする' }).click();
  await typePassword(page, account);
  await typeCode(page, account.totpSecret, arrives);
}

export async function typePassword(page: Page, { userName, password }: Pick<DemoAccount, 'userName' | 'password'>): Promise<void> {
  await page.getByLabel('ログインID').fill(userName);
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: '次へ' }).click();
}

const codeMs = 30_000;

/**
 * A code counts once: when it was used moments ago, the authenticator's next one is typed, which the clock's tolerance allows;
 * when that was used too, the one that the authenticator shows next.
 */
export async function typeCode(page: Page, secret: string, arrives = /\/(home|center|pledge\?.*|rooms\/[^/]+)$/): Promise<void> {
  const home = page.getByRole('main').getByRole('heading', { level: 1 });
  for (const [ahead, wait] of [
    [0, false],
    [1, false],
    [1, true],
  ] as const) {
    if (wait) await pause(codeMs - (Date.now() % codeMs));
    await page.getByLabel('確認コード').fill(totpCode(secret, Date.now() + ahead * codeMs));
    await page.getByRole('button', { name: 'ログインする' }).click();
    await page.waitForLoadState();
    if (!(await page.getByText('確認コードが違うか').isVisible())) break;
  }
  await page.waitForURL(arrives);
  await home.waitFor();
}

/** Waits for what a person would see, and says what was missing. */
export const sees = (where: Page | Locator, text: string | RegExp, timeout?: number): Promise<void> =>
  where
    .getByText(text)
    .first()
    .waitFor(timeout === undefined ? {} : { timeout });

/** The page is read, but its streams do not begin until told: what happens meanwhile must reach it all the same (R26). @returns lets them begin */
export async function holdStreams(page: Page): Promise<() => void> {
  const { promise: told, resolve: tell } = Promise.withResolvers<void>();
  await page.route('**/ticket', async (route) => {
    await told;
    await route.continue();
  });
  return tell;
}
