/** Keeps the number of unread notifications before the title of whatever page is shown. */
import { titled } from './feed.ts';

/** @returns how to stop, which takes the number off again */
export function keepTitle(unread: () => number | null): () => void {
  const apply = (): void => {
    const wanted = titled(document.title, unread());
    if (document.title !== wanted) document.title = wanted;
  };
  // Pages set their title when they are shown, and know nothing of the number.
  const observer = new MutationObserver(apply);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  apply();
  return () => {
    observer.disconnect();
    document.title = titled(document.title, 0);
  };
}
