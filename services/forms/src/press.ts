/**
 * Forms, letters and records as PDFs, set in a thread of their own: their fonts take a second to load and each page some milliseconds to cut,
 * which nobody who signs in shall wait for. The thread begins with the first order, and ends when none has come for a while.
 */
import { Worker } from 'node:worker_threads';
import type { FormContents } from './contents.ts';
import type { SheetOf } from './form.ts';
import { installed } from './installed.ts';
import type { FamilyLetter } from './family-letter.ts';
import type { EnrolmentLetter } from './letter.ts';
import type { KeptPicture } from './paper/drawing.ts';
import type { PrintedRecord } from './record.ts';
import type { FormCode } from './sheet.ts';

type FormJob = { [C in FormCode]: { kind: 'form'; code: C; contents: FormContents[C] | 'blank'; sheet: SheetOf<C> } }[FormCode];
export type PrintJob =
  | FormJob
  | { kind: 'letters'; letters: EnrolmentLetter[] }
  | { kind: 'record'; record: PrintedRecord }
  | { kind: 'family-letter'; letter: FamilyLetter };

/** A page of what would be printed. */
export interface PrintedPicture extends KeptPicture {
  /** How many pages there are. */
  pages: number;
}

export interface PressOrder {
  id: number;
  job: PrintJob;
  /** From 1; absent: the PDF itself. */
  page?: number;
}

export type PressAnswer = { id: number } & ({ pdf: Uint8Array } | { picture: PrintedPicture | undefined } | { fault: string });

/** The press does not print: it is overrun, took too long, or what it was given is no form. */
export class PressFailed extends Error {
  override name = 'PressFailed';
  readonly reason: string;

  constructor(reason: string) {
    super(`Not printed: ${reason}`);
    this.reason = reason;
  }
}

const orderMs = 20_000;
const restMs = 300_000;
/** A hundred forms take some seconds; whoever comes after them would wait longer than anybody does. */
const mostWaiting = 100;

interface Waiting {
  resolve(answer: PressAnswer): void;
  reject(error: PressFailed): void;
  timer: NodeJS.Timeout;
}

let thread: Worker | undefined;
let rest: NodeJS.Timeout | undefined;
let orders = 0;
const waiting = new Map<number, Waiting>();

/** @returns a PDF of A4 pages @throws PressFailed */
export async function print(job: PrintJob): Promise<Uint8Array> {
  const answer = await order({ job });
  if ('pdf' in answer) return answer.pdf;
  throw new PressFailed('fault' in answer ? answer.fault : 'NO_PDF');
}

/** @param page from 1 @returns undefined when there is no such page @throws PressFailed */
export async function printPicture(job: PrintJob, page: number): Promise<PrintedPicture | undefined> {
  const answer = await order({ job, page });
  if ('picture' in answer) return answer.picture;
  throw new PressFailed('fault' in answer ? answer.fault : 'NO_PICTURE');
}

async function order(wanted: Omit<PressOrder, 'id'>): Promise<PressAnswer> {
  if (waiting.size >= mostWaiting) throw new PressFailed('BUSY');
  // Its native part has to be loaded by the main thread before any other asks for it.
  if (wanted.page !== undefined) await import('sharp');
  const id = (orders += 1);
  const press = started();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stop('TOO_SLOW'), orderMs);
    waiting.set(id, { resolve, reject, timer });
    press.ref();
    press.postMessage({ ...wanted, id } satisfies PressOrder);
  });
}

function started(): Worker {
  clearTimeout(rest);
  if (thread) return thread;
  const press = new Worker(installed('@heya/forms/press.worker'), { resourceLimits: { maxOldGenerationSizeMb: 512 }, env: {} });
  press.on('message', (answer: PressAnswer) => settle(answer));
  for (const ending of ['error', 'exit'] as const)
    press.once(ending, () => {
      if (thread === press) stop('ENDED');
    });
  thread = press;
  return press;
}

function settle(answer: PressAnswer): void {
  const known = waiting.get(answer.id);
  waiting.delete(answer.id);
  clearTimeout(known?.timer);
  known?.resolve(answer);
  if (waiting.size > 0) return;
  thread?.unref();
  clearTimeout(rest);
  rest = setTimeout(() => stop('REST'), restMs);
  rest.unref();
}

/** The next order begins with a fresh thread. */
function stop(reason: string): void {
  const ended = thread;
  thread = undefined;
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(new PressFailed(reason));
  }
  waiting.clear();
  void ended?.terminate();
}
