/** What officers set and write, and who is asked for it: the district's settings, a code made out anew, a new wording of the pledge (R1, R4, R8). */
import { expect, it } from 'vitest';
import { openTask } from '../steps/application.ts';
import { inspect } from '../support/look.ts';
import { meet, type Person, sees, signIn } from '../support/person.ts';
import { drawSignature } from './form.ts';
import type { Applied } from './stage.ts';

/** Days are typed as the browser's own field takes them. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());

export function govern(applied: Applied): void {
  const officer = (): Person => {
    if (!applied.officer) throw new Error('nobody is at the desk');
    return applied.officer;
  };

  it('an officer changes a setting, and the change stays with its name and its before and after', async () => {
    const { page } = officer();
    await page.goto('/center/settings');
    await page.getByRole('button', { name: '登録コードの有効な日数を変える' }).click();
    const value = page.getByRole('textbox', { name: '登録コードの有効な日数（新しい値）' });
    await value.fill('９９');
    await page.getByRole('button', { name: '変更する' }).click();
    expect(await value.getAttribute('aria-invalid')).toBe('true');
    await inspect(officer(), '80-setting-wrong');
    await value.fill('７');
    await page.getByRole('button', { name: '変更する' }).click();
    await sees(page, '「登録コードの有効な日数」を変えました');
    await page.getByText('変更の記録（1件）').click();
    await sees(page, '初めの値 → 7日');
    await inspect(officer(), '81-settings');
  });

  it('a sentence of their own is offered where a reason is written', async () => {
    const { page } = officer();
    await page.getByRole('button', { name: 'ひな形を加える' }).click();
    await page.getByRole('textbox', { name: '見出し' }).fill('日付の確認');
    await page.getByRole('textbox', { name: /^文/ }).fill('署名の日を確かめてください。');
    await page.getByRole('button', { name: 'ひな形を残す' }).click();
    await sees(page, 'ひな形を残しました');
    await sees(page, '署名の日を確かめてください。');
  });

  it('a code that was lost is made out anew, for the days that were set', async () => {
    const { page } = officer();
    await page.goto('/center?closed');
    await openTask(page, new RegExp(applied.receiptNumber));
    await sees(page, 'まだ登録していません');
    await page.getByRole('link', { name: 'この人のIDを開く' }).click();
    await page.getByRole('button', { name: '登録コードを出し直す' }).click();
    const dialog = page.getByRole('dialog', { name: /登録コードを出し直しますか/ });
    await dialog.waitFor();
    await inspect(officer(), '82-reissue');
    await dialog.getByRole('button', { name: '登録コードを出し直す' }).click();
    await sees(page, '登録コードは、いま一度だけ表示しています');
    await inspect(officer(), '83-reissued');
    const code = await page.getByText(/^[A-Z0-9]{5}(-[A-Z0-9]{5}){2}$/).innerText();
    expect(code).not.toBe(applied.enrolmentCode);
    applied.enrolmentCode = code;
  });

  it('a new wording is written item by item, looked at as signers see it, and published', async () => {
    const { page } = officer();
    await page.goto('/center/pledges');
    await inspect(officer(), '84-pledges');
    await page.getByRole('link', { name: '新しい版を書く' }).click();
    await page.getByRole('textbox', { name: '版の名前' }).fill('2026-12');
    await page.getByLabel('使い始める日').fill(today());
    await page.getByLabel(/署名しないと止まる日/).fill(today());
    await page.getByRole('button', { name: '項目を加える' }).click();
    await page.getByRole('button', { name: '見本を見る' }).click();
    await sees(page, /番目の項目の日本語を書いてください/);
    await inspect(officer(), '85-pledge-write');
    await page.getByRole('textbox', { name: '日本語' }).last().fill('AIのサービスに、利用者の情報を入力しません。');
    await page.getByRole('textbox', { name: '英語' }).last().fill('I enter nothing about patients into AI services.');
    await page.getByRole('button', { name: '見本を見る' }).click();
    await sees(page, '加えた項目 1');
    await inspect(officer(), '86-pledge-preview');
    await page.getByRole('button', { name: 'この版を出す' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'この版を出す' }).click();
    await sees(page, '新しい版を出しました');
    await sees(page, /^まだ：[1-9]/);
    await inspect(officer(), '87-pledge-published');
  });

  it('a nurse is asked for it before anything else, signs item by item, and goes on without signing in again', async () => {
    const nurse = await meet(applied.browser, applied.stack, { role: 'nurse', size: 'phone' });
    const { page } = nurse;
    await signIn(nurse);
    await sees(page, '署名すると、仕事に戻れます');
    await page.goto('/home');
    await page.waitForURL(/\/pledge/);
    await page.getByRole('button', { name: '署名して誓約する' }).click();
    await sees(page, 'すべての項目に同意してください');
    await inspect(nurse, '88-pledge-owed');
    for (const promise of await page.getByLabel('読んで、同意します').all()) await promise.check();
    await drawSignature(page);
    await page.getByRole('button', { name: '署名して誓約する' }).click();
    await page.waitForURL(/\/home$/);
    await page.getByRole('heading', { level: 1, name: 'はじめの画面' }).waitFor();
    await inspect(nurse, '89-home-again');
    await page.goto('/pledge');
    await sees(page, 'いま署名する誓約書はありません');
    await nurse.context.close();
  });
}
