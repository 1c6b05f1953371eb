/** When no answer comes, and when a post does not reach everybody (R22, R23). */
import { beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

const postCreate = 'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } userErrors { field } } }';
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const cardOf = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text }).first();

const late = '至急、酸素の流量を教えてください。';
const open = 'シーネの交換は次回でよいですか。';
const notice = '金曜の入浴は中止です。';

/** Before everything else of the file: the clock takes up what is late within two minutes. */
export function askLate(stage: Guarded): void {
  beforeAll(async () => {
    const doctor = await stage.byApi('doctor');
    const write = (input: object): Promise<unknown> =>
      doctor.change(postCreate, { input: { idempotencyKey: uuidv7(), roomId: stage.room.id, audience: 'CARE_TEAM', ...input } });
    // Written without reception, and brought after its time.
    await write({
      kind: 'QUESTION',
      importance: 'URGENT',
      body: late,
      observedAt: minutesAgo(50),
      ask: { toGroup: 'NURSES', dueAt: minutesAgo(40) },
    });
    await write({ kind: 'QUESTION', body: open, ask: { toGroup: 'NURSES', dueAt: minutesAgo(-24 * 60) } });
    await write({ body: notice, requestAcknowledgement: true });
  });
}

export function ask(stage: Guarded): void {
  it('the nurse asks a colleague to answer in her place, who finds it at home and answers', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.goto('/home');
    await page.locator('a[href*="/posts/"]', { hasText: open }).first().click();
    await sees(page, '返事が来ないとき');
    await page.getByRole('button', { name: '代わりをお願いする' }).click();
    await sees(page.getByRole('alert'), '選んでください');
    await page.getByLabel('代わりに返事をする人').selectOption({ label: '緑川 透　薬剤師' });
    await page.getByRole('button', { name: '代わりをお願いする' }).click();
    await sees(cardOf(page, open), '代わりの人が頼まれています');
    await sees(page.getByRole('region', { name: '返事が来ないとき' }), /緑川 透さんに代わりを/);
    await inspect(nurse, 'k0-deputy');
    const deputy = await stage.as('pharmacist', 'phone');
    await deputy.page.goto('/home');
    await deputy.page.locator('a[href*="/posts/"]', { hasText: open }).first().click();
    await cardOf(deputy.page, open).getByRole('button', { name: '終わりました' }).click();
    await sees(cardOf(page, open), '終わりました（緑川 透さん');
  });

  it('what is late was told in steps, stands first at home, and says whom to call', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await expect
      .poll(
        async () => {
          await page.goto('/home');
          await page.getByRole('heading', { name: 'あなたの返事を待っています' }).waitFor();
          await page.locator('a[href*="/posts/"]', { hasText: late }).first().click();
          await cardOf(page, late).waitFor();
          return (await page.getByText('電話でたしかめてください').count()) > 0;
        },
        { timeout: 120_000, interval: 3_000 },
      )
      .toBe(true);
    await sees(page.getByRole('region', { name: '返事が来ないとき' }), '電話する相手');
    await page.getByRole('link', { name: /^0\d+/ }).first().waitFor();
    await inspect(nurse, 'k1-late');
    const steward = await stage.as('careManager', 'desk');
    await steward.page.goto('/notifications');
    await sees(steward.page, '返事の期限を過ぎた約束があります');
    await inspect(steward, 'k2-told');
  });

  it('a post is told again to those who have not said 了解, once an hour', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const { page } = doctor;
    const nurse = await stage.as('nurse', 'phone');
    await nurse.page.goto(stage.inRoom());
    await cardOf(nurse.page, notice).getByRole('button', { name: '了解' }).click();
    await page.goto(stage.inRoom());
    await sees(cardOf(page, notice), '了解 1');
    await cardOf(page, notice).getByRole('button', { name: /^既読/ }).click();
    await page.getByRole('button', { name: 'まだの人に、もう一度知らせる' }).click();
    await sees(page.getByRole('dialog'), 'もう一度知らせました');
    await sees(page.getByRole('dialog'), /水瀬 亮さんが、まだの4人に/);
    await inspect(doctor, 'k3-again');
    expect(await page.getByRole('button', { name: 'まだの人に、もう一度知らせる' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    const pharmacist = await stage.as('pharmacist', 'phone');
    await pharmacist.page.goto('/notifications');
    await sees(pharmacist.page, '水瀬 亮さんが「了解」を求めています');
  });
}
