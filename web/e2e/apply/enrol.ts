/** From the letter to the first sign-in, with a passkey of a device that the browser simulates (R1, R4). */
import { it } from 'vitest';
import { inspect } from '../support/look.ts';
import { simulateDevice } from '../support/device.ts';
import type { Applied } from './stage.ts';

const password = 'sora-iro no kaban 2026';

export function enrol(applied: Applied): void {
  it('the code opens a password of their own, a passkey, the pledge 1-2, and then their home', async () => {
    const { page } = applied.head;
    await simulateDevice(page);
    await page.goto('/enrol');
    await page.getByLabel('ログインID').fill(applied.accountName);
    await page.getByLabel('登録コード').fill(applied.enrolmentCode);
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('heading', { level: 1, name: 'パスワードを決める' }).waitFor();
    for (const field of await page.locator('input[type=password]').all()) await field.fill(password);
    await page.getByRole('button', { name: '決めて次へ' }).click();
    await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
    await page.getByRole('heading', { level: 1, name: '個人情報の管理に関する誓約' }).waitFor();
    for (const promise of await page.getByRole('checkbox').all()) await promise.check();
    await inspect(applied.head, '78-pledge');
    await page.getByRole('button', { name: '誓約して次へ' }).click();
    await page.getByRole('heading', { level: 1, name: 'IDが使えるようになりました' }).waitFor();
    await page.getByRole('link', { name: 'ログインして端末を登録する' }).click();
    await page.getByRole('button', { name: 'パスキーでログインする' }).click();
    await page.waitForURL(/\/account\/devices$/);
    await page.goto('/home');
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await inspect(applied.head, '79-first-home');
  });
}
