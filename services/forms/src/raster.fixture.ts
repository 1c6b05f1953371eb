/** Forms as a printer, a scanner and a fax would leave them. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** Grey, one byte a pixel, 255 is paper. */
export interface Picture {
  data: Uint8Array;
  width: number;
  height: number;
}

const library = await PDFiumLibrary.init();

export interface PageText {
  text: string;
  /** Points. */
  size: { width: number; height: number };
}

/** @returns each page as it is read; a hyphen at the end of a line, which PDFium tells as U+FFFE, is a hyphen */
export async function readText(pdf: Uint8Array): Promise<PageText[]> {
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => {
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    return { text: page.getText().replaceAll('\u{fffe}', '-'), size: { width, height } };
  });
  document.destroy();
  return pages;
}

export async function rasterise(pdf: Uint8Array, dpi: number): Promise<Picture[]> {
  const document = await library.loadDocument(pdf);
  const pictures: Picture[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale: dpi / 72, colorSpace: 'Gray' });
    pictures.push({ data: new Uint8Array(data), width, height });
  }
  document.destroy();
  return pictures;
}

/** Turned clockwise about its middle; the paper grows as needed. */
export function rotate(picture: Picture, degrees: number): Picture {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const width = Math.ceil(Math.abs(picture.width * cosine) + Math.abs(picture.height * sine));
  const height = Math.ceil(Math.abs(picture.width * sine) + Math.abs(picture.height * cosine));
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = Math.round(dx * cosine + dy * sine + picture.width / 2);
      const fromY = Math.round(dy * cosine - dx * sine + picture.height / 2);
      const isInside = fromX >= 0 && fromY >= 0 && fromX < picture.width && fromY < picture.height;
      if (isInside) data[y * width + x] = picture.data[fromY * picture.width + fromX] ?? 255;
    }
  return { data, width, height };
}

/** One bit a pixel, and of those so large a part the wrong way round. The same seed spoils the same pixels. */
export function fax({ data, width, height }: Picture, { noise, seed }: { noise: number; seed: number }): Picture {
  const random = mulberry32(seed);
  return { data: data.map((grey) => (random() < noise === grey < 150 ? 255 : 0)), width, height };
}

/** White paper with one black bar over the middle of a place, as a line of ink or a dead row of a scanner leaves it. */
export function strike({ data, width, height }: Picture, bar: { x: number; y: number; width: number; height: number }): Picture {
  const struck = Uint8Array.from(data);
  for (let y = bar.y; y < bar.y + bar.height; y += 1) struck.fill(0, y * width + bar.x, y * width + bar.x + bar.width);
  return { data: struck, width, height };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const raw = ({ data, width, height }: Picture) => sharp(data, { raw: { width, height, channels: 1 } });
export const asPng = (picture: Picture): Promise<Uint8Array> => raw(picture).png({ compressionLevel: 1 }).toBuffer();
export const asJpeg = (picture: Picture, quality: number): Promise<Uint8Array> => raw(picture).jpeg({ quality }).toBuffer();

/** A PDF of pictures, as scanners and fax servers send them. */
export async function asPdf(pictures: Picture[], options: { userPassword?: string } = {}): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, pdfVersion: '1.7', ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const picture of pictures) {
    document.addPage({ size: [(picture.width * 72) / 200, (picture.height * 72) / 200], margin: 0 });
    document.image(Buffer.from(await asPng(picture)), 0, 0, { width: (picture.width * 72) / 200 });
  }
  const ended = once(document, 'end');
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
