import { describe, expect, it } from 'vitest';
import { newId } from './id.ts';

describe('client-made ids', () => {
  it('are UUIDv7 with the time in front', () => {
    const id = newId(0x0123456789ab, new Uint8Array(10).fill(0xff));
    expect(id).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
  });

  it('sort by time', () => {
    expect(newId(1_000) < newId(2_000)).toBe(true);
  });
});
