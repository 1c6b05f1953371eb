import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf } from './address.ts';
import { quotaHeaders, RateExceeded, Rates } from './rates.ts';

const refused = (promise: Promise<unknown>) => promise.then(() => undefined).catch((error: unknown) => error as RateExceeded);

describe('operations of an account', () => {
  it('are counted one by one, and refused with the time to wait', async () => {
    const rates = new Rates({ accountOperations: 5, addressFailures: 5, strangerOperations: 5 });
    expect(await rates.spend('a', 3)).toMatchObject({ name: 'account', limit: 5, remaining: 2 });
    const error = await refused(rates.spend('a', 3));
    expect(error).toBeInstanceOf(RateExceeded);
    expect(error?.extensions).toMatchObject({ code: 'RATE_LIMITED', http: { status: 429 } });
    expect(error?.quota).toMatchObject({ remaining: 0, limit: 5 });
    expect(error?.quota.resetSeconds).toBeGreaterThan(0);
    expect(await rates.spend('b', 1)).toMatchObject({ remaining: 4 });
  });

  it('show in headers', () => {
    expect(quotaHeaders({ name: 'account', limit: 600, remaining: 7, resetSeconds: 30 })).toEqual({
      'ratelimit-policy': '"account";q=600;w=60',
      ratelimit: '"account";r=7;t=30',
    });
  });
});

it('counts failures of an address and lets it wait afterwards; others go on', async () => {
  const rates = new Rates({ accountOperations: 5, addressFailures: 2, strangerOperations: 5 });
  for (let count = 0; count < 2; count += 1) {
    await rates.requireCalm('198.51.100.1');
    await rates.noteFailure('198.51.100.1');
  }
  expect((await refused(rates.requireCalm('198.51.100.1')))?.quota.name).toBe('address');
  expect(await refused(rates.requireCalm('198.51.100.2'))).toBeUndefined();
});

describe('an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is of the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  const from = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  it('is what a proxy of ours says, and never what anybody else says (threat 4)', () => {
    const trusted = ['10.0.0.1', '10.0.0.2'];
    expect(clientAddress(from('198.51.100.7', '203.0.113.9'), trusted)).toBe('198.51.100.7');
    expect(clientAddress(from('::ffff:10.0.0.1', '203.0.113.1, 203.0.113.9'), trusted)).toBe('203.0.113.9');
    expect(clientAddress(from('10.0.0.1', '203.0.113.9, 10.0.0.2'), trusted)).toBe('203.0.113.9');
    expect(clientAddress(from('10.0.0.1'), trusted)).toBe('10.0.0.1');
    expect(clientAddress(from('10.0.0.1', '203.0.113.9'), [])).toBe('10.0.0.1');
  });
});
