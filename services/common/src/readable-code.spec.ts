import { expect, test } from 'vitest';
import { newReadableCode, readReadableCode } from './readable-code.ts';

test('letters that are taken for one another do not occur, and each code is another one', () => {
  const codes = Array.from({ length: 500 }, () => newReadableCode({ groups: 3, group: 5 }));
  for (const code of codes) expect(code).toMatch(/^[ACDEFGHJKMNPRTWXY34679]{5}(-[ACDEFGHJKMNPRTWXY34679]{5}){2}$/);
  expect(codes.join('')).not.toMatch(/[01258BILOQSUVZ]/);
  expect(new Set(codes).size).toBe(500);
});

test('however it is typed', () => {
  for (const typed of [
    'acdef-ghjkm-nprtw',
    'ＡＣＤＥＦ－ＧＨＪＫＭ－ＮＰＲＴＷ',
    ' ACDEF GHJKM　NPRTW ',
    'ａｃｄｅｆｇｈｊｋｍｎｐｒｔｗ',
    'ACDEFーGHJKM―NPRTW',
  ])
    expect([typed, readReadableCode(typed)]).toEqual([typed, 'ACDEFGHJKMNPRTW']);
});
