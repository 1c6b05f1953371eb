/** A wound at a bedside: assessed step by step, with and without a photo, its area by a marker, compared and followed (R24, R25). */
import { drawnSignature } from '@heya/testkit/signature';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

const choose = async (page: Page, item: string, code: string): Promise<void> => {
  await page.getByRole('heading', { name: item, exact: true }).waitFor();
  await page.getByRole('button', { name: new RegExp(`${code}(\\s|$)`) }).click();
};
const next = (page: Page): Promise<void> => page.getByRole('button', { name: '次へ' }).click();

async function chooseAll(page: Page, codes: Record<string, string>): Promise<void> {
  for (const [item, code] of Object.entries(codes)) await choose(page, item, code);
}

const photo = async (page: Page) => ({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) });

export function wound(stage: Guarded): void {
  it('is assessed one item a page, without a photo where the consent has none', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.goto(stage.inRoom('body'));
    await sees(page, 'きずの評価はまだありません');
    await page.getByRole('link', { name: '新しいきずを評価する' }).click();
    await next(page);
    await sees(page, '部位を入れてください');
    await page.getByRole('button', { name: '仙骨部' }).click();
    await inspect(nurse, 'w0-site');
    await next(page);
    await page.getByRole('heading', { name: '深さ', exact: true }).waitFor();
    await inspect(nurse, 'w1-depth');
    await chooseAll(page, { 深さ: 'D3', 滲出液: 'e3' });
    await page.getByLabel('長径').fill('5');
    await page.getByLabel('短径').fill('4');
    await sees(page, '20cm² なので s8 です');
    await page.getByRole('button', { name: /s3(\s|$)/ }).click();
    await sees(page, '長径×短径では s8 になります');
    await inspect(nurse, 'w2-size');
    await next(page);
    await chooseAll(page, { '炎症・感染': 'I3C', 肉芽組織: 'G4', 壊死組織: 'N3', ポケット: 'p0' });
    await sees(page, '身体の写真を共有する同意がないため');
    await page.getByRole('button', { name: '写真なしで進む' }).click();
    await page.getByRole('heading', { name: '確かめて送る' }).waitFor();
    await sees(page, 'D3-e3s8I3CG4N3p0:21');
    await inspect(nurse, 'w3-check');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await page.getByRole('heading', { name: '仙骨部の経過' }).waitFor();
  });

  it('has photos once the consent names them; two are compared, its area and its points are followed', async () => {
    await showBody(stage);
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.goto(stage.inRoom('body'));
    await sees(page.getByRole('article', { name: '仙骨部' }), '21点');
    await page.getByRole('link', { name: '仙骨部を評価する' }).click();
    await chooseAll(page, { 深さ: 'D3', 滲出液: 'e1', 大きさ: 's6', '炎症・感染': 'i1', 肉芽組織: 'g3', 壊死組織: 'n0', ポケット: 'p0' });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photo(page));
    await sees(page, '写真を付けました');
    await page.getByRole('button', { name: '写真で面積を測る' }).click();
    await measure(page);
    await sees(page, /写真で囲んだ面積 \d/);
    await inspect(nurse, 'w4-area');
    await next(page);
    await sees(page, '10点 よくなっています');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await page.getByRole('heading', { name: '仙骨部の経過' }).waitFor();
    await page.getByRole('link', { name: '評価する', exact: true }).click();
    await chooseAll(page, { 深さ: 'D4', 滲出液: 'E6', 大きさ: 's6', '炎症・感染': 'I3', 肉芽組織: 'g3', 壊死組織: 'n0', ポケット: 'P6' });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photo(page));
    await sees(page, '写真を付けました');
    await next(page);
    await sees(page, '「重要」としてみなさんに知らせます');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await page.getByRole('heading', { name: '仙骨部の経過' }).waitFor();
    await expect.poll(() => page.locator('figure img').count()).toBe(2);
    await inspect(nurse, 'w5-series');
    await page.getByRole('radio', { name: '重ねる' }).check();
    await page.getByLabel('2枚目の濃さ').fill('70');
    await page.getByLabel('見る項目').selectOption({ label: '面積' });
    await inspect(nurse, 'w6-overlaid');
  });

  it('is told to the others as important, corrected by who knows better, printed on one sheet, and not the family’s', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const { page } = doctor;
    await page.goto(stage.inRoom());
    const card = page.getByRole('article').filter({ hasText: 'D4-E6s6I3g3n0P6:24' }).first();
    await sees(card, '重要');
    await inspect(doctor, 'w7-timeline');
    await card.getByRole('link', { name: '経過を見る' }).click();
    await page
      .getByRole('link', { name: /の評価を訂正する/ })
      .first()
      .click();
    await page.getByRole('link', { name: '深さを変える' }).click();
    await choose(page, '深さ', 'D3');
    await page.getByRole('heading', { name: '確かめて送る' }).waitFor();
    await sees(page, 'D3-E6s6I3g3n0P6:24');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(page, '訂正あり。前は D4-E6s6I3g3n0P6:24');
    await page.getByRole('link', { name: 'A4に印刷する' }).click();
    await page.getByRole('columnheader', { name: '深さ' }).waitFor();
    await inspect(doctor, 'w8-print');
    await page.goto(stage.inRoom('body'));
    await page.getByRole('article', { name: '仙骨部' }).waitFor();
    await inspect(doctor, 'w9-body');
    const family = await stage.as('patient', 'phone');
    await family.page.goto(stage.inRoom('body'));
    await family.page.getByRole('heading', { name: /いま/ }).waitFor();
    expect(await family.page.content()).not.toContain('仙骨部');
  });
}

/** Both ends of the marker, then three points along the edge. */
async function measure(page: Page): Promise<void> {
  const picture = page.getByRole('application', { name: /きずの写真/ });
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error('no picture');
  for (const [x, y] of [
    [0.2, 0.1],
    [0.4, 0.1],
    [0.3, 0.2],
    [0.6, 0.2],
    [0.45, 0.35],
  ] as const)
    await picture.click({ position: { x: box.width * x, y: box.height * y } });
}

/** The consent names pictures of the body from now on, as the patient would change it. */
async function showBody(stage: Guarded): Promise<void> {
  const doctor = await stage.byApi('doctor');
  const found: any = await doctor.ask('query ($id: ID!) { room(id: $id) { patient { consent { id version giverName } } } }', {
    id: stage.room.id,
  });
  const { id, version, giverName } = found.room.patient.consent;
  const shown = ['DEMOGRAPHICS', 'DAILY_CONDITION', 'FAMILY_CONTACTS', 'MEDICAL_HISTORY', 'MEDICATIONS', 'CARE_SERVICES', 'BODY_IMAGES'];
  const withheld = ['TEST_RESULTS', 'INSURANCE', 'HOSPITALS', 'DISASTER_SAFETY'];
  const categories = [...shown, ...withheld].map((category) => ({
    category,
    granted: shown.includes(category),
    visibleToFamily: category === 'DAILY_CONDITION' || category === 'DEMOGRAPHICS',
  }));
  await doctor.change(
    `mutation ($id: ID!, $input: ConsentCategoriesUpdateInput!) { consentCategoriesUpdate(id: $id, input: $input) { consent { id } userErrors { code message field } } }`,
    { id, input: { expectedVersion: version, categories, giverName, signature: drawnSignature } },
  );
}
