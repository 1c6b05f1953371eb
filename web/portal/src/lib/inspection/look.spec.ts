import { describe, expect, it } from 'vitest';
import type { LookFragment } from '@heya/client/generated/graphql';
import { lookEnd, minutesLeft, runningLook } from './look.ts';

const at = (clock: string): number => Date.parse(`2026-11-22T${clock}Z`);
const look: LookFragment = {
  id: 'look',
  officerName: '職員',
  reason: '利用のようすの確認',
  startedAt: '2026-11-22T05:00:00Z',
  expiresAt: '2026-11-22T06:00:00Z',
  endedAt: null,
  viewerCanEnd: false,
};

describe('a look of the center (R18)', () => {
  it('runs for its sixty minutes and then is over without a word', () => {
    expect([at('05:00:00'), at('05:59:59'), at('06:00:00')].map((now) => runningLook([look], now) !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
    expect([at('05:00:00'), at('05:00:01'), at('05:59:59'), at('06:30:00')].map((now) => minutesLeft(look, now))).toEqual([60, 60, 1, 0]);
    expect(lookEnd(look)).toBe(look.expiresAt);
  });

  it('is over when its officer ended it', () => {
    const ended = { ...look, endedAt: '2026-11-22T05:10:00Z' };
    expect(runningLook([ended], at('05:20:00'))).toBeUndefined();
    expect(lookEnd(ended)).toBe(ended.endedAt);
  });
});
