/** 2-2: what changes about an ID, and from when (R7). */
import type { IdChange } from '../contents.ts';
import { type Block, hint, stack, text } from '../paper/block.ts';
import { contentWidth, type Paper, type Row } from '../paper/paper.ts';
import type { FormSheet } from '../sheet.ts';
import { idChangeKinds } from '../words.ts';
import { effective, choice, columns, handHeight, labelled, nameWithKana, officePart, openLetter, pair, professionWords } from './parts.ts';

const widths = { kind: 42, value: (contentWidth - 42) / 2 };

export function writeIdChange(paper: Paper, sheet: FormSheet, data: IdChange | undefined): void {
  const high = data ? undefined : handHeight;
  openLetter(paper, sheet, data?.submittedOn);
  paper.put(text('IDの登録内容について、次のとおり申請します。'), { after: 3 });
  paper.table([
    labelled('医療機関・事業所名', text(data?.facility.name ?? ''), high),
    pair(['コード・番号', text(data?.facility.institutionCode ?? '')], ['申請者', text(data?.submitterName ?? '')], high),
    pair(
      ['IDの本人', nameWithKana(data?.person.name, data?.person.nameKana)],
      ['職種', text(professionWords(data?.person.professions))],
      data ? undefined : 14,
    ),
    labelled(
      '申請の種類',
      choice(
        idChangeKinds,
        data?.changes.map(({ kind }) => kind),
      ),
    ),
    labelled('効力の生じる日時', text(effective(data)), high),
    labelled('異動先', toFacility(data), high),
  ]);
  paper.table(changeRows(data), {
    head: columns([
      ['変更する項目', widths.kind],
      ['変更前', widths.value],
      ['変更後', widths.value],
    ]),
  });
  paper.table([
    labelled('世話役の後任', successors(data), data ? undefined : 16),
    labelled('理由・連絡事項', text(data?.reason ?? ''), data ? undefined : 20),
  ]);
  paper.put(hint('※ 廃止・異動は、効力の生じる日時に、開いている画面と部屋の参加が終わります。世話役の方は、先に後任を決めてください。'), {
    after: 4,
  });
  officePart(paper, sheet.history);
}

function toFacility(data: IdChange | undefined): Block {
  const { name = '', institutionCode } = data?.toFacility ?? {};
  return text(institutionCode ? `${name}（${institutionCode}）` : name);
}

function changeRows(data: IdChange | undefined): Row[] {
  if (!data) return ['氏名', '職種・役職', '電話番号', 'メールアドレス'].map((words) => changeRow(words, '', '', handHeight));
  return data.changes.map(({ kind, before, after }) => changeRow(idChangeKinds[kind], before ?? '', after ?? ''));
}

function changeRow(...[kind, before, after, minHeight]: [string, string, string, number?]): Row {
  const cells = [
    { block: text(kind), width: widths.kind },
    { block: text(before), width: widths.value },
    { block: text(after), width: widths.value },
  ];
  return { cells, ...(minHeight === undefined ? {} : { minHeight }) };
}

function successors(data: IdChange | undefined): Block {
  if (!data) return hint('部屋番号と後任の氏名');
  return stack((data.successors ?? []).map(({ roomNumber, name }) => text(`${roomNumber}　${name}`)));
}
