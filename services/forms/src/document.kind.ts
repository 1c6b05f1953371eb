/** What a PDF would do besides being looked at, told by its own words: those outside its streams and those in its streams of objects. */
import { inflateSync } from 'node:zlib';
import type { DocumentRefusal } from './document.ts';
import { secondKind } from './photo.kind.ts';

/** Names that a paper to be read has no use for (ISO 32000-2, 12.6.4 and 7.11.4). */
const active = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|XFA)(?![A-Za-z0-9])/;
/** To open at a page is what many programs write, and it is harmless: that is an array. */
const opening = /\/OpenAction(?!\s*\[)/;
const most = 16 * 1024 * 1024;
/** After its end a PDF has nothing to say. */
const slack = 1024;

/** @returns why it is not taken; undefined for a plain PDF */
export function documentProblem(bytes: Uint8Array): DocumentRefusal | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (!text.startsWith('%PDF-')) return 'NOT_A_PDF';
  const end = text.lastIndexOf('%%EOF');
  if (end < 0) return 'BROKEN';
  const words = wordsOf(text);
  if (text.length - end > slack || secondKind(Buffer.from(words.slice('%PDF-'.length), 'latin1')) || isArchive(text)) return 'NOT_A_PDF';
  if (/\/Encrypt(?![A-Za-z0-9])/.test(words)) return 'ENCRYPTED';
  return active.test(words) || opening.test(words) ? 'ACTIVE' : undefined;
}

const isArchive = (text: string): boolean => text.startsWith('PK\x03\x04') || text.slice(-65_557).includes('PK\x05\x06');

/** Names may be written with #-codes (7.3.5). */
const plain = (words: string): string => words.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

function wordsOf(text: string): string {
  const parts: string[] = [];
  let at = 0;
  let left = most;
  for (let begin = text.indexOf('stream'); begin >= 0; begin = text.indexOf('stream', at)) {
    const head = text.slice(at, begin);
    const finish = text.indexOf('endstream', begin);
    parts.push(head);
    if (finish < 0) break;
    if (/\/ObjStm(?![A-Za-z0-9])/.test(plain(head.slice(head.lastIndexOf('obj'))))) {
      const inside = objectsIn(text.slice(begin + 'stream'.length, finish), left);
      left -= inside.length;
      parts.push(inside);
    }
    at = finish + 'endstream'.length;
  }
  parts.push(text.slice(at));
  return plain(parts.join('\n'));
}

function objectsIn(packed: string, left: number): string {
  try {
    return inflateSync(Buffer.from(packed.replace(/^\r?\n/, ''), 'latin1'), { maxOutputLength: Math.max(1, left) }).toString('latin1');
  } catch {
    return '';
  }
}
