/** Values by the keypad, their charts with the limits drawn in, and a month on one sheet of paper (R24). */
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Guarded } from '../guard/stage.ts';
import { typeVitals } from '../steps/room.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

const sendToTeam = (page: Page): Locator => page.getByRole('button', { name: '職員だけに送る' });
const fullSetMs = 20_000;

export function vitals(stage: Guarded): void {
  it('twelve digits and three taps are a full set, in less than twenty seconds; it appears on the doctor’s chart without a reload', async () => {
    const doctor = await stage.as('doctor', 'desk');
    await doctor.page.goto(stage.inRoom('body'));
    await sees(doctor.page, 'これまでの記録');
    const { page } = await stage.as('nurse', 'phone');
    await page.goto('/home');
    const begun = Date.now();
    await page.getByRole('main').locator(`a[href="${stage.inRoom()}"]`).first().click();
    await page.getByRole('link', { name: 'バイタル' }).click();
    await typeVitals(page, '364121687197');
    await sendToTeam(page).click();
    await page.getByRole('article').filter({ hasText: '121/68' }).first().waitFor();
    expect(Date.now() - begun).toBeLessThan(fullSetMs);
    await sees(doctor.page.getByRole('region', { name: 'これまでの記録' }), '121/68');
  });

  it('beside each field stands what was measured last and what is usual; an unlikely value is asked again, one out of range asks whether to tell', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.getByRole('link', { name: 'バイタル' }).click();
    await sees(page, /前回 36\.4 \/ ふだん/);
    await typeVitals(page, '428');
    await sees(page, '▲とても高い');
    await page.getByRole('button', { name: '＋血糖' }).click();
    await typeVitals(page, '142');
    await page.getByRole('radio', { name: '食前' }).check();
    await page.getByRole('button', { name: '＋酸素' }).click();
    await typeVitals(page, '2');
    await page.getByRole('checkbox', { name: /みなさんに知らせますか/ }).check();
    await inspect(nurse, 'v1-vitals-typed');
    await sendToTeam(page).click();
    await sees(page, 'この値でまちがいありませんか');
    await inspect(nurse, 'v2-vitals-unlikely');
    await page.getByRole('button', { name: 'まちがいありません。送る' }).click();
    await page.getByRole('article').filter({ hasText: '42.8' }).first().waitFor();
    const { page: doctor } = await stage.as('doctor', 'desk');
    await sees(doctor.getByRole('main'), /42\.8 ▲とても高い/);
    await doctor.goto('/home');
    await sees(doctor, 'あなたの了解を待っています');
  });

  it('charts have the limits drawn in, and say in words and figures what they show, for a week and for a year', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const { page } = doctor;
    await page.goto(stage.inRoom('body'));
    const chart = page.getByRole('region', { name: /^体温/ });
    await sees(chart, /ふだん 35\.0–/);
    await chart.getByRole('img', { name: /体温、7日間。いちばん新しい値 42\.8℃/ }).waitFor();
    await chart.getByText('数字で見る').click();
    await chart.getByRole('cell', { name: '42.8 ▲とても高い' }).waitFor();
    await inspect(doctor, 'v3-body-week');
    await page.getByRole('link', { name: '1年' }).click();
    // The canvas comes when it is looked at.
    await chart.locator('canvas').waitFor();
    await inspect(doctor, 'v4-body-year');
  });

  it('the helper records a usual day in ten taps at most; what stands out is said, and the day stands in the grid', async () => {
    const helper = await stage.as('helper', 'phone');
    const { page } = helper;
    await page.goto(stage.inRoom('vitals'));
    let taps = 0;
    const tap = async (target: Locator): Promise<void> => {
      taps += 1;
      await target.click();
    };
    await tap(page.getByRole('link', { name: 'くらし', exact: true }));
    const group = (name: string): Locator => page.getByRole('group', { name, exact: true });
    await tap(group('食事').getByRole('button', { name: '昼食' }));
    await tap(group('主食').getByRole('button', { name: '8', exact: true }));
    await tap(group('おかず').getByRole('button', { name: '5 半分' }));
    await tap(page.getByRole('button', { name: '＋200' }));
    await tap(group('薬').getByRole('button', { name: '昼' }));
    await tap(group('薬（昼）').getByRole('button', { name: '飲めた' }));
    await tap(page.getByRole('button', { name: '＋便' }));
    await tap(group('便のかたち').getByRole('button', { name: /^4/ }));
    await inspect(helper, 'v7-daily');
    await tap(sendToTeam(page));
    expect(taps).toBeLessThanOrEqual(10);
    const card = page.getByRole('article').filter({ hasText: '主食 8割・おかず 5割' }).first();
    await sees(card, '1回　ふつう（4）');
    // Half of one dish is no reason to be alarmed; half of three meals would be (R24).
    expect(await card.locator('dd').filter({ hasText: '主食 8割' }).locator('svg').count()).toBe(0);
    await inspect(helper, 'v8-daily-sent');
    // What is there already is seen by whoever comes next.
    await page.goto(stage.inRoom('daily'));
    await sees(page, 'きょう、すでに記録されたこと');
    await page.getByRole('button', { name: '＋転倒' }).click();
    await page.getByRole('group', { name: '転倒', exact: true }).getByRole('button', { name: '転倒あり' }).click();
    await page.getByRole('button', { name: '＋便' }).click();
    await group('便のかたち').getByRole('button', { name: '出ていない' }).click();
    await inspect(helper, 'v9-daily-none');
    await sendToTeam(page).click();
    await sees(page, '転倒がありました');
    await sees(page.getByRole('article').first(), '出ていない（0回）');
    await page.goto(stage.inRoom('body'));
    const grid = page.getByRole('region', { name: '日ごとの記録' });
    await sees(grid, '8/5');
    await sees(grid, '▲あり');
  });

  it('the patient sees what is for everyone, and nothing else', async () => {
    const { page } = await stage.as('nurse', 'phone');
    await page.getByRole('link', { name: 'バイタル' }).click();
    await page.getByRole('radio', { name: '家族も見ます' }).check();
    await typeVitals(page, '368');
    await page.getByRole('button', { name: '家族も見るように送る' }).click();
    await page.getByRole('article').filter({ hasText: '36.8' }).first().waitFor();
    const patient = await stage.as('patient', 'phone');
    await patient.page.goto(stage.inRoom('body'));
    await sees(patient.page, '36.8');
    expect(await patient.page.content()).not.toContain('42.8');
    await inspect(patient, 'v5-body-patient');
    await patient.page.goto(stage.inRoom('body', 'sheet'));
    await sees(patient.page.getByRole('table'), '36.8');
    expect(await patient.page.content()).not.toContain('42.8');
  });

  it('a month is one sheet of paper', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const { page } = doctor;
    await page.goto(stage.inRoom('body'));
    await page.getByRole('link', { name: '1か月の記録表（印刷）' }).click();
    await sees(page.getByRole('table'), '記入者');
    await inspect(doctor, 'v6-sheet');
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
    // A4, lying down.
    expect(paper).toMatch(/\/MediaBox \[0 0 841\.\d+ 59[45]\.\d+\]/);
  });

  it('a wrong value is put right by who may, with the reason; the old one stays, struck through, and what was typed is not lost', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.goto(stage.inRoom('body'));
    const records = page.getByRole('region', { name: 'これまでの記録' }).locator('.card');
    await records
      .filter({ hasText: '42.8' })
      .first()
      .getByRole('link', { name: /の値を直す/ })
      .click();
    await sees(page, '前の値は線で消して残り');
    await inspect(nurse, 'v10-correct');
    const send = page.getByRole('button', { name: '直した値を送る' });
    await send.click();
    await sees(page, '前の値と同じです');
    await typeVitals(page, '435');
    await page.reload();
    await sees(page, '43.5');
    await send.click();
    await sees(page, '直す理由を入れてください');
    await inspect(nurse, 'v11-correct-missing');
    await page.getByRole('button', { name: '打ち間違い' }).click();
    await send.click();
    await sees(page, 'この値でまちがいありませんか');
    await page.getByRole('button', { name: '直す', exact: true }).click();
    await typeVitals(page, '364');
    await send.click();
    await page.waitForURL(/\/body$/);
    await sees(records.filter({ hasText: '42.8' }).first(), /訂正しました。理由：打ち間違い/);
    await inspect(nurse, 'v12-corrected');
    // Of the others only doctors and nurses; of one's own, from its card, what was seen of a day too.
    const helper = await stage.as('helper', 'phone');
    await helper.page.goto(stage.inRoom('body'));
    await sees(helper.page, 'これまでの記録');
    const mine = helper.page.getByRole('article').filter({ hasText: '出ていない（0回）' }).first();
    await helper.page.goto(stage.inRoom());
    await mine.getByRole('button', { name: 'その他' }).click();
    await helper.page.getByRole('link', { name: '値を直す' }).click();
    await helper.page.getByRole('group', { name: '便のかたち' }).getByRole('button', { name: /^5/ }).click();
    await helper.page.getByRole('textbox', { name: '直す理由' }).fill('あとで出ていました');
    await inspect(helper, 'v13-correct-day');
    await helper.page.getByRole('button', { name: '直した値を送る' }).click();
    await sees(helper.page.getByRole('article').first(), '1回　ややゆるい（5）');
    await sees(mine, /訂正しました。理由：あとで出ていました/);
  });

  it('the doctor sets from where this patient’s saturation alerts; others read it, and the next value beyond it is told to all', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const { page } = doctor;
    await page.goto(stage.inRoom('body'));
    await page.getByRole('link', { name: 'この人のふだんの範囲' }).click();
    await sees(page, 'まだ変えられていません');
    await page.getByRole('button', { name: 'SpO₂の範囲を変える' }).click();
    await page.getByLabel('知らせる（この値より低い）').fill('９５');
    await page.getByRole('button', { name: 'この範囲にする' }).click();
    await sees(page, '範囲は、低い方から順に');
    await inspect(doctor, 'r1-ranges-order');
    await page.reload();
    await page.getByLabel('低め（この値以下）').fill('96');
    await page.getByRole('button', { name: 'この範囲にする' }).click();
    await sees(page.getByRole('region', { name: 'これまでの変更' }), '95未満で知らせる・96以下で低め');
    await sees(page, '標準は 90未満で知らせる・92以下で低め');
    await inspect(doctor, 'r2-ranges-set');
    const helper = await stage.as('helper', 'phone');
    await helper.page.goto(stage.inRoom('body', 'ranges'));
    await sees(helper.page, '医師・看護師が決めた範囲です。');
    expect(await helper.page.getByRole('button', { name: /範囲を変える/ }).count()).toBe(0);
    await inspect(helper, 'r3-ranges-read');
    await helper.page.goto(stage.inRoom('vitals'));
    await helper.page.getByRole('button', { name: /^SpO₂/ }).click();
    await typeVitals(helper.page, '94');
    await sees(helper.page, '▼とても低い');
    await sendToTeam(helper.page).click();
    const card = helper.page.getByRole('article').filter({ hasText: '94' }).first();
    await sees(card, '▼とても低い');
    await sees(card, '重要');
  });
}
