/** QR codes as squares on paper. */
import { encode } from 'uqr';
import { mm } from './millimetre.ts';

/**
 * Draws the symbol alone; the caller leaves its quiet zone of four modules white.
 * Level Q: a quarter of it may be lost to a fax, a fold or a stamp.
 * @param side in points
 */
export function drawQr(document: PDFKit.PDFDocument, content: string, place: { x: number; y: number; side: number }): void {
  const { data, size } = encode(content, { ecc: 'Q', border: 0 });
  const module = place.side / size;
  document.save().fillColor('#000000');
  data.forEach((line, row) => {
    for (const { from, length } of darkRuns(line)) document.rect(place.x + from * module, place.y + row * module, length * module, module);
  });
  document.fill().restore();
}

/** Neighbouring modules as one bar: no hairlines between them. */
function darkRuns(line: boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  line.forEach((isDark, column) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.from + last.length === column) last.length += 1;
    else runs.push({ from: column, length: 1 });
  });
  return runs;
}

/** Side of the symbol on every form (R8, R19). */
export const formQrSide = mm(25);
