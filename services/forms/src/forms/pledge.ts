/** 1-1 and 1-2: clause by clause, then the signature (R1). */
import type { FacilityPledge, PersonalPledge } from '../contents.ts';
import { checkBox, signatureLine, stack, text } from '../paper/block.ts';
import { contentWidth, type Paper, type Row } from '../paper/paper.ts';
import type { FormClause, FormSheet } from '../sheet.ts';
import { columns, facilityRows, handHeight, labelled, nameWithKana, officePart, openLetter, professionWords } from './parts.ts';

export function writeFacilityPledge(paper: Paper, sheet: FormSheet, clauses: FormClause[], data: FacilityPledge | undefined): void {
  openLetter(paper, sheet, data?.signedOn);
  writeClauses(paper, clauses, {
    opening:
      '在宅医療・介護情報共有システムの利用に当たり、利用者（患者）様及びご家族の個人情報を適切に管理するため、次のことを一つずつ確認し、守ることを誓約します。',
    accepted: data?.acceptedClauses,
  });
  const rows: Row[] = facilityRows(data?.facility);
  rows.push(labelled('情報管理の責任者', text(data?.securityManagerName ?? ''), data ? undefined : handHeight));
  // The signature stands on the sheet of what it promises, where there is room.
  paper.keep(data ? 80 : 88);
  paper.table(rows);
  paper.put(sign('管理者・開設者の署名', [data?.signerTitle, data?.signerName], data?.signature), { after: 5 });
  officePart(paper, sheet.history);
}

export function writePersonalPledge(paper: Paper, sheet: FormSheet, clauses: FormClause[], data: PersonalPledge | undefined): void {
  openLetter(paper, sheet, data?.signedOn);
  writeClauses(paper, clauses, {
    opening:
      '私は、在宅医療・介護情報共有システムの利用に当たり、利用者（患者）様及びご家族の個人情報を適切に取り扱うため、次のことを一つずつ確認し、守ることを誓約します。',
    accepted: data?.acceptedClauses,
  });
  const high = data ? undefined : handHeight;
  paper.keep(70);
  paper.table([
    labelled('所属', text(data?.facilityName ?? ''), high),
    labelled('職種', text(professionWords(data?.professions)), high),
    labelled('氏名', nameWithKana(data?.signerName, data?.signerNameKana), data ? undefined : 14),
  ]);
  paper.put(sign('署名（本人が書いてください）', [data?.signerName], data?.signature), { after: 5 });
  officePart(paper, sheet.history);
}

const sign = (words: string, names: (string | undefined)[], picture: Uint8Array | undefined) =>
  signatureLine({ label: words, name: names.filter(Boolean).join('　'), picture });

function writeClauses(
  paper: Paper,
  clauses: FormClause[],
  { opening, accepted }: { opening: string; accepted: string[] | undefined },
): void {
  paper.put(text(opening), { after: 3 });
  const widths = { number: 12, box: 18 };
  const head = columns([
    ['No.', widths.number],
    ['誓約すること', contentWidth - widths.number - widths.box],
    ['確認 ✓', widths.box],
  ]);
  const rows = clauses.map(({ id, heading, text: words }, index) => ({
    cells: [
      { block: text(String(index + 1), { align: 'center' }), width: widths.number },
      {
        block: stack([...(heading ? [text(heading, { isBold: true })] : []), text(words)]),
        width: contentWidth - widths.number - widths.box,
      },
      { block: checkBox(accepted?.includes(id) ?? false), width: widths.box },
    ],
    minHeight: 9,
  }));
  paper.table(rows, { head, after: 5 });
}
