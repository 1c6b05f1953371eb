/** A form that was printed and comes back by scanner, fax or telephone finds its application (R8, R19). */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { codes, letterOf, render } from './form.fixture.ts';
import { asJpeg, asPdf, asPng, fax, type Picture, rasterise, rotate, strike } from './raster.fixture.ts';
import { renderEnrolmentLetters } from './letter.ts';
import { openScan } from './scan.pages.ts';
import { readPages } from './scan.qr.ts';
import { readReceiptNumber, readReceiptNumbers, readScan, scanLimits } from './scan.ts';

const receiptNumber = 'K41-20261122-0007';
/** The first page of a form at the resolution of a fine fax. */
let page: Picture;
let other: Picture;
beforeAll(async () => {
  page = first(await rasterise(await render('FORM_3_1', false), 200));
  other = first(await rasterise(await render('FORM_2_2', true, { receiptNumber: 'N26-0481-3' }), 200));
});
const first = <T>(list: T[]): T => list[0] as T;

describe('a fax with a pixel in twenty spoilt', () => {
  test.each([0, 90, 180, 270, 4, 357, 86])('turned by %i degrees', async (degrees) => {
    const reading = await readReceiptNumber(await asPng(fax(rotate(page, degrees), { noise: 0.05, seed: degrees + 1 })));
    expect(reading).toMatchObject({ receiptNumber, page: 1 });
    expect(Math.min(turn(reading?.rotation, degrees), turn(degrees, reading?.rotation))).toBeLessThanOrEqual(2);
  });
});
const turn = (from = 0, to = 0) => (to - from + 360) % 360;

test('a standard fax, of half as many lines as columns', async () => {
  const lines = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
    .resize(1728, 1143, { fit: 'fill' })
    .threshold(140)
    .png()
    .toBuffer();
  expect(await readReceiptNumber(lines)).toMatchObject({ receiptNumber });
});

test('a photo, saved small, with a stroke through the code', async () => {
  const struck = strike(page, { x: 1300, y: 170, width: 250, height: 8 });
  expect(await readReceiptNumber(await asJpeg(rotate(struck, 8), 35))).toMatchObject({ receiptNumber });
});

test.each(codes)('%s as it was printed: every page files itself', async (code) => {
  const pdf = await render(code, true);
  const pages = await rasterise(pdf, 20);
  expect(await readPages(await openScan(pdf, scanLimits))).toEqual(
    pages.map((_, index) => ({ receiptNumber, page: index + 1, rotation: 0 })),
  );
});

test('several pages: the number is found behind a cover sheet', async () => {
  const cover = { ...page, data: new Uint8Array(page.data.length).fill(255) };
  const scan = await asPdf([cover, fax(rotate(page, 180), { noise: 0.02, seed: 7 })]);
  expect(await readReceiptNumber(scan)).toEqual({ receiptNumber, page: 2, rotation: 180 });
});

test('two forms in one file are told page by page, and a person sorts them', async () => {
  const scan = await asPdf([page, other]);
  expect(await readReceiptNumbers(scan)).toEqual([
    { receiptNumber, page: 1, rotation: 0 },
    { receiptNumber: 'N26-0481-3', page: 2, rotation: 0 },
  ]);
  expect(await readReceiptNumber(scan)).toBeNull();
});

test('a page without a number, and a code that is none of ours, are no reading', async () => {
  expect(await readReceiptNumber(await render('FORM_2_2', true, { receiptNumber: null }))).toBeNull();
  const letter = await renderEnrolmentLetters([letterOf({})]);
  expect(await readReceiptNumbers(letter)).toEqual([]);
});

test('its pages are kept upright, drawn anew, each with the numbers that stand on it', async () => {
  const cover = { ...page, data: new Uint8Array(page.data.length).fill(255) };
  const kept = await readScan(await asPdf([fax(rotate(page, 90), { noise: 0.02, seed: 3 }), cover, rotate(other, 180)]));
  expect(kept.map(({ number, receiptNumbers }) => ({ number, receiptNumbers }))).toEqual([
    { number: 1, receiptNumbers: [receiptNumber] },
    { number: 2, receiptNumbers: [] },
    { number: 3, receiptNumbers: ['N26-0481-3'] },
  ]);
  for (const { picture, width, height } of kept) {
    expect(height).toBeGreaterThan(width);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'webp', width, height });
  }
  expect(await readReceiptNumbers(await sharp(kept[0]?.picture).png().toBuffer())).toMatchObject([{ receiptNumber, rotation: 0 }]);
});

