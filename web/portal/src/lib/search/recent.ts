/** Words looked for lately: in this tab alone, gone with the sign-out like everything that was typed (R3). Never in an address, which is written down. */
import { draftKey } from '#lib/wipe.ts';

const place = draftKey('search-words');
const most = 6;

export function recentWords(): string[] {
  const kept = sessionStorage.getItem(place);
  return kept ? (JSON.parse(kept) as string[]) : [];
}

/** @returns the newest first, each once */
export function rememberWords(words: string): string[] {
  const kept = [words, ...recentWords().filter((one) => one !== words)].slice(0, most);
  sessionStorage.setItem(place, JSON.stringify(kept));
  return kept;
}
