/** Sets text in mixed faces and measures it. All lengths in points. */
import { breakLines } from './line-break.ts';
import { type Face, faces, fontOf, geta, settable } from './typeface.ts';

export const ink = '#1A1A1A';
export const faint = '#595959';
export const lineHeight = 1.5;

export interface TextStyle {
  /** Points. */
  size: number;
  isBold?: boolean;
  align?: 'left' | 'center' | 'right';
  colour?: string;
}

export class Pen {
  readonly document: PDFKit.PDFDocument;
  private readonly widths = new Map<string, number>();
  /** Height and drawing of a cell ask for the same lines. */
  private readonly broken = new Map<string, string[]>();

  constructor(document: PDFKit.PDFDocument) {
    this.document = document;
    // pdfkit takes parsed fonts since 0.20; its types do not say so yet.
    for (const face of faces) document.registerFont(face, fontOf(face) as unknown as PDFKit.Mixins.PDFFontSource);
  }

  /** @returns the lines a text takes in a width */
  lines(text: string, style: TextStyle, width: number): string[] {
    const key = `${style.size} ${style.isBold ?? false} ${width} ${text}`;
    const lines = this.broken.get(key) ?? breakLines(settable(text), width, (grapheme) => this.graphemeWidth(grapheme, style));
    this.broken.set(key, lines);
    return lines;
  }

  width(text: string, style: TextStyle): number {
    return Array.from(text).reduce((sum, character) => sum + this.graphemeWidth(character, style), 0);
  }

  /** Draws lines from the top edge `y` down. @returns the height they took */
  write(lines: string[], style: TextStyle, place: { x: number; y: number; width: number }): number {
    const step = style.size * lineHeight;
    lines.forEach((line, index) => {
      const spare = place.width - this.width(line, style);
      const indent = style.align === 'center' ? spare / 2 : style.align === 'right' ? spare : 0;
      this.writeLine(line, style, { x: place.x + indent, baseline: place.y + index * step + step / 2 + style.size * 0.38 });
    });
    return lines.length * step;
  }

  private writeLine(line: string, style: TextStyle, place: { x: number; baseline: number }): void {
    let x = place.x;
    for (const { face, text } of this.runs(line, style.isBold ? 'bold' : 'regular')) {
      this.document
        .font(face)
        .fontSize(style.size)
        .fillColor(style.colour ?? ink);
      this.document.text(text, x, place.baseline, { lineBreak: false, baseline: 'alphabetic' });
      x += this.width(text, style);
    }
  }

  private runs(line: string, wished: Face): { face: Face; text: string }[] {
    const runs: { face: Face; text: string }[] = [];
    for (const character of line) {
      const face = this.faceOf(character, wished);
      const text = face ? character : geta;
      const last = runs.at(-1);
      if (last?.face === (face ?? wished)) last.text += text;
      else runs.push({ face: face ?? wished, text });
    }
    return runs;
  }

  private faceOf(character: string, wished: Face): Face | undefined {
    const codePoint = character.codePointAt(0) ?? 0;
    return ([wished, 'rare'] as const).find((face) => fontOf(face).hasGlyphForCodePoint(codePoint));
  }

  private graphemeWidth(grapheme: string, { size, isBold }: TextStyle): number {
    const wished: Face = isBold ? 'bold' : 'regular';
    const key = `${wished}${grapheme}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.runs(grapheme, wished).reduce(
        (sum, { face, text }) => sum + this.document.font(face).fontSize(1000).widthOfString(text),
        0,
      );
      this.widths.set(key, width);
    }
    return (width * size) / 1000;
  }
}
