import { person } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can, isWorthAsking, joinReasons, systemOf, type Use, watchLimits, weigh } from './shared-id.policy.ts';
import type { Reason } from './shared-id-case.entity.ts';

const minute = 60_000;
const start = Date.parse('2026-11-24T00:00:00Z');

/** A browser, or a registered device. */
type Machine = Omit<Use, 'network' | 'at'>;
const machine = (sessionId: string, system: string | null, more: Partial<Machine> = {}): Machine => ({
  ...{ sessionId, system, deviceId: null, facilityId: null, byPasskey: false },
  ...more,
});
const use = (of: Machine, network: string, minutes: number): Use => ({ ...of, network, at: new Date(start + minutes * minute) });
/** As somebody who works on it renews its tokens. */
const working = (of: Machine, network: string, { from, until, step = 5 }: { from: number; until: number; step?: number }): Use[] =>
  Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, index) => use(of, network, from + index * step));
const kindsOf = (uses: readonly Use[]): string[] => weigh(uses).reasons.map(({ kind }) => kind);
const isFlagged = (uses: readonly Use[]): boolean => weigh(uses).score >= watchLimits.threshold;

const systems = ['WINDOWS', 'MACOS', 'IOS', 'IPADOS', 'ANDROID', 'CHROMEOS', 'LINUX'];
const anySystem = fc.constantFrom<(string | null)[]>(...systems, null);
const anyNetwork = fc.constantFrom('home', 'office', 'mobile', 'street', 'clinic');
const anyMinute = fc.double({ min: 0, max: 60, noNaN: true });

