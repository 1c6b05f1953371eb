/** Head and foot of each page. */
import type { FormSheet } from '../sheet.ts';
import { mm } from './millimetre.ts';
import type { FormName } from './paper.ts';
import { faint, ink, lineHeight, type Pen } from './pen.ts';
import { drawQr, formQrSide } from './qr.ts';

interface Head {
  name: FormName;
  sheet: FormSheet;
  isFirst: boolean;
}

const [left, right, top] = [mm(18), mm(192), mm(12)];
/** Four modules of a 25 mm symbol of version 2, rounded up: what a reader needs white around it. */
const quiet = mm(5);

/** @returns where the contents begin, in points */
export function writeHead(pen: Pen, { name, sheet, isFirst }: Head): number {
  const width = right - left - formQrSide - 2 * quiet;
  if (name.number) writeNumber(pen, name.number, sheet.version);
  const title = isFirst ? name.title : `${name.title}（続き）`;
  const style = { size: isFirst ? 15 : 11, isBold: true };
  const lines = pen.lines(title, style, width);
  pen.write(lines, style, { x: left, y: top + mm(11), width });
  if (!name.number) return top + mm(11) + lines.length * style.size * lineHeight + mm(4);
  writeReceipt(pen, sheet.receiptNumber);
  return Math.max(top + formQrSide + mm(11), top + mm(11) + lines.length * style.size * lineHeight + mm(4));
}

function writeNumber(pen: Pen, number: string, version: string): void {
  const style = { size: 11, isBold: true };
  const boxWidth = pen.width(number, style) + mm(6);
  pen.document.save().lineWidth(1).strokeColor(ink).rect(left, top, boxWidth, mm(7.5)).stroke().restore();
  pen.write([number], style, { x: left + mm(3), y: top + (mm(7.5) - 11 * lineHeight) / 2, width: boxWidth });
  const label = `${version} 版`;
  pen.write([label], { size: 9, colour: faint }, { x: left + boxWidth + mm(3), y: top + (mm(7.5) - 9 * lineHeight) / 2, width: mm(60) });
}

function writeReceipt(pen: Pen, receiptNumber: string | null): void {
  const place = { x: right - formQrSide, y: top, side: formQrSide };
  const caption = { x: place.x - mm(15), y: top + formQrSide + mm(4), width: formQrSide + mm(15) };
  if (receiptNumber === null) {
    pen.document.save().lineWidth(0.6).strokeColor(faint).rect(caption.x, top, caption.width, mm(16)).stroke().restore();
    pen.write(['受付番号（センターが記入）'], { size: 7.5, colour: faint, align: 'center' }, { ...caption, y: top + mm(0.5) });
    return;
  }
  drawQr(pen.document, receiptNumber, place);
  const style = { size: 9, isBold: true, align: 'right' as const };
  pen.write([`受付番号 ${receiptNumber}`], style, caption);
}

interface Foot {
  name: FormName;
  sheet: FormSheet;
  page: number;
  pages: number;
}

export function writeFoot(pen: Pen, { name, sheet: { center, version, receiptNumber }, page, pages }: Foot): void {
  const y = mm(297 - 19);
  const width = right - left;
  pen.document.save().lineWidth(0.5).strokeColor(faint).moveTo(left, y).lineTo(right, y).stroke().restore();
  const style = { size: 7.5, colour: faint };
  const reach = [center.phone && `TEL ${center.phone}`, center.fax && `FAX ${center.fax}`, center.email].filter(Boolean).join('　');
  const lines = [
    ...pen
      .lines(
        `${name.number ? '提出先・お問い合わせ' : 'お問い合わせ'}：${center.name}${center.operator ? `（${center.operator}）` : ''}`,
        style,
        width - mm(38),
      )
      .slice(0, 1),
    ...pen.lines(`${center.postalCode ? `〒${center.postalCode} ` : ''}${center.address ?? ''}`, style, width - mm(38)).slice(0, 1),
    ...pen.lines(reach, style, width - mm(38)).slice(0, 1),
  ];
  pen.write(lines, style, { x: left, y: y + mm(1), width });
  pen.write([`${page} / ${pages} ページ`], { size: 9, align: 'right' }, { x: left, y: y + mm(1), width });
  const mark = [name.number, name.number && version, receiptNumber].filter(Boolean).join('　');
  pen.write([mark], { ...style, align: 'right' }, { x: left, y: y + mm(6), width });
}
