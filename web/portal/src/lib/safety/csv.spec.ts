import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('no cell calculates anything, whatever somebody wrote (V39)', () => {
  const rows = csvOf([['=1+1', '＋81', ' @x', '\tx', '-1', 'a"b', '無事']]);
  expect(rows).toBe(`\ufeff"'=1+1","'＋81","' @x","'\tx","'-1","a""b","無事"\r\n`);
});
