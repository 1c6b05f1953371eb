/** 2-1-1 and 2-1-2: IDs for the people of a facility (R2). */
import type { ApplicantOnForm, IdIssue } from '../contents.ts';
import { type Block, checkBox, hint, space, stack, text } from '../paper/block.ts';
import { writtenDay } from '../paper/era.ts';
import { mm } from '../paper/millimetre.ts';
import { contentWidth, type Paper, type Row } from '../paper/paper.ts';
import { faint } from '../paper/pen.ts';
import type { FormSheet } from '../sheet.ts';
import { careKinds, medicalKinds, otherKind } from '../words.ts';
import { columns, facilityRows, handHeight, nameWithKana, officePart, openLetter, pair, professionWords } from './parts.ts';

const kinds = { FORM_2_1_1: { ...medicalKinds, ...otherKind }, FORM_2_1_2: { ...careKinds, ...otherKind } };
const widths = { number: 10, name: 45, profession: 37, mail: 44, admin: 15, devices: contentWidth - 151 };
const blankPeople = 12;

export function writeIdIssue(paper: Paper, sheet: FormSheet, form: 'FORM_2_1_1' | 'FORM_2_1_2', data: IdIssue | undefined): void {
  openLetter(paper, sheet, data?.submittedOn);
  paper.put(text('在宅医療・介護情報共有システムを利用するため、次のとおりIDの発行を申請します。'), { after: 3 });
  const high = data ? undefined : handHeight;
  paper.table([
    ...facilityRows(data?.facility, kinds[form]),
    pair(['管理者氏名', text(data?.headName ?? '')], ['担当者', text(data?.contactName ?? '')], high),
  ]);
  paper.put(text(`IDを必要とする方${data ? `（${data.applicants.length}名）` : ''}`, { isBold: true }), { after: 1 });
  paper.table(data ? data.applicants.map(personRow) : Array.from({ length: blankPeople }, (_, index) => blankRow(index)), {
    head: columns([
      ['No.', widths.number],
      ['フリガナ・氏名\n生年月日', widths.name],
      ['職種・役職\n免許・登録番号', widths.profession],
      ['メールアドレス\n既にあるID名', widths.mail],
      ['管理者', widths.admin],
      ['使用する端末\n（業務用）', widths.devices],
    ]),
    after: 2,
  });
  paper.put(
    stack([
      hint('※ IDはお一人に一つです。複数の方で使うことはできません。既にある方（他の地区のものを含む）は、そのID名を書いてください。'),
      ...(data ? [] : [hint('※ 書ききれないときは、この様式をもう1枚お使いください。')]),
      hint('※ 端末は業務用のものに限ります。マイナンバーは書かないでください。誓約書（様式1-1、1-2）を添えてください。'),
    ]),
    { after: 4 },
  );
  officePart(paper, sheet.history);
}

function row(index: number, [name, profession, mail, devices]: [Block, Block, Block, Block], isFacilityAdmin: boolean): Row {
  return {
    cells: [
      { block: text(String(index + 1), { align: 'center' }), width: widths.number },
      { block: name, width: widths.name },
      { block: profession, width: widths.profession },
      { block: mail, width: widths.mail },
      { block: checkBox(isFacilityAdmin), width: widths.admin },
      { block: devices, width: widths.devices },
    ],
    minHeight: 12,
  };
}

function personRow(person: ApplicantOnForm, index: number): Row {
  const [name, profession, mail] = [
    [nameWithKana(person.name, person.nameKana), ...second(person.birthDate && `${writtenDay(person.birthDate)}生`)],
    [
      text([professionWords(person.professions), person.title].filter(Boolean).join('　'), { size: 9 }),
      ...second(person.licenceNumber && `番号 ${person.licenceNumber}`),
    ],
    [text(person.email ?? '', { size: 8.5 }), ...second(person.existingId && `ID ${person.existingId}`)],
  ];
  return row(index, [stack(name), stack(profession), stack(mail), text(person.devices.join('\n'), { size: 8.5 })], person.isFacilityAdmin);
}

const second = (words: string | undefined): Block[] => (words ? [text(words, { size: 8.5 })] : []);

/** Room above, and what belongs below, small. */
function blankRow(index: number): Row {
  const below = (words: string) => stack([space(mm(8.5)), text(words, { size: 7.5, colour: faint })]);
  const name = stack(
    [nameWithKana(undefined, undefined), text('生年月日　　　　　年　　　月　　　日', { size: 7.5, colour: faint })],
    mm(1),
  );
  return { ...row(index, [name, below('番号'), below('ID名（ある方だけ）'), text('')], false), minHeight: 16 };
}
