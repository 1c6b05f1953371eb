/** A consent is changed later (R9): less takes effect at once on open screens, more needs a signature. */
import { expect, it } from 'vitest';
import { drawSignature } from '../steps/patient.ts';
import { inspect } from '../support/look.ts';
import { holdStreams, sees } from '../support/person.ts';
import type { Guarded } from './stage.ts';

/** How a family reads that a class is not for them. */
const hidden = /あなたの役割には表示されません/;

export function amend(guarded: Guarded): void {
  it('the patient takes the family out of one class: their open screen loses it at once', async () => {
    const patient = await guarded.as('patient', 'phone');
    const family = await guarded.as('family', 'phone');
    const letFollow = await holdStreams(family.page);
    await family.page.goto(guarded.inRoom('body'));
    await family.page.getByText('体温').first().waitFor();
    await patient.page.goto(guarded.inRoom('consent'));
    await patient.page.getByRole('link', { name: '同意を変える' }).click();
    const daily = patient.page.getByRole('group', { name: '日々の健康状態や病状' });
    await patient.page.getByRole('button', { name: 'この内容に変える' }).click();
    await sees(patient.page, 'まだ何も変わっていません');
    await daily.getByRole('checkbox', { name: '家族にも見せてよい' }).uncheck();
    expect(await patient.page.getByLabel('署名の枠').count()).toBe(0);
    await inspect(patient, '80-amend');
    await patient.page.getByRole('button', { name: 'この内容に変える' }).click();
    await patient.page.waitForURL(/\/consent$/);
    letFollow();
    await sees(family.page, hidden);
    await family.page.reload();
    await sees(family.page, hidden);
    expect(await family.page.getByText('36.4').count()).toBe(0);
    await inspect(family, '81-withheld');
  });

  it('more is shown only with a signature', async () => {
    const doctor = await guarded.as('doctor', 'desk');
    const { page } = doctor;
    await page.goto(guarded.inRoom('consent', 'change'));
    await page.getByRole('group', { name: '日々の健康状態や病状' }).getByRole('checkbox', { name: '家族にも見せてよい' }).check();
    await page.getByLabel('同意する人の氏名').fill('森野 栄一');
    await page.getByRole('button', { name: 'この内容に変える' }).click();
    await sees(page, '署名がまだありません');
    await drawSignature(page);
    await inspect(doctor, '82-amend-signed');
    await page.getByRole('button', { name: 'この内容に変える' }).click();
    await page.waitForURL(/\/consent$/);
    const family = await guarded.as('family', 'phone');
    await family.page.goto(guarded.inRoom('body'));
    await family.page.getByText('体温').first().waitFor();
  });
}
