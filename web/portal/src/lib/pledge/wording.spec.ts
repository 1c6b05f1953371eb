import { expect, test } from 'vitest';
import { changesOf, moved, newClause, placesOf, wordingFaults, wordingFrom } from './wording.ts';

const clause = (id: string) => ({ id, ja: `${id}を守ります`, en: `I keep ${id}` });
const [law, own, photo] = [clause('law'), clause('own-id'), clause('photo')] as const;

test('a new version begins with the clauses in force, which keep their names; new ones get one that nobody has', () => {
  const { clauses } = wordingFrom({ clauses: [law, { ...own, id: 'item-3' }] });
  expect(clauses.map(({ id }) => id)).toEqual(['law', 'item-3']);
  expect(newClause(clauses).id).toBe('item-4');
  expect(changesOf([law, own], [{ ...law, ja: '変えた' }, photo])).toEqual({ added: 1, changed: 1, removed: 1 });
});

test('clauses change places, and stay where there is none', () => {
  const order = (index: number, by: -1 | 1) => moved([law, own, photo], index, by).map(({ id }) => id);
  expect([order(0, 1), order(2, -1), order(0, -1), order(2, 1)]).toEqual([
    ['own-id', 'law', 'photo'],
    ['law', 'photo', 'own-id'],
    ['law', 'own-id', 'photo'],
    ['law', 'own-id', 'photo'],
  ]);
});

test('what is missing or out of order is told at its field', () => {
  const whole = { version: '2027-04', clauses: [law], validFrom: '2027-04-01', blocksFrom: '2027-05-01' };
  expect(wordingFaults(whole, '2026-11-22')).toEqual({});
  expect(Object.keys(wordingFaults({ ...whole, version: ' ', clauses: [{ ...law, en: ' ' }] }, '2026-11-22'))).toEqual([
    'version',
    'clauses.0.en',
  ]);
  expect(Object.keys(wordingFaults({ ...whole, clauses: [], blocksFrom: '2027-03-31' }, '2027-04-02'))).toEqual([
    'clauses',
    'validFrom',
    'blocksFrom',
  ]);
});

test('the newest that has begun is in force', () => {
  const texts = ['2026-11-01', '2026-11-20', '2027-04-01'].map((validFrom) => ({ validFrom }));
  expect(placesOf(texts, '2026-11-22').map(({ place }) => place)).toEqual(['COMING', 'IN_FORCE', 'EARLIER']);
  expect(placesOf(texts, '2027-04-01').map(({ place }) => place)).toEqual(['IN_FORCE', 'EARLIER', 'EARLIER']);
});
