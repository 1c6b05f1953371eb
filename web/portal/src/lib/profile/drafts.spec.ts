import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { profileDraft, wipeWithheld } from './drafts.ts';

vi.mock('$app/env', () => ({ browser: true }));

const kept = (): string[] => Object.keys(sessionStorage);

beforeEach(() => {
  const storage: Record<string, unknown> = {};
  Object.defineProperty(storage, 'removeItem', { value: (key: string) => Reflect.deleteProperty(storage, key) });
  for (const name of [
    profileDraft('r1', 'MEDICATIONS', 2),
    profileDraft('r1', 'ALLERGIES', 0),
    profileDraft('r1', 'FAMILY_CONTACTS', 'new'),
  ])
    storage[`heya:${name}`] = '{}';
  storage[`heya:${profileDraft('r2', 'MEDICATIONS', 2)}`] = '{}';
  storage['heya:note:r1'] = '{}';
  vi.stubGlobal('sessionStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

it('keeps nothing that was begun from what is shown no more, and all else (R10)', () => {
  wipeWithheld('r1', [
    { category: 'MEDICATIONS', state: 'NOT_CONSENTED', message: null },
    { category: 'FAMILY_CONTACTS', state: 'ROLE_RESTRICTED', message: null },
    { category: 'MEDICAL_HISTORY', state: 'SHARED', message: null },
  ]);
  expect(kept()).toEqual(['heya:profile:r1:ALLERGIES:0', 'heya:profile:r2:MEDICATIONS:2', 'heya:note:r1']);
});

it('touches nothing while another consent is being read', () => {
  const before = kept();
  wipeWithheld('r1', null);
  expect(kept()).toEqual(before);
});
