import { userKinds } from '@heya/service-common/viewer';
import { person } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { allow, deny } from '../../decision.ts';
import { can, codeDeadline, takesCode } from './enrolment.policy.ts';

test('the center alone makes out codes, for whom it answers (R4)', () => {
  expect(userKinds.filter((kind) => can(person(kind), 'REISSUE', true).allowed)).toEqual(['CENTER_OFFICER']);
  expect(can(person('CENTER_OFFICER'), 'REISSUE', true)).toEqual(allow('CENTER'));
  expect(can(person('CENTER_OFFICER'), 'REISSUE', false)).toEqual(deny('ABSENT'));
  expect(can(person('PROFESSIONAL'), 'REISSUE', true)).toEqual(deny('ROLE'));
  expect(can({ type: 'service', name: 'room' }, 'REISSUE', true)).toEqual(deny('ROLE'));
});

test('a code counts until its time is up, and until there is something else to come in with', () => {
  const now = new Date('2026-11-22T03:00:00Z');
  const expiresAt = codeDeadline(now, 14);
  expect(expiresAt.toISOString()).toBe('2026-12-06T03:00:00.000Z');
  expect(takesCode({ codeHash: 'x', expiresAt }, new Date(expiresAt.getTime() - 1))).toBe(true);
  expect(takesCode({ codeHash: 'x', expiresAt }, expiresAt)).toBe(false);
  expect(takesCode({ codeHash: null, expiresAt }, now)).toBe(false);
});
