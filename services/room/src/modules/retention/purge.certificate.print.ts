/** What the certificate of erasure says on paper. Pure. */
import { eraDate } from '@heya/forms/paper/era';
import type { PrintedRecord, RecordPart } from '@heya/forms/record';
import type { ErasurePartType } from './purge.type.ts';
import type { RoomRetentionType } from './retention.type.ts';

const center = { name: '在宅医療・介護連携支援センター' };
const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'medium' });
const names: Readonly<Record<string, string>> = {
  room: '部屋と基本情報',
  timeline: '投稿と記録値',
  consent: '同意書',
  identity: '支援センターの受付と紙',
};

type Purge = NonNullable<RoomRetentionType['purge']>;
type Certificate = NonNullable<Purge['certificate']>;

interface Printing {
  /** ISO calendar day. */
  printedOn: string;
  /** Receipt number of the form 4-3. */
  applicationNumber: string | null;
  /** What the hash is of. */
  lines: readonly string[];
}

/** @returns null until everything is erased */
export function toCertificateRecord(retention: RoomRetentionType, printing: Printing): PrintedRecord | null {
  const { purge } = retention;
  if (!purge?.certificate) return null;
  return {
    title: '消去の証明書',
    center,
    printedOn: printing.printedOn,
    lead: [
      '次の部屋の記録は、保存の期限が過ぎ、支援センターの職員2人が確かめたうえで、すべて消去しました。',
      'この証明書には、消去した内容は書かれていません。だれがいつ何をしたかの監査の記録は、IDだけで残ります。',
    ],
    parts: [
      aboutRoom(retention, purge, printing.applicationNumber),
      deciders(purge),
      erased(purge.certificate),
      {
        heading: '証明書のSHA-256',
        fields: [
          ['SHA-256', purge.certificate.sha256],
          [
            '確かめ方',
            '次の表の内容を番号の順に並べ、行の間に改行（LF）を1つずつ入れ（最後の行のあとには入れません）、UTF-8の文字としてSHA-256を計算すると、上の値になります。語の間は半角の空白1つです。表の中での折り返しは数えません。時刻は協定世界時（UTC）です。',
          ],
        ],
      },
      hashed(printing.lines),
    ],
  };
}

const hashed = (lines: readonly string[]): RecordPart => ({
  heading: 'SHA-256の計算のもと',
  list: {
    heads: [
      ['番号', 14],
      ['内容', 160],
    ],
    lines: lines.map((line, index) => [String(index + 1), line]),
  },
});

const aboutRoom = (retention: RoomRetentionType, { begunAt, certificate }: Purge, applicationNumber: string | null): RecordPart => ({
  heading: '部屋',
  fields: [
    ['部屋番号', retention.roomNumber],
    ['部屋のID', retention.roomId],
    ['様式4-3の受付番号', applicationNumber ?? '記録がありません'],
    ['終了の手続き', written(retention.startedAt)],
    ['終了', written(retention.closedAt)],
    ['保存の期限', retention.holdEndsOn ? eraDate(retention.holdEndsOn) : ''],
    ['消去を始めた時', written(begunAt)],
    ['消去を終えた時', written(certificate?.erasedAt ?? null)],
  ],
});

const deciders = ({ confirmations }: Purge): RecordPart => ({
  heading: '消去を決めた職員',
  list: {
    heads: [
      ['氏名', 28],
      // An ID is not cut in two, whatever its digits.
      ['ID', 96],
      ['確かめた時', 50],
    ],
    lines: confirmations.map(({ officer, officerName, at }) => [officerName, officer?.id ?? '', written(at)]),
  },
});

const erased = ({ parts }: Certificate): RecordPart => ({
  heading: '消去したもの',
  list: {
    heads: [
      ['区分', 50],
      ['件数', 54],
      ['SHA-256', 70],
    ],
    lines: parts.map(toLine),
  },
});

function toLine({ service, erasedAt, counts, sha256 }: ErasurePartType): string[] {
  const sum = counts.reduce((total, { count }) => total + count, 0);
  const kinds = counts.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${count}`);
  return [`${names[service] ?? service}\n${written(erasedAt)}`, [`${sum}件`, kinds.join('、')].join('\n'), sha256];
}

/** By era, to the second in Japan. */
function written(at: Date | null): string {
  if (!at) return '';
  const [day = '', time = ''] = inJapan.format(at).split(' ');
  return `${eraDate(day)} ${time}`;
}
