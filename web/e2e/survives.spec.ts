/** kill -9 of what stands between two open screens: what is typed meanwhile arrives, once, and the screens go on by themselves. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { Joined } from '../../infra/local/journeys/join.ts';
import type { PartName } from '../../infra/local/stack.mjs';
import { postBy, writeNote } from './steps/room.ts';
import { launchBrowser } from './support/browser.ts';
import { shot } from './support/look.ts';
import { meet, type Person, signIn } from './support/person.ts';

let stack: Joined;
let browser: Browser;
let nurse: Person;
let doctor: Person;

beforeAll(async () => {
  [stack, browser] = await Promise.all([Joined.open('survives', 'room'), launchBrowser()]);
  nurse = await meet(browser, stack, { role: 'nurse', size: 'phone' });
  doctor = await meet(browser, stack, { role: 'doctor', size: 'desk' });
  await Promise.all([nurse, doctor].map(openRoom));
});
afterAll(() => browser?.close());

async function openRoom(person: Person): Promise<void> {
  await signIn(person);
  await person.page.goto(`/rooms/${stack.demo.room?.id ?? ''}`);
  await person.page.getByRole('article').first().waitFor();
  await person.page.evaluate(() => document.documentElement.setAttribute('data-same-page', 'yes'));
}

const isSamePage = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-same-page');

/** Written by one, seen by both, once. */
async function arrives(from: Person, to: Person, body: string): Promise<void> {
  for (const { page } of [to, from]) {
    const post = postBy(page, from.account.displayName, body);
    await post.first().waitFor({ timeout: 30_000 });
    expect(await post.count()).toBe(1);
  }
}

it.each<PartName>(['gateway', 'portal'])('kill -9 of the %s loses nothing that was typed and doubles nothing', async (part) => {
  const meanwhile = `${part}が止まっているあいだの記録`;
  stack.kill(part);
  await writeNote(nurse.page, { body: meanwhile, everyone: false });
  await shot(nurse.page, `40-${part}-down`);
  await stack.ready(part);
  await arrives(nurse, doctor, meanwhile);
  const after = `${part}が戻ったあとの返事`;
  await writeNote(doctor.page, { body: after, everyone: false });
  await arrives(doctor, nurse, after);
  for (const { page } of [nurse, doctor]) expect(await isSamePage(page)).toBe('yes');
  expect(await doctor.page.getByRole('article').filter({ hasText: meanwhile }).count()).toBe(1);
});

it('the same posts stand there after a reload', async () => {
  for (const { page } of [nurse, doctor]) {
    const before = await page.getByRole('article').allInnerTexts();
    await page.reload();
    await page.getByRole('article').first().waitFor();
    expect(bodies(await page.getByRole('article').allInnerTexts())).toEqual(bodies(before));
  }
});

/** What was written, without the counts that move while people read. */
const bodies = (posts: readonly string[]): string[] => posts.map((post) => post.replace(/既読 \d+\/\d+[\s\S]*$/, ''));
