/** Who answers for people stops, reinstates and recovers their IDs (R2, R5, R7). */
import { expect, it } from 'vitest';
import { inspect } from '../support/look.ts';
import { sees, typePassword } from '../support/person.ts';
import type { Guarded } from './stage.ts';

export function ids(guarded: Guarded): void {
  it('is offered to those only who may', async () => {
    const { page } = await guarded.as('pharmacist', 'phone');
    expect(await page.getByRole('link', { name: '職員のID' }).count()).toBe(0);
    const pharmacist = (await guarded.as('pharmacist', 'phone')).account;
    await page.goto(`/people/${pharmacist.userId}`);
    await sees(page, '見つかりません');
  });

  it('an officer stops an ID: the open screen ends at once and nobody signs in with it, until it is reinstated', async () => {
    const clerk = await guarded.as('clerk', 'desk');
    const stopped = await guarded.as('pharmacist', 'phone');
    await stopped.page.goto(guarded.inRoom());
    await stopped.page.getByRole('article').first().waitFor();
    const { page } = clerk;
    await page.goto('/center');
    await page.getByRole('link', { name: '職員のID' }).click();
    await page.getByLabel('医療機関・事業所をさがす').fill('あおば');
    await page.getByRole('button', { name: 'さがす' }).click();
    await page.getByRole('button', { name: /あおば薬局/ }).click();
    await inspect(clerk, '90-people');
    await page.getByRole('link', { name: stopped.account.displayName }).click();
    await page.getByRole('button', { name: 'IDを止める' }).click();
    await page.getByRole('button', { name: 'IDを止める' }).click();
    await sees(page, '理由を入力してください');
    await page.getByLabel('止める理由').fill('端末を落としたため');
    await inspect(clerk, '91-stop');
    await page.getByRole('button', { name: 'IDを止める' }).click();
    await sees(page, 'IDを止めました');
    await stopped.page.getByRole('link', { name: 'ログインする' }).waitFor();
    expect(await stopped.page.getByRole('article').count()).toBe(0);
    await stopped.page.getByRole('link', { name: 'ログインする' }).click();
    await typePassword(stopped.page, stopped.account);
    await sees(stopped.page, 'ログインIDまたはパスワードが違います');
    await page.getByRole('button', { name: 'IDを戻す' }).click();
    await sees(page, 'IDを戻しました');
  });

  it('a recovery tells the person on every page, and they can call it off', async () => {
    const clerk = await guarded.as('clerk', 'desk');
    const manager = await guarded.as('careManager', 'phone');
    // The nurse has an administrator of her own to go to; the center begins none for her (decision 0013).
    await clerk.page.goto(`/people/${(await guarded.as('nurse', 'desk')).account.userId}`);
    await clerk.page.getByRole('button', { name: 'IDを止める' }).waitFor();
    expect(await clerk.page.getByRole('button', { name: '復旧を始める' }).count()).toBe(0);
    await clerk.page.goto(`/people/${manager.account.userId}`);
    await clerk.page.getByRole('button', { name: '復旧を始める' }).click();
    await clerk.page.getByLabel('理由と、どう本人を確かめたか').fill('スマートフォンを失くした。窓口で職員証を確かめた');
    await clerk.page.getByRole('button', { name: '復旧を始める' }).click();
    await clerk.page.locator('[data-code]').waitFor();
    await inspect(clerk, '92-recovery');
    await manager.page.goto(guarded.inRoom());
    await sees(manager.page, 'あなたのIDの復旧が始まっています');
    await inspect(manager, '93-recovery-notice');
    await manager.page.getByRole('button', { name: '心当たりがない。取りやめる' }).click();
    await manager.page.getByText('あなたのIDの復旧が始まっています').waitFor({ state: 'hidden' });
  });
}
