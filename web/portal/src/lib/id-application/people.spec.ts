import { expect, it } from 'vitest';
import { followPeople, withoutPeople } from './people.ts';

const texts = {
  facilityName: 'of the facility',
  applicants: 'of the list',
  'applicants.0.name': 'of a',
  'applicants.2.devices.1': 'of c',
  'applicants.2': 'of all of c',
};
const [a, b, c, added] = ['a', 'b', 'c', ''].map((id) => ({ id })) as [{ id: string }, { id: string }, { id: string }, { id: string }];
const general = { facilityName: 'of the facility', applicants: 'of the list' };

it('a comment stays with its person when somebody before is removed', () => {
  const moved = { ...general, 'applicants.1.devices.1': 'of c', 'applicants.1': 'of all of c' };
  expect(followPeople(texts, [a, b, c], [b, c, added])).toEqual(moved);
});

it('and leaves with its person, also when somebody new takes the place', () => {
  expect(followPeople(texts, [a, b, c], [a, b, added])).toEqual({ ...general, 'applicants.0.name': 'of a' });
});

it('nothing is moved while nobody was removed', () => {
  expect(followPeople(texts, [a, b, c], [a, b, c])).toEqual(texts);
});

it('what the server said of people is not held against others after a removal', () => {
  expect(withoutPeople(texts)).toEqual(general);
});
