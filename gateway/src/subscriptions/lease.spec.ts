import { expect, it } from 'vitest';
import { Lease } from './lease.ts';

it('is open for as long as the last word is fresh, and counts from when it was true, not from when it arrived', () => {
  let now = 0;
  const lease = new Lease(2000, () => now);
  expect(lease.isOpen()).toBe(false);
  lease.confirm(-600);
  now = 1400;
  expect(lease.isOpen()).toBe(true);
  now = 1401;
  expect(lease.isOpen()).toBe(false);
  lease.confirm(1000);
  lease.confirm(500);
  now = 3000;
  expect(lease.isOpen()).toBe(true);
});
