/** The public pages, from nothing to a receipt number, and back to them after a return (R1, R2). */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { sees } from '../support/person.ts';
import { inspect } from '../support/look.ts';
import { nextPage } from '../steps/application.ts';
import type { Applied } from './stage.ts';

const to = (page: Page, heading: string): Promise<void> => page.getByRole('heading', { level: 1, name: heading }).waitFor();
const fill = (page: Page, label: string, text: string): Promise<void> => page.getByRole('textbox', { name: label }).fill(text);

export async function drawSignature(page: Page): Promise<void> {
  const canvas = page.getByLabel('署名の枠');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no place to sign');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 120, { steps: 6 });
  await page.mouse.move(box.x + 240, box.y + 50, { steps: 6 });
  await page.mouse.up();
}

async function person(page: Page, name: string, kana: string): Promise<void> {
  await page.getByRole('button', { name: '人を追加する' }).click();
  await to(page, 'IDを使う人');
  await page.getByRole('textbox', { name: /^氏名/ }).fill(name);
  await page.getByRole('textbox', { name: /^ふりがな/ }).fill(kana);
  await page.getByLabel('年号').selectOption('SHOWA');
  for (const [part, value] of [
    ['年', '55'],
    ['月', '４'],
    ['日', '1'],
  ] as const)
    await page.getByRole('textbox', { name: part, exact: true }).fill(value);
  await page.getByLabel('看護師', { exact: true }).check();
}

export function form(applied: Applied): void {
  it('says what is needed, and asks one thing a page', async () => {
    const { page } = applied.head;
    await page.goto('/');
    await page.getByRole('link', { name: 'IDを申し込む' }).click();
    await to(page, 'IDを申し込む');
    await inspect(applied.head, '60-apply');
    const { name } = applied.stack.demo.district;
    if (await page.getByRole('group', { name: /申込先の地区/ }).count()) await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: 'はじめる' }).click();
    await to(page, 'どんな事業所ですか');
    await page.getByLabel('訪問看護ステーション').check();
    await inspect(applied.head, '61-kind');
    await nextPage(page);
  });

  it('tells a wrong check digit at once, and how other widths are read', async () => {
    const { page } = applied.head;
    await fill(page, '事業所の名称', '訪問看護ステーションひなた');
    await fill(page, '名称のフリガナ', 'ﾎｳﾓﾝｶﾝｺﾞひなた');
    await sees(page, 'このように受け取ります：ホウモンカンゴヒナタ');
    await fill(page, '医療機関コード', '４１７０１２３４５0');
    await sees(page, '検証番号（最後の1けた）が合いません');
    await inspect(applied.head, '62-facility-wrong');
    await fill(page, '医療機関コード', applied.code);
    await nextPage(page);
    await to(page, '所在地と電話');
    await fill(page, '市町村', '佐賀市');
    await fill(page, '所在地', '駅前中央1-2-3');
    await fill(page, '電話番号', '０９５２－１２－３４５６');
    await inspect(applied.head, '63-place');
    await nextPage(page);
    await to(page, '代表者と連絡する人');
    await fill(page, '代表者（管理者）の氏名', '日向 花子');
    await fill(page, '連絡する人の氏名', '日向 花子');
    await fill(page, '連絡先のメールアドレス', 'hinata@example.jp');
    await nextPage(page);
    await to(page, 'IDを使う人');
  });

  it('keeps what was typed in a browser that was closed', async () => {
    await applied.reopen();
    const { page } = applied.head;
    await page.goto('/apply');
    await sees(page, '書いたものが残っています');
    await inspect(applied.head, '64-found');
    await page.goto('/apply/people');
    await person(page, '日向 花子', 'ひなた はなこ');
    await page.getByLabel('事業所管理者になる').check();
    await fill(page, '使う端末', '事業所のタブレット1');
    await inspect(applied.head, '65-person');
    await page.getByRole('button', { name: 'この人を書き終える' }).click();
    await sees(page, '日向 花子（ヒナタ ハナコ）');
    await inspect(applied.head, '66-people');
    await nextPage(page);
  });

  it('has the head agree to each clause and sign', async () => {
    const { page } = applied.head;
    await to(page, '誓約書（様式1-1）');
    const agree = page.getByLabel('読んで、同意します');
    await agree.first().waitFor();
    await nextPage(page);
    await sees(page, 'すべての項目に同意してください');
    await inspect(applied.head, '67-pledge');
    for (const clause of await agree.all()) await clause.check();
    await fill(page, '署名する代表者の氏名', '日向 花子');
    await drawSignature(page);
    await nextPage(page);
  });

  it('is sent once, and shows number and code to be kept', async () => {
    const { page } = applied.head;
    await to(page, '確かめて送る');
    await inspect(applied.head, '68-check');
    await page.getByRole('button', { name: '支援センターへ送る' }).click();
    await to(page, '送りました');
    await inspect(applied.head, '69-sent');
    applied.receiptNumber = await page.getByText(/^ID\d\d-\d{6}-\d$/).innerText();
    applied.inquiryCode = await page.getByText(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/).innerText();
    expect(await page.evaluate(() => localStorage.getItem('heya-id-application'))).toBeNull();
    await page.getByRole('button', { name: '書きとめました' }).click();
    await to(page, '申し込みの状況');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(applied.inquiryCode);
  });

  it('is seen by number and code alone', async () => {
    const { page } = applied.head;
    await fill(page, '受付番号', applied.receiptNumber);
    await fill(page, '照会コード', 'AAAAA-AAAAA');
    await page.getByRole('button', { name: '状況を見る' }).click();
    await sees(page, '受付番号か照会コードが合いません');
    await inspect(applied.head, '70-status-wrong');
    await fill(page, '照会コード', applied.inquiryCode.toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: '状況を見る' }).click();
    await sees(page, '受付済み');
    await inspect(applied.head, '71-status');
    const printed = page.waitForEvent('download');
    await page.getByRole('button', { name: /^出した申請を様式で印刷する/ }).click();
    expect((await printed).suggestedFilename()).toBe(`${applied.receiptNumber}.pdf`);
  });

  it('can be written by hand instead: every form as a PDF', async () => {
    const { page } = applied.head;
    await page.goto('/apply/forms');
    await page.getByRole('heading', { level: 1, name: '様式を印刷する' }).waitFor();
    if (await page.getByLabel('申込先の地区').count()) await page.getByRole('button', { name: '選ぶ' }).click();
    const links = page.getByRole('link', { name: /PDF/ });
    await links.first().waitFor();
    await inspect(applied.head, '71-blank-forms');
    const answer = await page.context().request.get((await links.nth(2).getAttribute('href')) ?? '');
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
}
