/** Brings the post that a notification leads to into view. */
const prefix = '#post-';

/** @param hash of the address; anything else than a post's does nothing */
export function showPost(hash: string): void {
  if (!hash.startsWith(prefix)) return;
  const id = CSS.escape(hash.slice(prefix.length));
  // Pinned posts are shown twice: the later one stands in the timeline.
  const card = [...document.querySelectorAll<HTMLElement>(`[data-post="${id}"]`)].at(-1);
  if (!card) return;
  card.tabIndex = -1;
  card.scrollIntoView({ block: 'center' });
  card.focus({ preventScroll: true });
}
