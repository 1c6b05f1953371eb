import { categories, categoryLabels } from '../platform/index.ts';
import type { AuditLine } from '@heya/schema/events';
import { newId } from '@heya/service-common/id';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, toCsv } from './access-log.csv.policy.ts';
import { actionLabel, actorLabel, authorityLabel, columnLabels, outcomeLabel, subjectLabel } from './access-log.label.ts';
import { districtDays, isShort, periodOf } from './access-log.period.policy.ts';

/** RFC 4180, read back. */
function readCsv(text: string): string[][] {
  const cells = [...text.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)].map(([, cell, end]) => ({
    cell: String(cell).replaceAll('""', '"'),
    end,
  }));
  const rows: string[][] = [[]];
  for (const { cell, end } of cells) {
    rows.at(-1)?.push(cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('what was written is read back, and no cell begins a formula (V39)', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '"', ',', ' ', '　', '1') }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const back = readCsv(toCsv(rows));
      expect(back.map((row) => row.map((text) => text.replace(/^'/, '')))).toEqual(
        rows.map((row) => row.map((text) => text.replace(/^'/, ''))),
      );
      for (const text of back.flat()) expect(text).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
    }),
  );
});

test.each(['=1+1', '+81', '-2', '@x', '\t=1', '\r=1', '＝HYPERLINK("x")', '＋1', '－1', '＠x', '  =1', '　＝1'])('%j is text', (text) =>
  expect(csvCell(text).startsWith(`"'`)).toBe(true),
);
test.each(['鈴木 花子', '36.5', '', 'a=b', '(-2)'])('%j stays as it is', (text) => expect(csvCell(text)).toBe(`"${text}"`));

test('days are those of Japan, at most a year of them', () => {
  expect(periodOf('2026-11-22', '2026-11-22')).toEqual({ from: new Date('2026-11-21T15:00:00Z'), to: new Date('2026-11-22T15:00:00Z') });
  expect(periodOf('2026-01-01', '2026-12-31')).toBeDefined();
  expect(periodOf('2026-10-01', '2026-10-31', districtDays)).toBeDefined();
  expect(periodOf('2026-10-01', '2026-11-01', districtDays)).toBeUndefined();
  expect(isShort(new Date('2026-10-01T00:00:00Z'), new Date('2026-11-01T00:00:00Z'))).toBe(true);
  expect(isShort(new Date('2026-10-01T00:00:00Z'), new Date('2026-11-01T00:00:01Z'))).toBe(false);
  expect([periodOf('2026-11-23', '2026-11-22'), periodOf('2024-01-01', '2026-01-01'), periodOf('x', '2026-01-01')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

const line = (override: Partial<AuditLine>): AuditLine => ({
  id: newId(),
  at: '2026-11-22T00:00:00.000Z',
  districtId: newId(),
  actorId: newId(),
  actorType: 'person',
  sessionId: null,
  clientId: null,
  authority: 'MEMBERSHIP',
  action: 'VIEW',
  categories: [],
  subjectType: 'Patient',
  subjectId: null,
  patientId: null,
  roomId: null,
  outcome: 'ALLOWED',
  requestId: 'r',
  ...override,
});

test('everything is said in plain words of the reader’s language, without a code (R33)', () => {
  const authorities = ['MEMBERSHIP', 'REGISTRAR', 'INSPECTION', 'CENTER', 'REVIEW', 'SELF', 'CHANNEL', 'SERVICE', 'NONE', 'OTHER'];
  const subjects = [
    'Patient',
    'Room',
    'RoomMembership',
    'RoomApplication',
    'RoomInspection',
    'Consent',
    'Disclosure',
    'Post',
    'VitalsRecord',
    'User',
    'Else',
  ];
  const said = (locale: 'ja' | 'ja-plain' | 'en'): string[] => [
    ...authorities.map((authority) => authorityLabel(line({ authority }), locale)),
    ...subjects.map((subjectType) => subjectLabel(line({ subjectType }), locale)),
    ...(['VIEW', 'SEARCH', 'DENIED', 'EXPORT'] as const).map((action) => actionLabel(line({ action }), locale)),
    ...(['ALLOWED', 'DENIED_CONSENT', 'DENIED_ROLE', 'DENIED_DEVICE'] as const).map((outcome) => outcomeLabel(line({ outcome }), locale)),
    ...columnLabels(locale),
  ];
  for (const text of [...said('ja'), ...said('ja-plain')]) expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
  for (const text of said('en')) expect(text).toMatch(/^[\x20-\x7e’]+$/u);
  expect(categories.every((category) => categoryLabels[category].ja && categoryLabels[category].en)).toBe(true);
});

test('who looks for the center is said to be of the center, even without a name', () => {
  expect(actorLabel(line({ authority: 'INSPECTION' }), null, 'ja')).toBe('支援センターの職員');
  expect(actorLabel(line({}), null, 'ja')).toBe('この部屋の参加者ではない人');
  expect(actorLabel(line({ actorType: 'channel', actorId: null }), null, 'ja')).toBe('部屋の画面への自動配信');
});
