/** A safety check with 200 rooms (R31): called as a practice run, reported by taps, watched live, shown to a municipality, ended and counted. */
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { addRooms } from '../../../infra/local/journeys/many-rooms.ts';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

const rooms = 200;

/** As when somebody takes their telephone out again. */
const comeBack = (page: Page): Promise<void> => page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
const placeOf = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ hasText: name }).first();

export function safety(stage: Guarded): void {
  const title = '秋の訓練';
  let board: string;

  it('an officer starts a practice run; the board has everybody, and who is in a room is told without a reload', async () => {
    const nurse = await stage.as('nurse', 'phone');
    await nurse.page.goto(stage.inRoom());
    const account = await stage.byApi('nurse');
    const { viewer } = await account.ask<{ viewer: { id: string } }>('query { viewer { id } }');
    await addRooms(stage.stack.adminUrl, { count: rooms - 1, roomId: stage.room.id, nurseId: viewer.id });
    const officer = await stage.as('clerk', 'desk');
    const { page } = officer;
    await page.goto('/center/safety');
    await page.getByRole('button', { name: '安否確認を始める' }).click();
    await sees(page, '訓練か本番かをえらんでください。');
    await inspect(officer, 's0-start');
    await page.getByRole('radio', { name: /^訓練/ }).check();
    await page.getByLabel('安否確認の名前').fill(title);
    await page.getByRole('button', { name: '安否確認を始める' }).click();
    await page.waitForURL(/\/center\/safety\/[^/]+$/);
    board = page.url();
    await page.getByRole('button', { name: `全員 ${rooms}人` }).waitFor();
    await inspect(officer, 's1-board');
    await comeBack(nurse.page);
    await sees(nurse.page, `【訓練】安否確認中：${title}`);
    await inspect(nurse, 's2-banner');
  });

  it('the nurse reports from the room in three taps, then one tap a patient, and takes one back; the board follows live', async () => {
    const { page: officer } = await stage.as('clerk', 'desk');
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.getByRole('link', { name: /安否確認中/ }).click();
    await page.getByRole('radio', { name: '軽傷' }).check();
    await inspect(nurse, 's3-form');
    await page.getByRole('button', { name: '報告する' }).click();
    await sees(page, '「軽傷」と報告しました');
    await inspect(nurse, 's4-sent');
    await sees(placeOf(officer, '森野 栄一'), '軽傷');
    await page.getByRole('link', { name: '← 一覧' }).click();
    await page.getByRole('button', { name: '試験1番さんは無事' }).click();
    await sees(placeOf(page, '試験1番'), '「無事」と報告しました');
    await page.getByRole('button', { name: '試験2番さんは無事' }).click();
    await sees(placeOf(page, '試験2番'), '「無事」と報告しました');
    await inspect(nurse, 's5-list');
    await officer.getByRole('button', { name: '無事 2人' }).click();
    await placeOf(page, '試験2番').getByRole('button', { name: '取り消す' }).click();
    await officer.getByRole('button', { name: '無事 1人' }).waitFor();
    await sees(placeOf(officer, '試験1番'), '無事');
    await officer.getByRole('button', { name: /^全員/ }).click();
  });

  it('without reception a report waits and goes by itself; power left puts its patient first of those accounted for', async () => {
    const { page: officer } = await stage.as('clerk', 'desk');
    const { page, context } = await stage.as('nurse', 'phone');
    await placeOf(page, '試験3番').getByRole('link', { name: 'ほかの報告' }).click();
    await page.getByRole('radio', { name: '無事' }).check();
    await page.getByText('くわしく書く').click();
    await page.getByLabel('電源の残り（分）').fill('９０');
    await page.getByLabel('電源の要る医療機器').fill('人工呼吸器');
    // Everything of the page is here before reception goes.
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByRole('button', { name: '報告する' }).click();
    await sees(page, '電波がもどれば自動で送ります');
    await context.setOffline(false);
    await sees(page, '「無事」と報告しました');
    await sees(placeOf(officer, '試験3番'), /電源の残り (89|90)分/);
    const names = await officer
      .getByRole('listitem')
      .filter({ hasText: /森野 栄一|試験3番/ })
      .allTextContents();
    expect(names[0]).toContain('試験3番');
  });

  it('the family says how she is from their home page', async () => {
    const family = await stage.as('family', 'phone');
    const { page } = family;
    await page.goto('/home');
    await page.getByRole('link', { name: /安否確認中/ }).click();
    await page.getByRole('radio', { name: '要救助' }).check();
    await page.getByRole('button', { name: '報告する' }).click();
    await sees(page, '「要救助」と報告しました');
    const { page: officer } = await stage.as('clerk', 'desk');
    await sees(placeOf(officer, '森野 栄一'), '要救助');
    await placeOf(officer, '森野 栄一').getByText('ほかの報告 1件').click();
    await sees(placeOf(officer, '森野 栄一'), '軽傷');
  });

  it('a municipality sees by its code who ticked it, and no more once it is taken back', async () => {
    const officer = await stage.as('clerk', 'desk');
    const { page } = officer;
    await page.getByRole('link', { name: '市区町村に見せる' }).click();
    await page.getByLabel('渡す相手').fill('神埼市 防災課');
    await page.getByRole('button', { name: '合言葉を作る' }).click();
    const code = await page.locator('[data-code]').innerText();
    await page.getByRole('button', { name: 'すぐに止める' }).waitFor();
    await inspect(officer, 's6-code');
    const context = await stage.browser.newContext({ baseURL: stage.stack.urls.portal, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    const stranger = { page: await context.newPage(), size: 'phone' as const };
    await stranger.page.goto('/municipality');
    await stranger.page.getByLabel('合言葉').fill('AAAAA-AAAAA-AAAAA-AAAAA');
    await stranger.page.getByRole('button', { name: '見る' }).click();
    await sees(stranger.page, 'この合言葉では見られません');
    await stranger.page.getByLabel('合言葉').fill(code.toLowerCase());
    await stranger.page.getByRole('button', { name: '見る' }).click();
    await stranger.page.getByRole('button', { name: '全員 39人' }).waitFor();
    expect(await stranger.page.getByText('森野 栄一').count()).toBe(0);
    await inspect(stranger, 's7-municipality');
    await page.getByRole('button', { name: 'すぐに止める' }).click();
    await sees(page, /に止めました/);
    await stranger.page.reload();
    await stranger.page.getByLabel('合言葉').fill(code);
    await stranger.page.getByRole('button', { name: '見る' }).click();
    await sees(stranger.page, 'この合言葉では見られません');
    await context.close();
  });

  it('the officer ends it; the report counts who was answered for, and the record stays', async () => {
    const officer = await stage.as('clerk', 'desk');
    const { page } = officer;
    await page.goto(board);
    await page.getByRole('button', { name: '安否確認を終える' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '安否確認を終える' }).click();
    await page.waitForURL(/\/report$/);
    await sees(page, '確かめられていない方 197人');
    await sees(page, '10分以内');
    await inspect(officer, 's8-report');
    const { page: nurse } = await stage.as('nurse', 'phone');
    await comeBack(nurse);
    await nurse.getByRole('link', { name: /安否確認中/ }).waitFor({ state: 'detached' });
  });
}
