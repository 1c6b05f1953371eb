/**
 * Photos that people bring (R25): decoded in a process of its own, with memory and time limits, and drawn anew (threat 14).
 * Whatever a camera wrote beside the picture is gone; the file as it came is never handed on.
 */
import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { installed } from './installed.ts';

export const photoVariants = ['THUMBNAIL_320', 'SCREEN_1280', 'ORIGINAL'] as const;
export type PhotoVariant = (typeof photoVariants)[number];

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export type PhotoType = (typeof photoTypes)[number];

/** NOT_A_PHOTO: another kind of file, or one that is two kinds at once. */
export type PhotoRefusal = 'NOT_A_PHOTO' | 'TOO_LARGE' | 'TOO_MANY_PIXELS' | 'MOVING' | 'BROKEN' | 'TOO_SLOW' | 'BUSY';

export class UnreadablePhoto extends Error {
  override name = 'UnreadablePhoto';
  readonly reason: PhotoRefusal;

  constructor(reason: PhotoRefusal) {
    super(`The photo cannot be read: ${reason}`);
    this.reason = reason;
  }
}

/** A size of a photo; JPEG without anything but the picture. */
export interface PhotoSize {
  variant: PhotoVariant;
  bytes: Uint8Array;
  width: number;
  height: number;
}

export interface ReadPhoto {
  /** What the file was, by its bytes. */
  type: PhotoType;
  sizes: PhotoSize[];
  /** https://blurha.sh, four by three parts. */
  blurHash: string;
}

export interface PhotoLimits {
  bytes: number;
  /** Width times height, known before anything is decoded. */
  pixels: number;
  milliseconds: number;
  /** Resident memory of the process (MB). */
  memory: number;
}

export interface PhotoJob {
  bytes: Uint8Array;
  pixels: number;
}
export type PhotoAnswer = ReadPhoto | { refusal: PhotoRefusal };

export const photoLimits: PhotoLimits = { bytes: 30 * 1024 * 1024, pixels: 50_000_000, milliseconds: 20_000, memory: 900 };

/** @throws UnreadablePhoto */
export async function readPhoto(bytes: Uint8Array, wishes: Partial<PhotoLimits> = {}): Promise<ReadPhoto> {
  const limits = { ...photoLimits, ...wishes };
  if (bytes.length > limits.bytes) throw new UnreadablePhoto('TOO_LARGE');
  const release = await takeTurn();
  try {
    const answer = await inProcess({ bytes, pixels: limits.pixels }, limits);
    if ('refusal' in answer) throw new UnreadablePhoto(answer.refusal);
    return answer;
  } finally {
    release();
  }
}

function inProcess(job: PhotoJob, { milliseconds, memory }: PhotoLimits): Promise<PhotoAnswer> {
  // Nothing of the service's secrets belongs to where strangers' files are read.
  const child = fork(installed('@heya/forms/photo.process'), [], {
    env: {},
    execArgv: ['--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<PhotoAnswer>((resolve, reject) => {
    const end = (reason: PhotoRefusal): void => reject(new UnreadablePhoto(reason));
    const timer = setTimeout(() => end('TOO_SLOW'), milliseconds);
    const watch = setInterval(() => void residentMegabytes(child.pid).then((used) => used > memory && end('TOO_MANY_PIXELS')), 100);
    child.once('message', (answer: PhotoAnswer) => resolve(answer));
    child.once('error', () => end('BROKEN'));
    child.once('exit', () => {
      clearTimeout(timer);
      clearInterval(watch);
      end('BROKEN');
    });
    child.send(job, (error) => error && end('BROKEN'));
  }).finally(() => child.kill('SIGKILL'));
}

const pageBytes = 4096;

/** What only Linux tells; elsewhere the limits of the heap and of the pixels have to do. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const told = await readFile(`/proc/${pid ?? 0}/statm`, 'utf8').catch(() => '');
  return (Number(told.split(' ')[1] ?? 0) * pageBytes) / 1024 / 1024;
}

/** Photos decoded at the same time: each holds its pixels. */
const atOnce = 2;
const mostWaiting = 16;
let reading = 0;
const waiting: (() => void)[] = [];

async function takeTurn(): Promise<() => void> {
  if (waiting.length >= mostWaiting) throw new UnreadablePhoto('BUSY');
  if (reading >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  };
}
