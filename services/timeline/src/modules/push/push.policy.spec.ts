import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOutside } from './push.address.ts';
import { type DeliveryFacts, nextStep, quietUntil } from './push.policy.ts';

const minuteMs = 60_000;
const at = (time: string): Date => new Date(`2026-11-23T${time}:00+09:00`);
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const moment = fc.integer({ min: 0, max: 3 * 24 * 60 * 60 - 1 }).map((seconds) => new Date(at('00:00').getTime() + seconds * 1000));
const inJapan = (when: Date): string => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tokyo', timeStyle: 'short' }).format(when);

describe('quiet hours (R28)', () => {
  test('of Japan, over midnight too, their end not among them', () => {
    const night = { from: '22:00', to: '06:00' };
    expect(quietUntil(night, at('21:59'))).toBeUndefined();
    expect(quietUntil(night, at('22:00'))).toEqual(new Date('2026-11-24T06:00:00+09:00'));
    expect(quietUntil(night, at('05:59'))).toEqual(at('06:00'));
    expect(quietUntil(night, at('06:00'))).toBeUndefined();
    expect(quietUntil({ from: '13:00', to: '14:00' }, at('13:30'))).toEqual(at('14:00'));
    expect(quietUntil({ from: null, to: null }, at('03:00'))).toBeUndefined();
  });

  test('as the clock on the wall says, and they end at their end, within a day', () => {
    fc.assert(
      fc.property(time, time, moment, (from, to, now) => {
        fc.pre(from !== to);
        const clock = inJapan(now);
        const isQuiet = from < to ? clock >= from && clock < to : clock >= from || clock < to;
        const until = quietUntil({ from, to }, now);
        expect(until !== undefined).toBe(isQuiet);
        if (!until) return;
        expect(inJapan(until)).toBe(to);
        expect(until.getTime() - now.getTime()).toBeGreaterThan(0);
        expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(24 * 60 * minuteMs);
        expect(quietUntil({ from, to }, until)).toBeUndefined();
      }),
    );
  });
});

describe('whether a device is told', () => {
  const night = { from: '22:00', to: '06:00' };
  const facts: DeliveryFacts = {
    ...night,
    importance: 'NORMAL',
    createdAt: at('12:00'),
    isRead: false,
    isTheirs: true,
    isWanted: true,
  };
  test.each<[string, Partial<DeliveryFacts>, string, string]>([
    ['by day', {}, '12:01', 'SEND'],
    ['not by night', {}, '23:00', 'HOLD'],
    ['by night of what is urgent', { importance: 'URGENT' }, '23:00', 'SEND'],
    ['not of what was read', { isRead: true, importance: 'URGENT' }, '12:01', 'SKIP'],
    ['not of what they may see no more', { isTheirs: false, importance: 'URGENT' }, '12:01', 'SKIP'],
    ['not against their wish', { isWanted: false }, '12:01', 'SKIP'],
    ['not of what is old', { createdAt: new Date('2026-11-21T12:00:00+09:00') }, '12:01', 'SKIP'],
  ])('%s', (_, change, now, step) => {
    expect(nextStep({ ...facts, ...change }, at(now)).step).toBe(step);
  });
});

describe('where a push service may be', () => {
  test.each(['https://fcm.googleapis.com/fcm/send/x', 'https://web.push.apple.com/x', 'https://8.8.8.8/x', 'https://[2607:f8b0::1]/x'])(
    '%s',
    (url) => expect(isOutside(new URL(url))).toBe(true),
  );
  test.each([
    'http://fcm.googleapis.com/x',
    'https://user:word@fcm.googleapis.com/x',
    'https://localhost/x',
    'https://postgres/x',
    'https://a.internal/x',
    'https://127.0.0.1/x',
    'https://0x7f000001/x',
    'https://10.1.2.3/x',
    'https://169.254.169.254/latest',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://[fd00::1]/x',
    'https://[2002:a00:1::]/x',
  ])('never %s', (url) => expect(isOutside(new URL(url))).toBe(false));
});
