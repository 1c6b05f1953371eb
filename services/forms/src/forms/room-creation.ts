/** 4-1: a room for a patient, and who takes part (R11). */
import type { RoomCreation } from '../contents.ts';
import { type Block, hint, stack, text } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { FormSheet } from '../sheet.ts';
import { situations } from '../words.ts';
import { writeMembers } from './members.ts';
import { choice, day, handHeight, labelled, officePart, openLetter, pair, patientRows, roomApplicantRows } from './parts.ts';

export function writeRoomCreation(paper: Paper, sheet: FormSheet, data: RoomCreation | undefined): void {
  const high = data ? undefined : handHeight;
  openLetter(paper, sheet, data?.submittedOn);
  paper.put(text('利用者（患者）様の同意を得ましたので、利用者（患者）部屋の作成を次のとおり申請します。'), { after: 3 });
  paper.table(roomApplicantRows(data?.applicant));
  paper.put(text('利用者（患者）様', { isBold: true }), { after: 1 });
  paper.table([
    ...patientRows(data?.patient, data?.submittedOn),
    data?.consentNumber
      ? labelled('同意書', text(`様式3-1　受付番号 ${data.consentNumber}`))
      : labelled('同意書の署名日', day(data?.consentSignedOn, !data), high),
  ]);
  if (data?.instead?.patient) paper.put(hint(data.instead.patient), { after: 3 });
  paper.table([
    labelled('部屋を必要と\nする状況', choice(situations, data?.situation ? [data.situation] : undefined, 9.5)),
    labelled('理由', text(data?.reason ?? ''), data ? undefined : 20),
  ]);
  paper.keep(data ? 40 : 135);
  paper.put(text('部屋の参加者', { isBold: true }), { after: 1 });
  writeMembers(paper, data?.members, 10);
  paper.put(
    stack([
      hint('※ 世話役（利用者部屋世話役）は参加者のうち必ず1名です。週に1回程度、情報共有の様子を確かめていただきます。'),
      hint('※ IDのない方は、先に様式2-1-1又は2-1-2で申請してください。'),
    ]),
    { after: 4 },
  );
  paper.keep(data ? 25 : 70);
  paper.table([
    data?.instead?.hospitals
      ? labelled('紹介元病院\n再入院希望', hint(data.instead.hospitals))
      : pair(['紹介元病院', hospital(data?.referringHospital)], ['再入院希望', hospital(data?.readmissionHospital)], data ? undefined : 16),
    labelled('緊急連絡先', data?.instead?.contacts ? hint(data.instead.contacts) : contacts(data), data ? undefined : 22),
    labelled('災害時の配慮', data?.instead?.disaster ? hint(data.instead.disaster) : text(data?.disasterNote ?? ''), data ? undefined : 16),
  ]);
  officePart(paper, sheet.history);
}

function hospital(one: RoomCreation['referringHospital']): Block {
  return text([one?.name, one?.department, one?.phone].filter(Boolean).join('\n'), { size: 9.5 });
}

function contacts(data: RoomCreation | undefined): Block {
  if (!data) return hint('氏名・続柄・電話番号（連絡する順に）');
  return stack(
    (data.emergencyContacts ?? []).map(({ name, relationship, phones }, index) =>
      text(`${index + 1}. ${name}（${relationship}）　${phones.join('、')}`),
    ),
  );
}
