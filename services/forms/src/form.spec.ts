/** Every form of the guide on paper (R19), looked at as text and as pixels. */
import { describe, expect, test } from 'vitest';
import { clauses, codes, contents, history, people, render, sheet } from './form.fixture.ts';
import { renderForm } from './form.ts';
import { type Picture, rasterise, readText } from './raster.fixture.ts';
import { formNames, type InformationCategory } from './words.ts';

const dense = (text: string) => text.replace(/[\s\u0000-\u001f]+/g, '');
const allText = async (pdf: Uint8Array) => dense((await readText(pdf)).map(({ text }) => text).join(''));

describe.each(codes)('%s', (code) => {
  test.each([['blank', true] as const, ['filled', false] as const])('%s: A4, small, and each page says what it is', async (_, isBlank) => {
    const pdf = await render(code, isBlank, isBlank ? {} : { history });
    expect(pdf.length).toBeLessThan(300 * 1024);
    const pages = await readText(pdf);
    for (const [index, { text, size }] of pages.entries()) {
      expect(size.width).toBeCloseTo(595.28, 1);
      expect(size.height).toBeCloseTo(841.89, 1);
      const told = dense(text);
      expect(told).toContain(formNames[code].number);
      expect(told).toContain('2026-11版');
      expect(told).toContain(`受付番号${sheet.receiptNumber}`);
      expect(told).toContain(`${index + 1}/${pages.length}ページ`);
      expect(told).toContain(sheet.center.phone);
    }
  });

  test('filled: everything that was entered is printed', async () => {
    const told = await allText(await render(code, false, { history }));
    for (const value of entered(contents[code])) expect(told).toContain(dense(value));
    for (const { actor, act } of history ?? []) expect(told).toContain(dense(act + actor));
    expect(told).toContain('令和8年11月25日00:10');
  });

  test('blank: nobody is on it', async () => {
    const told = await allText(await render(code, true));
    for (const value of entered(contents[code]).filter(({ length }) => length > 4)) expect(told).not.toContain(dense(value));
    expect(told).toContain('令和年月日');
  });

  test('values as long as they may be stay inside the margins, and none is lost', async () => {
    const long = lengthen(contents[code]);
    const pdf = await renderForm(code, long as never, { ...sheet, clauses });
    const told = await allText(pdf);
    for (const value of entered(long)) expect(told).toContain(dense(value).slice(0, 40));
    for (const page of await rasterise(pdf, 72)) expect(inkOutside(page)).toBe(0);
  });
});

test.each(['FORM_1_1', 'FORM_4_1'] as const)('%s: the same input gives the same bytes', async (code) => {
  expect(await render(code, false, { history })).toEqual(await render(code, false, { history }));
});

test('long reasons run over pages without losing a word', async () => {
  const reason = Array.from({ length: 400 }, (_, index) => `第${index}文です。`).join('');
  const told = await allText(await renderForm('FORM_4_1', { ...contents.FORM_4_1, reason }, sheet));
  for (const index of [0, 199, 399]) expect(told).toContain(`第${index}文です。`);
});

test('a list of sixty people repeats its head and numbers them all', async () => {
  const listed = people(60).map((person, index) => ({ ...person, name: `甲乙${index + 1}丙` }));
  const pages = (await readText(await renderForm('FORM_2_1_1', { ...contents.FORM_2_1_1, applicants: listed }, sheet))).map(({ text }) =>
    dense(text),
  );
  const withPeople = pages.filter((told) => told.includes('甲乙'));
  expect(withPeople.length).toBeGreaterThan(3);
  for (const told of withPeople) expect(told).toContain('フリガナ・氏名');
  for (const { name } of listed) expect(pages.join('')).toContain(name);
});

test('a name that the first face lacks is written, and one that no face has is shown as missing', async () => {
  const told = await allText(
    await renderForm('FORM_4_2', { ...contents.FORM_4_2, patientName: '𠮷野家 𪚥', newStewardName: '葛󠄀城 か\u3099く' }, sheet),
  );
  expect(told).toContain('𠮷野家〓');
  expect(told).toContain('葛城がく');
});

