/** Wrong applications 4-1 and reviews (R11, R12). */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { type Case, requireUserError, type Variables } from '../case.ts';
import { roomForm } from '../forms.ts';
import { roomApplicationExecute, roomApplicationReview, roomCreationApply } from '../operations.ts';
import type { World } from '../world.ts';

interface Expected {
  codes: string[];
  field?: string;
}
type Change = (world: World) => Variables;

function applied(id: string, text: string, change: Change, expected: Expected): Case {
  return {
    id,
    text,
    run: (world) =>
      requireUserError(
        world,
        { role: 'doctor', query: roomCreationApply, variables: { input: roomForm(world, world.third, change(world)) } },
        expected,
      ),
  };
}

function reviewed(
  id: string,
  text: string,
  as: { role: string; decision: string; reason?: string; version?: number },
  expected: Expected,
): Case {
  return {
    id,
    text,
    run: (world) => {
      const { applicationId, version } = world.second;
      const input = {
        decision: as.decision,
        expectedVersion: as.version ?? version,
        ...(as.reason !== undefined && { reason: as.reason }),
      };
      return requireUserError(world, { role: as.role, query: roomApplicationReview, variables: { id: applicationId, input } }, expected);
    },
  };
}

function executed(id: string, text: string, role: string, expected: Expected): Case {
  return {
    id,
    text,
    run: (world) =>
      requireUserError(world, { role, query: roomApplicationExecute, variables: { id: world.second.applicationId } }, expected),
  };
}

export const applicationCases: Case[] = [
  applied('room-steward-outside', 'a steward who is no member → STEWARD_REQUIRED', (world) => ({ stewardUserId: world.userId('helper') }), {
    codes: ['STEWARD_REQUIRED'],
  }),
  applied('room-no-members', 'without members → refused', () => ({ members: [] }), { codes: ['BLANK', 'INVALID', 'STEWARD_REQUIRED'] }),
  applied(
    'room-unknown-member',
    'a member who does not exist → refused',
    (world) => ({
      members: [
        { userId: uuidv7(), role: 'CARE_TEAM' },
        { userId: world.userId('nurse'), role: 'CARE_TEAM' },
      ],
    }),
    { codes: ['MEMBER_HAS_NO_ID', 'NOT_FOUND', 'INVALID'] },
  ),
  applied('room-foreign-consent', 'the consent of another patient → CONSENT_REQUIRED', () => ({ consentId: uuidv7() }), {
    codes: ['CONSENT_REQUIRED', 'NOT_FOUND', 'INVALID'],
  }),
  applied('room-long-reason', 'a reason of 5,000 characters → TOO_LONG', () => ({ reason: '長'.repeat(5000) }), {
    codes: ['TOO_LONG'],
    field: 'input.reason',
  }),
  applied('room-my-number', 'a My Number in the reason → refused', () => ({ reason: '番号 1234 5678 9018' }), {
    codes: ['MY_NUMBER_NOT_ALLOWED'],
    field: 'input.reason',
  }),
  reviewed(
    'review-by-doctor',
    'reviewed by the applicant → refused',
    { role: 'doctor', decision: 'APPROVE' },
    { codes: ['FORBIDDEN', 'NOT_FOUND'] },
  ),
  reviewed(
    'review-return-silent',
    'returned without a reason → BLANK',
    { role: 'clerk', decision: 'RETURN', reason: '' },
    { codes: ['BLANK'], field: 'input.reason' },
  ),
  reviewed(
    'review-stale',
    'reviewed on an old version → STALE_VERSION',
    { role: 'clerk', decision: 'APPROVE', version: 99 },
    { codes: ['STALE_VERSION'] },
  ),
  executed('room-open-early', 'opened before two officers agreed → refused', 'clerk', { codes: ['INVALID_STATE', 'FORBIDDEN'] }),
  executed('room-open-by-doctor', 'opened by the applicant → refused', 'doctor', { codes: ['FORBIDDEN', 'NOT_FOUND'] }),
];
