/** A room's record on paper: as it is taken along (R35), with who took it and when across each page, and that it is erased (R16). */
import { type Block, text } from './paper/block.ts';
import { Paper } from './paper/paper.ts';
import { columns, labelled } from './forms/parts.ts';
import type { CenterAddress } from './sheet.ts';

/** What stands under one heading. */
export interface RecordPart {
  heading: string;
  /** A label and what belongs to it. */
  fields?: readonly (readonly [label: string, value: string])[];
  /** A list; widths in millimetres add up to 174. */
  list?: { heads: readonly (readonly [words: string, width: number])[]; lines: readonly (readonly string[])[] };
}

export interface PrintedRecord {
  title: string;
  /** Who took it and when; across each page. */
  mark?: string;
  center: CenterAddress;
  /** ISO calendar day; the same input gives the same bytes. */
  printedOn: string;
  lead: readonly string[];
  parts: readonly RecordPart[];
}

/** @returns a PDF of one or more A4 pages with its fonts embedded */
export async function renderRecord({ title, mark, center, printedOn, lead, parts }: PrintedRecord): Promise<Uint8Array> {
  const paper = new Paper({ title }, { receiptNumber: null, version: '', center, printedOn, ...(mark && { mark }) });
  for (const line of lead) paper.put(text(line), { after: 1 });
  for (const part of parts) writePart(paper, part);
  return paper.finish();
}

function writePart(paper: Paper, { heading, fields, list }: RecordPart): void {
  paper.keep(28);
  paper.put(text(heading, { size: 12, isBold: true }), { after: 1.5 });
  if (fields) paper.table(fields.map(([label, value]) => labelled(label, cell(value))));
  if (list) {
    const widths = list.heads.map(([, width]) => width);
    const rows = list.lines.map((line) => ({ cells: line.map((words, index) => ({ block: cell(words), width: widths[index] ?? 0 })) }));
    paper.table(rows, { head: columns(list.heads.map(([words, width]) => [words, width])) });
  }
}

const cell = (words: string): Block => text(words, { size: 9.5 });
