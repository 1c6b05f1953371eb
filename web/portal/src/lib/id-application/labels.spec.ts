import { m } from '#paraglide/messages.js';
import { getLocale, overwriteGetLocale } from '#paraglide/runtime.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { labelOf, personLabel } from './labels.ts';

const original = getLocale;

beforeEach(() => overwriteGetLocale(() => 'en'));
afterEach(() => overwriteGetLocale(original));

it('names a field of a person whole, also in a language that puts blanks between words', () => {
  expect(personLabel('birthDate')).toBe(m.birth_date());
  expect(personLabel('birthDate')).toContain(' ');
  expect(labelOf('applicants.1.birthDate', [{ name: 'A' }, { name: 'B' }])).toBe(
    `${m.apply_person_named({ number: 2, name: 'B' })} ${m.birth_date()}`,
  );
});
