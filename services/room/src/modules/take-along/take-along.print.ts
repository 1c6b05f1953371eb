/** The record for people: what is known of the patient on one PDF, what was written on others, a few hundred posts each. */
import { besides } from './take-along.besides.ts';
import { factsOf, inWords } from './take-along.life.ts';
import type { PrintedRecord, RecordPart } from '@heya/forms/record';
import type { Parts, PatientPart, PostPart, RoomPart, Taking } from './take-along.parts.ts';
import {
  careLevelWords,
  categoryWords,
  consentWords,
  measurementWords,
  purposeWords,
  roleWords,
  sexWords,
  unitWords,
} from './take-along.words.ts';
import type { ExportPurpose } from './take-along.entity.ts';

/** As many as the press sets within its time. */
const postsAPdf = 300;

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });
const minute = (at: string | null): string => (at ? inJapan.format(new Date(at)) : '');
const dayInJapan = (at: Date): string => inJapan.format(at).slice(0, 10);

export interface NamedRecord {
  /** In the package. */
  name: string;
  title: string;
  record: PrintedRecord;
}

export function toRecords(parts: Parts, taking: Taking, centerName: string): NamedRecord[] {
  const { room, posts } = parts;
  const who = [taking.userName, taking.facilityName && `（${taking.facilityName}）`].filter(Boolean).join('');
  const base = {
    mark: `持ち出し　${who}　${inJapan.format(taking.at)}　${taking.id.slice(0, 8)}`,
    center: { name: centerName },
    printedOn: dayInJapan(taking.at),
  };
  const purpose = purposeWords[taking.purpose as ExportPurpose];
  const lead = [
    `部屋番号 ${room.roomNumber}`,
    `持ち出した人 ${who}　${inJapan.format(taking.at)}`,
    `目的 ${purpose}　理由 ${taking.reason}`,
  ];
  const oldestFirst = [...posts].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const volumes = Array.from({ length: Math.ceil(posts.length / postsAPdf) }, (_, index) =>
    oldestFirst.slice(index * postsAPdf, (index + 1) * postsAPdf),
  );
  return [
    {
      name: 'record.pdf',
      title: '部屋の記録',
      record: { ...base, title: '部屋の記録', lead, parts: [...aboutPatient(room.patient), ...aboutRoom(parts)] },
    },
    ...volumes.map((volume, index) => ({
      name: `timeline-${String(index + 1).padStart(3, '0')}.pdf`,
      title: `投稿の記録 ${index + 1}`,
      record: { ...base, title: `投稿の記録 ${index + 1}／${volumes.length}`, lead, parts: [aboutPosts(volume)] },
    })),
  ];
}

type Field = readonly [string, string];
const field = (label: string, value: string | null | undefined): Field[] => (value ? [[label, value]] : []);
const list = (
  heading: string,
  heads: NonNullable<RecordPart['list']>['heads'],
  lines: readonly (readonly string[])[] | null | undefined,
): RecordPart[] => (lines && lines.length > 0 ? [{ heading, list: { heads, lines } }] : []);

const aboutPatient = (patient: PatientPart): RecordPart[] => [
  basics(patient),
  ...insurances(patient),
  ...contacts(patient),
  ...health(patient),
];

function basics(patient: PatientPart): RecordPart {
  return {
    heading: '基本情報',
    fields: [
      ...field('氏名', patient.name),
      ...field('フリガナ', patient.nameKana),
      ...field('性別', patient.sex && sexWords[patient.sex]),
      ...field('生年月日', patient.birthDate),
      ...field('住所', [patient.postalCode && `〒${patient.postalCode}`, patient.address].filter(Boolean).join('　')),
      ...field('電話', patient.phone),
      ...field('紹介元の病院', patient.referringHospital?.name),
      ...field('再入院を希望する病院', patient.readmissionHospital?.name),
      ...field('災害時に知っておくこと', patient.disasterNote),
      ...field('アレルギー', patient.allergies?.join('、')),
    ],
  };
}

const contacts = (patient: PatientPart): RecordPart[] =>
  list(
    'ご家族・緊急連絡先',
    [
      ['氏名', 44],
      ['続柄', 30],
      ['電話', 60],
      ['備考', 40],
    ],
    patient.familyContacts?.map((contact) => [
      contact.name,
      contact.relationship,
      contact.phones.join('、'),
      [contact.emergencyOrder && `連絡順${contact.emergencyOrder}`, contact.isKeyPerson && 'キーパーソン'].filter(Boolean).join('、'),
    ]),
  );

