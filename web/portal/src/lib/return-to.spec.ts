import { expect, it } from 'vitest';
import { safeReturn } from './return-to.ts';

it.each([
  ['/rooms/01a2', '/rooms/01a2'],
  ['/center?closed', '/center?closed'],
  ['//evil.example', '/home'],
  ['/\\evil.example', '/home'],
  ['https://evil.example', '/home'],
  ['/auth/sign-out', '/home'],
  ['/a\r\nset-cookie: x', '/home'],
  ['', '/home'],
  [null, '/home'],
])('after sign-in %s leads to %s', (asked, path) => expect(safeReturn(asked)).toBe(path));
