/** The letter that brings a person the code for the first sign-in (R4). It goes another way than the ID, which it does not name. */
import { type Block, item, stack, text } from './paper/block.ts';
import { eraDate } from './paper/era.ts';
import { mm } from './paper/millimetre.ts';
import { Paper } from './paper/paper.ts';
import type { Pen } from './paper/pen.ts';
import { drawQr, formQrSide } from './paper/qr.ts';
import { labelled } from './forms/parts.ts';
import type { CenterAddress } from './sheet.ts';

export interface EnrolmentLetter {
  /** Whom it is for. */
  name: string;
  facilityName: string;
  /** One-time; printed to be typed, in groups as given. */
  code: string;
  /** Where the first sign-in begins. The QR code holds it as it is: it must hold neither code nor ID. */
  url: string;
  /** Last day on which the code works, ISO calendar day. */
  expiresOn: string;
  issuedOn: string;
  center: CenterAddress;
}

const title = 'ICTシステムの利用を始めるためのお知らせ（登録コード）';

/**
 * One or more, each on a page of its own.
 * @throws RangeError when there is none, or an address would carry the code
 */
export async function renderEnrolmentLetters(letters: readonly EnrolmentLetter[]): Promise<Uint8Array> {
  const [first] = letters;
  if (!first) throw new RangeError('No letter.');
  letters.forEach(requireBareAddress);
  const paper = new Paper({ title }, { receiptNumber: null, version: '', center: first.center, printedOn: first.issuedOn });
  letters.forEach((letter, index) => {
    if (index > 0) paper.startPart();
    writeLetter(paper, letter);
  });
  return paper.finish();
}

function writeLetter(paper: Paper, letter: EnrolmentLetter): void {
  paper.put(text(eraDate(letter.issuedOn), { align: 'right' }), { after: 4 });
  paper.put(stack([text(letter.facilityName, { size: 11 }), text(`${letter.name}　様`, { size: letter.name.length > 25 ? 11 : 14 })]), {
    after: 4,
  });
  paper.put(text(letter.center.name, { align: 'right' }), { after: 5 });
  paper.put(
    text(
      '在宅医療・介護情報共有システムの利用登録が終わりましたので、初めてサインインするための登録コードをお送りします。IDは、この手紙とは別の方法でお知らせします。',
      { size: 11 },
    ),
    { after: 5 },
  );
  paper.table([
    labelled('登録コード', codeBlock(letter.code), 22),
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
}

const steps = [
  '業務用のパソコンやタブレットで、上のQRコードを読み取るか、ページの住所を入力してください。',
  'IDと登録コードを入力してください。',
  'ご自分のパスワードを決めてください。',
  'パスキー又は確認コード（アプリ）を設定してください。',
  '誓約書（様式1-2）を一つずつ確認し、端末を登録すると、利用を始められます。途中でやめても、続きから進められます。',
];
const requests = [
  'この手紙に、パスワードは書かれていません。支援センターがパスワードをお尋ねすることもありません。',
  '登録コードは、ほかの方に見せたり、メールで送ったりしないでください。使い終わったら、この手紙を細断してください。',
  '期限が過ぎたとき、手紙を開けた跡があるときは、支援センターへご連絡ください。新しいコードを発行すると、このコードは使えなくなります。',
];

export function requireBareAddress({ url, code }: Pick<EnrolmentLetter, 'url' | 'code'>): void {
  const plain = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const { search, hash, username, password } = new URL(url);
  if (search || hash || username || password || plain(decodeURIComponent(url)).includes(plain(code)))
    throw new RangeError('The address of the first sign-in carries more than the way there.');
}

export function codeBlock(code: string): Block {
  return text(code, { size: 24, isBold: true, align: 'center' });
}

/** The address to type, and beside it the same as a QR code. */
export function addressBlock(url: string): Block {
  const side = formQrSide;
  const quiet = mm(5);
  const words = text(url, { size: 11 });
  const wordsWidth = (width: number) => width - side - 2 * quiet;
  return {
    height: (pen: Pen, width: number) => Math.max(side + 2 * quiet, words.height(pen, wordsWidth(width))),
    draw: (pen: Pen, area) => {
      const height = Math.max(side + 2 * quiet, words.height(pen, wordsWidth(area.width)));
      const spare = height - words.height(pen, wordsWidth(area.width));
      words.draw(pen, { x: area.x, y: area.y + spare / 2, width: wordsWidth(area.width) });
      drawQr(pen.document, url, { x: area.x + area.width - side - quiet, y: area.y + (height - side) / 2, side });
    },
  };
}
