/** The letter that invites family or the patient into a room (R11). It is handed over, and names no patient: whoever finds it learns nothing. */
import { item, stack, text } from './paper/block.ts';
import { eraDate } from './paper/era.ts';
import { mm } from './paper/millimetre.ts';
import { Paper } from './paper/paper.ts';
import { labelled } from './forms/parts.ts';
import { addressBlock, codeBlock, type EnrolmentLetter, requireBareAddress } from './letter.ts';

export interface FamilyLetter extends Omit<EnrolmentLetter, 'facilityName'> {
  roomNumber: string;
  /** Who hands it over. */
  invitedByName: string;
}

const title = '部屋へのご招待（ご本人・ご家族の方へ）';

/** @throws RangeError when the address would carry the code */
export async function renderFamilyLetter(letter: FamilyLetter): Promise<Uint8Array> {
  requireBareAddress(letter);
  const paper = new Paper({ title }, { receiptNumber: null, version: '', center: letter.center, printedOn: letter.issuedOn });
  paper.put(text(eraDate(letter.issuedOn), { align: 'right' }), { after: 4 });
  paper.put(text(`${letter.name}　様`, { size: letter.name.length > 25 ? 11 : 14 }), { after: 4 });
  paper.put(text(`${letter.invitedByName}（${letter.center.name}の在宅医療・介護情報共有システム）`, { align: 'right' }), { after: 5 });
  paper.put(
    text(
      '医療・介護の担当者が様子を知らせ合う「部屋」に、ご招待します。スマートフォンかパソコンで参加すると、ご本人が「家族に見せてよい」と決めた内容を読み、書き込むことができます。参加するかどうかは、ご自分で決められます。',
      { size: 11 },
    ),
    { after: 5 },
  );
  paper.table([
    labelled('招待コード', codeBlock(letter.code), 22),
    labelled('部屋番号', text(letter.roomNumber, { size: 12 }), 12),
    labelled('有効な期限', text(`${eraDate(letter.expiresOn)}まで（1回だけ使えます）`, { size: 12 }), 12),
    labelled('開くページ', addressBlock(letter.url)),
  ]);
  paper.put(text('手順', { size: 11, isBold: true }), { after: 1 });
  paper.put(
    stack(
      steps.map((step, index) => item(`${index + 1}.`, step, 11)),
      mm(1.5),
    ),
    { after: 5 },
  );
  paper.put(text('お願い', { size: 11, isBold: true }), { after: 1 });
  paper.put(
    stack(
      requests.map((request) => item('・', request, 10.5)),
      mm(1),
    ),
  );
  return paper.finish();
}

const steps = [
  '上のQRコードを読み取るか、ページの住所を入力してください。',
  '招待コードと、ご自分の生年月日を入力してください。',
  '見えるもの・見えないものを読んで、参加するかどうかを決めてください。',
  'はじめての方は、ご自分のIDを作ります（パスワードと、パスキー又は確認コード）。すでにIDをお持ちの方は、そのIDで入れます。',
];
const requests = [
  '招待コードは、ほかの方に見せたり、メールで送ったりしないでください。使い終わったら、この紙を細断してください。',
  '5回まちがえると、この招待は使えなくなります。期限が過ぎたときも、この紙をお渡しした担当者にお申し出ください。',
  '参加したあとでも、いつでもやめることができます。',
];
