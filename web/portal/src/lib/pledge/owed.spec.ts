import { expect, test } from 'vitest';
import { firstBlockingDay, holdsBack } from './owed.ts';

const own = { form: 'FORM_1_2', blocksFrom: '2026-12-01', isBlocking: false } as const;
const facility = { form: 'FORM_1_1', blocksFrom: '2026-11-01', isBlocking: true } as const;

test('one’s own pledge holds back from its day; that of a facility never does', () => {
  expect([holdsBack([]), holdsBack([own]), holdsBack([facility]), holdsBack([facility, { ...own, isBlocking: true }])]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('the first day of several is told', () => {
  expect([firstBlockingDay([]), firstBlockingDay([{ ...own, blocksFrom: null }]), firstBlockingDay([own, facility])]).toEqual([
    null,
    null,
    '2026-11-01',
  ]);
});
