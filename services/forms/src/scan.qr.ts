/** The QR codes of pages, by zxing-wasm. Codes that are no receipt number (an address, an advertisement) are passed over. */
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import { isReceiptNumber } from './receipt-number.ts';
import { type Picture, Refused, type ScanPage } from './scan.pages.ts';
import { instantiateBy, scanPrograms } from './scan.programs.ts';
import type { ScanReading } from './scan.ts';

// Left to itself it would fetch its program from a CDN.
prepareZXingModule({ overrides: { instantiateWasm: instantiateBy((await scanPrograms()).codes) } });

/** How zxing-wasm tells that it could not decode an image. */
const undecodable = 'Failed to load image';

interface Effort {
  /** For pages that are drawn. */
  dpi: number;
  options: ReaderOptions;
}

/**
 * The first finds nearly all: averaging two pixels each way takes the noise out of a fax. The second is for black and white
 * spoilt by more than that, the third for what is small or creased. Each finds scans that the others miss.
 */
const efforts: Effort[] = [
  { dpi: 200, options: { downscaleFactor: 2 } },
  { dpi: 200, options: { binarizer: 'FixedThreshold' } },
  { dpi: 300, options: { downscaleFactor: 4, tryDenoise: true } },
];

/** Tries harder only as long as nothing is found on any page. @throws Refused when an image cannot be decoded */
export async function readPages(pages: ScanPage[]): Promise<ScanReading[]> {
  for (const effort of efforts) {
    const readings: ScanReading[] = [];
    for (const [index, page] of pages.entries()) readings.push(...(await readPage(page, effort, index + 1)));
    if (readings.length) return readings;
  }
  return [];
}

async function readPage(page: ScanPage, { dpi, options }: Effort, number: number): Promise<ScanReading[]> {
  const found = await readBarcodes(asInput(await page.picture(dpi)), {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 8,
    ...options,
  });
  if (found.some(({ error }) => error.includes(undecodable))) throw new Refused('BROKEN');
  const readings = found
    .filter(({ isValid, text }) => isValid && isReceiptNumber(text))
    .map(({ text, rotation }) => ({ receiptNumber: text, page: number, rotation: (Math.round(rotation) + 360) % 360 }));
  return readings.filter(({ receiptNumber }, index) => readings.findIndex((one) => one.receiptNumber === receiptNumber) === index);
}

type Input = Parameters<typeof readBarcodes>[0];

function asInput(picture: Picture): Input {
  return picture instanceof Uint8Array ? picture : (picture as Input);
}
