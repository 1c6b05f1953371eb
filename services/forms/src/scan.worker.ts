/** The thread in which one scan is read. It says one thing, and is ended by whoever started it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openScan, Refused, type ScanPage } from './scan.pages.ts';
import { readPages } from './scan.qr.ts';
import type { KeptPage, ScanJob, ScanReading, ScanRefusal } from './scan.ts';

export type ScanAnswer = { readings: ScanReading[]; pages: KeptPage[] } | { refusal: ScanRefusal };

async function answer({ bytes, limits, keeps }: ScanJob): Promise<ScanAnswer> {
  try {
    const scanned = await openScan(bytes, limits);
    const readings = await readPages(scanned);
    const pages: KeptPage[] = [];
    if (keeps) for (const [index, page] of scanned.entries()) pages.push(await keep(page, index + 1, readings));
    return { readings, pages };
  } catch (error) {
    return { refusal: error instanceof Refused ? error.reason : 'BROKEN' };
  }
}

/** A page whose code was read is kept upright; of any other nobody knows how it lies but, perhaps, the camera. */
async function keep(page: ScanPage, number: number, readings: readonly ScanReading[]): Promise<KeptPage> {
  const { keepUpright } = await import('./paper/drawing.ts');
  const drawing = await page.drawing();
  const own = readings.filter((reading) => reading.page === number);
  const lies = own[0] ? own[0].rotation + drawing.turned : 0;
  const numbers = own.map(({ receiptNumber }) => receiptNumber);
  return { number, receiptNumbers: numbers, ...(await keepUpright(drawing, (Math.round(lies / 90) * 90) % 360)) };
}

parentPort?.postMessage(await answer(workerData as ScanJob));
