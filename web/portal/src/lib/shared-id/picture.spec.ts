import { expect, test } from 'vitest';
import { inOrder, placeOf, spanOf, ticksOf } from './picture.ts';

const lane = (id: string, ...minutes: number[]) => ({
  ...{ id, label: null, deviceName: null, methods: [], isSignedIn: true, facility: null },
  uses: minutes.map((minute) => ({ at: new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString(), network: 1, networkHint: null })),
});

test('the picture begins and ends with a quarter of an hour, and every use lies within it', () => {
  const lanes = [lane('a', 7, 22), lane('b', 9, 51)];
  const span = spanOf(lanes);
  expect(ticksOf(span).map((tick) => tick.slice(11, 16))).toEqual(['01:00', '01:15', '01:30', '01:45', '02:00']);
  expect([placeOf(lanes[0]?.uses[0]?.at ?? '', span), placeOf(lanes[1]?.uses[1]?.at ?? '', span)]).toEqual([7 / 60, 51 / 60]);
  expect(inOrder(lanes).map(({ lane: { id } }) => id)).toEqual(['a', 'b', 'a', 'b']);
});

test('a single moment at the turn of a quarter still has a picture', () => {
  const span = spanOf([lane('a', 15)]);
  expect([ticksOf(span).length, placeOf(new Date(span.from).toISOString(), span)]).toEqual([2, 0]);
});
