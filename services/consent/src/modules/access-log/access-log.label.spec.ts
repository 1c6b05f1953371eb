import { expect, it } from 'vitest';
import { deviceLabel } from './access-log.label.ts';

it('a registered device is told from another of its kind without its whole id (R6, R32)', () => {
  expect(deviceLabel({ device: 'Safari · iPadOS #0193f3a0-1111-7222-8333-44445555abcd' })).toBe('Safari · iPadOS #5555abcd');
  expect(deviceLabel({ device: 'Safari · iPadOS' })).toBe('Safari · iPadOS');
  expect(deviceLabel({ device: null })).toBeNull();
});

it('a registered device is told from another of its kind without its whole id (R6, R32)', () => {
  expect(deviceLabel({ device: 'Safari · iPadOS #0193f3a0-1111-7222-8333-44445555abcd' })).toBe('Safari · iPadOS #5555abcd');
  expect(deviceLabel({ device: 'Safari · iPadOS' })).toBe('Safari · iPadOS');
  expect(deviceLabel({ device: null })).toBeNull();
});
