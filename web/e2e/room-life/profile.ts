/** The profile (R20): a block is changed by itself, two people at once are told, and who changed what stands in the history. */
import { expect, it } from 'vitest';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';
import { scriptReach } from '../support/witness.ts';

export function profile(stage: Guarded): void {
  it('a nurse sees the blocks that are consented, and changes the medicines', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.goto(stage.inRoom('profile'));
    await page.getByRole('link', { name: '09000000001' }).waitFor();
    const insurance = page.getByRole('region', { name: '医療保険・公費' });
    expect(await insurance.innerText()).toContain('同意');
    await inspect(nurse, '110-profile');
    await page.getByRole('link', { name: '薬を変える' }).click();
    await page.getByRole('button', { name: '薬を追加する' }).click();
    await page.getByLabel('薬の名前').last().fill('123456789018');
    await page.getByRole('button', { name: '保存する' }).click();
    await sees(page, 'マイナンバーと思われる番号');
    await page.getByLabel('薬の名前').last().fill('酸化マグネシウム錠 330mg');
    await inspect(nurse, '111-medicines');
  });

  it('the doctor was faster: the nurse sees both, and nothing typed is lost', async () => {
    const doctor = await stage.as('doctor', 'desk');
    await doctor.page.goto(stage.inRoom('profile', 'medications'));
    await doctor.page.getByLabel('用法・用量').last().fill('朝夕食後 1錠');
    await doctor.page.getByRole('button', { name: '保存する' }).click();
    await doctor.page.waitForURL(/\/profile$/);
    await sees(doctor.page, '朝夕食後 1錠');
    await inspect(doctor, '112-profile');
    const { page } = await stage.as('nurse', 'phone');
    await page.getByRole('button', { name: '保存する' }).click();
    await sees(page, 'ほかの人が先に変えました');
    await sees(page, '朝夕食後 1錠');
    await page.getByLabel('用法・用量').nth(1).fill('朝夕食後 1錠');
    await page.getByRole('button', { name: 'この入力で置きかえる' }).click();
    await page.waitForURL(/\/profile$/);
    await sees(page, '酸化マグネシウム錠 330mg');
  });

  it('a contact of the family comes in its place, and the history says who changed what', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const { page } = doctor;
    await page.getByRole('link', { name: '連絡先を追加する' }).click();
    await page.getByRole('textbox', { name: '氏名' }).fill('森野 ゆき');
    await page.getByLabel('続柄').fill('孫');
    await page.getByLabel('電話番号 1').fill('090-0000-0003');
    await page.getByLabel('緊急のときに連絡する順').fill('1');
    await inspect(doctor, '113-contact');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.waitForURL(/\/profile$/);
    await sees(page, '森野 ゆき（孫）');
    const nurse = await stage.as('nurse', 'phone');
    await sees(nurse.page, '森野 ゆき（孫）');
    await page.getByRole('link', { name: 'だれが いつ 何を変えたか' }).click();
    await sees(page, /酸化マグネシウム錠 330mg/);
    await sees(page, /森野 ゆき（孫）・緊急連絡 1番目/);
    await inspect(doctor, '114-profile-history');
  });

  it('a class that is consented to no more leaves the page where it is being changed, with what was begun of it (R10)', async () => {
    const { page } = await stage.as('nurse', 'phone');
    const patient = await stage.as('patient', 'phone');
    const share = async (isShared: boolean): Promise<void> => {
      await patient.page.goto(stage.inRoom('consent', 'change'));
      await patient.page.getByRole('group', { name: '使っている薬' }).getByRole('checkbox').first().setChecked(isShared);
      await patient.page.getByRole('button', { name: 'この内容に変える' }).click();
      await patient.page.waitForURL(/\/consent$/);
    };
    await page.goto(stage.inRoom('profile', 'medications'));
    await page.getByLabel('用法・用量').first().fill('書きかけ');
    await share(false);
    await page.waitForURL(/\/profile$/);
    await sees(page.getByRole('region', { name: '薬', exact: true }), /同意していません/);
    expect((await page.content()) + (await scriptReach(page))).not.toMatch(/酸化マグネシウム|書きかけ/);
    await share(true);
    await sees(page, '酸化マグネシウム錠 330mg');
  });
}
