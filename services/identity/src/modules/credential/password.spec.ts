import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('argon2id with 19 MiB, two passes, one lane', async () => {
  expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('the right password and no other; an unknown account never matches', async () => {
  const stored = await hashPassword('正しい馬の電池の針');
  expect(await verifyPassword('正しい馬の電池の針', stored)).toBe(true);
  expect(await verifyPassword('正しい馬の電池の金', stored)).toBe(false);
  expect(await verifyPassword('no account has this password', undefined)).toBe(false);
});

test('long passwords that begin alike do not unlock each other (V10)', async () => {
  const stored = await hashPassword(`${'a'.repeat(72)}12345678`);
  expect(await verifyPassword(`${'a'.repeat(72)}87654321`, stored)).toBe(false);
});

test('the same characters typed on another keyboard are the same password', async () => {
  expect(await verifyPassword('ﾊﾟｽﾜｰﾄﾞ１２３', await hashPassword('パスワード123'))).toBe(true);
});

test('more at once than there are lanes are all served', async () => {
  const stored = await hashPassword('many');
  expect(await Promise.all(Array.from({ length: 12 }, () => verifyPassword('many', stored)))).toEqual(
    Array.from({ length: 12 }, () => true),
  );
});
