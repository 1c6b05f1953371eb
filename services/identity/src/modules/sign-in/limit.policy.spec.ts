import { expect, test } from 'vitest';
import { clientAddress, limitRules, limitSubjects, networkOf } from './limit.policy.ts';

test('nothing closes for good, and an account after five failures for a quarter of an hour (R5)', () => {
  expect(limitRules(100).account).toMatchObject({ failures: 5, closedFor: 900 });
  for (const rule of Object.values(limitRules(100))) expect(rule.closedFor).toBeLessThanOrEqual(900);
});

test('an account is counted whatever the address; a network whatever the account', () => {
  const [one, two] = [
    limitSubjects({ accountName: 'sato', address: '203.0.113.7' }),
    limitSubjects({ accountName: 'sato', address: '203.0.113.8' }),
  ];
  expect(one.account).toBe(two.account);
  expect(one.accountAndAddress).not.toBe(two.accountAndAddress);
  expect(one.network).toBe(two.network);
  expect(limitSubjects({ accountName: 'suzuki', address: '203.0.113.7' }).network).toBe(one.network);
});

test('a network is a /24 or a /56: another address of the same household is no other network', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.0/24');
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.0/24');
  expect(networkOf('2001:db8:1:22ff::1')).toBe('2001:db8:1:2200::/56');
  expect(networkOf('2001:db8:1:2201:ffff::9')).toBe('2001:db8:1:2200::/56');
});

test('X-Forwarded-For counts only behind a proxy we know, and then only what that proxy wrote (threat 4)', () => {
  expect(clientAddress('198.51.100.1', '203.0.113.7', [])).toBe('198.51.100.1');
  expect(clientAddress('10.0.0.1', '203.0.113.7', ['10.0.0.1'])).toBe('203.0.113.7');
  expect(clientAddress('::ffff:10.0.0.1', 'forged, 203.0.113.7, 10.0.0.1', ['10.0.0.1'])).toBe('203.0.113.7');
  expect(clientAddress('10.0.0.1', undefined, ['10.0.0.1'])).toBe('10.0.0.1');
});
