/**
 * Documents that people bring (R25): a PDF is opened in a process of its own, its pages are drawn as pictures, and what is kept is a PDF of
 * those pictures. Nothing that a PDF can do besides being looked at is left, and the file as it came is never handed on.
 */
import { askProcess, Turns } from './own-process.ts';

export const documentType = 'application/pdf';

/** ACTIVE: it would run, start, send or carry something. NOT_A_PDF: another kind of file, or two kinds at once. */
export type DocumentRefusal = 'NOT_A_PDF' | 'TOO_LARGE' | 'TOO_MANY_PAGES' | 'ENCRYPTED' | 'ACTIVE' | 'BROKEN' | 'TOO_SLOW' | 'BUSY';

export class UnreadableDocument extends Error {
  override name = 'UnreadableDocument';
  readonly reason: DocumentRefusal;

  constructor(reason: DocumentRefusal) {
    super(`The document cannot be read: ${reason}`);
    this.reason = reason;
  }
}

export type PageVariant = `PAGE_${number}`;
/** ORIGINAL is the PDF drawn anew; the others are JPEGs, the smaller two of its first page. */
export type DocumentVariant = 'ORIGINAL' | 'SCREEN_1280' | 'THUMBNAIL_320' | PageVariant;

export interface DocumentPart {
  variant: DocumentVariant;
  bytes: Uint8Array;
  /** Pixels; of the PDF those of its first page. */
  width: number;
  height: number;
}

export interface ReadDocument {
  type: typeof documentType;
  sizes: DocumentPart[];
  /** Of the first page. */
  blurHash: string;
  pages: number;
}

export interface DocumentLimits {
  bytes: number;
  pages: number;
  milliseconds: number;
  /** Resident memory of the process (MB). */
  memory: number;
}

export interface DocumentJob {
  bytes: Uint8Array;
  pages: number;
}
export type DocumentAnswer = ReadDocument | { refusal: DocumentRefusal };

export const documentLimits: DocumentLimits = { bytes: 20 * 1024 * 1024, pages: 50, milliseconds: 60_000, memory: 900 };

const turns = new Turns(1, 8);

/** @throws UnreadableDocument */
export async function readDocument(bytes: Uint8Array, wishes: Partial<DocumentLimits> = {}): Promise<ReadDocument> {
  const limits = { ...documentLimits, ...wishes };
  if (bytes.length > limits.bytes) throw new UnreadableDocument('TOO_LARGE');
  const leave = await turns.take();
  if (!leave) throw new UnreadableDocument('BUSY');
  try {
    const answer = await askProcess<DocumentAnswer>('document.process', { bytes, pages: limits.pages } satisfies DocumentJob, limits);
    if ('fate' in answer) throw new UnreadableDocument(answer.fate === 'TOO_MUCH' ? 'TOO_LARGE' : answer.fate);
    if ('refusal' in answer) throw new UnreadableDocument(answer.refusal);
    return answer;
  } finally {
    leave();
  }
}
