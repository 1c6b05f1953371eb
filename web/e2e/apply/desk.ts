/** The center's desk: returned with comments, mended, checked by one officer, approved by another, and the letters (R2, R12). */
import { expect, it } from 'vitest';
import { openTask } from '../steps/application.ts';
import { inspect } from '../support/look.ts';
import { meet, type Person, sees, signIn } from '../support/person.ts';
import { bringPaper } from './paper.ts';
import type { Applied } from './stage.ts';

export function desk(applied: Applied): void {
  let clerk: Person;

  const number = (): RegExp => new RegExp(applied.receiptNumber);

  it('finds the application by its number, its facility and its people, and by nothing else', async () => {
    clerk = await meet(applied.browser, applied.stack, { role: 'clerk', size: 'desk' });
    await signIn(clerk);
    applied.officer = clerk;
    const { page } = clerk;
    for (const [text, found] of [
      [applied.receiptNumber, 1],
      ['ひなた', 1],
      ['日向 花子', 1],
      ['どこにもない', 0],
    ] as const) {
      await page.goto('/center');
      await page.getByLabel('受付箱をさがす').fill(text);
      await page.getByRole('button', { name: 'さがす' }).click();
      await page.waitForURL(/q=/);
      await (found ? page.getByRole('link', { name: number() }) : page.getByText('見つかりませんでした')).waitFor();
    }
    await page.goto('/center');
    await inspect(clerk, '72-inbox');
    await openTask(page, number());
  });

  it('takes its form from paper, which files itself and is seen beside the fields', () => bringPaper(clerk, applied.receiptNumber));

  it('returns it with a reason and a comment beside the field', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: '担当する' }).click();
    await page.getByRole('button', { name: 'ふりがな 指摘を書く' }).click();
    await page.getByRole('textbox', { name: 'ふりがなへの指摘' }).fill('読みを確かめてください');
    await page.getByRole('button', { name: '差し戻す' }).click();
    await page.getByLabel('よく使う文').selectOption({ index: 2 });
    await inspect(clerk, '73-review-return');
    await page.getByRole('button', { name: '差し戻す' }).click();
    await sees(page, 'いま、することはありません');
  });

  it('shows who applied what to mend beside its field, and takes it again', async () => {
    const { page } = applied.head;
    await page.goto('/apply/status');
    await page.getByRole('textbox', { name: '受付番号' }).fill(applied.receiptNumber);
    await page.getByRole('textbox', { name: '照会コード' }).fill(applied.inquiryCode);
    await page.getByRole('button', { name: '状況を見る' }).click();
    await sees(page, '読みを確かめてください');
    await inspect(applied.head, '74-returned');
    await page.getByRole('button', { name: /1人目.*を直す/ }).click();
    await sees(page, '支援センターから：');
    await page.getByRole('textbox', { name: /^ふりがな/ }).fill('ヒュウガ ハナコ');
    await inspect(applied.head, '75-mend');
    await page.getByRole('button', { name: '直しました' }).click();
    await page.getByRole('button', { name: 'もう一度、支援センターへ送る' }).click();
    await sees(page, 'もう一度受け付けました');
  });

  it('checks it, which is not yet approving; another officer approves and gets the letters once', async () => {
    const { page } = clerk;
    await page.goto('/center');
    await openTask(page, number());
    await sees(page, 'ヒュウガ ハナコ');
    await page.getByRole('button', { name: '確認しました' }).click();
    await sees(page, 'あなたが確認したので、承認は別の職員がします');
    const approver = await meet(applied.browser, applied.stack, { role: 'approver', size: 'desk' });
    await signIn(approver);
    await openTask(approver.page, number());
    await inspect(approver, '76-approve');
    await approver.page.getByRole('button', { name: '承認して、IDを発行する' }).click();
    await sees(approver.page, '登録コードは、いま一度だけ表示しています');
    await inspect(approver, '77-letters');
    applied.enrolmentCode = await approver.page.getByText(/^[A-Z0-9]{5}(-[A-Z0-9]{5}){2}$/).innerText();
    applied.accountName = (await approver.page.getByText(/^ログインID：/).innerText()).replace('ログインID：', '');
    const letters = approver.page.waitForEvent('download');
    await approver.page.getByRole('button', { name: /^書面を印刷する/ }).click();
    expect((await letters).suggestedFilename()).toBe('enrolment-letters.pdf');
    await approver.page.reload();
    await sees(approver.page, 'IDを発行しました');
    expect(await approver.page.getByText(applied.enrolmentCode).count()).toBe(0);
  });
}
