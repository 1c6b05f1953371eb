/** What people do in a room. */
import type { Locator, Page } from 'playwright-core';

/** Accepts the one invitation on the home screen; the room opens. @returns the room's id */
export async function acceptInvitation(page: Page): Promise<string> {
  await page.getByRole('button', { name: '参加する' }).click();
  await page.waitForURL(/\/rooms\//);
  await page
    .getByRole('link', { name: 'きろく' })
    .or(page.getByRole('link', { name: 'きょうのようす' }))
    .waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** 37.8 is 378: twelve digits fill all five fields, which move on by themselves. */
export async function typeVitals(page: Page, digits: string): Promise<void> {
  const keypad = page.getByRole('group', { name: '数字' });
  for (const digit of digits) await keypad.getByRole('button', { name: digit, exact: true }).click();
}

export const postBy = (page: Page, name: string, text: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^${name}さんの記録`) }).filter({ hasText: text });

/** Writes a note from the composer, which on a phone has to be brought up first. */
export async function writeNote(page: Page, { body, everyone }: { body: string; everyone: boolean }): Promise<void> {
  const open = page.getByRole('button', { name: '書く', exact: true });
  if (await open.isVisible()) await open.click();
  await page.getByRole('radio', { name: everyone ? '家族も見ます' : '職員だけ' }).check();
  await page.getByRole('textbox', { name: '書く' }).fill(body);
  await page.getByRole('button', { name: everyone ? '家族も見るように送る' : '職員だけに送る' }).click();
}
