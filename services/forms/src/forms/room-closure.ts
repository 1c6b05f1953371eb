/** 4-3: why a room closes, who was told, who has a copy (R16). */
import type { RoomClosure } from '../contents.ts';
import { type Block, checks, hint, stack, text } from '../paper/block.ts';
import { blankDate, eraDate } from '../paper/era.ts';
import { contentWidth, type Paper, type Row } from '../paper/paper.ts';
import type { FormSheet } from '../sheet.ts';
import { closureReasons } from '../words.ts';
import { choice, columns, handHeight, labelled, officePart, openLetter, pair, roomApplicantRows } from './parts.ts';

const toldWidths = { name: 62, relationship: 42, on: contentWidth - 104 };
const copyWidths = { facility: contentWidth - 60, saved: 60 };

export function writeRoomClosure(paper: Paper, sheet: FormSheet, data: RoomClosure | undefined): void {
  const high = data ? undefined : handHeight;
  openLetter(paper, sheet, data?.submittedOn);
  paper.put(text('利用者（患者）部屋の必要がなくなりましたので、次のとおり削除を申請します。'), { after: 3 });
  paper.table([
    ...roomApplicantRows(data?.applicant),
    pair(['部屋番号', text(data?.roomNumber ?? '')], ['利用者氏名', text(data?.patientName ?? '')], high),
    labelled('削除の理由', choice(closureReasons, data ? [data.reason] : undefined)),
    labelled('説明', text(data?.note ?? ''), data ? undefined : 30),
  ]);
  paper.keep(30);
  paper.put(text('削除を伝えた方', { isBold: true }), { after: 1 });
  paper.table(toldRows(data), {
    head: columns([
      ['氏名', toldWidths.name],
      ['続柄・職種', toldWidths.relationship],
      ['伝えた日', toldWidths.on],
    ]),
  });
  paper.keep(data ? 30 : 110);
  paper.put(text('記録の写しの保存', { isBold: true }), { after: 1 });
  paper.table(copyRows(data), {
    head: columns([
      ['医療機関・事業所', copyWidths.facility],
      ['写しの保存', copyWidths.saved],
    ]),
  });
  paper.table([labelled('書き出しの受取人', text(data?.exportTo ?? ''), high)], { after: 2 });
  paper.put(
    stack([
      hint('※ 承認の後、部屋は読み取り専用になり、地区で定めた保存期間（標準5年）の後に消去され、消去の証明書が残ります。'),
      hint('※ 必要な記録は、各事業所で保存したことを確かめてから申請してください。'),
    ]),
    { after: 4 },
  );
  officePart(paper, sheet.history);
}

function toldRows(data: RoomClosure | undefined): Row[] {
  const people = data?.told ?? Array.from({ length: 3 }, () => undefined);
  return people.map((person) => {
    const on = person?.on ? eraDate(person.on) : person ? '' : blankDate;
    return {
      cells: [
        { block: text(person?.name ?? ''), width: toldWidths.name },
        { block: text(person?.relationship ?? ''), width: toldWidths.relationship },
        { block: text(on, { size: 9 }), width: toldWidths.on },
      ],
      minHeight: person ? 8.5 : handHeight,
    };
  });
}

function copyRows(data: RoomClosure | undefined): Row[] {
  const facilities = data?.copies ?? Array.from({ length: 8 }, () => undefined);
  return facilities.map((one) => ({
    cells: [
      { block: text(one?.facilityName ?? ''), width: copyWidths.facility },
      { block: saved(one?.hasSaved), width: copyWidths.saved },
    ],
    minHeight: one ? 8.5 : handHeight,
  }));
}

const saved = (hasSaved: boolean | undefined): Block =>
  checks([
    { label: '保存した', isChecked: hasSaved === true },
    { label: 'まだ', isChecked: hasSaved === false },
  ]);
