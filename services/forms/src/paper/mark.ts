/** Who took a paper along and when, faint across the page and plain at its upper edge. */
import { mm } from './millimetre.ts';
import { faint, ink, type Pen } from './pen.ts';

const page = { width: mm(210), height: mm(297) };
const slope = -28;

/** Drawn before anything else, so that it lies under the words. */
export function writeMark(pen: Pen, mark: string): void {
  pen.write([mark], { size: 7.5, colour: faint }, { x: mm(18), y: mm(5), width: mm(174) });
  const style = { size: 17, isBold: true, align: 'center' as const, colour: ink };
  const lines = pen.lines(mark, style, mm(190));
  for (const height of [0.22, 0.52, 0.82]) {
    const origin: [number, number] = [page.width / 2, page.height * height];
    pen.document.save().rotate(slope, { origin }).fillOpacity(0.07);
    pen.write(lines, style, { x: mm(10), y: origin[1], width: mm(190) });
    pen.document.restore().fillOpacity(1);
  }
}