describe('one person', () => {
  test('with one device is never put to the center, whatever networks it is on', () => {
    fc.assert(
      fc.property(anySystem, fc.boolean(), fc.array(fc.tuple(anyNetwork, anyMinute, fc.integer({ max: 3 }))), (system, isKnown, seen) => {
        // A registered device stays one through any number of sign-ins.
        const uses = seen.map(([network, at, signIn]) =>
          use(machine(isKnown ? `s${signIn}` : 's', system, isKnown ? { deviceId: 'd', facilityId: 'f' } : {}), network, at),
        );
        expect(weigh(uses)).toEqual({ score: 0, reasons: [] });
      }),
    );
  });

  test('with any number of devices of one facility on one network is never put to the center', () => {
    const device = fc.record({ system: anySystem, byPasskey: fc.boolean(), isKnown: fc.boolean() });
    fc.assert(
      fc.property(fc.array(device, { minLength: 2, maxLength: 5 }), fc.array(fc.tuple(fc.nat(4), anyMinute)), (devices, seen) => {
        const uses = seen.map(([index, at]) => {
          const number = index % devices.length;
          const { system = null, byPasskey = false, isKnown = false } = devices[number] ?? {};
          return use(
            machine(`s${number}`, system, { byPasskey, ...(isKnown && { deviceId: `d${number}`, facilityId: 'f' }) }),
            'office',
            at,
          );
        });
        expect(isFlagged(uses)).toBe(false);
      }),
    );
  });

  test('with two browsers on one machine that changes its network is never put to the center', () => {
    fc.assert(
      fc.property(anySystem, fc.array(anyMinute, { maxLength: 2 }), fc.array(fc.tuple(fc.boolean(), anyMinute)), (system, moves, seen) => {
        const networkAt = (at: number): string => ['home', 'mobile', 'office'][moves.filter((move) => move <= at).length] ?? '';
        expect(isFlagged(seen.map(([first, at]) => use(machine(first ? 'a' : 'b', system), networkAt(at), at)))).toBe(false);
      }),
    );
  });

  test('who puts one device aside before taking up another is never put to the center, wherever they go', () => {
    const stint = fc.record({
      device: fc.nat(3),
      network: anyNetwork,
      minutes: fc.integer({ min: 20, max: 40 }),
      pause: fc.integer({ min: 3, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(anySystem, { minLength: 4, maxLength: 4 }), fc.array(stint, { maxLength: 4 }), (hardware, stints) => {
        let at = 0;
        const uses = stints.flatMap(({ device, network, minutes, pause }) => {
          const from = at;
          at += minutes + pause;
          const of = machine(`s${device}`, hardware[device] ?? null, { deviceId: `d${device}`, facilityId: `f${device}` });
          return working(of, network, { from, until: from + minutes });
        });
        expect(isFlagged(uses.filter((one) => one.at.getTime() <= start + watchLimits.windowMs))).toBe(false);
      }),
    );
  });

  test('who has a telephone on its own network beside the computer is not put to the center for looking at both', () => {
    const phone = machine('p', 'IOS', { byPasskey: true });
    const desk = machine('d', 'WINDOWS');
    const uses = [...working(desk, 'office', { from: 0, until: 10 }), ...working(phone, 'mobile', { from: 2, until: 12 })];
    expect(kindsOf(uses)).toEqual(['TWO_NETWORKS', 'BACK_AND_FORTH', 'MIXED_FACTORS']);
    expect(isFlagged(uses)).toBe(false);
  });
});

describe('several people', () => {
  const minutesApart = fc.double({ min: 0.1, max: 4.9, noNaN: true });
  const sameHand = fc.constantFrom(['WINDOWS', 'WINDOWS'], ['WINDOWS', 'CHROMEOS'], ['IPADOS', 'IPADOS'], ['IOS', 'IOS']);

  test('at two computers, or two tablets, on two networks for a quarter of an hour are noticed, registered or not', () => {
    fc.assert(
      fc.property(sameHand, minutesApart, fc.boolean(), ([one = '', other = ''], apart, known) => {
        const of = (id: string, system: string) => machine(id, system, known ? { deviceId: `d${id}`, facilityId: 'f' } : {});
        const uses = [
          ...working(of('a', one), 'clinic', { from: 0, until: 15 }),
          ...working(of('b', other), 'home', { from: apart, until: 15 + apart }),
        ];
        expect(isFlagged(uses)).toBe(true);
        expect(kindsOf(uses)).toEqual(expect.arrayContaining(['TWO_NETWORKS', 'BACK_AND_FORTH']));
      }),
    );
  });

  test('at a telephone and a computer are noticed when both go on being used', () => {
    const uses = [
      ...working(machine('p', 'IOS'), 'mobile', { from: 0, until: 30 }),
      ...working(machine('d', 'WINDOWS'), 'office', { from: 2, until: 32 }),
    ];
    expect(kindsOf(uses)).toEqual(['TWO_NETWORKS', 'BACK_AND_FORTH', 'ONGOING']);
    expect(isFlagged(uses)).toBe(true);
  });

  test('on devices of two facilities at the same moment are noticed at once, but not under one roof', () => {
    const clinic = machine('a', 'WINDOWS', { deviceId: 'da', facilityId: 'clinic' });
    const station = machine('b', 'WINDOWS', { deviceId: 'db', facilityId: 'station' });
    expect(kindsOf([use(clinic, 'one', 0), use(station, 'other', 1)])).toEqual(['TWO_NETWORKS', 'TWO_FACILITIES']);
    expect(isFlagged([use(clinic, 'one', 0), use(station, 'other', 1)])).toBe(true);
    expect(isFlagged([use(clinic, 'one', 0), use(station, 'one', 1)])).toBe(false);
    expect(isFlagged([use(clinic, 'one', 0), use(station, 'other', 4)])).toBe(false);
  });
});

test('neither the order in which uses are read nor the hour of the day makes a difference', () => {
  const uses = fc.array(
    fc
      .tuple(fc.nat(2), anyNetwork, fc.integer({ max: 60 }))
      .map(([number, network, at]) => use(machine(`s${number}`, systems[number] ?? null), network, at)),
  );
  fc.assert(
    fc.property(uses, fc.nat(86_400_000), (seen, later) => {
      const distinct = [...new Map(seen.map((one) => [one.at.getTime(), one])).values()];
      const { score } = weigh(distinct);
      expect(weigh(distinct.toReversed()).score).toBe(score);
      expect(weigh(distinct.map((one) => ({ ...one, at: new Date(one.at.getTime() + later) }))).score).toBe(score);
    }),
  );
});

const reason = (kind: Reason['kind'], count = 3, [first, last] = [0, 10]): Reason => ({
  ...{ kind, count },
  firstAt: new Date(start + first * minute).toISOString(),
  lastAt: new Date(start + last * minute).toISOString(),
});

test('what an officer found to be one person is asked again for another kind of sign, or after a month', () => {
  const weighing = { score: 70, reasons: [reason('TWO_NETWORKS'), reason('BACK_AND_FORTH')] };
  const verdict = { outcome: 'ONE_PERSON', decidedAt: new Date(start), reasons: weighing.reasons } as const;
  const soon = new Date(start + minute);
  expect(isWorthAsking(weighing, null, soon)).toBe(true);
  expect(isWorthAsking({ ...weighing, score: 59 }, null, soon)).toBe(false);
  expect(isWorthAsking(weighing, verdict, soon)).toBe(false);
  expect(isWorthAsking(weighing, { ...verdict, outcome: 'SHARED_ADVISED' }, soon)).toBe(true);
  expect(isWorthAsking({ ...weighing, reasons: [reason('TWO_FACILITIES')] }, verdict, soon)).toBe(true);
  expect(isWorthAsking(weighing, verdict, new Date(start + watchLimits.quietMs))).toBe(true);
});

test('of one spell each kind is kept once, from its first sign to its last', () => {
  expect(joinReasons([reason('TWO_NETWORKS', 5, [0, 10])], [reason('TWO_NETWORKS', 2, [8, 30]), reason('ONGOING')])).toEqual([
    reason('TWO_NETWORKS', 5, [0, 30]),
    reason('ONGOING'),
  ]);
});

test('a system is known by its name alone', () => {
  expect(['Safari · iPadOS', 'WINDOWS', 'Firefox', 'OTHER', '', null].map(systemOf)).toEqual(['IPADOS', 'WINDOWS', null, null, null, null]);
});

test('officers of the district look into it, nobody into what is about themselves', () => {
  const officer = person('CENTER_OFFICER');
  const about = { districtId: officer.districtId, userId: 'somebody' };
  expect(can(officer, 'DECIDE', about)).toEqual({ allowed: true, authority: 'REVIEW' });
  expect(can(officer, 'DECIDE', { ...about, userId: officer.userId })).toEqual({ allowed: false, reason: 'ABSENT' });
  expect(can(person('CENTER_OFFICER'), 'SEE', about)).toEqual({ allowed: false, reason: 'ABSENT' });
  expect(can(person('PROFESSIONAL', { districtId: officer.districtId }), 'SEE', about)).toEqual({ allowed: false, reason: 'ROLE' });
});
