/** Pages as pictures: drawn by PDFium, written as WebP. Whatever came in is never handed on as it was (threat 14). */
import { once } from 'node:events';
import type { PDFiumPage } from '@hyzyla/pdfium';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** Four bytes a pixel: red, green, blue and one that counts for nothing. */
export interface Drawing {
  data: Uint8Array;
  width: number;
  height: number;
}

/** @param scale pixels a point @param pixels what is larger is drawn coarser */
export async function drawPage(page: PDFiumPage, { scale, pixels }: { scale: number; pixels: number }): Promise<Drawing> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const fitting = Math.min(scale, Math.sqrt(pixels / Math.max(originalWidth * originalHeight, 1)));
  const { data, width, height } = await page.render({ scale: fitting });
  return { data, width, height };
}

/** A picture as it is kept and shown. */
export interface KeptPicture {
  /** WebP. */
  picture: Uint8Array;
  width: number;
  height: number;
}

/** @param turn degrees, a multiple of 90, by which it lies turned clockwise; it is kept upright */
export async function keepUpright({ data, width, height }: Drawing, turn: number): Promise<KeptPicture> {
  const drawn = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  const { data: picture, info } = await drawn
    .rotate((360 - turn) % 360)
    .webp({ quality: 78, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  return { picture: new Uint8Array(picture), width: info.width, height: info.height };
}

/** What the orientation of a photo (Exif 2.32, 4.6.4) means in degrees clockwise; the mirrored ones come from no camera. */
const cameraTurns: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };

interface OpenedImage {
  width: number;
  height: number;
  orientation?: number;
}

/** Not among pdfkit's types. */
interface OpensImages {
  openImage(image: Buffer): OpenedImage;
}

/** An image as a page of a PDF, a point for each pixel, so that one program draws whatever comes. */
export async function pictureAsPdf(image: Uint8Array): Promise<{ pdf: Uint8Array; turn: number }> {
  const document = new PDFDocument({ margin: 0, autoFirstPage: false, font: null as unknown as string });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const opened = (document as unknown as OpensImages).openImage(Buffer.from(image));
  const turn = cameraTurns[opened.orientation ?? 1] ?? 0;
  const [width, height] = turn % 180 === 0 ? [opened.width, opened.height] : [opened.height, opened.width];
  document.addPage({ size: [width, height], margin: 0 });
  document.image(opened as never, 0, 0, { width, height });
  const ended = once(document, 'end');
  document.end();
  await ended;
  return { pdf: new Uint8Array(Buffer.concat(chunks)), turn };
}
