/** Parts that several forms share. Each takes what is filled in, or undefined where it is to be written by hand. */
import type { FacilityOnForm, PatientOnForm, RoomApplicant } from '../contents.ts';
import { type Block, bodySize, checks, digitBoxes, ends, hint, smallSize, space, stack, text } from '../paper/block.ts';
import { ageOn, blankBirthDate, blankDate, eraDate } from '../paper/era.ts';
import { mm } from '../paper/millimetre.ts';
import { contentWidth, type Cell, type Paper, type Row } from '../paper/paper.ts';
import type { FormEvent, FormSheet } from '../sheet.ts';
import { type FacilityKind, professions, type Profession, sexes } from '../words.ts';

export const labelWidth = 36;
/** Rows to be written by hand are this high. */
export const handHeight = 11;

export const label = (words: string, width = labelWidth): Cell => ({
  block: text(words, { size: 9.5, align: 'center' }),
  width,
  isLabel: true,
});

/** A label and what belongs to it, over the whole width. */
export function labelled(words: string, block: Block, minHeight?: number): Row {
  return { cells: [label(words), { block, width: contentWidth - labelWidth }], ...(minHeight === undefined ? {} : { minHeight }) };
}

/** Two labels with their values beside each other. */
export function pair(first: [string, Block], second: [string, Block], minHeight?: number): Row {
  const narrow = 24;
  const value = (contentWidth - labelWidth - narrow) / 2;
  const cells = [label(first[0]), { block: first[1], width: value }, label(second[0], narrow), { block: second[1], width: value }];
  return { cells, ...(minHeight === undefined ? {} : { minHeight }) };
}

/** Column heads of a list. Widths in millimetres. */
export function columns(heads: [string, number][]): Row {
  return { cells: heads.map(([words, width]) => ({ block: text(words, { size: 9, align: 'center' }), width, isLabel: true })) };
}

/** A box for each word of a list; those that hold are ticked. */
export function choice<K extends string>(
  words: Readonly<Partial<Record<K, string>>>,
  chosen: readonly K[] | undefined,
  size = bodySize,
): Block {
  const entries = Object.entries(words) as [K, string][];
  return checks(
    entries.map(([key, word]) => ({ label: word, isChecked: chosen?.includes(key) ?? false })),
    { size },
  );
}

export const day = (value: string | undefined, isBlank: boolean): Block => text(value ? eraDate(value) : isBlank ? blankDate : '');
/** The day, and where it is known the minute, from which a change holds. */
export function effective(change: { effectiveOn: string; effectiveTime?: string | undefined } | undefined): string {
  if (!change) return `${blankDate}　　　　時　　　　分`;
  const [hour, minute] = change.effectiveTime?.split(':').map(Number) ?? [];
  return `${eraDate(change.effectiveOn)}${hour === undefined ? '' : `　${hour}時${String(minute ?? 0).padStart(2, '0')}分`}`;
}

export const professionWords = (list: readonly Profession[] | undefined): string => (list ?? []).map((key) => professions[key]).join('・');

/** Name with its reading small above it. */
export function nameWithKana(name: string | undefined, kana: string | undefined, size = bodySize + 1): Block {
  return stack([text(kana ? kana : name ? '' : 'フリガナ', { size: 7.5 }), text(name ?? '', { size })]);
}

export const address = (postalCode: string | undefined, value: string | undefined, isBlank: boolean): Block =>
  isBlank ? stack([text('〒　　　－', { size: 9 }), space(mm(4))]) : text(`${postalCode ? `〒${postalCode}　` : ''}${value ?? ''}`);

/** The day at the right, the center addressed at the left. */
export function openLetter(paper: Paper, sheet: FormSheet, submittedOn: string | undefined): void {
  paper.put(ends(`${sheet.center.name}長　様`, submittedOn ? eraDate(submittedOn) : blankDate, 11), { after: 2 });
}

