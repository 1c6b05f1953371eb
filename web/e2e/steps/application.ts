/** Form 4-1 page by page, and the center's desk where it is checked and approved. */
import type { Page } from 'playwright-core';
import { sees } from '../support/person.ts';

export const nextPage = (page: Page): Promise<void> => page.getByRole('button', { name: 'つぎへ', exact: true }).click();

/** Finds a facility by part of its name and takes these of its people. */
export async function addStaff(page: Page, facility: string, names: readonly string[]): Promise<void> {
  await page.getByLabel('医療機関・事業所をさがす').fill(facility);
  await page.getByRole('button', { name: 'さがす' }).click();
  await page.getByRole('button', { name: facility }).click();
  for (const name of names) await page.getByRole('button', { name: `${name}さんを追加する` }).click();
}

export async function addFamily(page: Page, accountName: string, displayName: string): Promise<void> {
  await page.getByLabel('アカウント名').fill(accountName);
  await page.getByRole('button', { name: '追加する' }).click();
  await sees(page.getByRole('listitem'), displayName);
}

/** From the inbox, which may have been open all along, into the task with this receipt number or title. */
export async function openTask(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: '← 受付箱' }).waitFor();
}
