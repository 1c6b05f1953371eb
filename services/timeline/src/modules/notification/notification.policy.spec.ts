/** R28: nobody outside the circle is ever told, nobody of their own doing, nobody twice. */
import type { MemberRole } from '@heya/schema/events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  belongsTo,
  channelsOf,
  isToldOfApplication,
  isToldOfConsent,
  kindOfMembership,
  type Member,
  notificationKinds,
  type PostFacts,
  tellOfPost,
} from './notification.policy.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const channels = fc.record({ push: fc.boolean(), email: fc.boolean(), inApp: fc.boolean() });
const member: fc.Arbitrary<Member> = fc.record({
  userId: fc.constantFrom(...ids),
  role: fc.constantFrom<MemberRole>('CARE_TEAM', 'PATIENT', 'FAMILY', 'CENTER_OBSERVER'),
  profession: fc.constantFrom('PHYSICIAN', 'NURSE', null),
  isSteward: fc.boolean(),
  toFamily: fc.boolean(),
  isMuted: fc.boolean(),
  channels: fc.option(fc.dictionary(fc.constantFrom(...notificationKinds), channels)),
});
const post: fc.Arbitrary<PostFacts> = fc.record({
  authorId: fc.constantFrom(...ids),
  audience: fc.constantFrom('CARE_TEAM', 'EVERYONE'),
  importance: fc.constantFrom('NORMAL', 'IMPORTANT', 'URGENT'),
  acknowledgementRequested: fc.boolean(),
  isAlert: fc.boolean(),
  isRetracted: fc.boolean(),
  parentAuthorId: fc.option(fc.constantFrom(...ids)),
  named: fc.array(
    fc.oneof(
      fc.record({ userId: fc.constantFrom(...ids), group: fc.constant(null) }),
      fc.record({ userId: fc.constant(null), group: fc.constantFrom('ALL', 'NURSES', 'STEWARD') }),
    ),
    { maxLength: 3 },
  ),
});

const nurse: Member = {
  userId: 'n',
  role: 'CARE_TEAM',
  profession: 'NURSE',
  isSteward: false,
  toFamily: true,
  isMuted: false,
  channels: null,
};
const plain: PostFacts = {
  authorId: 'w',
  audience: 'CARE_TEAM',
  importance: 'NORMAL',
  acknowledgementRequested: false,
  isAlert: false,
  isRetracted: false,
  parentAuthorId: null,
  named: [],
};
const kinds = (facts: Partial<PostFacts>, who: Partial<Member> = {}): string[] =>
  tellOfPost({ ...plain, ...facts }, [{ ...nurse, ...who }]).map(({ kind }) => kind);

describe('a post', () => {
  test('is told to members of its circle alone, not to its writer, and to each once', () => {
    fc.assert(
      fc.property(post, fc.array(member, { maxLength: 8 }), (facts, members) => {
        const told = tellOfPost(facts, members);
        expect(new Set(told.map(({ userId }) => userId)).size).toBe(told.length);
        for (const { userId } of told) {
          expect(userId).not.toBe(facts.authorId);
          expect(facts.isRetracted).toBe(false);
          expect(members.some((one) => one.userId === userId && belongsTo(one, facts.audience))).toBe(true);
        }
      }),
    );
  });

  test('that is urgent is in the feed of everybody of its circle, whatever they chose or muted', () => {
    fc.assert(
      fc.property(post, fc.array(member, { maxLength: 8 }), (facts, members) => {
        const told = tellOfPost({ ...facts, importance: 'URGENT', isRetracted: false }, members);
        const circle = members.filter((one) => one.userId !== facts.authorId && belongsTo(one, facts.audience));
        expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set(circle.map(({ userId }) => userId)));
        expect(told.every(({ kind, inApp }) => kind === 'URGENT_POST' && inApp)).toBe(true);
      }),
    );
  });

  test('is told as what concerns the person most', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({}, { channels: { POST: { push: false, email: false, inApp: true } } })).toEqual(['POST']);
    expect(kinds({ importance: 'IMPORTANT' })).toEqual(['POST']);
    expect(kinds({ parentAuthorId: 'n' })).toEqual(['REPLY']);
    expect(kinds({ parentAuthorId: 'n', acknowledgementRequested: true })).toEqual(['ACKNOWLEDGEMENT_REQUESTED']);
    expect(kinds({ acknowledgementRequested: true, named: [{ userId: 'n', group: null }] })).toEqual(['MENTION']);
    expect(kinds({ named: [{ userId: null, group: 'NURSES' }] })).toEqual(['MENTION']);
    expect(kinds({ named: [{ userId: null, group: 'PHYSICIANS' }] })).toEqual([]);
    expect(kinds({ named: [{ userId: null, group: 'STEWARD' }] }, { isSteward: true })).toEqual(['MENTION']);
    expect(kinds({ isAlert: true, importance: 'IMPORTANT', named: [{ userId: 'n', group: null }] })).toEqual(['VITALS_OUT_OF_RANGE']);
    expect(kinds({ isAlert: true, importance: 'URGENT' })).toEqual(['URGENT_POST']);
  });

  test('stays silent in a muted room and where somebody wants none of its kind', () => {
    const none = { push: false, email: false, inApp: false };
    expect(kinds({ importance: 'IMPORTANT' }, { isMuted: true })).toEqual([]);
    expect(kinds({ named: [{ userId: 'n', group: null }] }, { channels: { MENTION: none } })).toEqual([]);
    expect(kinds({ importance: 'IMPORTANT' }, { channels: { POST: none } })).toEqual(['POST']);
    expect(channelsOf({ SECURITY: none }, 'SECURITY').inApp).toBe(true);
  });
});

test('of a membership, an application and a consent only what the person did not do themselves or know', () => {
  expect(kindOfMembership({ change: 'INVITED', role: 'CARE_TEAM' })).toBe('ROOM_INVITATION');
  expect(kindOfMembership({ change: 'LEFT', role: 'FAMILY' })).toBe('MEMBERSHIP_CHANGED');
  expect(kindOfMembership({ change: 'JOINED', role: 'CARE_TEAM' })).toBeUndefined();
  expect(kindOfMembership({ change: 'INVITED', role: 'CENTER_OBSERVER' })).toBeUndefined();
  const application = { status: 'APPROVED', actorId: 'officer' } as never;
  expect([isToldOfApplication('a', application), isToldOfApplication('officer', application)]).toEqual([true, false]);
  expect(isToldOfApplication('a', { status: 'SUBMITTED', actorId: 'officer' } as never)).toBe(false);
  expect((['ACTIVE', 'WITHDRAWN', 'SUPERSEDED'] as const).map((status) => isToldOfConsent({ status }))).toEqual([true, true, false]);
});
