import { expect, it } from 'vitest';
import { countsAsUse } from './use.policy.ts';

it.each([
  ['opening a page', '/rooms/1', false, true],
  ['input that the page tells of', '/activity', false, true],
  ['a page that fetches its data anew', '/rooms/1', true, false],
  ['a question of a page', '/graphql', false, false],
  ['a ticket for live news', '/ticket', false, false],
  ['locking', '/lock', false, false],
  ['the locked screen', '/locked', false, false],
  ['the page where the device signs', '/device', false, false],
  ['the signature of the device', '/device/proof', false, false],
])('%s counts as use or not (R6)', (_case, path, isDataRequest, expected) => {
  expect(countsAsUse({ path, isDataRequest })).toBe(expected);
});
