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

/** One contact and one hospital, and no word about disasters; the pages follow each other. */
export async function fillParts(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: '連絡先を追加する' }).click();
  await page.getByLabel('氏名').fill('森野 和子');
  await page.getByLabel('続柄').fill('長女');
  await page.getByLabel('電話番号 1').fill('090-0000-0123');
  await look('contact');
  await page.getByRole('button', { name: '保存する' }).click();
  await sees(page.getByRole('listitem'), '森野 和子');
  await look('contacts');
  await page.getByRole('link', { name: 'つぎへ', exact: true }).click();
  await page.getByRole('group', { name: '再入院' }).getByLabel('病院の名前').fill('見本中央病院');
  await look('hospitals');
  await nextPage(page);
  await page.getByRole('heading', { name: '災害のときのこと' }).waitFor();
  await look('disaster');
  await page.getByRole('button', { name: '書かずに、つぎへ' }).click();
  await sees(page, '見本中央病院');
}
