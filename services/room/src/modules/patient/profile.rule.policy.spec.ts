import { newId } from '@heya/service-common/id';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactProblems } from './family-contact.policy.ts';
import type { ContentBlock } from './profile.block.ts';
import { isInsurerNumber, toIcd10 } from './profile.check.policy.ts';
import { type BlockInputs, blockRules } from './profile.rule.policy.ts';

const today = '2026-11-23';
const problems = <B extends ContentBlock>(block: B, sent: BlockInputs[B]): [string, string | undefined][] =>
  blockRules[block].problems(sent, ['input', 'x'], today).map(({ code, field }) => [code, field?.slice(1).join('.')]);

const insurance = { insurerNumber: '０１１３００１２', symbol: '12', number: '345', branchNumber: '1', copaymentPercent: 10 };
const longTerm = { insurerNumber: '412104', insuredNumber: '0000123456', careLevel: 'CARE_3' as const };

describe('cards (R20)', () => {
  test('of insurances in one form', () => {
    expect(problems('MEDICAL_INSURANCE', insurance)).toEqual([]);
    expect(blockRules.MEDICAL_INSURANCE.normalise(insurance)).toMatchObject({
      insurerNumber: '01130012',
      branchNumber: '01',
      publicExpenses: [],
    });
    expect(problems('LONG_TERM_CARE_INSURANCE', { ...longTerm, insuredNumber: 'h000123456' })).toEqual([]);
    expect(problems('MEDICAL_INSURANCE', null)).toEqual([]);
  });
  test.each([
    [{ insurerNumber: '01130013' }, 'x.insurerNumber'],
    [{ insurerNumber: '1130012' }, 'x.insurerNumber'],
    [{ copaymentPercent: 15 }, 'x.copaymentPercent'],
    [{ branchNumber: '123' }, 'x.branchNumber'],
    [{ publicExpenses: [{ payerNumber: '5413601', recipientNumber: '1234567' }] }, 'x.publicExpenses.0.payerNumber'],
  ] as [object, string][])('%j is refused beside its field', (override, field) =>
    expect(problems('MEDICAL_INSURANCE', { ...insurance, ...override })).toEqual([['INVALID', field]]),
  );
  test('a period that ends before it begins', () =>
    expect(problems('LONG_TERM_CARE_INSURANCE', { ...longTerm, validFrom: '2026-04-01', validUntil: '2026-03-31' })).toEqual([
      ['INVALID', 'x.validUntil'],
    ]));
  test('insurers of towns and of companies', () => {
    for (const known of ['138016', '138024', '01130012']) expect(isInsurerNumber(known)).toBe(true);
  });
  test('one digit mistyped is always noticed', () => {
    fc.assert(
      fc.property(fc.constantFrom('138016', '01130012'), fc.nat(), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
        const digits = [...right];
        const place = at % digits.length;
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(isInsurerNumber(digits.join(''))).toBe(false);
      }),
    );
  });
});

describe('lists', () => {
  test('codes by their form', () => {
    expect(['i639', 'Ｉ６３．９', 'F00', 'I63.', '163.9', 'I639.9'].map(toIcd10)).toEqual(['I63.9', 'I63.9', 'F00', 'I63', null, null]);
    const medicine = { name: 'アムロジピン' };
    for (const yjCode of ['2171022F1029', '２１７１０２２f1029', '2171022F1ZZZ', '', null])
      expect(problems('MEDICATIONS', [{ ...medicine, yjCode }])).toEqual([]);
    for (const yjCode of ['2171022F102', '217102201029', 'F2171022F102'])
      expect(problems('MEDICATIONS', [{ ...medicine, yjCode }])).toEqual([['INVALID', 'x.0.yjCode']]);
  });
  test('results of tomorrow, nameless entries and endless lists', () => {
    const result = { name: 'HbA1c', value: '6.8', unit: '%', date: today };
    expect(problems('TEST_RESULTS', [result, { ...result, date: '2026-11-24' }])).toEqual([['INVALID', 'x.1.date']]);
    expect(problems('ALLERGIES', ['ペニシリン', '　'])).toEqual([['BLANK', 'x.1']]);
    expect(problems('ALLERGIES', Array.from({ length: 51 }, String))).toEqual([['INVALID', 'x']]);
  });
});

test('a My Number is refused in every text of every block (R21)', () => {
  const written = '１２３４－５６７８－９０１８';
  const everywhere: [ContentBlock, unknown[]][] = [
    ['MEDICAL_HISTORY', [[{ name: written }], [{ name: 'x', icd10: written }], [{ name: 'x', note: written }]]],
    ['ALLERGIES', [[written]]],
    ['MEDICATIONS', [[{ name: written }], [{ name: 'x', yjCode: written }], [{ name: 'x', dosage: written }]]],
    ['TEST_RESULTS', ['name', 'value', 'unit'].map((key) => [{ name: 'x', value: 'x', date: today, [key]: written }])],
    ['CARE_SERVICES', ['kind', 'providerName', 'schedule'].map((key) => [{ kind: 'x', [key]: written }])],
    ['MEDICAL_INSURANCE', ['insurerNumber', 'symbol', 'number', 'branchNumber'].map((key) => ({ ...insurance, [key]: written }))],
    ['LONG_TERM_CARE_INSURANCE', ['insurerNumber', 'insuredNumber'].map((key) => ({ ...longTerm, [key]: written }))],
    ['HOSPITALS', ['name', 'department'].map((key) => ({ referring: { name: 'x', [key]: written }, readmission: null }))],
    ['DISASTER', [{ note: written }]],
  ];
  for (const [block, sent] of everywhere)
    for (const each of sent)
      expect(
        problems(block, each as never).map(([code]) => code),
        `${block} ${JSON.stringify(each)}`,
      ).toEqual(['MY_NUMBER_NOT_ALLOWED']);
  const contact = { id: newId(), name: '田中 一郎', relationship: '長男', phones: ['+81952000000'], isKeyPerson: true };
  expect(contactProblems(contact)).toEqual([]);
  for (const override of [{ name: written }, { relationship: written }, { phones: ['+123456789018'] }, { fax: '+123456789018' }])
    expect(contactProblems({ ...contact, ...override }).map(({ code }) => code)).toEqual(['MY_NUMBER_NOT_ALLOWED']);
});
