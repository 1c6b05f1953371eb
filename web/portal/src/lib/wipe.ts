/** Nothing of a patient stays behind on a device when the sign-in ends or a consent is withdrawn. */
import { browser } from '$app/env';

const prefix = 'heya:';

export function draftKey(name: string): string {
  return prefix + name;
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

/** Leaves every signed-in page at once: a full load, so that no component keeps anything in memory. */
export function signedOut(problem: 'ended' | 'elsewhere', options: { keepDrafts?: boolean } = {}): void {
  if (!options.keepDrafts) wipeDrafts();
  wipeServerData();
  location.replace(`/?problem=${problem}&returnTo=${encodeURIComponent(location.pathname)}`);
}
