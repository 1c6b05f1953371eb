/** A photo from the bedside: taken, marked, a face covered, sent, and seen by whom the consent names (R9, R25). */
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

const heel = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#d9a48f' } })
    .composite([{ input: Buffer.from('<svg width="1600" height="1200"><circle cx="800" cy="600" r="160" fill="#8f1d1d"/></svg>') }])
    .withExif({ IFD0: { Artist: 'nobody should read this' } })
    .jpeg()
    .toBuffer();

/** Two pages, each with a word. */
function paper(): Buffer {
  const page = (contents: number): string =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<</Font<</F 7 0 R>>>>>>`;
  const words = (text: string): string => {
    const drawn = `BT /F 40 Tf 80 700 Td (${text}) Tj ET`;
    return `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`;
  };
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>',
    ...[page(5), page(6), words('Instruction one'), words('Instruction two')],
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF\n`);
}

/** As a finger does. */
async function drag(page: Page, area: Locator, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const box = await area.boundingBox();
  if (!box) throw new Error('nothing to draw on');
  const at = ([x, y]: readonly [number, number]): [number, number] => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

export function photo(stage: Guarded): void {
  const words = '右踵の発赤です。';

  it('the nurse takes a photo, marks it, covers a face and sends it; what cannot be read says why and nothing is lost', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    const doctor = await stage.as('doctor', 'desk');
    await doctor.page.goto(stage.inRoom());
    await doctor.page.getByRole('article').first().waitFor();
    await page.goto(stage.inRoom());
    await page.getByRole('link', { name: '写真', exact: true }).click();
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(page, '写真を撮るか、選んでください');
    const album = page.locator('input[type=file][multiple]');
    await album.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
    await sees(page, 'この写真は読めません');
    await page.getByRole('textbox', { name: 'ひとこと' }).fill(words);
    await page.getByRole('button', { name: 'この写真をやめる' }).click();
    await page.locator('input[type=file][capture]').setInputFiles({ name: 'heel.jpg', mimeType: 'image/jpeg', buffer: await heel() });
    await sees(page, '届きました');
    await page.getByRole('button', { name: '書き込む・顔を隠す' }).click();
    const area = page.getByRole('application', { name: '写真に書き込む' });
    await drag(page, area, [0.2, 0.2], [0.42, 0.42]);
    await page.getByText('隠す', { exact: true }).click();
    await drag(page, area, [0.7, 0.1], [0.95, 0.35]);
    await inspect(nurse, 'p1-mark');
    await page.getByRole('button', { name: '書き込みを終える' }).click();
    // The consent of this room names no pictures of the body.
    await sees(page, 'からだの写真は送れません');
    await page.getByRole('textbox', { name: '何が写っているか' }).fill('右のかかと');
    expect(await page.getByRole('textbox', { name: 'ひとこと' }).inputValue()).toBe(words);
    await inspect(nurse, 'p2-photo');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    const card = (where: Page): Locator => where.getByRole('article').filter({ hasText: words }).first();
    await card(page).getByRole('img').waitFor();
    await inspect(nurse, 'p3-sent');
    // Without a reload.
    await card(doctor.page).getByRole('img').waitFor();
    await card(doctor.page)
      .getByRole('button', { name: /右のかかと/ })
      .click();
    await doctor.page.getByRole('dialog').getByRole('img').waitFor();
    await inspect(doctor, 'p4-large');
    await doctor.page.getByRole('dialog').getByRole('button', { name: 'とじる' }).click();
  });

  it('the doctor sends an instruction as a PDF; the nurse looks at its pages on the phone and saves it', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const named = '11月の訪問看護指示書';
    await doctor.page.goto(stage.inRoom('photo'));
    // An answer to a press: the page is at work, and hears of files.
    await doctor.page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(doctor.page, '写真を撮るか、選んでください');
    const papers = doctor.page.locator('input[type=file][accept="application/pdf"]');
    const hostile = Buffer.from(paper().toString().replace('/Catalog', '/Catalog/OpenAction<</S/JavaScript/JS(x)>>'));
    await papers.setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: hostile });
    await sees(doctor.page, 'この書類は受け取れません');
    await doctor.page.getByRole('button', { name: 'この書類をやめる' }).click();
    await papers.setInputFiles({ name: '\u202Efdp.exe', mimeType: 'application/pdf', buffer: paper() });
    await sees(doctor.page, '届きました');
    await doctor.page.getByText('指示書', { exact: true }).click();
    await doctor.page.getByRole('textbox', { name: '書類の名前' }).fill(named);
    await inspect(doctor, 'p5-document');
    await doctor.page.getByRole('button', { name: '職員だけに送る' }).click();
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.goto(stage.inRoom());
    const card = page.getByRole('article').filter({ hasText: named }).first();
    await card.scrollIntoViewIfNeeded();
    await card.locator('button img').waitFor();
    await inspect(nurse, 'p6-card');
    await card.getByRole('button', { name: /指示書.*PDF 2ページ/ }).click();
    const shown = page.getByRole('dialog');
    await shown.getByRole('img', { name: `指示書　${named} 1ページ` }).waitFor();
    await inspect(nurse, 'p7-page');
    await shown.getByRole('button', { name: '次のページ' }).click();
    await shown.getByRole('img', { name: `指示書　${named} 2ページ` }).waitFor();
    const [saved] = await Promise.all([page.waitForEvent('download'), shown.getByRole('button', { name: 'PDFを保存する' }).click()]);
    expect(saved.suggestedFilename()).toMatch(/指示書.*\.pdf$/u);
    await shown.getByRole('button', { name: 'とじる' }).click();
  });

  it('the photo is what was begun with again after the page was loaded anew; nobody else finds it', async () => {
    const { page } = await stage.as('nurse', 'phone');
    await page.goto(stage.inRoom('photo'));
    await page.locator('input[type=file][capture]').setInputFiles({ name: 'heel.jpg', mimeType: 'image/jpeg', buffer: await heel() });
    await sees(page, '届きました');
    await page.reload();
    await page.getByRole('img', { name: '写真1' }).waitFor();
    await page.getByRole('button', { name: 'この写真をやめる' }).click();
    const family = await stage.as('family', 'phone');
    await family.page.goto(stage.inRoom());
    await family.page.getByRole('article').first().waitFor();
    expect(await family.page.content()).not.toContain(words);
  });

  it('a photo goes along with words that are written in the room; a reload loses neither, and nothing stays on the device', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    const written = '左踵も赤くなっています。';
    const write = (): Promise<void> => page.getByRole('button', { name: /^書(く|きかけ)/ }).click();
    await page.goto(stage.inRoom());
    await write();
    await page.getByRole('textbox', { name: '書く', exact: true }).fill(written);
    await page.getByRole('button', { name: '写真を付ける' }).click();
    await page.locator('input[type=file][capture]').setInputFiles({ name: 'heel.jpg', mimeType: 'image/jpeg', buffer: await heel() });
    await sees(page, '届きました');
    await inspect(nurse, 'p5-composer');
    await page.reload();
    await write();
    await sees(page, '届きました');
    expect(await page.getByRole('textbox', { name: '書く', exact: true }).inputValue()).toBe(written);
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    const card = page.getByRole('article').filter({ hasText: written }).first();
    await card.getByRole('img').waitFor();
    await inspect(nurse, 'p6-with-words');
    const kept = (): Promise<number> =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('heya-photos');
            opening.onsuccess = () => {
              const counting = opening.result.transaction('bytes').objectStore('bytes').count();
              counting.onsuccess = () => (opening.result.close(), resolve(counting.result));
            };
          }),
      );
    await expect.poll(kept).toBe(0);
  });
}
