import { expect, test } from 'vitest';
import { changeLines, closureLines, commentsOf, placeComments, written } from './comments.ts';

const step = (status: 'SUBMITTED' | 'RETURNED', text?: string) => ({
  status,
  at: '2026-11-23T00:00:00Z',
  reason: null,
  officer: null,
  comments: text ? [{ field: ['members', 'a'], text }] : [],
});

test('the applicant reads what was asked when the form was last returned', () => {
  expect(commentsOf([step('SUBMITTED'), step('RETURNED', '前'), step('SUBMITTED'), step('RETURNED', '後')])).toEqual({ 'members.a': '後' });
  expect(commentsOf([step('SUBMITTED'), step('RETURNED', '前'), step('SUBMITTED'), step('RETURNED')])).toEqual({});
  expect(commentsOf([])).toEqual({});
});

test('an empty comment is not sent; what is wrong with one stands beside its field', () => {
  expect(written({ reason: ' 詳しく ', 'members.a': '　' })).toEqual([{ field: ['reason'], text: '詳しく' }]);
  const wrong = { code: 'TOO_LONG', field: ['comments', '1', 'text'], message: '長い' } as const;
  const old = { code: 'STALE_VERSION', field: ['input', 'expectedVersion'], message: '古い' } as const;
  expect(
    placeComments(
      [
        { ...wrong, field: [...wrong.field] },
        { ...old, field: [...old.field] },
      ],
      ['reason', 'note'],
    ),
  ).toEqual({
    fields: { 'comment-note': '長い' },
    general: ['古い'],
  });
});

test('people and facilities are commented by their id, wherever they stand in the list', () => {
  const change = changeLines({
    effectiveAt: '2026-11-23T00:00:00Z',
    newStewardName: '試験 花子',
    newSteward: { id: 'u' },
    changeReason: null,
    add: [{ displayName: '試験 花子', role: 'CARE_TEAM', user: { id: 'u', deactivatedAt: '2026-11-22T00:00:00Z' }, facility: null }],
    remove: [{ membershipId: 'm', displayName: '試験 太郎', role: 'FAMILY', endsAt: '2026-11-23T00:00:00Z', calledOffAt: null }],
  });
  expect(change.map(({ path, warning }) => [path, Boolean(warning)])).toEqual([
    ['effectiveAt', false],
    ['newStewardUserId', false],
    ['reason', false],
    ['removeMembershipIds.m', false],
    ['add.u', true],
  ]);
  expect(change[1]?.value).toBe('試験 花子（参加したときから）');
  const copies = [{ facility: { id: 'f' }, facilityName: '試験医院', isSaved: true }];
  expect(closureLines({ closureReason: 'MOVED', note: null, informed: 'ご家族', exportToName: null, copies }).at(-1)?.path).toBe(
    'copies.f',
  );
});
