import { newId, person } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { can, deviceLabel, expandIpv6, expiryOf, isProofFresh, lifetimes, maskAddress } from './session.policy.ts';

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

test('a proof is fresh for five minutes (threat 20)', () => {
  const provedAt = new Date('2026-11-22T00:00:00Z');
  const fresh = (milliseconds: number): boolean => isProofFresh(provedAt, new Date(provedAt.getTime() + milliseconds));
  expect([0, lifetimes.proofMs - 1, lifetimes.proofMs].map(fresh)).toEqual([true, true, false]);
});

test('a device is called by browser and system, never by what it sent', () => {
  const apple =
    'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36';
  const android =
    'Mozilla/5.0 (Linux; Android 16; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0 Safari/537.36';
  expect(deviceLabel(apple)).toBe('Safari · iPadOS');
  expect(deviceLabel(windows)).toBe('Chrome · Windows');
  expect(deviceLabel(`${windows} Edg/142.0`)).toBe('Edge · Windows');
  expect(deviceLabel(android)).toBe('Samsung Internet · Android');
  expect(deviceLabel('Mozilla/5.0 (Macintosh; Intel Mac OS X 15.1; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox · macOS');
  for (const odd of [undefined, '', 'curl/8', '<script>alert(1)</script>']) expect(deviceLabel(odd)).toBeNull();
});

test('sign-ins are their owner’s alone', () => {
  const viewer = person('CENTER_OFFICER');
  for (const action of ['SEE', 'END'] as const) {
    expect(can(viewer, action, { userId: viewer.userId }).allowed).toBe(true);
    expect(can(viewer, action, { userId: newId() })).toEqual({ allowed: false, reason: 'ABSENT' });
    expect(can({ type: 'anonymous' }, action, { userId: viewer.userId }).allowed).toBe(false);
  }
});
