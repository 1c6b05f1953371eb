import { expect, test } from 'vitest';
import { blankRoster, restPresent, toEntries, unanswered } from './roster.ts';

const people = ['a', 'b', 'c'].map((id) => ({ user: { id } }));

test('who has an answer keeps it when the rest is said to be there, and only the list is sent', () => {
  const begun = { answers: { b: { answer: 'LEFT' as const, note: ' 三月末 ' }, gone: { answer: 'PRESENT' as const, note: '' } } };
  expect(unanswered(people, blankRoster())).toHaveLength(3);
  expect(unanswered(people, begun).map(({ user }) => user.id)).toEqual(['a', 'c']);
  expect(toEntries(people, restPresent(people, begun))).toEqual([
    { userId: 'a', answer: 'PRESENT', note: null },
    { userId: 'b', answer: 'LEFT', note: '三月末' },
    { userId: 'c', answer: 'PRESENT', note: null },
  ]);
});

test('what was noted of somebody who is there after all is not sent', () => {
  expect(toEntries(people, { answers: { a: { answer: 'PRESENT', note: 'やめた' } } })).toEqual([
    { userId: 'a', answer: 'PRESENT', note: null },
  ]);
});
