/** The thread in which one scan is read. It says one thing, and is ended by whoever started it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openScan, Refused } from './scan.pages.ts';
import { readPages } from './scan.qr.ts';
import type { ScanLimits, ScanReading, ScanRefusal } from './scan.ts';

export type ScanAnswer = { readings: ScanReading[] } | { refusal: ScanRefusal };

async function answer({ bytes, limits }: { bytes: Uint8Array; limits: ScanLimits }): Promise<ScanAnswer> {
  try {
    return { readings: await readPages(await openScan(bytes, limits)) };
  } catch (error) {
    return { refusal: error instanceof Refused ? error.reason : 'BROKEN' };
  }
}

parentPort?.postMessage(await answer(workerData as { bytes: Uint8Array; limits: ScanLimits }));
