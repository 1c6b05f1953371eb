import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockInJapan, fromClock } from './measured-time.ts';

describe('the time of a measurement (R24)', () => {
  it('is today, or yesterday when that time is still to come', () => {
    const now = new Date('2026-11-22T15:10:00Z');
    expect(fromClock('00:05', now)).toBe('2026-11-22T15:05:00.000Z');
    expect(fromClock('23:50', now)).toBe('2026-11-22T14:50:00.000Z');
    expect([fromClock('24:00', now), fromClock('', now), fromClock('9:05', now)]).toEqual([null, null, null]);
  });

  it('is never later than now and never a day ago, and reads back as it was typed', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.nat(1439),
        (now, minutes) => {
          const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          const taken = fromClock(clock, now) ?? '';
          const age = now.getTime() - new Date(taken).getTime();
          return clockInJapan(taken) === clock && age >= 0 && age < 86_400_000;
        },
      ),
    );
  });
});
