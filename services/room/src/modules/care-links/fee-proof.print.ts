/** What the monthly proof for 在宅医療情報連携加算 says on paper (infra/decisions/0033). Pure. */
import { eraDate } from '@heya/forms/paper/era';
import type { PrintedRecord, RecordPart } from '@heya/forms/record';
import { monthSpan } from '@heya/service-common/month';
import type { ConsentPart, ProofParts, VisitPart } from './fee-proof.parts.ts';

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });
const day = (at: string | null): string => (at ? eraDate(inJapan.format(new Date(at)).slice(0, 10)) : '');
const minute = (at: string): string => `${day(at)} ${inJapan.format(new Date(at)).slice(11)}`;
const yes = (fulfilled: boolean): string => (fulfilled ? 'はい' : 'いいえ');

interface Printing {
  /** ISO calendar day. */
  printedOn: string;
  printedBy: string;
  centerName: string;
}

export function toProofRecord(parts: ProofParts, { printedOn, printedBy, centerName }: Printing): PrintedRecord {
  const { careLinks, visits } = parts;
  const [year = '', month = ''] = careLinks.month.split('-');
  return {
    title: '在宅医療情報連携加算の確認書',
    center: { name: centerName },
    printedOn,
    lead: [
      `対象の月　${year}年${Number(month)}月　　出力した人　${printedBy}`,
      'この確認書は、部屋の記録からそのまま作られます。算定できるかどうかは、届出と診療録とあわせて医療機関が判断してください。',
    ],
    parts: [
      summary(parts),
      about(parts),
      links(careLinks),
      { heading: '同意', ...consents(parts) },
      {
        heading: '診療のたびの記録',
        ...(visits.length > 0 ? { list: listVisits(visits) } : { fields: [['記録', 'この月にはありません']] }),
      },
      others(parts),
    ],
  };
}

function summary(parts: ProofParts): RecordPart {
  const { careLinks, visits, recordsByFacility } = parts;
  return {
    heading: 'そろっているか',
    fields: [
      [
        `連携機関が${careLinks.required}以上ある`,
        `${yes(careLinks.linkedOverAll >= careLinks.required)}（${careLinks.linkedOverAll}機関）`,
      ],
      ['利用者の同意がある', yes(counting(parts).length > 0)],
      ['診療のたびに、次回の予定日と方針の変更の有無がある', visits.length > 0 ? yes(visits.every(isWhole)) : 'いいえ（記録がありません）'],
      ['連携機関が90日以内に記録している', yes(recordsByFacility.length > 0)],
      ['連携機関の名前を公開している', 'はい（地区の「参加している機関」のページ）'],
    ],
  };
}

/** The day of the next visit, and in what the plan changed where it did. */
const isWhole = ({ visit }: VisitPart): boolean => visit.nextVisitOn !== null && (!visit.planChanged || visit.planChange !== null);

/** Consents that held at any moment of the month. */
function counting({ consents: known, careLinks }: ProofParts): ConsentPart[] {
  const { from, to } = monthSpan(careLinks.month);
  return (known ?? []).filter(
    ({ signedAt, withdrawnAt, expiresOn }) =>
      signedAt !== null &&
      new Date(signedAt) < to &&
      (withdrawnAt === null || new Date(withdrawnAt) > from) &&
      (expiresOn === null || new Date(`${expiresOn}T23:59:59+09:00`) > from),
  );
}

const about = ({ roomNumber, patient }: ProofParts): RecordPart => ({
  heading: '利用者',
  fields: [
    ['部屋番号', roomNumber],
    ['氏名', [patient.name, patient.nameKana && `（${patient.nameKana}）`].filter(Boolean).join('')],
    ['生年月日', patient.birthDate ? eraDate(patient.birthDate) : ''],
  ],
});

const links = ({ facilities, linkedHere, linkedOverAll }: ProofParts['careLinks']): RecordPart => ({
  heading: '連携する機関',
  fields: [
    ['この部屋の連携機関', `${linkedHere}機関（自分の機関を除く）`],
    ['出力した人の部屋すべて', `${linkedOverAll}機関（自分の機関を除く）`],
  ],
  list: {
    heads: [
      ['機関', 74],
      ['職種', 46],
      ['参加した日', 30],
      ['退出した日', 24],
    ],
    lines: facilities.map(({ facilityName, professionLabels, since, until, isOwn }) => [
      isOwn ? `${facilityName}（自分の機関）` : facilityName,
      professionLabels.join('、'),
      day(since),
      day(until),
    ]),
  },
});

function consents(parts: ProofParts): Omit<RecordPart, 'heading'> {
  const held = counting(parts);
  if (held.length === 0)
    return { fields: [['同意書（様式3-1）', parts.consents === null ? '表示できません' : 'この月に有効な同意はありません']] };
  return {
    list: {
      heads: [
        ['様式3-1', 50],
        ['同意した人', 54],
        ['署名した日', 35],
        ['撤回・期限', 35],
      ],
      lines: held.map(({ receiptNumber, giverName, signedAt, withdrawnAt, expiresOn }) => [
        receiptNumber ?? '',
        giverName,
        day(signedAt),
        withdrawnAt ? `${day(withdrawnAt)} 撤回` : expiresOn ? `${eraDate(expiresOn)}まで` : 'なし',
      ]),
    },
  };
}

const listVisits = (visits: readonly VisitPart[]): NonNullable<RecordPart['list']> => ({
  heads: [
    ['診療の日時と医師', 40],
    ['次回の予定日', 24],
    ['治療方針の変更', 36],
    ['ケアの留意点', 38],
    ['最終段階・急変時の希望', 36],
  ],
  lines: visits.map(({ authorName, observedAt, visit }) => [
    `${minute(observedAt)}\n${authorName}`,
    visit.nextVisitOn ? eraDate(visit.nextVisitOn) : '未記入',
    visit.planChanged ? `あり\n${visit.planChange ?? '未記入'}` : 'なし',
    visit.careAdvice ?? '',
    visit.wishes ?? '',
  ]),
});

const others = ({ recordsByFacility }: ProofParts): RecordPart => ({
  heading: '連携機関による記録（月末までの90日）',
  ...(recordsByFacility.length > 0
    ? {
        list: {
          heads: [
            ['機関', 94],
            ['件数', 30],
            ['最後の記録', 50],
          ],
          lines: recordsByFacility.map(({ facilityName, posts, lastAt }) => [facilityName, `${posts}件`, minute(lastAt)]),
        },
      }
    : { fields: [['記録', 'ありません']] }),
});
