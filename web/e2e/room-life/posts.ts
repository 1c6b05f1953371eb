/** What is said in a room, and what is said back: importance, visits, answers owed, 了解, replies, corrections, retraction, pins (R22, R23). */
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Guarded } from '../guard/stage.ts';
import { postBy } from '../steps/room.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

const composer = (page: Page): Locator => page.getByRole('textbox', { name: '書く', exact: true });
/** The box is there on a wide screen, and opened on a narrow one: people keep the width at which they were first met. */
async function openBox(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: '書く', exact: true });
  await composer(page).or(button).first().waitFor();
  if (await button.isVisible()) await button.click();
}
const cardOf = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text }).first();

export function posts(stage: Guarded): void {
  const visit = '浮腫は軽くなっています。';
  const question = '眠前の薬を減らせますか。';

  it('the doctor records a visit that is urgent; the nurse says 了解 and answers, and both see it without a reload', async () => {
    const doctor = await stage.as('doctor', 'phone');
    const { page } = doctor;
    await page.goto(stage.inRoom());
    await openBox(page);
    await page.getByText('種類・重要・時刻など').click();
    await page.getByLabel('種類').selectOption({ label: '医療' });
    await page.getByLabel('大切さ').selectOption({ label: '至急' });
    await page.getByRole('checkbox', { name: /診療の記録を付ける/ }).check();
    await page.getByRole('radio', { name: '変更あり' }).check();
    await composer(page).fill(visit);
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    // What is missing is said, and nothing that was typed is lost.
    await sees(page, '入力してください');
    await inspect(doctor, 'd0-visit-missing');
    await page.getByRole('textbox', { name: '変更の概要' }).fill('利尿薬を半量に');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(cardOf(page, visit), '変更あり：利尿薬を半量に');
    await inspect(doctor, 'd1-visit');
    const nurse = await stage.as('nurse', 'desk');
    await nurse.page.goto('/home');
    await sees(nurse.page, 'あなたの了解を待っています');
    await nurse.page.goto(stage.inRoom());
    const card = cardOf(nurse.page, visit);
    await card.getByRole('button', { name: '了解' }).click();
    await sees(card, '了解しました');
    await sees(cardOf(page, visit), '了解 1');
    await card.getByRole('button', { name: '返信' }).click();
    await composer(nurse.page).fill('明日から体重を測ります。');
    await nurse.page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(cardOf(page, '明日から体重'), '水瀬 亮さんの投稿へ');
  });

  it('the nurse corrects and retracts what she wrote, and pins what the doctor wrote', async () => {
    const nurse = await stage.as('nurse', 'desk');
    const { page } = nurse;
    const { page: doctor } = await stage.as('doctor', 'phone');
    const menu = async (card: Locator, item: string): Promise<void> => {
      await card.getByRole('button', { name: 'その他' }).click();
      await page.getByRole('dialog').getByRole('button', { name: item, exact: true }).click();
    };
    await menu(cardOf(page, '明日から体重'), '直す');
    await page.getByRole('dialog').getByLabel('書く').fill('あさってから体重を測ります。');
    await inspect(nurse, 'd2-correct');
    await page.getByRole('button', { name: '直した内容にする' }).click();
    await cardOf(doctor, 'あさってから体重を測ります。').waitFor();
    await cardOf(page, 'あさってから').getByRole('button', { name: '前の内容を見る' }).click();
    await sees(cardOf(page, 'あさってから'), '明日から体重を測ります。');
    await menu(cardOf(page, 'あさってから'), '取り消す');
    await page.getByRole('dialog').getByLabel('理由').fill('別の方の予定でした');
    await page.getByRole('dialog').getByRole('button', { name: '取り消す', exact: true }).click();
    await cardOf(doctor, '別の方の予定でした').waitFor();
    await menu(postBy(page, '水瀬 亮', visit), '上に固定する');
    await sees(doctor, '固定した投稿 1件');
    await inspect(nurse, 'd3-retracted');
  });

  it('an answer is asked for by a time, waits on the home page of those who owe it, and is taken on and done', async () => {
    const nurse = await stage.as('nurse', 'desk');
    const { page } = nurse;
    await openBox(page);
    await openDetails(page);
    await page.getByLabel('種類').selectOption({ label: 'お願い・質問' });
    await page.getByRole('checkbox', { name: /返事を頼む/ }).check();
    await composer(page).fill(question);
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(page, '返事を頼む相手と期限を選んでください');
    await page.getByLabel('だれに').selectOption({ label: '医師・歯科医師' });
    await page.getByLabel('いつまで').fill(tomorrow());
    await inspect(nurse, 'd4-ask');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(cardOf(page, question), '医師・歯科医師へ。');
    const doctor = await stage.as('doctor', 'phone');
    await doctor.page.goto('/home');
    await sees(doctor.page, 'あなたの返事を待っています');
    await inspect(doctor, 'd5-home-owed');
    await doctor.page
      .getByRole('link', { name: new RegExp(question) })
      .first()
      .click();
    await cardOf(doctor.page, question).getByRole('button', { name: '引き受ける' }).click();
    await sees(cardOf(page, question), '水瀬 亮さんが引き受けました');
    await cardOf(doctor.page, question).getByRole('button', { name: '終わりました' }).click();
    await sees(cardOf(page, question), /終わりました（水瀬 亮さん/);
    const family = await stage.as('patient', 'phone');
    await family.page.goto(stage.inRoom());
    await family.page.getByRole('article').first().waitFor();
    expect(await family.page.content()).not.toContain(question);
  });

  it('a colleague is named in a text begun with headings, and somebody else’s words are read once more before they stand', async () => {
    const nurse = await stage.as('nurse', 'desk');
    const { page } = nurse;
    await openDetails(page);
    await page.getByLabel('種類').selectOption({ label: '申し送り' });
    await page.getByRole('button', { name: 'ひな形を入れる' }).click();
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(page, '本文を入力してください');
    await composer(page).press('Control+End');
    await composer(page).pressSequentially('@水瀬');
    await page
      .getByRole('group', { name: '人を呼ぶ' })
      .getByRole('button', { name: /水瀬 亮/ })
      .click();
    await composer(page).pressSequentially('往診をお願いします。');
    await sees(page, '呼ぶ人：水瀬 亮');
    await page.getByLabel('だれの言葉か').fill('浅井 みつ');
    await page.getByRole('button', { name: '浅井 みつさんの言葉を確かめる' }).click();
    await sees(page, '浅井 みつさんの言葉として記録します');
    await inspect(nurse, 'd7-proxy');
    await page.getByRole('button', { name: '確定して送る' }).click();
    const card = cardOf(page, '往診をお願いします。');
    await card.locator('mark', { hasText: '@水瀬 亮' }).waitFor();
    await sees(card, '浅井 みつさんの言葉');
  });

  it('the month’s proof of the fee shows the visit, and is a PDF', async () => {
    const doctor = await stage.as('doctor', 'phone');
    const { page } = doctor;
    await page.goto(stage.inRoom('people'));
    await page.getByRole('link', { name: '在宅医療情報連携加算の確認' }).click();
    await sees(page, '利尿薬を半量に');
    await inspect(doctor, 'd6-fee');
    const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /確認書を保存する/ }).click()]);
    expect(paper.suggestedFilename()).toMatch(/^fee-proof-20\d\d-\d\d\.pdf$/);
  });
}

/** The composer, which on a phone has to be brought up first, with what can be said besides the words. */
async function openDetails(page: Page): Promise<void> {
  await page.getByRole('article').first().waitFor();
  const open = page.getByRole('button', { name: '書く', exact: true });
  if (await open.isVisible()) await open.click();
  await page.getByText('種類・重要・時刻など').click();
}

/** As the field takes it, in Japan. */
const tomorrow = (): string => new Date(Date.now() + 33 * 3_600_000).toISOString().slice(0, 16);
