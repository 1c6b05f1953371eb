/** The practice room: whoever comes first finds it, tries everything, and nothing of it leaves the browser. */
import { expect, it } from 'vitest';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

export function practice(stage: Guarded): void {
  it('is found on the first home page, can be used whole, sends nothing, and begins anew', async () => {
    const helper = await stage.as('helper', 'phone');
    const { page } = helper;
    await page.goto('/home');
    await sees(page, 'まず、練習の部屋でためせます');
    await inspect(helper, 'p0-home');
    await page.getByRole('link', { name: '練習の部屋を開く' }).click();
    await sees(page, '練習です。何も送られず、だれにも見えません');
    const asked: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && asked.push(request.postData() ?? request.url()));
    await page.getByRole('button', { name: '引き受ける' }).click();
    await page.getByRole('button', { name: '終わりました' }).click();
    await page.getByRole('button', { name: '了解', exact: true }).first().click();
    await sees(page, '了解しました');
    await page.getByRole('textbox', { name: '書く', exact: true }).fill('練習で書いた言葉');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await page.getByRole('article').filter({ hasText: '練習で書いた言葉' }).waitFor();
    await inspect(helper, 'p1-practice');
    await page.getByRole('link', { name: 'バイタルを入れてみる' }).click();
    for (const digit of '384') await page.getByRole('button', { name: digit, exact: true }).click();
    await inspect(helper, 'p2-vitals');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(page.getByRole('region', { name: 'いま' }), '38.4');
    // Kept over a reload, in this tab alone.
    await page.reload();
    await page.getByRole('article').filter({ hasText: '練習で書いた言葉' }).waitFor();
    expect(asked.filter((body) => body.includes('練習で書いた言葉') || /postCreate|PostCreate|practice/u.test(body))).toEqual([]);
    await page.getByRole('button', { name: 'はじめからやり直す' }).click();
    await expect.poll(() => page.getByRole('article').filter({ hasText: '練習で書いた言葉' }).count()).toBe(0);
    await page.goto('/home');
    await page.getByRole('link', { name: '練習の部屋', exact: true }).waitFor();
  });
}
