/**
 * A scan, fax or photo of a form finds its application by the QR code (R8, R19).
 * What people upload is read by WebAssembly in a thread of its own, within limits: a hostile file costs that thread, never the service.
 */
import { Worker } from 'node:worker_threads';
import { installed } from './installed.ts';
import type { KeptPicture } from './paper/drawing.ts';
import { scanPrograms } from './scan.programs.ts';
import type { ScanAnswer } from './scan.worker.ts';

export interface ScanReading {
  receiptNumber: string;
  /** From 1. */
  page: number;
  /** Degrees that the page lies turned clockwise, 0 to 359; a slant of a few degrees is told as it is. */
  rotation: number;
}

/** Why a file cannot be read at all. A readable one without a form's QR code is no refusal. */
export type ScanRefusal = 'NOT_IMAGE_OR_PDF' | 'TOO_LARGE' | 'TOO_MANY_PAGES' | 'ENCRYPTED' | 'BROKEN' | 'TOO_SLOW' | 'BUSY';

export class UnreadableScan extends Error {
  readonly reason: ScanRefusal;

  constructor(reason: ScanRefusal) {
    super(`The scan cannot be read: ${reason}`);
    this.name = 'UnreadableScan';
    this.reason = reason;
  }
}

export interface ScanLimits {
  bytes: number;
  /** Of an image. Pages of a PDF are drawn in a size of ours. */
  pixels: number;
  pages: number;
  milliseconds: number;
}

/** A page as it is kept: drawn anew, upright where its code told how it lies. */
export interface KeptPage extends KeptPicture {
  /** Within the file, from 1. */
  number: number;
  /** As its codes say; more than one is for a person to sort. */
  receiptNumbers: string[];
}

export interface ScanJob {
  bytes: Uint8Array;
  limits: ScanLimits;
  /** Whether pictures of the pages are wanted. */
  keeps: boolean;
}

export const scanLimits: ScanLimits = { bytes: 30 * 1024 * 1024, pixels: 50_000_000, pages: 50, milliseconds: 30_000 };

/**
 * The one application that a file belongs to.
 * @param bytes of a PNG, a JPEG or a PDF
 * @returns its first reading; null when no page carries a receipt number, or when pages carry different ones: then a person sorts them
 * @throws UnreadableScan
 */
export async function readReceiptNumber(bytes: Uint8Array, limits: Partial<ScanLimits> = {}): Promise<ScanReading | null> {
  const readings = await readReceiptNumbers(bytes, limits);
  return new Set(readings.map(({ receiptNumber }) => receiptNumber)).size === 1 ? (readings[0] ?? null) : null;
}

/**
 * Every receipt number of a file, page by page: a fax may bring several forms at once.
 * @throws UnreadableScan
 */
export async function readReceiptNumbers(bytes: Uint8Array, limits: Partial<ScanLimits> = {}): Promise<ScanReading[]> {
  return (await inTurn({ bytes, limits: { ...scanLimits, ...limits }, keeps: false })).readings;
}

/** Drawing and writing pages takes longer than reading their codes. */
const keepingTakes = 90_000;

/**
 * Every page of a file as a picture, with the receipt numbers that it carries.
 * @param bytes of a PNG, a JPEG or a PDF
 * @throws UnreadableScan
 */
export async function readScan(bytes: Uint8Array, limits: Partial<ScanLimits> = {}): Promise<KeptPage[]> {
  // Its native part has to be loaded by the main thread before any other asks for it.
  await import('sharp');
  return (await inTurn({ bytes, limits: { ...scanLimits, milliseconds: keepingTakes, ...limits }, keeps: true })).pages;
}

type Read = Extract<ScanAnswer, { readings: unknown }>;

async function inTurn(job: ScanJob): Promise<Read> {
  if (job.bytes.length > job.limits.bytes) throw new UnreadableScan('TOO_LARGE');
  const release = await takeTurn();
  try {
    return await readInThread(job);
  } finally {
    release();
  }
}

async function readInThread(job: ScanJob): Promise<Read> {
  const { limits } = job;
  const programs = await scanPrograms();
  const worker = new Worker(installed('@heya/forms/scan.worker'), {
    workerData: { ...job, programs },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    // Nothing of the service's secrets belongs to where strangers' files are read.
    env: {},
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<ScanAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(new UnreadableScan('TOO_SLOW')), limits.milliseconds);
      worker.once('message', resolve);
      worker.once('error', () => reject(new UnreadableScan('BROKEN')));
      worker.once('exit', () => reject(new UnreadableScan('BROKEN')));
    });
    if ('refusal' in answer) throw new UnreadableScan(answer.refusal);
    return answer;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Scans read at the same time: each holds the pixels of a page. */
const atOnce = 2;
/** Files that wait in memory; whoever comes after them is asked to come again. */
const mostWaiting = 8;
let reading = 0;
const waiting: (() => void)[] = [];

async function takeTurn(): Promise<() => void> {
  if (waiting.length >= mostWaiting) throw new UnreadableScan('BUSY');
  if (reading >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  };
}
