/** An A4 form being written from top to bottom: pages, their head and foot, and the table that runs over them. */
import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import type { FormSheet } from '../sheet.ts';
import { type Block, bodySize } from './block.ts';
import { writeFoot, writeHead } from './chrome.ts';
import { writeMark } from './mark.ts';
import { mm } from './millimetre.ts';
import { ink, Pen } from './pen.ts';

export interface Cell {
  block: Block;
  /** Millimetres; the cells of a row add up to `contentWidth`. */
  width: number;
  /** Labels are shaded. */
  isLabel?: boolean;
}

export interface Row {
  cells: Cell[];
  /** Millimetres. */
  minHeight?: number;
}

/** Name of a form as printed. */
export interface FormName {
  /** e.g. `様式2-1-1`; undefined for a letter. */
  number?: string | undefined;
  title: string;
}

export const marginX = 18;
/** Millimetres between the margins. */
export const contentWidth = 210 - 2 * marginX;
const bottom = mm(297 - 20.5);
const padding = { x: mm(2), y: mm(1.3) };

export class Paper {
  readonly pen: Pen;
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly name: FormName;
  private readonly sheet: FormSheet;
  private y = 0;
  private top = 0;
  private pages = 0;
  /** The first page of each part; parts are numbered apart. */
  private readonly starts = [0];

  constructor(name: FormName, sheet: FormSheet) {
    this.name = name;
    this.sheet = sheet;
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: 'ja-JP',
      displayTitle: true,
      // Its own fonts alone: the standard ones cannot write Japanese.
      font: null as unknown as string,
      info: {
        Title: [name.number, name.title].filter(Boolean).join(' '),
        Author: sheet.center.name,
        Creator: 'Heya',
        Producer: 'Heya',
        CreationDate: new Date(`${sheet.printedOn}T00:00:00Z`),
      },
    });
    this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.pen = new Pen(this.document);
    this.turnPage();
  }

  /** Puts a block below what is there; what does not fit goes on over the page. */
  put(block: Block, { after = 2 }: { after?: number } = {}): void {
    const width = mm(contentWidth);
    let rest: Block = block;
    while (rest.height(this.pen, width) > bottom - this.y) {
      const halves = rest.cut?.(this.pen, width, bottom - this.y);
      if (halves) halves[0].draw(this.pen, { x: mm(marginX), y: this.y, width });
      else if (this.y === this.top) break;
      this.turnPage();
      rest = halves ? halves[1] : rest;
    }
    rest.draw(this.pen, { x: mm(marginX), y: this.y, width });
    this.y += rest.height(this.pen, width) + mm(after);
  }

  /** Begins a new page unless so much room is left. Millimetres. */
  keep(height: number): void {
    if (bottom - this.y < mm(height) && this.y > this.top) this.turnPage();
  }

  /** Ruled rows; `head` is said again on each page it runs over. */
  table(rows: Row[], { head, after = 4 }: { head?: Row; after?: number } = {}): void {
    if (head && rows[0]) this.keep((this.rowHeight(head) + Math.min(this.rowHeight(rows[0]), mm(30))) / mm(1));
    if (head) this.drawRow(head, this.rowHeight(head));
    for (const row of rows) this.row(row, head);
    this.y += mm(after);
  }

  private row(row: Row, head: Row | undefined): void {
    let rest = row;
    for (;;) {
      const height = this.rowHeight(rest);
      const room = bottom - this.y;
      if (height <= room) return this.drawRow(rest, height);
      const isLong = height > (bottom - this.top) / 2;
      const halves = isLong ? this.cutRow(rest, room) : undefined;
      if (halves) this.drawRow(halves[0], room);
      else if (this.y === this.top) return this.drawRow(rest, height);
      this.turnPage();
      if (head) this.drawRow(head, this.rowHeight(head));
      rest = halves ? halves[1] : rest;
    }
  }

  private cutRow(row: Row, height: number): [Row, Row] | undefined {
    const halves = row.cells.map((cell) => {
      const [width, room] = [mm(cell.width) - 2 * padding.x, height - 2 * padding.y];
      if (cell.isLabel || cell.block.height(this.pen, width) <= room) return [cell, cell.isLabel ? cell : { ...cell, block: empty }];
      const cut = cell.block.cut?.(this.pen, width, room);
      return cut?.map((block) => ({ ...cell, block }));
    });
    if (halves.some((half) => !half)) return undefined;
    return [{ cells: halves.map((half) => half?.[0] as Cell) }, { cells: halves.map((half) => half?.[1] as Cell) }];
  }

  private rowHeight({ cells, minHeight = 7.5 }: Row): number {
    const heights = cells.map(({ block, width }) => block.height(this.pen, mm(width) - 2 * padding.x) + 2 * padding.y);
    return Math.max(mm(minHeight), ...heights);
  }

  private drawRow({ cells }: Row, height: number): void {
    let x = mm(marginX);
    for (const { block, width, isLabel } of cells) {
      const outer = mm(width);
      if (isLabel) this.document.save().fillColor('#EFEFEF').rect(x, this.y, outer, height).fill().restore();
      this.document.save().lineWidth(0.7).strokeColor(ink).rect(x, this.y, outer, height).stroke().restore();
      const inner = outer - 2 * padding.x;
      const spare = height - block.height(this.pen, inner);
      block.draw(this.pen, { x: x + padding.x, y: this.y + Math.max(spare / 2, padding.y), width: inner });
      x += outer;
    }
    this.y += height;
  }

  private turnPage(): void {
    this.document.addPage({ size: 'A4', margin: 0 });
    this.pages += 1;
    if (this.sheet.mark) writeMark(this.pen, this.sheet.mark);
    this.top = writeHead(this.pen, { name: this.name, sheet: this.sheet, isFirst: this.pages === (this.starts.at(-1) ?? 0) + 1 });
    this.y = this.top;
  }

  /** Begins something else on a page of its own, e.g. the next letter; its pages count from 1. */
  startPart(): void {
    this.starts.push(this.pages);
    this.turnPage();
  }

  /** Numbers the pages and closes the document. */
  async finish(): Promise<Uint8Array> {
    this.starts.forEach((start, part) => this.numberPart(start, this.starts[part + 1] ?? this.pages));
    const ended = once(this.document, 'end');
    this.document.end();
    await ended;
    return new Uint8Array(Buffer.concat(this.chunks));
  }

  private numberPart(start: number, end: number): void {
    for (let page = start; page < end; page += 1) {
      this.document.switchToPage(page);
      writeFoot(this.pen, { name: this.name, sheet: this.sheet, page: page - start + 1, pages: end - start });
    }
  }
}

const empty: Block = { height: () => bodySize, draw: () => undefined };
