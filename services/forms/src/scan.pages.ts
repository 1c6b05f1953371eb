/** The pages of a file as pictures: PDF by PDFium, PNG and JPEG as they are. */
import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import type * as Drawings from './paper/drawing.ts';
import { instantiateBy, scanPrograms } from './scan.programs.ts';
import type { ScanLimits, ScanRefusal } from './scan.ts';

/** Thrown inside the thread; outside it is an UnreadableScan. */
export class Refused extends Error {
  readonly reason: ScanRefusal;

  constructor(reason: ScanRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** A page: an encoded image, or pixels of a drawn one. */
export type Picture = Uint8Array | { data: Uint8ClampedArray; width: number; height: number };

export interface ScanPage {
  /** @param dpi counts for pages that are drawn */
  picture(dpi: number): Promise<Picture>;
  /** As people look at it, in colour; drawn anew, so that nothing of the file itself is handed on. @throws Refused */
  drawing(): Promise<TurnedDrawing>;
}

/** @property turned degrees clockwise by which the drawing was turned, as its camera said; a picture is not */
export type TurnedDrawing = Drawings.Drawing & { turned: number };

/** What draws pages to be kept is loaded where one is: most files are only asked for their number. */
const drawing = (): Promise<typeof Drawings> => import('./paper/drawing.ts');

const openLibrary = async (): Promise<PDFiumLibrary> =>
  PDFiumLibrary.init({ instantiateWasm: instantiateBy((await scanPrograms()).drawings) });

/** @throws Refused */
export async function openScan(bytes: Uint8Array, limits: ScanLimits): Promise<ScanPage[]> {
  if (isPdf(bytes)) return openPdf(bytes, limits);
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (!size) throw new Refused('NOT_IMAGE_OR_PDF');
  if (!size.width || !size.height) throw new Refused('BROKEN');
  if (size.width * size.height > limits.pixels) throw new Refused('TOO_LARGE');
  if (pngSize(bytes)) await requireHonestPng(bytes);
  return [imagePage(bytes)];
}

function imagePage(bytes: Uint8Array): ScanPage {
  return {
    picture: () => Promise.resolve(bytes),
    async drawing() {
      try {
        const { drawPage, pictureAsPdf } = await drawing();
        const { pdf, turn } = await pictureAsPdf(bytes);
        const document = await (await openLibrary()).loadDocument(pdf);
        // A point of that page is a pixel of the image.
        return { ...(await drawPage(document.getPage(0), { scale: 1, pixels: pixelsKept })), turned: turn };
      } catch {
        throw new Refused('BROKEN');
      }
    },
  };
}

/** A header may stand somewhat into the file, as readers have always allowed. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}

async function openPdf(bytes: Uint8Array, limits: ScanLimits): Promise<ScanPage[]> {
  const library = await openLibrary();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    const isLocked = error instanceof Error && /password|security/i.test(error.message);
    throw new Refused(isLocked ? 'ENCRYPTED' : 'BROKEN');
  });
  const count = document.getPageCount();
  if (count < 1) throw new Refused('BROKEN');
  if (count > limits.pages) throw new Refused('TOO_MANY_PAGES');
  return Array.from({ length: count }, (_, index) => ({
    picture: (dpi) => draw(document.getPage(index), dpi),
    drawing: async () => {
      const { drawPage } = await drawing();
      return { ...(await drawPage(document.getPage(index), { scale: 200 / 72, pixels: pixelsKept })), turned: 0 };
    },
  }));
}

/** A4 at 200 dpi, with room for the larger papers of a fax. */
const pixelsKept = 5_000_000;

/** A3 at 200 dpi; what is larger is drawn coarser. */
const pixelsDrawn = 8_000_000;

async function draw(page: PDFiumPage, dpi: number): Promise<Picture> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(dpi / 72, Math.sqrt(pixelsDrawn / Math.max(originalWidth * originalHeight, 1)));
  const { data: grey, width, height } = await page.render({ scale, colorSpace: 'Gray' });
  const pixels = new Uint32Array(width * height);
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = 0xff000000 | ((grey[index] ?? 255) * 0x010101);
  return { data: new Uint8ClampedArray(pixels.buffer), width, height };
}

interface Size {
  width: number;
  height: number;
}

const pngMagic = Buffer.from('89504e470d0a1a0a', 'hex');

function pngSize(bytes: Uint8Array): Size | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!file.subarray(0, 8).equals(pngMagic)) return undefined;
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') throw new Refused('BROKEN');
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** Samples a pixel of each colour type (ISO/IEC 15948, 11.2.2). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** What it says of its size holds for what is packed in it: others unpack whatever is there, and a megabyte may be gigabytes (V35). @throws Refused */
async function requireHonestPng(bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const [width, height, depth, channels] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24] ?? 0, samples[file[25] ?? -1] ?? 0];
  // Each line has a byte before it; interlaced there are more lines, shorter ones.
  let left = height * (Math.ceil((width * depth * channels) / 8) + 1) * (file[28] ? 2 : 1) + slack;
  try {
    for await (const part of Readable.from(packedParts(file)).pipe(createInflate()))
      if ((left -= (part as Buffer).length) < 0) throw new RangeError('More than it says.');
  } catch {
    throw new Refused('BROKEN');
  }
}
const slack = 64 * 1024;

function packedParts(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  return parts;
}

/** Walks the segments to the first frame header (ISO/IEC 10918-1, B.2.2). */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8 || file[2] !== 0xff) return undefined;
  for (let at = 2; at + 9 < file.length;) {
    if (file[at] !== 0xff) throw new Refused('BROKEN');
    const marker = file[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2);
  }
  throw new Refused('BROKEN');
}
