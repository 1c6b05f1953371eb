import { person } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { applicationTitle, can, effectOf, isClosable, withdrawalTitle } from './review-task.policy.ts';

test('what is filed opens, what is checked waits for another, what is decided closes (R12)', () => {
  expect(
    ['SUBMITTED', 'IN_REVIEW', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN', 'COMPLETED', 'DRAFT'].map((status) =>
      effectOf(status as 'DRAFT'),
    ),
  ).toEqual(['OPEN', 'PASS_ON', 'KEEP', 'CLOSE', 'CLOSE', 'CLOSE', 'CLOSE', 'NONE']);
});

test('titles name the form and a number, nobody (R34)', () => {
  const application = { form: 'FORM_4_1', receiptNumber: 'W-0042' } as Parameters<typeof applicationTitle>[0];
  expect(applicationTitle(application)).toBe('部屋の新規申込（様式4-1） 受付番号 W-0042');
  expect(withdrawalTitle('01a20322-11aa-7687-b456-ba6ef21cb273')).toBe('同意の撤回 番号 F21CB273');
});

test('the inbox is the officers’ of the district', () => {
  const officer = person('CENTER_OFFICER');
  const own = { districtId: officer.districtId };
  expect([can(officer, 'SEE', own).allowed, can(officer, 'WORK', null).allowed]).toEqual([true, true]);
  expect(can(person('CENTER_OFFICER'), 'SEE', own)).toEqual({ allowed: false, reason: 'ABSENT' });
  expect(can(person('PROFESSIONAL', own), 'SEE', own)).toEqual({ allowed: false, reason: 'ABSENT' });
  expect(can(person('PROFESSIONAL', own), 'WORK', null)).toEqual({ allowed: false, reason: 'ROLE' });
});

test('a withdrawal is closed by hand, free or in one’s own hands; an application ends by itself', () => {
  const task = { kind: 'CONSENT', state: 'OPEN', assigneeId: null } as const;
  expect(isClosable(task, 'me')).toBe(true);
  expect(isClosable({ ...task, state: 'CLAIMED', assigneeId: 'me' }, 'me')).toBe(true);
  expect(isClosable({ ...task, state: 'CLAIMED', assigneeId: 'her' }, 'me')).toBe(false);
  expect(isClosable({ ...task, state: 'CLOSED' }, 'me')).toBe(false);
  expect(isClosable({ ...task, kind: 'ROOM_APPLICATION' }, 'me')).toBe(false);
});
