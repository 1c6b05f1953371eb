/** A daughter comes by a letter: invited by the doctor, with an ID of her own, a passkey and the room on her first screen (R4, R11). */
import { expect, it } from 'vitest';
import type { Guarded } from '../guard/stage.ts';
import { simulateDevice } from '../support/device.ts';
import { inspect } from '../support/look.ts';
import { meet, type Person, sees } from '../support/person.ts';

const password = 'sora-iro no kaban 2026';

export function family(stage: Guarded): void {
  const typeBirth = async ({ page }: Person, day: string): Promise<void> => {
    for (const [part, value] of [['year', '46'] as const, ['month', '5'] as const, ['day', day] as const])
      await page.locator(`input[name=birth-${part}]`).fill(value);
  };

  it('hands over a code, which opens what will be seen, an ID and the room; and nothing once the doctor ends it', async () => {
    const doctor = await stage.as('doctor', 'phone');
    const { page } = doctor;
    await page.goto(stage.inRoom('people'));
    await page.getByRole('link', { name: 'ご本人・ご家族の招待' }).click();
    await page.getByRole('button', { name: '招待する' }).click();
    await sees(page, /年・月・日をすべて/);
    await page.getByLabel('氏名', { exact: false }).first().fill('田所 みのり');
    await page.getByLabel('ふりがな', { exact: false }).fill('たどころ みのり');
    await typeBirth(doctor, '6');
    await page.getByRole('button', { name: '招待する' }).click();
    await sees(page, '田所 みのり様を招待しました');
    const code = await page.getByText(/^[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}$/).innerText();
    await inspect(doctor, 'f0-family-invited');

    const daughter = await meet(stage.browser, stage.stack, { role: 'family', size: 'phone' });
    const her = daughter.page;
    await simulateDevice(her);
    await her.goto('/join');
    await her.getByLabel('招待コード').fill(code.toLowerCase());
    await typeBirth(daughter, '7');
    await her.getByRole('button', { name: '次へ' }).click();
    await sees(her, /招待コードか生年月日が違うか/);
    await inspect(daughter, 'f1-join');
    await typeBirth(daughter, '6');
    await her.getByRole('button', { name: '次へ' }).click();
    await sees(her, '参加しても見えないもの');
    await inspect(daughter, 'f2-welcome');
    await her.getByRole('button', { name: 'はじめて使う' }).click();
    await sees(her, 'IDを用意しました');
    await inspect(daughter, 'f3-account');
    await her.getByRole('button', { name: '登録に進む' }).click();
    await her.getByRole('heading', { level: 1, name: 'パスワードを決める' }).waitFor();
    for (const field of await her.locator('input[type=password]').all()) await field.fill(password);
    await her.getByRole('button', { name: '決めて次へ' }).click();
    await her.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
    await her.getByRole('heading', { level: 1, name: '登録が終わりました' }).waitFor();
    await her.goto('/');
    await her.getByRole('link', { name: 'ログインする' }).click();
    await her.getByRole('button', { name: 'パスキーでログインする' }).click();
    await sees(her, 'ご本人・ご家族としての招待');
    await inspect(daughter, 'f4-home');
    await her.getByRole('button', { name: '参加する' }).click();
    await her.waitForURL(/\/rooms\//);

    await page.reload();
    await page
      .getByRole('button', { name: /参加を終える/ })
      .and(page.getByRole('button', { name: /田所 みのり/ }))
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '参加を終える' }).click();
    await expect.poll(() => page.getByRole('button', { name: /田所 みのり/ }).count()).toBe(0);
    await her.goto(stage.inRoom());
    await sees(her, '見つかりません');
    await daughter.context.close();
  });
}
