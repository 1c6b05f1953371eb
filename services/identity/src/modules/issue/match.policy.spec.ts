import { newId } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { agreement, type Candidate, isMatch, isStrong, type KnownPerson } from './match.policy.ts';

const known: KnownPerson = {
  userId: newId(),
  accountName: 'acdf-79gh',
  displayName: '鈴木 花子',
  displayNameKana: 'スズキ ハナコ',
  professions: ['NURSE'],
  birthDate: '1985-04-01',
  licenceNumber: '123456',
  email: 'hanako@example.jp',
};
const candidate: Candidate = {
  id: newId(),
  name: '別の 人',
  nameKana: 'ベツノ ヒト',
  professions: ['NURSE'],
  title: null,
  birthDate: '1990-01-01',
  licenceNumber: null,
  email: null,
  isFacilityAdmin: false,
  existingAccountName: null,
};
const judge = (more: Partial<Candidate>) => {
  const reasons = agreement({ ...candidate, ...more }, known);
  return [isMatch(reasons), isStrong(reasons)];
};

test('one thing that many share is no match; a name with a birth date, licence or account is nearly certain (R3)', () => {
  expect(judge({})).toEqual([false, false]);
  expect(judge({ name: '鈴木花子' })).toEqual([false, false]);
  expect(judge({ email: 'hanako@example.jp' })).toEqual([false, false]);
  expect(judge({ birthDate: '1985-04-01' })).toEqual([false, false]);
  expect(judge({ name: '鈴木　花子', nameKana: 'スズキ・ハナコ' })).toEqual([true, false]);
  expect(judge({ nameKana: 'スズキハナコ', email: 'hanako@example.jp' })).toEqual([true, false]);
  expect(judge({ nameKana: 'スズキハナコ', birthDate: '1985-04-01' })).toEqual([true, true]);
  expect(judge({ licenceNumber: '123456' })).toEqual([true, false]);
  expect(judge({ licenceNumber: '123456', professions: ['PHYSICIAN'] })).toEqual([false, false]);
  expect(judge({ name: '鈴木花子', licenceNumber: '123456' })).toEqual([true, true]);
  expect(judge({ existingAccountName: 'acdf-79gh' })).toEqual([true, false]);
  expect(judge({ name: '鈴木花子', existingAccountName: 'acdf-79gh' })).toEqual([true, true]);
});
