import { expect, test } from 'vitest';
import { named } from './named.ts';

test('what is wrong with somebody says with whom, all else stays as it is said', () => {
  const wrong = (field: string[]) => ({ code: 'MEMBER_HAS_NO_ID' as const, field, message: '有効なIDを持っていません。' });
  const people = { members: [{ name: '速水 結' }, { name: '井坂 香' }] };
  expect(
    named([wrong(['input', 'members', '1', 'userId']), wrong(['input', 'members']), wrong(['input', 'add', '1', 'userId'])], people).map(
      ({ message }) => message,
    ),
  ).toEqual(['井坂 香：有効なIDを持っていません。', '有効なIDを持っていません。', '有効なIDを持っていません。']);
});
