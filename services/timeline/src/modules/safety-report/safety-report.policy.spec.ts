import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boardKey,
  compareBoard,
  evidences,
  outcomeOf,
  reportProblems,
  type Said,
  standOf,
  statuses,
  talliesOf,
} from './safety-report.policy.ts';

const start = Date.parse('2026-10-03T00:00:00Z');
const minute = 60_000;
const at = (minutes: number): Date => new Date(start + minutes * minute);
const said = (id: string, change: Partial<Said> = {}): Said => ({
  id,
  status: 'SAFE',
  evidence: 'MET',
  observedAt: at(0),
  reportedAt: at(0),
  powerMinutesLeft: null,
  retractedAt: null,
  reportedById: id,
  ...change,
});

const some: fc.Arbitrary<Said[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    status: fc.constantFrom(...statuses.filter((status) => status !== 'NOT_CONFIRMED')),
    evidence: fc.constantFrom(...evidences),
    observedAt: fc.integer({ min: 0, max: 3000 }).map(at),
    reportedAt: fc.integer({ min: 0, max: 3000 }).map(at),
    powerMinutesLeft: fc.option(fc.integer({ min: 0, max: 1000 })),
    retractedAt: fc.option(fc.constant(at(1)), { freq: 4 }),
    reportedById: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);

test('what leads does not depend on the order in which reports arrive, and nobody is lost', () => {
  fc.assert(
    fc.property(some, fc.integer(), (reports, turn) => {
      const stand = standOf(reports);
      const turned = reports.map((_, index) => reports[(index + Math.abs(turn)) % reports.length] as Said).toReversed();
      expect(standOf(turned)).toEqual(stand);
      expect(stand.all.map(({ id }) => id).sort()).toEqual(reports.map(({ id }) => id).sort());
      expect(stand.lead?.retractedAt ?? null).toBeNull();
      expect(stand.status === 'NOT_CONFIRMED').toBe(reports.every(({ retractedAt }) => retractedAt !== null));
    }),
  );
});

test('newer news as direct as what leads, or more so, always leads; old news never takes the lead from newer news as direct', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...evidences), (reports, evidence) => {
      const { lead } = standOf(reports);
      const news = said('new', { evidence, observedAt: at(3001), reportedAt: at(3001), status: 'NEEDS_RESCUE' });
      const after = standOf([...reports, news]).lead;
      const asDirect = !lead || evidences.indexOf(evidence) <= evidences.indexOf(lead.evidence);
      if (asDirect) expect(after?.id).toBe('new');
      else expect([lead.id, 'new']).toContain(after?.id);
      const old = said('old', { evidence: lead?.evidence ?? 'MET', observedAt: at(-1), reportedAt: at(4000) });
      if (lead) expect(standOf([...reports, old]).lead?.id).toBe(lead.id);
    }),
  );
});

test('who was met leads for six hours over hearsay and four over a telephone call, and says when somebody saw worse since', () => {
  const met = said('met');
  const heard = (minutes: number) =>
    standOf([met, said('heard', { evidence: 'HEARSAY', observedAt: at(minutes), status: 'NEEDS_RESCUE' })]);
  expect(heard(359)).toMatchObject({ status: 'SAFE', isContradicted: true });
  expect(heard(361)).toMatchObject({ status: 'NEEDS_RESCUE', isContradicted: false });
  expect(standOf([met, said('rang', { evidence: 'PHONED', observedAt: at(241), status: 'SLIGHTLY_INJURED' })]).lead?.id).toBe('rang');
});

test('whoever reports again is believed over what they said before, however they know it now', () => {
  const mine = { reportedById: 'nurse' };
  const again = said('again', { ...mine, evidence: 'HEARSAY', observedAt: at(5), status: 'NEEDS_RESCUE' });
  expect(standOf([said('first', mine), again]).status).toBe('NEEDS_RESCUE');
});

test('power counts down to one moment, by whoever spoke of it last, whoever leads', () => {
  const stand = standOf([
    said('met', { powerMinutesLeft: 600 }),
    said('heard', { evidence: 'HEARSAY', observedAt: at(10), powerMinutesLeft: 30 }),
    said('taken back', { observedAt: at(20), powerMinutesLeft: 1, retractedAt: at(21) }),
  ]);
  expect(stand).toMatchObject({ powerEndsAt: at(40), lead: { id: 'met' } });
});

test('the board: unaccounted, then the least power, then the worst', () => {
  const places = [
    ['safe', standOf([said('1')])],
    ['hurt', standOf([said('1', { status: 'SEVERELY_INJURED' })])],
    ['on power', standOf([said('1', { powerMinutesLeft: 50 })])],
    ['less power', standOf([said('1', { powerMinutesLeft: 40 })])],
    ['not reached', standOf([said('1', { status: 'UNREACHABLE' })])],
    ['nobody said', standOf([])],
  ] as const;
  const board = places.toSorted(([a, one], [b, other]) => compareBoard(boardKey(one, a), boardKey(other, b)));
  expect(board.map(([who]) => who)).toEqual(['nobody said', 'not reached', 'less power', 'on power', 'hurt', 'safe']);
  expect(talliesOf(places.map(([, stand]) => stand)).filter(({ count }) => count > 0)).toEqual([
    { status: 'NOT_CONFIRMED', count: 1 },
    { status: 'UNREACHABLE', count: 1 },
    { status: 'SEVERELY_INJURED', count: 1 },
    { status: 'SAFE', count: 3 },
  ]);
});

test('what is sent: no time to come, power within limits, no My Number, and that nobody reported is no report', () => {
  const draft = { status: 'SAFE', evidence: 'MET', observedAt: at(0) } as const;
  const fields = (change: object): string[] =>
    reportProblems({ ...draft, ...change }, at(0), at(10)).map(({ field }) => field?.at(-1) ?? '');
  expect(fields({ powerMinutesLeft: 0 })).toEqual([]);
  expect(fields({ powerMinutesLeft: 100_000, observedAt: at(15) })).toEqual([]);
  expect(fields({ observedAt: at(15.1) })).toEqual(['observedAt']);
  expect(fields({ observedAt: at(-24 * 60 - 1) })).toEqual(['observedAt']);
  for (const powerMinutesLeft of [-1, 100_001, 1.5, Number.NaN]) expect(fields({ powerMinutesLeft })).toEqual(['powerMinutesLeft']);
  expect(fields({ status: 'NOT_CONFIRMED', note: '1234 5678 9018', device: '長'.repeat(101) })).toEqual(['status', 'note', 'device']);
});

test('how it went: who was answered for within 10, 30 and 60 minutes, and by whom', () => {
  const by = (facilityName: string | null, minutes: number, change: Partial<Said> = {}) => ({
    ...said(`${facilityName} ${minutes}`, { reportedAt: at(minutes), ...change }),
    facilityName,
  });
  const stands = [
    standOf([by('訪問看護', 5), by(null, 1, { retractedAt: at(2) })]),
    standOf([by('訪問看護', 25), by('診療所', 40)]),
    standOf([by(null, 61)]),
    standOf<ReturnType<typeof by>>([]),
  ];
  expect(outcomeOf(stands, at(0))).toEqual({
    subjectCount: 4,
    answeredCount: 3,
    answeredWithin: [
      { minutes: 10, count: 1 },
      { minutes: 30, count: 2 },
      { minutes: 60, count: 2 },
    ],
    facilities: [
      { name: '訪問看護', patientCount: 2, reportCount: 2 },
      { name: '診療所', patientCount: 1, reportCount: 1 },
    ],
  });
});
