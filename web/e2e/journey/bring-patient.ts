/** A doctor signs in, registers a patient, takes the consent 3-1 and files 4-1. */
import { expect, it } from 'vitest';
import { addFamily, addStaff, fillParts, nextPage } from '../steps/application.ts';
import { drawSignature, fillBirth, fillPatient, patient, submitPatient, tickCategories } from '../steps/patient.ts';
import { inspect } from '../support/look.ts';
import { sees, signIn, typePassword } from '../support/person.ts';
import type { Stage } from './stage.ts';

export function bringPatient(stage: Stage): void {
  it('signs in with password and one-time code; a wrong password says nothing about whose it is (R5)', async () => {
    const { page, account } = stage.people.doctor;
    await page.goto('/');
    await inspect(stage.people.doctor, '01-start');
    await page.getByRole('link', { name: 'ログインする' }).click();
    await typePassword(page, { userName: account.userName, password: 'not this one' });
    await sees(page, 'ログインIDまたはパスワードが違います');
    await inspect(stage.people.doctor, '02-password-wrong');
    await signIn(stage.people.doctor);
    await sees(page, '入っている部屋はまだありません');
    await inspect(stage.people.doctor, '03-home-empty');
  });

  it('registers the patient: wrong inputs are told beside their fields and nothing typed is lost (R20, R21)', async () => {
    const { page } = stage.people.doctor;
    await page.getByRole('link', { name: '利用者（患者）を登録する' }).click();
    await submitPatient(page);
    expect(await page.getByText('入力してください').count()).toBeGreaterThanOrEqual(4);
    await inspect(stage.people.doctor, '04-register-empty');
    await fillPatient(page, { ...patient, address: '若葉市北町１２３４－５６７８－９０１８' });
    await fillBirth(page, ['令和', '90', '1', '1']);
    await submitPatient(page);
    await sees(page.getByRole('group', { name: '生年月日' }), 'まだ来ていない日付です');
    await fillBirth(page, patient.birth);
    await submitPatient(page);
    await page.locator('#address-error').waitFor();
    await inspect(stage.people.doctor, '05-register-my-number');
    await page.reload();
    // The draft comes back with the page's script, a moment after the page.
    await expect.poll(() => page.getByLabel('氏名').inputValue(), { timeout: 20_000 }).toBe(patient.name);
    expect(await page.getByLabel('住所').inputValue()).toBe('若葉市北町１２３４－５６７８－９０１８');
    await page.getByLabel('住所').fill(patient.address);
    await submitPatient(page);
    await page.waitForURL(/\/explain$/);
  });

  it('explains, ticks class by class and takes the signature on the screen (R8–R10)', async () => {
    const { page } = stage.people.doctor;
    await inspect(stage.people.doctor, '06-explain');
    await page.getByRole('button', { name: '説明しました' }).click();
    await page.waitForURL(/\/consent$/);
    await nextPage(page);
    await sees(page, '印が1つもついていません');
    await tickCategories(page);
    await inspect(stage.people.doctor, '07-ticks');
    await nextPage(page);
    await page.getByRole('button', { name: '同意書を出す' }).click();
    await sees(page, '署名がまだありません');
    await page.getByLabel('署名する人の氏名').fill(patient.name);
    await drawSignature(page);
    await inspect(stage.people.doctor, '08-sign');
    await page.getByRole('button', { name: '同意書を出す' }).click();
    await page.waitForURL(/\/situation$/);
  });

  it('files 4-1 with the care team, the family and one steward (R11)', async () => {
    const { page } = stage.people.doctor;
    await page.getByRole('radio', { name: '終末期のケア' }).check();
    await page.getByLabel('くわしい理由').fill('自宅で過ごすため');
    await inspect(stage.people.doctor, '09-situation');
    await nextPage(page);
    await addStaff(page, 'こもれび', [stage.nameOf('nurse'), stage.nameOf('secondNurse')]);
    await inspect(stage.people.doctor, '10-members');
    await addStaff(page, 'ひだまり', [stage.nameOf('careManager')]);
    await nextPage(page);
    await addFamily(page, stage.people.family.account.userName, stage.nameOf('family'));
    await inspect(stage.people.doctor, '11-family');
    await nextPage(page);
    await fillParts(page, (screen) => inspect(stage.people.doctor, `11-${screen}`));
    await page.getByRole('button', { name: '支援センターへ申請する' }).click();
    await sees(page, '世話役を1人選んでください');
    await page.getByRole('radio', { name: stage.nameOf('careManager') }).check();
    await inspect(stage.people.doctor, '12-check');
    // The center's inbox is open already: the task must come by itself.
    await signIn(stage.people.clerk);
    await sees(stage.people.clerk.page, '受付箱は空です');
    await page.getByRole('button', { name: '支援センターへ申請する' }).click();
    await sees(page, '申請を受け付けました');
    stage.receipt = (await page.getByRole('status').locator('.tabular').innerText()).trim();
    await inspect(stage.people.doctor, '13-done');
    const [form] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '様式を印刷する' }).click()]);
    expect(form.suggestedFilename()).toBe(`${stage.receipt}.pdf`);
  });
}
