/** What is kept of a PDF, and what is none (V35, V37). */
import { once } from 'node:events';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentProblem } from './document.kind.ts';
import { readDocument } from './document.ts';
import { readText } from './raster.fixture.ts';

type Options = NonNullable<ConstructorParameters<typeof PDFDocument>[0]>;

async function paper(pages: number, options: Options = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, info: { Title: 'CANARY-TITLE', Author: 'CANARY-AUTHOR' }, ...options });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(pdf, 'end');
  for (let page = 1; page <= pages; page += 1)
    pdf.addPage().rect(100, 100, 200, 100).fill('#c04020').fontSize(40).text(`CANARY page ${page}`, 100, 300);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

let plain: Buffer;
beforeAll(async () => {
  plain = await paper(2);
});

/** As another program would have written it. */
const before = (mark: string, words: string): Buffer => Buffer.from(plain.toString('latin1').replace(mark, `${words}\n${mark}`), 'latin1');
const inCatalog = (words: string): Buffer =>
  Buffer.from(plain.toString('latin1').replace('/Type /Catalog', `/Type /Catalog ${words}`), 'latin1');
const packed = (words: string): Buffer => {
  const body = deflateSync(Buffer.from(words));
  const object = `99 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body.toString('latin1')}\nendstream\nendobj\n`;
  return before('xref', object);
};

const reasonOf = (bytes: Uint8Array, limits = {}): Promise<string> =>
  readDocument(bytes, limits).then(
    () => 'READ',
    (error: { reason: string }) => error.reason,
  );

describe('a document', () => {
  test('is kept as pictures of its pages and a PDF of these, as large as it was, with nothing else of it', async () => {
    const { pages, sizes, type, blurHash } = await readDocument(plain);
    expect([pages, type, blurHash.length]).toEqual([2, 'application/pdf', 28]);
    expect(sizes.map(({ variant, width, height }) => [variant, width, height])).toEqual([
      ['ORIGINAL', 1239, 1752],
      ['SCREEN_1280', 905, 1280],
      ['THUMBNAIL_320', 226, 320],
      ['PAGE_1', 1239, 1752],
      ['PAGE_2', 1239, 1752],
    ]);
    const [whole, ...pictures] = sizes.map(({ bytes }) => Buffer.from(bytes));
    expect(whole?.includes('CANARY')).toBe(false);
    const read = await readText(whole ?? Buffer.alloc(0));
    expect(read.map(({ text }) => text)).toEqual(['', '']);
    for (const { size } of read) expect([Math.round(size.width), Math.round(size.height)]).toEqual([595, 841]);
    for (const picture of pictures) expect((await sharp(picture).metadata()).format).toBe('jpeg');
    const { data, info } = await sharp(pictures[2]).raw().toBuffer({ resolveWithObject: true });
    // Red where the rectangle is drawn.
    const at = (Math.round((150 * 150) / 72) * info.width + Math.round((200 * 150) / 72)) * info.channels;
    expect([(data[at] ?? 0) > 150, (data[at + 2] ?? 255) < 80]).toEqual([true, true]);
    const again = await readDocument(whole ?? Buffer.alloc(0));
    expect(again.pages).toBe(2);
  });

  test('is refused when it would run, start, send or carry something, however it is written', () => {
    const words = [
      '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
      '/OpenAction 7 0 R',
      '/AA << /O << /S /Launch /F (calc.exe) >> >>',
      '/Names << /EmbeddedFiles << /Names [] >> >>',
      '/AcroForm << /XFA [] >>',
      '/A << /S /J#61vaScript >>',
    ];
    expect(words.map((each) => documentProblem(inCatalog(each)))).toEqual(words.map(() => 'ACTIVE'));
    expect(documentProblem(packed('1 0 << /S /JavaScript >>'))).toBe('ACTIVE');
    expect([
      documentProblem(inCatalog('/OpenAction [1 0 R /Fit]')),
      documentProblem(packed('1 0 << /JSON 1 >>')),
      documentProblem(plain),
    ]).toEqual([undefined, undefined, undefined]);
  });

  test('is refused when it is locked, broken, another kind of file, two kinds, or too long', async () => {
    const locked = await paper(1, { userPassword: 'x' });
    const given: [Uint8Array, string][] = [
      [locked, 'ENCRYPTED'],
      [await paper(1, { ownerPassword: 'x' }), 'ENCRYPTED'],
      [plain.subarray(0, 900), 'BROKEN'],
      [Buffer.from('%PDF-1.7\nnothing\n%%EOF'), 'BROKEN'],
      [Buffer.from('<html>%PDF-1.7'), 'NOT_A_PDF'],
      [before('xref', '<script>alert(1)</script>'), 'NOT_A_PDF'],
      [Buffer.concat([plain, Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1')]), 'NOT_A_PDF'],
      [Buffer.concat([plain, Buffer.alloc(5000, 'x')]), 'NOT_A_PDF'],
      [
        await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
          .jpeg()
          .toBuffer(),
        'NOT_A_PDF',
      ],
    ];
    for (const [bytes, reason] of given) expect(await reasonOf(bytes)).toBe(reason);
    expect(await reasonOf(plain, { pages: 1 })).toBe('TOO_MANY_PAGES');
    expect(await reasonOf(plain, { bytes: 100 })).toBe('TOO_LARGE');
    expect(await reasonOf(plain, { milliseconds: 5 })).toBe('TOO_SLOW');
  });
});
