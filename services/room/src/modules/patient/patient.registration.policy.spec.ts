import { newId } from '@heya/service-common/id';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isKana,
  normaliseProfile,
  type RegistrationInput,
  registrationProblems,
  toKatakana,
  toPostalCode,
} from './patient.registration.policy.ts';

const today = '2026-11-22';
const given = (override: Partial<RegistrationInput> = {}): RegistrationInput => ({
  idempotencyKey: newId(),
  name: '田中 ハル',
  nameKana: 'たなか　はる',
  sex: 'FEMALE',
  birthDate: '1940-04-01',
  postalCode: '842-0001',
  address: '神埼市1-1',
  phone: null,
  ...override,
});
const problems = (override: Partial<RegistrationInput>): [string, string | undefined][] =>
  registrationProblems(given(override), today).map(({ code, field }) => [code, field?.[1]]);

describe('registration (R20, R21)', () => {
  test('a complete form has no problem', () => expect(problems({})).toEqual([]));
  test.each([
    [{ name: '　 ' }, 'BLANK', 'name'],
    [{ name: '長'.repeat(101) }, 'TOO_LONG', 'name'],
    [{ name: '田中\u202eハル' }, 'INVALID', 'name'],
    [{ nameKana: '田中ハル' }, 'INVALID', 'nameKana'],
    [{ nameKana: 'Tanaka' }, 'INVALID', 'nameKana'],
    [{ nameKana: '' }, 'BLANK', 'nameKana'],
    [{ birthDate: '2026-11-23' }, 'INVALID', 'birthDate'],
    [{ birthDate: '1869-12-31' }, 'INVALID', 'birthDate'],
    [{ postalCode: '84-20001' }, 'INVALID', 'postalCode'],
    [{ address: '' }, 'BLANK', 'address'],
    [{ idempotencyKey: '1' }, 'INVALID', 'idempotencyKey'],
  ] as [Partial<RegistrationInput>, string, string][])('%j is refused', (override, code, field) =>
    expect(problems(override)).toEqual([[code, field]]),
  );

  test.each(['name', 'address', 'postalCode', 'nameKana'] as const)('a My Number in %s is refused in any way of writing', (field) => {
    for (const written of ['123456789018', '１２３４ ５６７８ ９０１８', '1234-5678-9018'])
      expect(problems({ [field]: written })).toEqual([['MY_NUMBER_NOT_ALLOWED', field]]);
  });
  test('the first and the last day are allowed', () => {
    expect(problems({ birthDate: today })).toEqual([]);
    expect(problems({ birthDate: '1870-01-01' })).toEqual([]);
  });
});

describe('one form for every way of typing', () => {
  test('kana', () => {
    expect(toKatakana('　ﾀﾅｶ　はるゔ ')).toBe('タナカ ハルヴ');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'あいうえおがぱゃっーゔ'), minLength: 1 }), (text) => {
        expect(toKatakana(toKatakana(text))).toBe(toKatakana(text));
        expect(isKana(toKatakana(`あ${text}`))).toBe(true);
      }),
    );
  });
  test('postal codes', () => {
    for (const written of ['8420001', '842-0001', '〒８４２－０００１']) expect(toPostalCode(written)).toBe('842-0001');
  });
  test('the stored profile', () =>
    expect(normaliseProfile(given())).toMatchObject({ name: '田中 ハル', nameKana: 'タナカ ハル', postalCode: '842-0001' }));
});