/** @param kinds those that may file this form */
export function facilityRows(facility: FacilityOnForm | undefined, kinds?: Readonly<Partial<Record<FacilityKind, string>>>): Row[] {
  const isBlank = !facility;
  const high = isBlank ? handHeight : undefined;
  return [
    labelled('医療機関・事業所名', nameWithKana(facility?.name, facility?.nameKana), isBlank ? 13 : undefined),
    labelled(
      '医療機関コード\n・事業所番号',
      stack(
        [digitBoxes(facility?.institutionCode ?? '', 10), ...(isBlank ? [hint('10桁。一つの枠に一つの数字を書いてください。')] : [])],
        mm(0.5),
      ),
      12,
    ),
    ...(kinds ? [labelled('種別', choice(kinds, facility?.kind ? [facility.kind] : undefined, 9.5))] : []),
    labelled('所在地', address(facility?.postalCode, facility?.address, isBlank), high),
    pair(['電話番号', text(facility?.phone ?? '')], ['FAX番号', text(facility?.fax ?? '')], high),
    ...(kinds ? [labelled('メールアドレス', text(facility?.email ?? ''), high)] : []),
  ];
}

export function roomApplicantRows(applicant: RoomApplicant | undefined): Row[] {
  const high = applicant ? undefined : handHeight;
  return [
    labelled('申請者の所属', text(applicant?.facilityName ?? ''), high),
    pair(['申請者の氏名', text(applicant?.name ?? '')], ['職種', text(professionWords(applicant?.professions))], high),
    ...(applicant && !applicant.phone ? [] : [labelled('電話番号', text(applicant?.phone ?? ''), high)]),
  ];
}

/** @param on the day that the age is told for */
export function patientRows(patient: PatientOnForm | undefined, on: string | undefined): Row[] {
  const isBlank = !patient;
  const high = isBlank ? handHeight : undefined;
  const born = patient?.birthDate;
  const age = born && on ? `（${ageOn(born, on)}歳）` : '';
  return [
    pair(
      ['氏名', nameWithKana(patient?.name, patient?.nameKana)],
      ['性別', choice(sexes, patient?.sex ? [patient.sex] : undefined, smallSize)],
      isBlank ? 14 : undefined,
    ),
    labelled('生年月日', text(born ? `${eraDate(born)}${age}` : isBlank ? blankBirthDate : ''), high),
    labelled('住所', address(patient?.postalCode, patient?.address, isBlank), high),
    labelled('電話番号', text(patient?.phone ?? ''), high),
  ];
}

const eventTime = new Intl.DateTimeFormat('ja-JP', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Tokyo' });
const eventDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** The center's part: who did what when, or room for two officers to write it. */
export function officePart(paper: Paper, history: FormEvent[] | undefined): void {
  // Seen as a whole, unless it is long.
  paper.keep(history ? 7 + Math.min(history.length + 1, 9) * 8 : 27);
  paper.put(text('支援センター処理欄（申請者は記入しないでください）', { size: 9, isBold: true }), { after: 1 });
  if (!history) return emptyOfficePart(paper);
  const head = columns([
    ['日時', 46],
    ['処理', 34],
    ['担当', 40],
    ['備考', contentWidth - 120],
  ]);
  const rows = history.map(({ at, act, actor, note }) => {
    const when = new Date(at);
    const cells = [`${eraDate(eventDay.format(when))} ${eventTime.format(when)}`, act, actor, note ?? ''];
    return {
      cells: cells.map((content, index) => ({ block: text(content, { size: 9 }), width: [46, 34, 40, contentWidth - 120][index] ?? 0 })),
    };
  });
  paper.table(rows, { head });
}

function emptyOfficePart(paper: Paper): void {
  const width = contentWidth / 4;
  const head = columns(['受付日', '確認者', '承認者', '処理日'].map((words) => [words, width]));
  paper.table([{ cells: [1, 2, 3, 4].map(() => ({ block: text(''), width })), minHeight: 13 }], { head });
}
