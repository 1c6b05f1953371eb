import { expect, test } from 'vitest';
import { administered, atPlace } from './places.ts';

const place = (id: string, more: object = {}) => ({
  isFacilityAdmin: true,
  since: '2026-04-01',
  until: null,
  facility: { id, name: id },
  ...more,
});
const viewer = (...affiliations: object[]) => ({ user: { practitioner: { affiliations } } }) as never;

test('only facilities that one administers today are offered', () => {
  const found = administered(
    viewer(
      place('a'),
      place('b', { isFacilityAdmin: false }),
      place('c', { until: '2026-06-01' }),
      place('d', { since: '2026-06-02' }),
      place('e', { until: '2026-05-31' }),
    ),
    '2026-06-01',
  );
  expect(found.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(administered({ user: { practitioner: null } } as never, '2026-06-01')).toEqual([]);
});

test('an address names its facility only where there are several', () => {
  const [one, other] = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];
  expect(atPlace('/facility', one, [one])).toBe('/facility');
  expect(atPlace('/facility', one, [one, other])).toBe('/facility?at=a');
  expect(atPlace('/facility/change?person=x', other, [one, other])).toBe('/facility/change?person=x&at=b');
});
