import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesLeft, pauseMinutes, reminderRefusal } from './post-reminder.policy.ts';

const now = new Date('2026-11-24T01:00:00Z');
const ago = fc.option(fc.integer({ min: 0, max: 300 }).map((minutes) => new Date(now.getTime() - minutes * 60_000)));
const reminding = fc.record({
  isAuthor: fc.boolean(),
  isSteward: fc.boolean(),
  isWritable: fc.boolean(),
  retractedAt: ago,
  waitingCount: fc.integer({ min: 0, max: 3 }),
  lastAt: ago,
});

test('is told again by writer or steward, in an open room, while somebody waits for it, once an hour (R22)', () => {
  fc.assert(
    fc.property(reminding, (post) => {
      const isAllowed = reminderRefusal(post, now) === undefined;
      expect(isAllowed).toBe(
        (post.isAuthor || post.isSteward) && post.isWritable && !post.retractedAt && post.waitingCount > 0 && minutesLeft(post, now) === 0,
      );
      if (post.lastAt) expect(minutesLeft(post, new Date(post.lastAt.getTime() + pauseMinutes * 60_000))).toBe(0);
    }),
  );
});
