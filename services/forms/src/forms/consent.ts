/** 3-1: the wording, what is ticked, who signs (R8, R9). For people who read large print. */
import type { ConsentOnForm } from '../contents.ts';
import { type Block, checkBox, hint, signatureLine, stack, text } from '../paper/block.ts';
import { blankDate, eraDate } from '../paper/era.ts';
import { contentWidth, type Paper, type Row } from '../paper/paper.ts';
import type { FormClause, FormSheet } from '../sheet.ts';
import { categories, givers, type InformationCategory, mandatoryCategories } from '../words.ts';
import { choice, columns, day, handHeight, labelled, officePart, openLetter, pair, patientRows } from './parts.ts';

const widths = { category: contentWidth - 3 * 27, box: 27 };
const readable = 10.5;

export function writeConsent(paper: Paper, sheet: FormSheet, clauses: FormClause[], data: ConsentOnForm | undefined): void {
  openLetter(paper, sheet, data?.signedOn);
  paper.put(
    text('次の説明を受け、内容を理解した上で、下の表で「同意する」に印を付けた情報を共有することに同意します。', { size: readable }),
    { after: 3 },
  );
  for (const { heading, text: words } of clauses) {
    paper.keep(16);
    if (heading) paper.put(text(heading, { size: readable, isBold: true }), { after: 0.5 });
    paper.put(text(words, { size: readable }), { after: 2.5 });
  }
  // What is ticked is seen at a glance, so it stays on one page.
  paper.keep(118);
  paper.put(text('共有する情報', { size: readable, isBold: true }), { after: 1 });
  paper.table(
    (Object.keys(categories) as InformationCategory[]).map((category) => categoryRow(category, data)),
    {
      head: columns([
        ['情報の区分', widths.category],
        ['同意する', widths.box],
        ['家族にも\n見せてよい', widths.box],
        ['連携システムに\n渡してよい', widths.box],
      ]),
      after: 1,
    },
  );
  paper.put(hint('★の区分は、部屋を使うために必要です。マイナンバーは共有しません。'), { after: 3 });
  paper.table([
    labelled('災害のとき', choice({ yes: '安否の情報を市町村に渡してよい' }, data?.disasterUse ? ['yes'] : []), 10),
    labelled('有効な期限', expiry(data), 10),
  ]);
  writeSigners(paper, data);
  officePart(paper, sheet.history);
}

function categoryRow(category: InformationCategory, data: ConsentOnForm | undefined): Row {
  const ticked = data?.categories.find((one) => one.category === category);
  const box = (isChecked: boolean | undefined) => ({ block: checkBox(isChecked ?? false), width: widths.box });
  const words = `${mandatoryCategories.includes(category) ? '★ ' : ''}${categories[category]}`;
  return {
    cells: [
      { block: text(words), width: widths.category },
      box(ticked?.granted),
      box(ticked?.granted && ticked.visibleToFamily),
      box(ticked?.granted && ticked.visibleToPartners),
    ],
    minHeight: 8.5,
  };
}

function expiry(data: ConsentOnForm | undefined): Block {
  const chosen: ('open' | 'until')[] = data ? [data.expiresOn ? 'until' : 'open'] : [];
  const until = data?.expiresOn ? eraDate(data.expiresOn) : data ? '' : blankDate;
  return choice({ open: '決めない（取りやめるまで）', until: `期限まで${until ? `　${until}` : ''}` }, chosen);
}

function writeSigners(paper: Paper, data: ConsentOnForm | undefined): void {
  const high = data ? undefined : handHeight;
  paper.keep(data ? 60 : 80);
  paper.put(text('利用者（患者）ご本人', { size: readable, isBold: true }), { after: 1 });
  paper.table(patientRows(data?.patient, data?.signedOn));
  paper.keep(80);
  paper.put(text('署名', { size: readable, isBold: true }), { after: 1 });
  paper.table([
    labelled('署名する方', choice(givers, data ? [data.giver] : undefined), 10),
    labelled(
      '署名',
      stack([signatureLine({ label: '氏名', name: data?.giverName ?? '', picture: data?.signature }), day(data?.signedOn, !data)], 4),
      24,
    ),
    pair(['代理の続柄', text(data?.relationship ?? '')], ['代理の理由', text(data?.proxyReason ?? '')], data ? undefined : 16),
    pair(['説明した者', text(data?.explainedByName ?? '')], ['所属', text(data?.explainedByFacility ?? '')], high),
    labelled('説明した日', day(data?.explainedOn, !data), high),
  ]);
}
