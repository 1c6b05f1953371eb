/** What one is told, live on each device, and how one wants to be told (R28). */
import { afterAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { meet, type Person, sees, signIn } from '../support/person.ts';

const bell = (page: Page, unread: number): Locator =>
  page
    .getByRole('link', { name: unread ? `お知らせ　未読${unread}件` : 'お知らせ', exact: true })
    .filter({ visible: true })
    .first();
const postCreate = 'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } userErrors { field } } }';

/** What was told before is no part of this. */
async function readAll(page: Page): Promise<void> {
  await page.goto('/notifications?unread');
  const none = page.getByText('未読のお知らせはありません');
  await none.or(page.getByRole('main').locator('li time')).first().waitFor();
  if (!(await none.isVisible())) await page.getByRole('button', { name: 'すべて読んだことにする' }).click();
  await none.waitFor();
}

export function notify(stage: Guarded): void {
  let desk: Person | undefined;
  afterAll(() => desk?.context.close());

  const writes = async (input: object): Promise<string> => {
    const { post } = await (
      await stage.byApi('doctor')
    ).change<{ post: { id: string } }>(postCreate, {
      input: { idempotencyKey: uuidv7(), roomId: stage.room.id, audience: 'CARE_TEAM', kind: 'NOTE', ...input },
    });
    return post.id;
  };

  it('the doctor calls the nurse urgently: her phone and her desk say so at once, and what is read at one is read at the other', async () => {
    const phone = await stage.as('nurse', 'phone');
    desk = await meet(stage.browser, stage.stack, { role: 'nurse', size: 'desk' });
    await signIn(desk);
    await readAll(phone.page);
    await phone.page.goto('/home');
    for (const { page } of [phone, desk]) await bell(page, 0).waitFor();
    const mentions = [{ group: 'NURSES', start: 0, end: 4 }];
    const id = await writes({ importance: 'URGENT', body: '@看護師 至急お電話ください。', mentions });
    for (const { page } of [phone, desk]) {
      await bell(page, 1).waitFor();
      await page.waitForFunction(() => document.title.startsWith('(1) '));
    }
    await sees(desk.page, '大切なお知らせ');
    await inspect(desk, 'n0-home');
    await bell(phone.page, 1).click();
    await phone.page.waitForURL(/\/notifications$/);
    await sees(phone.page, /水瀬 亮さんの緊急の投稿/);
    await inspect(phone, 'n1-feed');
    await phone.page.getByRole('link', { name: /水瀬 亮さんの緊急の投稿/ }).click();
    await phone.page.waitForURL(new RegExp(`/rooms/${stage.room.id}#post-${id}$`));
    await phone.page.locator(`[data-post="${id}"]:focus`).waitFor();
    for (const { page } of [phone, desk]) await bell(page, 0).waitFor();
    await desk.page.waitForFunction(() => !document.title.startsWith('('));
    await inspect(phone, 'n2-room');
    // Whatever is written in a room that is being looked at is read at once.
    await phone.page.goto('/home');
  });

  it('a room that is muted tells only what is urgent, and whoever wants all posts is told of each', async () => {
    if (!desk) throw new Error('nobody at the desk');
    const { page } = desk;
    const save = async (): Promise<void> => {
      await page.getByRole('button', { name: 'この設定にする' }).click();
      await sees(page, '設定を変えました');
    };
    await bell(page, 0).click();
    await page.getByRole('main').getByRole('link', { name: 'お知らせの設定' }).click();
    // Nobody sends mail in this stack, and the screen says so.
    await sees(page, 'メールでのお知らせは、まだ用意されていません');
    await page.getByRole('checkbox', { name: /ふつうの投稿も、すべて/ }).check();
    await page.getByRole('checkbox', { name: '静かにする時間を決める' }).check();
    await page.getByLabel('終わり').fill('22:00');
    await page.getByRole('button', { name: 'この設定にする' }).click();
    await sees(page, '同じ時刻にはできません');
    await inspect(desk, 'n3-settings-same');
    await page.getByLabel('終わり').fill('06:30');
    await save();
    await writes({ body: 'ふつうの記録です。' });
    await bell(page, 1).waitFor();
    const rooms = page.getByRole('region', { name: '部屋ごと' }).getByRole('checkbox');
    for (const room of await rooms.all()) await room.uncheck();
    await save();
    await inspect(desk, 'n4-settings');
    await writes({ importance: 'IMPORTANT', body: '大切ですが、止めた部屋です。' });
    await writes({ importance: 'URGENT', body: '緊急は届きます。' });
    await bell(page, 2).click();
    await page.getByRole('link', { name: '未読だけ' }).click();
    await sees(page, '緊急は届きます。');
    await expect(page.getByText('大切ですが、止めた部屋です。').count()).resolves.toBe(0);
    await inspect(desk, 'n5-unread');
    await page.getByRole('button', { name: 'すべて読んだことにする' }).click();
    await sees(page, '未読のお知らせはありません');
    await inspect(desk, 'n6-none');
    await page.goto('/notifications/settings');
    for (const room of await rooms.all()) await room.check();
    await page.getByRole('checkbox', { name: /ふつうの投稿も、すべて/ }).uncheck();
    await save();
  });

  it('the family is told of what is for everyone, and of nothing else', async () => {
    const { page, ...person } = await stage.as('family', 'phone');
    await readAll(page);
    await writes({ importance: 'URGENT', body: '職員だけの話です。' });
    await writes({ importance: 'URGENT', audience: 'EVERYONE', body: 'ご家族も見てください。' });
    await bell(page, 1).click();
    await sees(page, 'ご家族も見てください。');
    await expect(page.getByText('職員だけの話です。').count()).resolves.toBe(0);
    await inspect({ ...person, page }, 'n7-family');
  });
}
