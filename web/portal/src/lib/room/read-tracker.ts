/** Read means: one second visible, in the foreground (R23). Only the newest post seen is told, at most once a second. */

interface Watched {
  id: string;
  /** Grows with the age order of the timeline. */
  order: string;
}

const visibleMs = 1_000;
const retryMs = 5_000;

export class ReadTracker {
  readonly #tell: (postId: string) => Promise<void>;
  readonly #observer = new IntersectionObserver((entries) => this.#onIntersection(entries), { threshold: [0, 0.5, 1] });
  readonly #watched = new Map<Element, Watched>();
  readonly #timers = new Map<Element, ReturnType<typeof setTimeout>>();
  readonly #visible = new Set<Element>();
  #newest: Watched | undefined;
  #told = '';
  #telling: ReturnType<typeof setTimeout> | undefined;

  /** @param tell called with the newest post seen for long enough; repeated later if it fails */
  constructor(tell: (postId: string) => Promise<void>) {
    this.#tell = tell;
    document.addEventListener('visibilitychange', this.#restart);
  }

  /** An attachment for a post's element; posts already read need none. */
  watch(id: string, order: string): (element: Element) => () => void {
    return (element) => {
      this.#watched.set(element, { id, order });
      this.#observer.observe(element);
      return () => this.#forget(element);
    };
  }

  stop(): void {
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#restart);
    this.#timers.forEach((timer) => clearTimeout(timer));
    clearTimeout(this.#telling);
  }

  #onIntersection(entries: IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      if (isReadable(entry)) this.#visible.add(entry.target);
      else this.#visible.delete(entry.target);
    }
    this.#restart();
  }

  /** A second begins anew whenever a post leaves the screen or the page goes to the background. */
  #restart = (): void => {
    const foreground = document.visibilityState === 'visible';
    for (const [element, timer] of this.#timers) {
      if (foreground && this.#visible.has(element)) continue;
      clearTimeout(timer);
      this.#timers.delete(element);
    }
    if (!foreground) return;
    for (const element of this.#visible) {
      if (!this.#timers.has(element))
        this.#timers.set(
          element,
          setTimeout(() => this.#seen(element), visibleMs),
        );
    }
  };

  #seen(element: Element): void {
    const post = this.#watched.get(element);
    if (!post) return;
    if (!this.#newest || post.order > this.#newest.order) this.#newest = post;
    this.#schedule(100);
  }

  #schedule(ms: number): void {
    this.#telling ??= setTimeout(() => void this.#flush(), ms);
  }

  async #flush(): Promise<void> {
    const target = this.#newest;
    try {
      if (target && target.order > this.#told) {
        await this.#tell(target.id);
        this.#told = target.order;
      }
      this.#telling = undefined;
      if (this.#newest && this.#newest.order > this.#told) this.#schedule(visibleMs);
    } catch {
      this.#telling = undefined;
      this.#schedule(retryMs);
    }
  }

  #forget(element: Element): void {
    this.#observer.unobserve(element);
    this.#visible.delete(element);
    this.#watched.delete(element);
    clearTimeout(this.#timers.get(element));
    this.#timers.delete(element);
  }
}

/** Half of the post, or half a screenful of a long one. */
function isReadable(entry: IntersectionObserverEntry): boolean {
  const screen = entry.rootBounds?.height ?? innerHeight;
  return entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= screen * 0.5;
}
