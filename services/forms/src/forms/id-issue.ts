/** 2-1-1 and 2-1-2: IDs for the people of a facility (R2). */
import type { ApplicantOnForm, IdIssue } from '../contents.ts';
import { type Block, checkBox, checks, hint, stack, text } from '../paper/block.ts';
import { contentWidth, type Paper, type Row } from '../paper/paper.ts';
import type { FormSheet } from '../sheet.ts';
import { careKinds, medicalKinds, otherKind, ownerships, platforms } from '../words.ts';
import { columns, facilityRows, handHeight, nameWithKana, officePart, openLetter, pair, professionWords } from './parts.ts';

const kinds = { FORM_2_1_1: { ...medicalKinds, ...otherKind }, FORM_2_1_2: { ...careKinds, ...otherKind } };
const widths = { number: 10, name: 36, profession: 28, mail: 50, hasId: 14, devices: contentWidth - 138 };
/** What fits below the facility on one sheet; more people take a second form. */
const blankPeople = { FORM_2_1_1: 5, FORM_2_1_2: 4 };

export function writeIdIssue(paper: Paper, sheet: FormSheet, form: 'FORM_2_1_1' | 'FORM_2_1_2', data: IdIssue | undefined): void {
  openLetter(paper, sheet, data?.submittedOn);
  paper.put(text('在宅医療・介護情報共有システムを利用するため、次のとおりIDの発行を申請します。'), { after: 3 });
  const high = data ? undefined : handHeight;
  paper.table([
    ...facilityRows(data?.facility, kinds[form]),
    pair(['管理者氏名', text(data?.headName ?? '')], ['担当者', text(data?.contactName ?? '')], high),
  ]);
  paper.put(text(`IDを必要とする方${data ? `（${data.applicants.length}名）` : ''}`, { isBold: true }), { after: 1 });
  paper.table(data ? data.applicants.map(personRow) : Array.from({ length: blankPeople[form] }, (_, index) => blankRow(index)), {
    head: columns([
      ['No.', widths.number],
      ['フリガナ・氏名', widths.name],
      ['職種', widths.profession],
      ['メールアドレス', widths.mail],
      ['ID\n既に有', widths.hasId],
      ['使用する端末', widths.devices],
    ]),
    after: 2,
  });
  paper.put(
    stack([
      hint('※ IDはお一人に一つです。複数の方で使うことはできません。他の地区のIDをお持ちの方も「既に有」に印を付けてください。'),
      ...(data ? [] : [hint('※ 書ききれないときは、この様式をもう1枚お使いください。')]),
      hint('※ 端末は業務用のものに限ります。マイナンバーは書かないでください。誓約書（様式1-1、1-2）を添えてください。'),
    ]),
    { after: 4 },
  );
  officePart(paper, sheet.history);
}

function row(index: number, [name, profession, mail, devices]: [Block, Block, Block, Block], hasId: boolean): Row {
  return {
    cells: [
      { block: text(String(index + 1), { align: 'center' }), width: widths.number },
      { block: name, width: widths.name },
      { block: profession, width: widths.profession },
      { block: mail, width: widths.mail },
      { block: checkBox(hasId), width: widths.hasId },
      { block: devices, width: widths.devices },
    ],
    minHeight: 12,
  };
}

function personRow({ name, nameKana, professions, email, hasId, devices }: ApplicantOnForm, index: number): Row {
  const device = devices.map(({ platform, ownership, label }) => `${platforms[platform]}（${ownerships[ownership]}）${label ?? ''}`);
  const small = { size: 9 };
  return row(
    index,
    [
      nameWithKana(name, nameKana),
      text(professionWords(professions), small),
      text(email ?? '', { size: 8.5 }),
      text(device.join('\n'), small),
    ],
    hasId,
  );
}

function blankRow(index: number): Row {
  const device = checks([{ label: '業務用', isChecked: false }], { size: 8.5 });
  return { ...row(index, [nameWithKana(undefined, undefined), text(''), text(''), device], false), minHeight: 12 };
}
