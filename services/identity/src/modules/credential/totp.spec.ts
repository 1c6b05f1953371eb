import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { SecretBox } from './secret-box.ts';
import { cleanCode, matchTotp } from './totp.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const now = new Date('2026-11-22T03:00:10Z');
const step = Math.floor(now.getTime() / 30_000);
const codeAt = (offset: number): string => generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) + offset * 30 });
const match = (code: string, afterStep: number | null = null) => matchTotp(secret, code, { now, afterStep });

test('the code of this step and of the ones beside it counts, no other (V13)', () => {
  expect([-1, 0, 1].map((offset) => match(codeAt(offset)))).toEqual([step - 1, step, step + 1]);
  expect([-2, 2, 100].map((offset) => match(codeAt(offset)))).toEqual([undefined, undefined, undefined]);
});

test('a step that was used, and all before it, are over', () => {
  expect(match(codeAt(0), step)).toBeUndefined();
  expect(match(codeAt(-1), step)).toBeUndefined();
  expect(match(codeAt(1), step)).toBe(step + 1);
});

test('only six digits are looked at; full-width ones and spaces are meant as digits', () => {
  for (const odd of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(match(odd)).toBeUndefined();
  expect(cleanCode('１２３ ４５６')).toBe('123456');
  expect(cleanCode('123-456')).toBe('123456');
});

test('a sealed secret opens only where it belongs, unaltered, with its key', () => {
  const box = new SecretBox(Buffer.alloc(32, 1));
  const sealed = box.seal('credential:1', secret);
  expect(sealed.toString('latin1')).not.toContain(secret);
  expect(box.open('credential:1', sealed).toString()).toBe(secret);
  expect(box.seal('credential:1', secret)).not.toEqual(sealed);
  expect(() => box.open('credential:2', sealed)).toThrow();
  expect(() => new SecretBox(Buffer.alloc(32, 2)).open('credential:1', sealed)).toThrow();
  const altered = Buffer.from(sealed);
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  expect(() => box.open('credential:1', altered)).toThrow();
  expect(box.derive('cookies')).not.toEqual(box.derive('limits'));
});
