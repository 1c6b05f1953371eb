/** 4-2: who comes, who goes, who is steward (R14). */
import type { RoomChange } from '../contents.ts';
import { hint, stack, text } from '../paper/block.ts';
import { contentWidth, type Paper, type Row } from '../paper/paper.ts';
import type { FormSheet } from '../sheet.ts';
import { writeMembers } from './members.ts';
import { choice, columns, effective, handHeight, labelled, officePart, openLetter, pair, roomApplicantRows } from './parts.ts';

const kinds = { add: '参加者の追加', remove: '参加者の削除', steward: '世話役の変更' } as const;
const widths = { number: 10, name: 52, facility: 60, reason: contentWidth - 122 };

export function writeRoomChange(paper: Paper, sheet: FormSheet, data: RoomChange | undefined): void {
  const high = data ? undefined : handHeight;
  openLetter(paper, sheet, data?.submittedOn);
  paper.put(text('利用者（患者）部屋の参加者等を、次のとおり変更したく申請します。'), { after: 3 });
  paper.table([
    ...roomApplicantRows(data?.applicant),
    pair(['部屋番号', text(data?.roomNumber ?? '')], ['利用者氏名', text(data?.patientName ?? '')], high),
    labelled('変更の種類', choice(kinds, data && chosenKinds(data))),
    labelled('効力の生じる日時', text(effective(data)), high),
  ]);
  if (!data || data.add.length) {
    paper.keep(30);
    paper.put(text('追加する参加者', { isBold: true }), { after: 1 });
    writeMembers(paper, data?.add, 6);
  }
  if (!data || data.remove.length) writeRemoved(paper, data);
  paper.keep(data ? 30 : 50);
  paper.table([
    labelled('新しい世話役', text(data?.newStewardName ?? ''), high),
    labelled('理由・連絡事項', text(data?.reason ?? ''), data ? undefined : 24),
  ]);
  paper.put(
    stack([
      hint('※ 削除は、審査が遅れても効力の生じる日に効きます。追加は審査の後に効きます。'),
      hint('※ 世話役は必ず1名です。世話役を削除するときは、新しい世話役を書いてください。'),
    ]),
    { after: 4 },
  );
  officePart(paper, sheet.history);
}

function chosenKinds({ add, remove, newStewardName }: RoomChange): (keyof typeof kinds)[] {
  return [
    ...(add.length ? ['add' as const] : []),
    ...(remove.length ? ['remove' as const] : []),
    ...(newStewardName ? ['steward' as const] : []),
  ];
}

function writeRemoved(paper: Paper, data: RoomChange | undefined): void {
  const people = data?.remove ?? Array.from({ length: 5 }, () => undefined);
  paper.keep(data ? 30 : 70);
  paper.put(text('削除する参加者', { isBold: true }), { after: 1 });
  const rows: Row[] = people.map((person, index) => ({
    cells: [
      { block: text(String(index + 1), { align: 'center' }), width: widths.number },
      { block: text(person?.name ?? ''), width: widths.name },
      { block: text(person?.facilityName ?? '', { size: 9 }), width: widths.facility },
      { block: text(person?.reason ?? '', { size: 9 }), width: widths.reason },
    ],
    minHeight: person ? 8.5 : handHeight,
  }));
  const head = columns([
    ['No.', widths.number],
    ['氏名', widths.name],
    ['所属', widths.facility],
    ['理由', widths.reason],
  ]);
  paper.table(rows, { head });
}
