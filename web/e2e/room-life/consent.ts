/** A consent on paper: brought by who took it, held against its paper by the center, and what the patient reads and can do then (R8–R10). */
import { drawnSignature } from '@heya/testkit/signature';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { nextPage, openTask } from '../steps/application.ts';
import { tickCategories } from '../steps/patient.ts';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

const photo = { name: 'IMG_0001.png', mimeType: 'image/png', buffer: Buffer.from(drawnSignature.base64, 'base64') };

async function fillProxy(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '家族（代理）' }).check();
  await page.getByLabel('署名する人の氏名').fill('森野 和子');
  await page.getByLabel('続柄').fill('長女');
  await page.getByLabel('代わりに同意した理由').fill('本人が字を書けないため');
}

export function consent(life: Guarded): void {
  it('the doctor takes a new one on paper, signed by the family; the room goes on under the one before', async () => {
    const doctor = await life.as('doctor', 'phone');
    const { page } = doctor;
    await page.goto(life.inRoom('consent'));
    await page.getByRole('link', { name: '新しい同意をいただく' }).click();
    await page.getByRole('button', { name: '説明しました' }).click();
    await page.waitForURL(/\/consent$/);
    await tickCategories(page);
    await nextPage(page);
    await fillProxy(page);
    await page.getByRole('radio', { name: /紙に署名する/ }).check();
    await page.getByLabel('紙を選ぶ').setInputFiles(photo);
    await sees(page, '届きました（1ページ）', 60_000);
    await inspect(doctor, '90-consent-paper');
    await page.getByRole('button', { name: '紙の同意を提出する' }).click();
    await page.waitForURL(/\/patients\/[^/]+\/paper$/);
    await sees(page, '認められるまでは、今の同意のままです');
    await inspect(doctor, '91-consent-waiting');
    await page.goto(life.inRoom('consent'));
    await sees(page, '支援センターの確認を待っています');
  });

  it('the center holds it against its paper and approves', async () => {
    const clerk = await life.as('clerk', 'desk');
    const { page } = clerk;
    await page.goto('/center');
    await openTask(page, /紙の同意書/);
    await page.getByLabel(/^署名した紙/).waitFor();
    await inspect(clerk, '92-consent-review');
    await page.getByRole('button', { name: '紙と同じなので認める' }).click();
    await sees(page, '終わりました');
  });

  it('the patient reads in plain words what it does, and is four taps from ending it', async () => {
    const patient = await life.as('patient', 'phone');
    const { page } = patient;
    await page.goto(life.inRoom('consent'));
    await sees(page, 'この同意でできること');
    await sees(page, '紙で提出した');
    await inspect(patient, '93-consent-plain');
    await page.getByRole('link', { name: '同意を撤回する' }).click();
    await page.getByLabel('撤回することを確かめました').check();
    expect(await page.getByRole('button', { name: '同意を撤回する' }).isEnabled()).toBe(true);
    expect(await page.getByRole('radio').count()).toBe(0);
    const doctor = await life.as('doctor', 'phone');
    await doctor.page.goto(life.inRoom('consent', 'withdraw'));
    await doctor.page.getByRole('radio', { name: '電話で' }).check();
    await doctor.page.getByLabel('電話を受けた日時').waitFor();
    await inspect(doctor, '94-withdraw-telephone');
  });
}
