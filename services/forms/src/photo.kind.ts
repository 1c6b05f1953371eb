/** What a file is, by its first bytes; its name and what was said of it count for nothing. */
import type { PhotoType } from './photo.ts';

const text = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** ISO base media brands of still pictures in HEVC; sequences and AVIF are others. */
const heicBrands = ['heic', 'heix', 'mif1', 'heim', 'heis'];

export function kindOf(bytes: Uint8Array): PhotoType | undefined {
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return text(bytes, 4, 8) === 'ftyp' && heicBrands.includes(text(bytes, 8, 12)) ? 'image/heic' : undefined;
}

const marks = /<html|<script|<svg|<!doctype|%PDF-/i;
const zipEnd = 'PK\x05\x06';
/** A ZIP is found by its end: 22 bytes and a remark of at most 65,535. */
const tail = 22 + 65_535;

/** Whether another program would take the same bytes for a page, a document or an archive. */
export function secondKind(bytes: Uint8Array): boolean {
  const end = text(bytes, Math.max(0, bytes.length - tail), bytes.length);
  return end.includes(zipEnd) || marks.test(text(bytes, 0, bytes.length));
}
