/** R35: what is taken along on paper says on each page who took it and when, and loses nothing over the pages. */
import { expect, test } from 'vitest';
import { letterOf } from './form.fixture.ts';
import { readText } from './raster.fixture.ts';
import { renderRecord } from './record.ts';

const dense = (text: string) => text.replace(/\s+/g, '');

test('every page carries the mark, and every line of a long list is there', async () => {
  const mark = '持ち出し　佐藤 健一（みほん医院）　2026-11-23 15:04';
  const id = '5b4793b9-9c7c-490f-b1bd-00948544d0ec';
  const lines = Array.from({ length: 120 }, (_, index) => [`11月23日`, `記録その${index}番 ${'食事は八割。'.repeat(6)}`]);
  const pdf = await renderRecord({
    title: '部屋の記録',
    mark,
    center: letterOf({}).center,
    printedOn: '2026-11-23',
    lead: ['部屋番号 2026-0001'],
    parts: [
      { heading: '基本情報', fields: [['氏名', '田中 ハル']] },
      {
        heading: '決めた職員',
        list: {
          heads: [
            ['ID', 40],
            ['確かめた時', 134],
          ],
          lines: [[id, '']],
        },
      },
      {
        heading: '投稿',
        list: {
          heads: [
            ['日', 34],
            ['内容', 140],
          ],
          lines,
        },
      },
    ],
  });
  const pages = (await readText(pdf)).map(({ text }) => dense(text));
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) expect(page.split(dense(mark)).length).toBeGreaterThan(2);
  const whole = pages.join('');
  expect(lines.filter((_, index) => !whole.includes(`記録その${index}番`))).toEqual([]);
  expect(whole).toContain('田中ハル');
  // Cut at its hyphens where the column ends, and whole.
  expect(whole).toContain(id);
});
