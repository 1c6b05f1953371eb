/** The process in which one PDF is opened and its pages are drawn. It says one thing, and is ended by whoever started it. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { documentProblem } from './document.kind.ts';
import { documentType, type DocumentAnswer, type DocumentJob, type DocumentPart, type DocumentRefusal } from './document.ts';
import { installed } from './installed.ts';
import { blurHash } from './photo.blur.ts';

sharp.concurrency(1);
sharp.cache(false);

class Refused extends Error {
  readonly reason: DocumentRefusal;

  constructor(reason: DocumentRefusal) {
    super(reason);
    this.reason = reason;
  }
}

interface Drawn {
  picture: Buffer;
  /** Pixels. */
  width: number;
  height: number;
  /** Points, 72 an inch: as large as it was. */
  paper: [number, number];
}

const dpi = 150;
/** A3 at that; what is larger is drawn coarser. */
const mostPixels = 4_400_000;

async function read({ bytes, pages }: DocumentJob): Promise<DocumentAnswer> {
  const problem = documentProblem(bytes);
  if (problem) throw new Refused(problem);
  const drawn = await drawAll(bytes, pages);
  const [first] = drawn;
  if (!first) throw new Refused('BROKEN');
  const screen = await smaller(first, 'SCREEN_1280', 1280);
  const thumbnail = await smaller(first, 'THUMBNAIL_320', 320);
  const { data, info } = await sharp(thumbnail.bytes)
    .resize(32, 32, { fit: 'inside' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const sizes: DocumentPart[] = [
    { variant: 'ORIGINAL', bytes: await bind(drawn), width: first.width, height: first.height },
    ...[screen, thumbnail],
    ...drawn.map(({ picture, width, height }, index) => ({ variant: `PAGE_${index + 1}` as const, bytes: picture, width, height })),
  ];
  return { type: documentType, sizes, blurHash: blurHash(data, info.width, info.height), pages: drawn.length };
}

async function drawAll(bytes: Uint8Array, most: number): Promise<Drawn[]> {
  const wasmBinary = await readFile(join(dirname(installed('@hyzyla/pdfium')), 'pdfium.wasm'));
  const library = await PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasmBinary).buffer });
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    throw new Refused(error instanceof Error && /password|security/i.test(error.message) ? 'ENCRYPTED' : 'BROKEN');
  });
  const count = document.getPageCount();
  if (count < 1) throw new Refused('BROKEN');
  if (count > most) throw new Refused('TOO_MANY_PAGES');
  const drawn: Drawn[] = [];
  for (const page of document.pages()) drawn.push(await draw(page));
  return drawn;
}

async function draw(page: PDFiumPage): Promise<Drawn> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(dpi / 72, Math.sqrt(mostPixels / Math.max(originalWidth * originalHeight, 1)));
  // What was typed into its fields belongs to the paper.
  const { data, width, height } = await page.render({ scale, renderFormFields: true });
  const picture = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 80 })
    .toBuffer();
  return { picture, width, height, paper: [width / scale, height / scale] };
}

async function smaller({ picture }: Drawn, variant: 'SCREEN_1280' | 'THUMBNAIL_320', edge: number): Promise<DocumentPart> {
  const fitted = sharp(picture).resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 80 });
  const { data, info } = await fitted.toBuffer({ resolveWithObject: true });
  return { variant, bytes: data, width: info.width, height: info.height };
}

/** Pages as pictures, each as large as it was, and nothing else. */
async function bind(pages: readonly Drawn[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ margin: 0, autoFirstPage: false, font: null as unknown as string });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(pdf, 'end');
  for (const { picture, paper } of pages) {
    const [width, height] = paper;
    pdf.addPage({ size: paper, margin: 0 });
    pdf.image(picture, 0, 0, { width, height });
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

process.once('message', (job: DocumentJob) => {
  void read(job)
    .catch((error: unknown): DocumentAnswer => ({ refusal: error instanceof Refused ? error.reason : 'BROKEN' }))
    .then((answer) => process.send?.(answer));
});