function health(patient: PatientPart): RecordPart[] {
  return [
    ...list(
      '病歴',
      [
        ['病名', 64],
        ['ICD-10', 24],
        ['期間', 46],
        ['備考', 40],
      ],
      patient.medicalHistory?.map(({ name, icd10, since, until, note }) => [name, icd10 ?? '', span(since, until), note ?? '']),
    ),
    ...list(
      '服薬',
      [
        ['薬', 74],
        ['用法', 54],
        ['期間', 46],
      ],
      patient.medications?.map(({ name, dosage, since, until }) => [name, dosage ?? '', span(since, until)]),
    ),
    ...list(
      '検査結果',
      [
        ['日', 34],
        ['検査', 80],
        ['結果', 60],
      ],
      patient.testResults?.map(({ date, name, value, unit }) => [date, name, [value, unit].filter(Boolean).join(' ')]),
    ),
    ...list(
      '介護・医療サービス',
      [
        ['種類', 54],
        ['事業所', 60],
        ['予定', 60],
      ],
      patient.careServices?.map(({ kind, providerName, schedule }) => [kind, providerName ?? '', schedule ?? '']),
    ),
  ];
}

const span = (since: string | null, until: string | null): string => (since || until ? `${since ?? ''}〜${until ?? ''}` : '');

function insurances({ medicalInsurance: medical, longTermCareInsurance: care }: PatientPart): RecordPart[] {
  const fields = [
    ...field(
      '医療保険',
      medical &&
        [
          `保険者番号 ${medical.insurerNumber}`,
          medical.symbol && `記号 ${medical.symbol}`,
          medical.number && `番号 ${medical.number}`,
          medical.branchNumber && `枝番 ${medical.branchNumber}`,
          medical.validUntil && `${medical.validUntil}まで`,
        ]
          .filter(Boolean)
          .join('　'),
    ),
    ...(medical?.publicExpenses ?? []).flatMap(({ payerNumber, recipientNumber, validUntil }) =>
      field('公費', `負担者番号 ${payerNumber}　受給者番号 ${recipientNumber}${validUntil ? `　${validUntil}まで` : ''}`),
    ),
    ...field(
      '介護保険',
      care &&
        `保険者番号 ${care.insurerNumber}　被保険者番号 ${care.insuredNumber}　${careLevelWords[care.careLevel] ?? care.careLevel}　${span(care.validFrom, care.validUntil)}`,
    ),
  ];
  return fields.length > 0 ? [{ heading: '保険', fields }] : [];
}

function aboutRoom({ room, consents }: Parts): RecordPart[] {
  return [
    ...members(room),
    ...list(
      '同意',
      [
        ['受付番号', 40],
        ['状態', 34],
        ['署名', 34],
        ['範囲', 66],
      ],
      consents?.map((consent) => [
        consent.receiptNumber,
        consentWords[consent.status],
        minute(consent.signedAt),
        consent.categories.flatMap(({ category, granted }) => (granted ? [categoryWords[category]] : [])).join('、'),
      ]),
    ),
  ];
}

const members = ({ memberships }: RoomPart): RecordPart[] =>
  list(
    '参加者',
    [
      ['氏名', 46],
      ['職種・立場', 44],
      ['所属', 44],
      ['期間', 40],
    ],
    memberships.map((member) => [
      member.displayName,
      [member.professionLabel ?? roleWords[member.role], member.isSteward && '世話役'].filter(Boolean).join('、'),
      member.facilityName ?? '',
      span(minute(member.joinedAt).slice(0, 10), minute(member.leftAt).slice(0, 10)),
    ]),
  );

function aboutPosts(posts: readonly PostPart[]): RecordPart {
  const lines = posts.map((post) => [
    minute(post.observedAt),
    [post.authorName, post.authorProfessionLabel].filter(Boolean).join('\n'),
    [marksOf(post), post.body, valuesOf(post), post.vitals?.note, ...besides(post), ...historyOf(post)].filter(Boolean).join('\n'),
    post.audience === 'EVERYONE' ? '全員' : '医療・介護',
  ]);
  return {
    heading: '投稿',
    list: {
      heads: [
        ['日時', 28],
        ['書いた人', 34],
        ['内容', 88],
        ['範囲', 24],
      ],
      lines,
    },
  };
}

/** What it is to be read as, before its words. */
function marksOf({ importance, retraction, parent, spokenForName }: PostPart): string {
  return [
    retraction && `【取り消し：${retraction.reason}】`,
    importance === 'URGENT' && '【至急】',
    importance === 'IMPORTANT' && '【重要】',
    parent && '【返信】',
    spokenForName && `（${spokenForName}さんの言葉）`,
  ]
    .filter(Boolean)
    .join('');
}

const historyOf = ({ revisions }: PostPart): string[] =>
  revisions.map(({ at, byName, body }) => `直す前（${minute(at)} ${byName}）：${body}`);

function valuesOf({ vitals }: PostPart): string {
  if (!vitals) return '';
  const values = vitals.measurements.map(({ kind, value, unit }) => `${measurementWords[kind] ?? kind} ${value}${unitWords[unit] ?? unit}`);
  const oxygen = vitals.oxygenLitersPerMinute === null ? [] : [`酸素 ${vitals.oxygenLitersPerMinute}${unitWords['L/min']}`];
  return [...values, ...oxygen, ...factsOf(vitals).map(inWords)].join('　');
}
