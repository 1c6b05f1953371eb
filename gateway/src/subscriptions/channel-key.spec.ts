import { channel, nurse, physician } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, channelKey, type VisibilityClass } from './channel-key.ts';

const seenBy = (audience: 'CARE_TEAM' | 'EVERYONE', epoch = 1): VisibilityClass => ({
  viewer: channel('r', audience, epoch),
  audience,
  subject: { id: 'r', epoch },
});

describe('a channel is shared', () => {
  it('by the same operation, variables and class, however the variables are ordered', () => {
    expect(channelKey('a', { x: 1, y: { b: 1, a: [2] } }, seenBy('CARE_TEAM'))).toBe(
      channelKey('a', { y: { a: [2], b: 1 }, x: 1 }, seenBy('CARE_TEAM')),
    );
  });

  it('by nobody else', () => {
    const [first, second] = [nurse(), physician()];
    const person = (viewer: typeof first): VisibilityClass => ({ viewer, subject: { id: 'r', epoch: 1 } });
    const keys = [
      channelKey('a', {}, seenBy('CARE_TEAM')),
      channelKey('b', {}, seenBy('CARE_TEAM')),
      channelKey('a', { x: 1 }, seenBy('CARE_TEAM')),
      channelKey('a', {}, seenBy('EVERYONE')),
      channelKey('a', {}, seenBy('CARE_TEAM', 2)),
      channelKey('a', {}, person(first)),
      channelKey('a', {}, person(second)),
      channelKey('a', {}, person({ ...first, sessionId: second.sessionId })),
      channelKey('a', {}, { ...seenBy('CARE_TEAM'), only: '1' }),
      channelKey('a', {}, { ...seenBy('CARE_TEAM'), subject: { id: 's', epoch: 1 } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it('writes equal values as equal texts and different ones as different texts', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [JSON.parse(JSON.stringify(a)) as unknown, JSON.parse(JSON.stringify(b)) as unknown];
      expect(canonical(left)).toBe(canonical(structuredClone(left)));
      expect(JSON.parse(canonical(left))).toEqual(left);
      if (canonical(left) === canonical(right)) expect(left).toEqual(right);
    }),
  );
});
