/** Forms are set in a thread of their own, and what it prints is what the library prints. */
import { expect, test } from 'vitest';
import { contents, letterOf, sheet } from './form.fixture.ts';
import { renderForm } from './form.ts';
import { print, printPicture } from './press.ts';
import { readText } from './raster.fixture.ts';

const job = { kind: 'form', code: 'FORM_2_1_1', contents: contents.FORM_2_1_1, sheet } as const;

test('the same bytes as without a thread, while the loop goes on', async () => {
  let turns = 0;
  const watch = setInterval(() => (turns += 1), 5);
  const printed = await print(job);
  clearInterval(watch);
  expect(turns).toBeGreaterThan(10);
  expect(printed).toEqual(await renderForm('FORM_2_1_1', contents.FORM_2_1_1, sheet));
});

test('a page as a picture, and none where there is none', async () => {
  const shown = await printPicture(job, 1);
  expect(shown).toMatchObject({ width: 1239, height: 1752 });
  expect(Buffer.from(shown?.picture ?? []).toString('latin1', 8, 12)).toBe('WEBP');
  expect(await printPicture(job, (shown?.pages ?? 0) + 1)).toBeUndefined();
});

test('what is no form is refused, and the next one printed as if nothing had been', async () => {
  await expect(print({ ...job, sheet: { ...sheet, receiptNumber: 'no number' } })).rejects.toMatchObject({ reason: 'RangeError' });
  const letters = await print({ kind: 'letters', letters: [letterOf({}), letterOf({ name: '齋藤 美咲', code: 'AAAA-BBBB-CCCC' })] });
  const pages = (await readText(letters)).map(({ text }) => text.replace(/\s+/g, ''));
  expect(pages.map((told) => [told.includes('邉見翔太'), told.includes('AAAA-BBBB-CCCC'), told.includes('1/1ページ')])).toEqual([
    [true, false, true],
    [false, true, true],
  ]);
});
