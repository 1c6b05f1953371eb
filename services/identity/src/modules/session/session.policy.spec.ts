import { expect, test } from 'vitest';
import { expandIpv6, expiryOf, lifetimes, maskAddress } from './session.policy.ts';

test('an address is shown only so far that its owner recognises it', () => {
  expect(maskAddress('203.0.113.77')).toBe('203.0.*.*');
  expect(maskAddress('::ffff:203.0.113.77')).toBe('203.0.*.*');
  expect(maskAddress('2001:db8:85a3::8a2e:370:7334')).toBe('2001:db8:85a3:*');
  expect(maskAddress('::1')).toBe('0:0:0:*');
  expect(maskAddress('fe80::1%eth0')).toBe('fe80:0:0:*');
  for (const odd of ['', 'localhost', '<b>']) expect(maskAddress(odd)).toBeNull();
});

test('an IPv6 address has eight groups however it is written', () => {
  expect(expandIpv6('2001:0DB8::1')).toEqual(['2001', 'db8', '0', '0', '0', '0', '0', '1']);
  expect(expandIpv6('1:2:3:4:5:6:7:8')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
});

test('use prolongs a session by half an hour, never past twelve hours (R6)', () => {
  const started = new Date('2026-11-22T00:00:00Z');
  const after = (milliseconds: number): Date => new Date(started.getTime() + milliseconds);
  expect(expiryOf(started, started)).toEqual(after(lifetimes.idleMs));
  expect(expiryOf(started, after(3_600_000))).toEqual(after(3_600_000 + lifetimes.idleMs));
  expect(expiryOf(started, after(lifetimes.absoluteMs - 60_000))).toEqual(after(lifetimes.absoluteMs));
});
