/** Nothing of a patient stays behind on a device when the sign-in ends or a consent is withdrawn. */
import { browser } from '$app/env';
import { wipeBytes } from './photo/kept-bytes.ts';

const prefix = 'heya:';

export function draftKey(name: string): string {
  return prefix + name;
}

/** Names of everything that waits in this tab. */
export function draftNames(): string[] {
  return Object.keys(sessionStorage).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

/** Removes drafts; of one room only when its id is given. */
export function wipeDrafts(containing = ''): void {
  if (!browser) return;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) && key.includes(containing)) sessionStorage.removeItem(key);
  }
}

/** Removes the answers that the server wrote into the page for its first display. */
export function wipeServerData(): void {
  if (!browser) return;
  document.querySelectorAll('script[data-sveltekit-fetched]').forEach((element) => element.remove());
}

/** What was begun belongs to one person: on a shared device the next one finds nothing of it (R3). */
export function claimDrafts(userId: string): void {
  if (!browser) return;
  const place = 'heya-drafts-of';
  if (sessionStorage.getItem(place) !== userId) {
    wipeDrafts();
    wipeBytes();
  }
  sessionStorage.setItem(place, userId);
}

export type EndedBy = 'ended' | 'elsewhere' | 'idle';

/** Leaves every signed-in page at once: a full load, so that no component keeps anything in memory. */
export function signedOut(problem: EndedBy, options: { keepDrafts?: boolean } = {}): void {
  if (!options.keepDrafts) {
    wipeDrafts();
    wipeBytes();
  }
  leaveTo('/', { problem, returnTo: location.pathname });
}

/** To the locked screen; what was begun waits there (R6). */
export function toLockedScreen(): void {
  leaveTo('/locked', { returnTo: location.pathname });
}

let leaving = false;

/** The first reason is the one that is said: several streams end together. */
function leaveTo(path: string, query: Record<string, string>): void {
  wipeServerData();
  if (leaving) return;
  leaving = true;
  location.replace(`${path}?${new URLSearchParams(query)}`);
}
