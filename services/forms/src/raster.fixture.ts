/** Forms as a printer, a scanner and a fax would leave them. */
import { PDFiumLibrary } from '@hyzyla/pdfium';

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

export async function readText(pdf: Uint8Array): Promise<PageText[]> {
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => {
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    return { text: page.getText(), size: { width, height } };
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
