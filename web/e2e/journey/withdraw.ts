/** The consent is withdrawn: every screen is emptied at once and says why. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openTask } from '../steps/application.ts';
import { patient } from '../steps/patient.ts';
import { answerTo } from '../support/documents.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';
import { scriptReach } from '../support/witness.ts';
import { finding, forFamily, invited, type Role, type Stage } from './stage.ts';

export function withdraw(stage: Stage): void {
  it('within a second every open screen is empty and says why (R10)', async () => {
    const { page } = stage.people.doctor;
    await page.getByRole('link', { name: '基本情報' }).click();
    await page.getByRole('link', { name: '同意の内容を見る' }).click();
    await page.getByRole('link', { name: '同意を撤回する' }).waitFor();
    await inspect(stage.people.doctor, '26-consent');
    await stage.people.clerk.page.goto('/center');
    await page.getByRole('link', { name: '同意を撤回する' }).click();
    await page.getByLabel('撤回する人のお名前').fill(patient.name);
    await page.getByLabel('撤回することを確かめました').check();
    await inspect(stage.people.doctor, '27-withdraw');
    const emptied = Promise.all(invited.map((role) => closedAt(stage.people[role].page)));
    const answered = answerTo(page, 'ConsentWithdraw');
    await page.getByRole('button', { name: '同意を撤回する' }).click();
    await answered;
    const at = Date.now();
    for (const [index, closed] of (await emptied).entries()) expect(closed - at, `${invited[index]} sees it late`).toBeLessThan(1000);
    await closedAt(page);
  });

  it('nothing of the patient is left on the screens, nor after a reload', async () => {
    await stage.everyone(['doctor', ...invited], async (page, role) => {
      await inspectEmptied(page, role);
      await page.goto(stage.inRoom());
      await closedAt(page);
      await inspectEmptied(page, role);
    });
    await inspect(stage.people.family, '28-closed');
    await inspect(stage.people.doctor, '29-closed-doctor');
  });

  it('the center has a task', async () => {
    const { page } = stage.people.clerk;
    await openTask(page, /同意/);
    await sees(page, '同意が撤回されました');
    await inspect(stage.people.clerk, '30-task-consent');
  });
}

/** When this screen said that the consent was withdrawn. */
async function closedAt(page: Page): Promise<number> {
  await page.getByRole('heading', { name: '同意が撤回されたため、この部屋は閉じています' }).waitFor({ timeout: 15_000 });
  return Date.now();
}

async function inspectEmptied(page: Page, role: Role): Promise<void> {
  const left = (await page.content()) + (await scriptReach(page));
  for (const secret of [patient.name, patient.address, finding, forFamily]) expect(left, role).not.toContain(secret);
}
