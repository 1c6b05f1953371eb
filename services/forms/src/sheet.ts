/** What every form carries besides its contents. */

/** Form numbers of the district guide, as the API names them. */
export type FormCode =
  | 'FORM_1_1'
  | 'FORM_1_2'
  | 'FORM_2_1_1'
  | 'FORM_2_1_2'
  | 'FORM_2_2'
  | 'FORM_3_1'
  | 'FORM_4_1'
  | 'FORM_4_2'
  | 'FORM_4_3';

/** Of the printed forms, not of what is filed on them; forms that are signed carry the version of their wording. */
export const formVersion = '2026-11';

/** The support center as it stands at the foot of each page and as the one addressed. */
export interface CenterAddress {
  name: string;
  /** Who runs it, e.g. `（一社）神崎市郡医師会`. */
  operator?: string | undefined;
  postalCode?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  fax?: string | undefined;
  email?: string | undefined;
}

/** One step that an application has gone, for the center's part of the form (R19: who did what when). */
export interface FormEvent {
  /** RFC 3339; printed as the minute in Japan. */
  at: string;
  /** Who, e.g. `職員 田中 花子`. */
  actor: string;
  /** What, e.g. `確認`. */
  act: string;
  note?: string | undefined;
}

export interface FormSheet {
  /** Also the whole content of the QR code; null leaves room to write it by hand, and no QR. */
  receiptNumber: string | null;
  /** Of the form or its wording, e.g. `2026-11`. */
  version: string;
  center: CenterAddress;
  /** ISO calendar day on which it is printed, kept as the PDF's date: the same input gives the same bytes. */
  printedOn: string;
  history?: FormEvent[] | undefined;
  /** Across each page, e.g. who takes it along and when. */
  mark?: string | undefined;
}

/** A piece of the wording that is signed: versioned text of the district. */
export interface FormClause {
  /** Lasting from version to version. */
  id: string;
  heading?: string | undefined;
  text: string;
}
