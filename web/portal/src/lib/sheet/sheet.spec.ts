/** R24: a month on one sheet, and what was put right stands in place of what was wrong. */
import { describe, expect, it } from 'vitest';
import { columnsOf, monthOf, type SheetRecord } from './columns.ts';
import { lifeRows, vitalRows, writersOf } from './rows.ts';

const record = (id: string, takenAt: string, some: Partial<SheetRecord> = {}): SheetRecord => ({
  id,
  takenAt,
  takenByName: '霞 千鶴',
  measurements: [],
  ...some,
});
const temperature = (value: number, flag: 'NORMAL' | 'CRITICAL_HIGH' = 'NORMAL') => ({
  measurements: [{ kind: 'BODY_TEMPERATURE' as const, value, unit: 'Cel', flag }],
});
const textOf = (rows: ReturnType<typeof lifeRows>) =>
  Object.fromEntries(rows.map(({ name, cells }) => [name, cells.map(({ text }) => text)]));

describe('a sheet of days', () => {
  it('a day ends at midnight in Japan; the last value of a day stands, with its mark', () => {
    const columns = columnsOf(
      [
        record('c', '2026-11-02T15:30:00Z', temperature(36.4)),
        record('b', '2026-11-02T10:00:00Z', temperature(38.2, 'CRITICAL_HIGH')),
        record('a', '2026-11-01T20:00:00Z', temperature(36.6)),
      ],
      '2026-11-03',
      3,
    );
    expect(columns.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
    expect(vitalRows(columns).map(({ cells }) => cells)).toEqual([
      [
        { text: '', alert: false },
        { text: '38.2▲', alert: true },
        { text: '36.4', alert: false },
      ],
    ]);
  });

  it('a corrected record leaves its place to the one that corrects it', () => {
    const columns = columnsOf(
      [
        record('wrong', '2026-11-02T01:00:00Z', { ...temperature(41), isCurrent: false }),
        record('right', '2026-11-02T01:00:00Z', temperature(36.9)),
      ],
      '2026-11-02',
      1,
    );
    expect(vitalRows(columns)[0]?.cells[0]?.text).toBe('36.9');
  });

  it('volumes of a day add up, medicines stand side by side, and what nobody spoke of has no row', () => {
    const drank = (value: number) => ({ measurements: [{ kind: 'FLUID_INTAKE' as const, value, unit: 'mL', flag: 'NORMAL' as const }] });
    const columns = columnsOf(
      [
        record('a', '2026-11-02T00:00:00Z', { ...drank(200), meals: [{ slot: 'BREAKFAST', main: 10, side: 8 }] }),
        record('b', '2026-11-02T04:00:00Z', {
          ...drank(150),
          medicines: [{ slot: 'NOON', outcome: 'MISSED' }],
          stool: { bristol: 6, count: 2, blood: true },
          fall: true,
        }),
      ],
      '2026-11-02',
      1,
    );
    const rows = lifeRows(columns);
    expect(textOf(rows)).toEqual({
      朝食: ['10/8'],
      '水分 mL': ['350'],
      便: ['2回 6▲血'],
      '薬（昼）': ['忘'],
      転倒: ['▲あり'],
    });
    expect(rows.filter(({ cells }) => cells[0]?.alert).map(({ name }) => name)).toEqual(['便', '薬（昼）', '転倒']);
  });

  it('a day on which no stool came says so, and names no form of it', () => {
    const told = (id: string, at: string, stool: SheetRecord['stool']) => record(id, at, { stool });
    const none = { bristol: 4, count: 0, blood: false };
    const columns = columnsOf(
      [
        told('a', '2026-11-01T04:00:00Z', none),
        told('b', '2026-11-02T03:00:00Z', none),
        told('c', '2026-11-02T04:00:00Z', { ...none, bristol: 5, count: 1 }),
      ],
      '2026-11-02',
      2,
    );
    expect(textOf(lifeRows(columns))).toEqual({ 便: ['0回', '1回 5'] });
  });

  it('says who wrote, by a number a person', () => {
    const columns = columnsOf(
      [
        record('a', '2026-11-01T00:00:00Z'),
        record('b', '2026-11-02T00:00:00Z', { takenByName: '速水 結' }),
        record('c', '2026-11-02T01:00:00Z'),
      ],
      '2026-11-02',
      2,
    );
    const { names, row } = writersOf(columns);
    expect([names, row.cells.map(({ text }) => text)]).toEqual([
      ['霞 千鶴', '速水 結'],
      ['1', '1 2'],
    ]);
  });

  it('a month has its own days, its neighbours, and is never ahead', () => {
    const now = new Date('2026-11-30T16:00:00Z');
    expect(monthOf('2026-02', now)).toMatchObject({ days: 28, last: '2026-02-28', before: '2026-01', after: '2026-03' });
    expect(monthOf('2026-02', now).from.toISOString()).toBe('2026-01-31T15:00:00.000Z');
    expect(monthOf('2027-01', now).name).toBe('2026-12');
    expect(monthOf("'; --", now)).toMatchObject({ name: '2026-12', after: null });
  });
});
