/** The thread in which forms and letters are set: fonts and PDFium are loaded here alone. */
import { parentPort } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { renderFamilyLetter } from './family-letter.ts';
import { renderForm } from './form.ts';
import { renderEnrolmentLetters } from './letter.ts';
import { drawPage, keepUpright } from './paper/drawing.ts';
import { renderRecord } from './record.ts';
import type { PressAnswer, PressOrder, PrintedPicture, PrintJob } from './press.ts';

function setInType(job: PrintJob): Promise<Uint8Array> {
  if (job.kind === 'letters') return renderEnrolmentLetters(job.letters);
  if (job.kind === 'record') return renderRecord(job.record);
  if (job.kind === 'family-letter') return renderFamilyLetter(job.letter);
  return renderForm(job.code, job.contents as never, job.sheet as never);
}

/** As on a screen of twice the usual density, beside the fields. */
const picture = { scale: 150 / 72, pixels: 3_000_000 };

async function draw(pdf: Uint8Array, number: number): Promise<PrintedPicture | undefined> {
  const document = await (await PDFiumLibrary.init()).loadDocument(pdf);
  try {
    const pages = document.getPageCount();
    if (number < 1 || number > pages) return undefined;
    return { pages, ...(await keepUpright(await drawPage(document.getPage(number - 1), picture), 0)) };
  } finally {
    document.destroy();
  }
}

async function answer({ id, job, page }: PressOrder): Promise<PressAnswer> {
  try {
    const pdf = await setInType(job);
    return page === undefined ? { id, pdf } : { id, picture: await draw(pdf, page) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.name : 'Error' };
  }
}

// One after the other: each holds fonts and pixels.
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (order: PressOrder) => {
  last = last.then(async () => parentPort?.postMessage(await answer(order)));
});
