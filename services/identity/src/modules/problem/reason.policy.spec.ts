import { expect, test } from 'vitest';
import { readReason } from './reason.policy.ts';

const field = ['input', 'reason'];

test('a reason is kept in one form, with its line breaks', () => {
  expect(readReason(' 端末を紛失。\n身分証で確認した\tか\u3099 ', field)).toEqual({ text: '端末を紛失。\n身分証で確認した\tが' });
});

test('what is missing, too long, a My Number or unseen is refused', () => {
  for (const [typed, code] of [
    ['\u3000 ', 'BLANK'],
    ['あ'.repeat(301), 'TOO_LONG'],
    ['番号は1234-5678-9018', 'MY_NUMBER_NOT_ALLOWED'],
    ['確認\u0000した', 'INVALID'],
    ['確認\u001bした', 'INVALID'],
    ['確認\u007fした', 'INVALID'],
    ['確認\u202eした', 'INVALID'],
    ['確認\u2066した', 'INVALID'],
  ] as const)
    expect([typed, readReason(typed, field)]).toMatchObject([typed, { problem: { code, field } }]);
});
