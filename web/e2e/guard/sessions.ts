/** One's own sign-ins, seen and ended (R4, R6). */
import { expect, it } from 'vitest';
import { inspect } from '../support/look.ts';
import { meet, type Person, sees, signIn } from '../support/person.ts';
import type { Guarded } from './stage.ts';

export function sessions(guarded: Guarded): void {
  let first: Person;
  let second: Person;

  it('lists each sign-in with device, way, times and a masked network, and leads to passkeys and password', async () => {
    first = await guarded.as('secondNurse', 'desk');
    second = await meet(guarded.browser, guarded.stack, { role: 'secondNurse', size: 'phone' });
    await signIn(second);
    const { page } = first;
    await page.goto('/account/sessions');
    const items = page.getByRole('main').getByRole('listitem');
    await items.nth(1).waitFor();
    const current = items.filter({ hasText: 'この端末' });
    expect(await current.count()).toBe(1);
    await sees(current, /Chrome/);
    await sees(current, 'パスワード＋確認コード');
    await sees(current, /127\.0\.\*\.\*|0:0:0:\*/);
    const link = page.getByRole('link', { name: 'パスキー・パスワードの設定を開く' });
    expect(await link.getAttribute('href')).toBe(new URL('/account/security', guarded.stack.urls.issuer).href);
    await inspect(first, '60-sessions');
  });

  it('ends one: the other device leaves at once and shows nothing', async () => {
    await second.page.goto(guarded.inRoom());
    await second.page.getByRole('article').first().waitFor();
    const other = first.page.getByRole('main').getByRole('listitem').filter({ hasNotText: 'この端末' });
    for (const button of await other.getByRole('button', { name: '終わらせる' }).all()) await button.click();
    await sees(second.page, /ほかの端末から、この端末のログインが止められました|ログインの時間が終わりました/);
    expect(await second.page.getByRole('article').count()).toBe(0);
    await sees(first.page, '終わらせました');
  });

  it('ends all, this one too, after asking', async () => {
    const { page } = first;
    await page.getByRole('button', { name: 'この端末も、すべて終わらせる' }).click();
    await page.getByRole('heading', { name: 'すべての端末を終わらせますか' }).waitFor();
    await inspect(first, '61-end-all');
    await page.getByRole('button', { name: 'この端末も、すべて終わらせる' }).click();
    await page.getByRole('link', { name: 'ログインする' }).waitFor();
    await page.goto('/home');
    await page.getByRole('link', { name: 'ログインする' }).waitFor();
  });
}
