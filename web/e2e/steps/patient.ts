/** Registering a patient and taking the consent 3-1, as a doctor does it with the patient beside them. */
import type { Page } from 'playwright-core';

export interface PatientFacts {
  name: string;
  kana: string;
  sex: '女' | '男';
  /** 昭和13年5月3日 is ['昭和', '13', '5', '3'] */
  birth: readonly [era: string, year: string, month: string, day: string];
  postalCode: string;
  address: string;
  phone: string;
}

/** Everyone in the journey is made up; the family's account belongs to this patient. */
export const patient: PatientFacts = {
  name: '森野 栄一',
  kana: 'もりの えいいち',
  sex: '男',
  birth: ['昭和', '13', '5', '3'],
  postalCode: '842-0001',
  address: '若葉市北町一丁目1-1',
  phone: '0952-00-0123',
};

export async function fillPatient(page: Page, facts: PatientFacts): Promise<void> {
  await page.getByLabel('氏名').fill(facts.name);
  await page.getByLabel('ふりがな').fill(facts.kana);
  await page.getByRole('radio', { name: facts.sex, exact: true }).check();
  await fillBirth(page, facts.birth);
  await page.getByLabel('郵便番号').fill(facts.postalCode);
  await page.getByLabel('住所').fill(facts.address);
  await page.getByLabel('電話番号').fill(facts.phone);
}

export async function fillBirth(page: Page, [era, year, month, day]: PatientFacts['birth']): Promise<void> {
  const group = page.getByRole('group', { name: '生年月日' });
  await group.getByRole('combobox').selectOption({ label: era });
  for (const [label, value] of [
    ['年', year],
    ['月', month],
    ['日', day],
  ] as const)
    await group.getByRole('textbox', { name: label, exact: true }).fill(value);
}

export const submitPatient = (page: Page): Promise<void> => page.getByRole('button', { name: '登録して、つぎへ' }).click();

/** Ticks each class with its recipients; the first two are what a room needs. */
export async function tickCategories(page: Page): Promise<void> {
  for (const category of await page.getByRole('main').getByRole('group').all()) {
    await category.getByRole('checkbox').first().check();
    await category.getByRole('checkbox', { name: '家族にも見せてよい' }).check();
  }
}

/** Three strokes in the frame. */
export async function drawSignature(page: Page): Promise<void> {
  const frame = page.getByLabel('署名の枠');
  await frame.scrollIntoViewIfNeeded();
  const box = await frame.boundingBox();
  if (!box) throw new Error('no frame to sign in');
  for (const [fromX, toX] of [
    [0.2, 0.35],
    [0.45, 0.6],
    [0.7, 0.85],
  ] as const) {
    await page.mouse.move(box.x + box.width * fromX, box.y + box.height * 0.25);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * toX, box.y + box.height * 0.75, { steps: 8 });
    await page.mouse.up();
  }
}
