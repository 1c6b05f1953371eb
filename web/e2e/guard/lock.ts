/** A screen nobody touches is emptied, then left (R6). The browser's clock is moved on; nobody waits ten minutes. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { inspect } from '../support/look.ts';
import { type Person, sees, signIn, typePassword, typeCode } from '../support/person.ts';
import { scriptReach } from '../support/witness.ts';
import type { Guarded } from './stage.ts';

const begun = '書きかけの引きつぎ';

export function lock(guarded: Guarded): void {
  let nurse: Person;
  let other: Page;
  let name: string;

  it('stays open while somebody types in any of its tabs', async () => {
    nurse = await guarded.as('helper', 'phone');
    await nurse.context.clock.install();
    await nurse.page.goto(guarded.inRoom());
    other = await nurse.context.newPage();
    await other.goto(guarded.inRoom('people'));
    name = (await nurse.page.getByRole('heading', { level: 1 }).innerText()).split('さん')[0] ?? '';
    await nurse.page.getByRole('button', { name: '書く', exact: true }).click();
    await nurse.page.getByRole('textbox', { name: '書く' }).fill(begun);
    for (let minutes = 0; minutes < 12; minutes += 4) {
      await nurse.context.clock.fastForward('04:00');
      await nurse.page.getByRole('textbox', { name: '書く' }).press('End');
    }
    for (const page of [nurse.page, other]) expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(name);
  });

  it('is emptied and locked in all tabs after ten minutes without input', async () => {
    await nurse.context.clock.fastForward('10:00');
    for (const page of [nurse.page, other]) {
      await page.waitForURL(/\/locked/);
      await sees(page, '画面をロックしました');
      expect((await page.content()) + (await scriptReach(page)).replace(begun, '')).not.toContain(name);
    }
    await inspect(nurse, '50-locked');
  });

  it('opens by no reload, no address, no request', async () => {
    const { page } = nurse;
    await page.reload();
    await sees(page, '画面をロックしました');
    for (const way of ['/', '/?problem=ended', '/home', guarded.inRoom()]) {
      await page.goto(way);
      await page.waitForURL(/\/locked/);
    }
    const refused = await page.evaluate(async () => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      const answers = await Promise.all(['/graphql', '/ticket', '/activity'].map((path) => fetch(path, init)));
      return answers.map(({ status }) => status);
    });
    expect(refused).toEqual([401, 401, 423]);
  });

  it('opens by password and code; what was begun is still there, and the other tab goes on', async () => {
    const { page, account } = nurse;
    await page.getByRole('link', { name: 'ログインして、つづける' }).click();
    await typePassword(page, account);
    await typeCode(page, account.totpSecret);
    await page.getByRole('button', { name: '書きかけを続ける' }).click();
    expect(await page.getByRole('textbox', { name: '書く' }).inputValue()).toBe(begun);
    await other.waitForURL(/\/rooms\//);
    await other.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
  });

  it('is signed out after thirty minutes and keeps nothing', async () => {
    const { page } = nurse;
    await nurse.context.clock.fastForward('10:00');
    await sees(page, '画面をロックしました');
    await nurse.context.clock.fastForward('20:00');
    await sees(page, '30分使わなかったので、ログアウトしました');
    await inspect(nurse, '51-left');
    expect(await scriptReach(page)).not.toContain(begun);
    await page.goto(guarded.inRoom());
    await page.getByRole('link', { name: 'ログインする' }).waitFor();
    await signIn(nurse);
  });
}
