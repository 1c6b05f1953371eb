import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessEntry, visitsByDay } from './visits.ts';

const day = (iso: string): string => new Date(new Date(iso).getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
let count = 0;
const entry = (at: string, extra: Partial<AccessEntry> = {}): AccessEntry => ({
  id: `e${++count}`,
  at,
  actor: { id: 'nurse', kind: 'PROFESSIONAL' },
  actorName: '看護師',
  actorFacility: null,
  apiClientName: null,
  authorityLabel: '部屋の参加者として',
  deviceLabel: null,
  action: 'VIEW',
  category: 'DAILY_CONDITION',
  subjectLabel: '投稿',
  outcome: 'ALLOWED',
  ...extra,
});
const told = (entries: AccessEntry[]) =>
  visitsByDay(entries, day).map(({ day, visits }) => [day, visits.map((visit) => visit.deeds.map((deed) => deed.subjectLabel))]);

describe('who looked, as it is told', () => {
  it('goes by the day in Japan', () => {
    expect(told([entry('2026-11-21T15:00:00Z'), entry('2026-11-21T14:59:00Z')])).toEqual([
      ['2026-11-22', [['投稿']]],
      ['2026-11-21', [['投稿']]],
    ]);
  });

  it('says once what one person did again and again, and keeps others and pauses apart', () => {
    expect(
      told([
        entry('2026-11-22T05:09:00Z'),
        entry('2026-11-22T05:08:00Z', { subjectLabel: '基本情報' }),
        entry('2026-11-22T05:07:00Z'),
        entry('2026-11-22T05:06:00Z', { actor: { id: 'doctor', kind: 'PROFESSIONAL' } }),
        entry('2026-11-22T05:05:00Z'),
        entry('2026-11-22T04:00:00Z'),
      ]),
    ).toEqual([['2026-11-22', [['投稿', '基本情報'], ['投稿'], ['投稿']]]]);
  });

  it('never hides a refusal behind a look, nor a look of the center behind an ordinary one', () => {
    const [one] = visitsByDay([entry('2026-11-22T05:09:00Z'), entry('2026-11-22T05:09:00Z', { outcome: 'DENIED_CONSENT' })], day);
    expect(one?.visits.map(({ deeds }) => deeds.map(({ outcome }) => outcome))).toEqual([['ALLOWED', 'DENIED_CONSENT']]);
    const [other] = visitsByDay(
      [entry('2026-11-22T05:09:00Z'), entry('2026-11-22T05:09:00Z', { authorityLabel: '支援センターの確認として' })],
      day,
    );
    expect(other?.visits).toHaveLength(2);
  });

  it('loses no kind of deed whatever the order', () => {
    const some = fc.record({ person: fc.constantFrom('a', 'b'), label: fc.constantFrom('x', 'y', 'z'), minute: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(some), (list) => {
        const entries = list
          .sort((a, b) => b.minute - a.minute)
          .map(({ person, label, minute }) =>
            entry(new Date(Date.UTC(2026, 10, 22) + minute * 60_000).toISOString(), {
              actor: { id: person, kind: 'PROFESSIONAL' },
              subjectLabel: label,
            }),
          );
        const key = (each: AccessEntry): string => `${each.actor?.id} ${each.subjectLabel}`;
        const shown = visitsByDay(entries, day).flatMap(({ visits }) => visits.flatMap(({ deeds }) => deeds.map(key)));
        expect(new Set(shown)).toEqual(new Set(entries.map(key)));
      }),
    );
  });
});
