/**
 * Every form of the guide as an A4 PDF (R19): filled, or blank to be written by hand.
 * The same input gives the same bytes.
 */
import type { FormContents } from './contents.ts';
import { writeConsent } from './forms/consent.ts';
import { writeIdChange } from './forms/id-change.ts';
import { writeIdIssue } from './forms/id-issue.ts';
import { writeFacilityPledge, writePersonalPledge } from './forms/pledge.ts';
import { writeRoomChange } from './forms/room-change.ts';
import { writeRoomClosure } from './forms/room-closure.ts';
import { writeRoomCreation } from './forms/room-creation.ts';
import { Paper } from './paper/paper.ts';
import { isReceiptNumber } from './receipt-number.ts';
import type { FormClause, FormCode, FormSheet } from './sheet.ts';
import { formNames } from './words.ts';

/** Forms whose wording is versioned text of the district. */
type WordedForm = 'FORM_1_1' | 'FORM_1_2' | 'FORM_3_1';
/** What a form is printed on: the forms that are signed need their wording. */
export type SheetOf<C extends FormCode> = C extends WordedForm ? FormSheet & { clauses: FormClause[] } : FormSheet;

type Writer<C extends FormCode> = (paper: Paper, sheet: SheetOf<C>, data: FormContents[C] | undefined) => void;

const writers: { [C in FormCode]: Writer<C> } = {
  FORM_1_1: (paper, sheet, data) => writeFacilityPledge(paper, sheet, sheet.clauses, data),
  FORM_1_2: (paper, sheet, data) => writePersonalPledge(paper, sheet, sheet.clauses, data),
  FORM_2_1_1: (paper, sheet, data) => writeIdIssue(paper, sheet, 'FORM_2_1_1', data),
  FORM_2_1_2: (paper, sheet, data) => writeIdIssue(paper, sheet, 'FORM_2_1_2', data),
  FORM_2_2: writeIdChange,
  FORM_3_1: (paper, sheet, data) => writeConsent(paper, sheet, sheet.clauses, data),
  FORM_4_1: writeRoomCreation,
  FORM_4_2: writeRoomChange,
  FORM_4_3: writeRoomClosure,
};

/**
 * @param contents what was filled in, or `blank`
 * @returns a PDF of one or more A4 pages with its fonts embedded; each page carries the receipt number as a QR code
 * @throws RangeError when the receipt number is none that a scan would be filed by
 */
export async function renderForm<C extends FormCode>(code: C, contents: FormContents[C] | 'blank', sheet: SheetOf<C>): Promise<Uint8Array> {
  if (sheet.receiptNumber !== null && !isReceiptNumber(sheet.receiptNumber)) throw new RangeError('Not a receipt number.');
  const paper = new Paper(formNames[code], sheet);
  writers[code](paper, sheet, contents === 'blank' ? undefined : contents);
  return paper.finish();
}
