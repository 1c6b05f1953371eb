/** The key of one creation (api.md 8): the same content, however often it is sent, is one; other content is another. */
import { newId } from '@heya/client/id';
import { draftKey } from './wipe.ts';

interface Kept {
  key: string;
  text: string;
}

/**
 * Kept in this tab, so that a reload repeats with the same key.
 * @param content what the person entered, without times taken at the moment of sending
 */
export function keyFor(name: string, content: object): string {
  const place = draftKey(`${name}:key`);
  const text = JSON.stringify(content);
  const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Kept | null;
  if (kept?.text === text) return kept.key;
  const key = newId();
  sessionStorage.setItem(place, JSON.stringify({ key, text } satisfies Kept));
  return key;
}

export function forgetKey(name: string): void {
  sessionStorage.removeItem(draftKey(`${name}:key`));
}
