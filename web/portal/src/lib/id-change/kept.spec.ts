import { afterEach, expect, test, vi } from 'vitest';
import { changePlace, wipeChanges } from './kept.ts';

afterEach(() => vi.unstubAllGlobals());

function device(...keys: string[]): Record<string, string> {
  const kept = Object.fromEntries(keys.map((key) => [key, '{}']));
  vi.stubGlobal('localStorage', Object.defineProperty(kept, 'removeItem', { value: (key: string) => delete kept[key] }));
  return kept;
}

test('a form that was begun goes with the sign-out, and before somebody else works on this device', () => {
  const [own, other] = [changePlace('me', 'here'), changePlace('you', 'here')];
  const shared = device(own, other, 'heya-id-application');
  wipeChanges('me');
  expect(Object.keys(shared)).toEqual([own, 'heya-id-application']);
  wipeChanges();
  expect(Object.keys(shared)).toEqual(['heya-id-application']);
});
