import { nurse, officer } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can, canInspect, type InspectionFacts, reasonProblems, type RoomToInspectFacts } from './inspection.policy.ts';

const clerk = officer();
const room: RoomToInspectFacts = { districtId: clerk.districtId, status: 'ACTIVE', consentInForce: true, isRunning: false };

describe('a look of the center (R18)', () => {
  test('is begun by an officer of the district, under consent, one at a time', () => {
    expect(canInspect(clerk, 'START', room)).toEqual({ allowed: true, authority: 'INSPECTION' });
    for (const [viewer, facts, reason] of [
      [clerk, undefined, 'NOT_FOUND'],
      [officer(), room, 'NOT_FOUND'],
      [nurse({ districtId: clerk.districtId }), room, 'NOT_FOUND'],
      [clerk, { ...room, status: 'PURGED' }, 'PURGED'],
      [clerk, { ...room, consentInForce: false }, 'CONSENT_REQUIRED'],
      [clerk, { ...room, isRunning: true }, 'ALREADY_RUNNING'],
    ] as [typeof clerk, RoomToInspectFacts | undefined, string][])
      expect(canInspect(viewer, 'START', facts)).toEqual({ allowed: false, reason });
  });

  test('is seen by the room and its officer, and ended by its officer', () => {
    const own: InspectionFacts = { officerId: clerk.userId, isRunning: true, isMember: false };
    expect(can(clerk, 'END', own).allowed).toBe(true);
    expect(can(clerk, 'END', { ...own, isRunning: false })).toEqual({ allowed: false, reason: 'ENDED' });
    for (const other of [officer(), nurse()]) {
      expect(can(other, 'END', { ...own, isMember: true })).toEqual({ allowed: false, reason: 'NOT_FOUND' });
      expect(can(other, 'SEE', own)).toEqual({ allowed: false, reason: 'NOT_FOUND' });
      expect(can(other, 'SEE', { ...own, isMember: true })).toEqual({ allowed: true, authority: 'MEMBERSHIP' });
    }
  });

  test('has a reason of ten to three hundred characters without a My Number (R21)', () => {
    const codes = (reason: string): string[] => reasonProblems(reason).map(({ code }) => code);
    expect(codes('　')).toEqual(['BLANK']);
    expect(codes('短い理由')).toEqual(['INVALID']);
    expect(codes('あ'.repeat(301))).toEqual(['TOO_LONG']);
    expect(codes('利用状況の確認のため １２３４５６７８９０１８')).toEqual(['MY_NUMBER_NOT_ALLOWED']);
    fc.assert(fc.property(fc.integer({ min: 10, max: 300 }), (length) => codes('確'.repeat(length)).length === 0));
  });
});