test('exactly what is accepted is ticked, in its row and its column', async () => {
  const refused = { granted: false, visibleToFamily: false, visibleToPartners: false };
  const page = async (category: InformationCategory, ticks: Partial<typeof refused>): Promise<Picture> => {
    const listed = contents.FORM_3_1.categories.map((one) => ({ ...one, ...refused, ...(one.category === category && ticks) }));
    const pdf = await renderForm('FORM_3_1', { ...contents.FORM_3_1, categories: listed }, { ...sheet, clauses });
    const pages = await rasterise(pdf, 72);
    return { ...(pages[0] as Picture), data: new Uint8Array(Buffer.concat(pages.map(({ data }) => data))) };
  };
  const none = await page('MEDICATIONS', {});
  const granted = await page('MEDICATIONS', { granted: true });
  const family = await page('MEDICATIONS', { granted: true, visibleToFamily: true });
  const partners = await page('MEDICATIONS', { granted: true, visibleToPartners: true });
  const marks = [markBetween(none, granted), markBetween(granted, family), markBetween(granted, partners)];
  expect(marks.map(({ left }) => left)).toEqual(marks.map(({ left }) => left).toSorted((one, other) => one - other));
  expect(new Set(marks.map(({ left }) => left)).size).toBe(3);
  for (const { top, width, height } of marks) {
    expect(Math.abs(top - (marks[0]?.top ?? 0))).toBeLessThan(3);
    expect(Math.max(width, height)).toBeLessThan(15);
  }
  const lower = markBetween(none, await page('BODY_IMAGES', { granted: true }));
  expect(lower.left).toBe(marks[0]?.left);
  expect(lower.top - (marks[0]?.top ?? 0)).toBeGreaterThan(20);
  // Nobody is shown what was not agreed to.
  expect((await page('BODY_IMAGES', { visibleToFamily: true, visibleToPartners: true })).data).toEqual(none.data);
});

test('without a receipt number there is room to write it', async () => {
  const told = await allText(await render('FORM_2_2', true, { receiptNumber: null }));
  expect(told).toContain('受付番号（センターが記入）');
});

/** What people typed: not codes of enums, days and pictures, which are printed as words. */
function entered(value: unknown): string[] {
  if (typeof value === 'string') return /^([A-Z_0-9]+|\d{4}-\d{2}-\d{2}|\d{2}:\d{2}|[a-z-]+)$/.test(value) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(entered);
}

/** Each typed value far longer than any real one, with a word that cannot be broken at a joint. */
function lengthen(value: unknown): unknown {
  if (typeof value === 'string')
    return entered(value).length && !/^\d+$/.test(value) ? `${value}${'長い値が続きます'.repeat(12)}${'w'.repeat(70)}` : value;
  if (Array.isArray(value)) return value.map(lengthen);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, lengthen(one)]));
}

/** Dark pixels of a 72 dpi page outside its margins of 18 mm, and between contents and foot. */
function inkOutside({ data, width, height }: { data: Uint8Array; width: number; height: number }): number {
  const [side, footTop, footBottom] = [49, 784.5, 787];
  let count = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isOutside = x < side || x > width - side || y < 30 || y > 832 || (y > footTop && y < footBottom);
      if (isOutside && (data[y * width + x] ?? 255) < 128) count += 1;
    }
  return count;
}

interface Mark {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where two renderings differ; pages lie one under the other. */
function markBetween(before: Picture, after: Picture): Mark {
  expect(after.data.length).toBe(before.data.length);
  const changed: number[] = [];
  after.data.forEach((grey, at) => {
    if (Math.abs(grey - (before.data[at] ?? 0)) > 100) changed.push(at);
  });
  expect(changed.length).toBeGreaterThan(2);
  const [xs, ys] = [changed.map((at) => at % after.width), changed.map((at) => Math.floor(at / after.width))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 };
}