test('a photo is kept as its camera says that it was held, without what else the camera wrote', async () => {
  const lying = await sharp(Buffer.from(await asPng(rotate(other, 270))))
    .jpeg()
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const [photo] = await readScan(lying);
  expect(photo?.receiptNumbers).toEqual(['N26-0481-3']);
  expect(photo?.height).toBeGreaterThan(photo?.width ?? 0);
  expect((await sharp(photo?.picture).metadata()).exif).toBeUndefined();
  expect(await readReceiptNumbers(await sharp(photo?.picture).png().toBuffer())).toMatchObject([{ rotation: 0 }]);
});

describe('what cannot be read is refused with its reason', () => {
  const refused = (bytes: Uint8Array, limits = {}) =>
    readReceiptNumbers(bytes, limits).then(
      () => 'read',
      (error: unknown) => (error as { reason?: string }).reason,
    );

  test('neither image nor PDF', async () => {
    for (const bytes of [new Uint8Array(), Buffer.from('<svg onload="alert(1)"/>'), Buffer.from('GIF89a......')])
      expect(await refused(bytes)).toBe('NOT_IMAGE_OR_PDF');
  });

  test('cut off or garbled', async () => {
    const [png, pdf] = [Buffer.from(await asPng(page)), await render('FORM_2_2', true)];
    expect(await refused(png.subarray(0, 20))).toBe('BROKEN');
    expect(await refused(png.subarray(0, 5000))).toBe('BROKEN');
    expect(await refused(pdf.subarray(0, 3000))).toBe('BROKEN');
    expect(await refused(Buffer.from(await asJpeg(page, 50)).subarray(0, 90))).toBe('BROKEN');
  });

  test('an image that would unpack to more than memory, told by its header alone', async () => {
    const bomb = Buffer.from(await asPng(page));
    bomb.writeUInt32BE(16_000, 16);
    bomb.writeUInt32BE(16_000, 20);
    expect(await refused(bomb)).toBe('TOO_LARGE');
  });

  test('an image that says it is small and unpacks to gigabytes, before anybody unpacks it', async () => {
    const honest = await sharp({ create: { width: 100, height: 100, channels: 4, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await openScan(honest, scanLimits)).toHaveLength(1);
    const bomb = pngOf(honest.subarray(16, 29), deflateSync(Buffer.alloc(100_000_000)));
    await expect(openScan(bomb, scanLimits)).rejects.toMatchObject({ reason: 'BROKEN' });
    const interlaced = await sharp(honest).png({ progressive: true }).toBuffer();
    expect(await openScan(interlaced, scanLimits)).toHaveLength(1);
  });

  test('too many bytes, too many pages, too long', async () => {
    const pdf = await asPdf([page, page, page]);
    expect(await refused(pdf, { bytes: 1000 })).toBe('TOO_LARGE');
    expect(await refused(pdf, { pages: 2 })).toBe('TOO_MANY_PAGES');
    expect(await refused(pdf, { milliseconds: 1 })).toBe('TOO_SLOW');
  });

  test('locked with a password', async () => {
    expect(await refused(await asPdf([page], { userPassword: 'himitsu' }))).toBe('ENCRYPTED');
  });

  test('and the next file is read as if nothing had been', async () => {
    expect(await readReceiptNumber(await asPng(page))).toMatchObject({ receiptNumber });
  });
});

function pngOf(header: Uint8Array, packed: Uint8Array): Buffer {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

test('a receipt number that no scan would be filed by is not printed', async () => {
  for (const number of ['', 'k41-1', 'ABCDE', 'K41--1', 'https://example.jp/1', `K${'1'.repeat(40)}`])
    await expect(render('FORM_2_2', true, { receiptNumber: number })).rejects.toThrow(RangeError);
});
