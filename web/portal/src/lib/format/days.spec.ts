import { expect, it } from 'vitest';
import { daysUntil } from './days.ts';

it('counts calendar days, over months and years', () => {
  const spans = [daysUntil('2026-11-22', '2026-11-22'), daysUntil('2026-11-21', '2026-11-22'), daysUntil('2027-01-01', '2026-12-31')];
  expect(spans).toEqual([0, -1, 1]);
});
