/** Read means: one second visible, in the foreground (R23). Only the newest post seen is told, at most once a second. */

export interface ReadTracker {
  /** An attachment for a post's element; posts already read are not watched. */
  watch(id: string, order: string): (element: Element) => () => void;
  stop(): void;
}

const visibleMs = 1_000;

/** @param tell called with the newest post seen for long enough; repeated later if it throws */
export function trackReading(tell: (postId: string) => Promise<void>): ReadTracker {
  const orders = new Map<Element, { id: string; order: string }>();
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const visible = new Set<Element>();
  let newest: { id: string; order: string } | undefined;
  let told = '';
  let telling: ReturnType<typeof setTimeout> | undefined;

  const observer = new IntersectionObserver(onIntersection, { threshold: [0, 0.5, 1] });
  document.addEventListener('visibilitychange', restart);

  function onIntersection(entries: IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      if (isReadable(entry)) visible.add(entry.target);
      else visible.delete(entry.target);
    }
    restart();
  }

  /** Half of the post, or a screenful of a long one. */
  function isReadable(entry: IntersectionObserverEntry): boolean {
    const screen = entry.rootBounds?.height ?? innerHeight;
    return entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= screen * 0.5;
  }

  function restart(): void {
    const foreground = document.visibilityState === 'visible';
    for (const [element, timer] of timers) {
      if (foreground && visible.has(element)) continue;
      clearTimeout(timer);
      timers.delete(element);
    }
    if (!foreground) return;
    for (const element of visible) if (!timers.has(element)) timers.set(element, setTimeout(seen, visibleMs, element));
  }

  function seen(element: Element): void {
    const post = orders.get(element);
    if (!post) return;
    if (!newest || post.order > newest.order) newest = post;
    schedule(150);
  }

  function schedule(ms: number): void {
    telling ??= setTimeout(() => void flush(), ms);
  }

  async function flush(): Promise<void> {
    telling = undefined;
    const target = newest;
    if (!target || target.order <= told) return;
    try {
      await tell(target.id);
      told = target.order;
      if (newest && newest.order > told) schedule(visibleMs);
    } catch {
      schedule(5_000);
    }
  }

  function forget(element: Element): void {
    observer.unobserve(element);
    visible.delete(element);
    orders.delete(element);
    clearTimeout(timers.get(element));
    timers.delete(element);
  }

  return {
    watch: (id, order) => (element) => {
      orders.set(element, { id, order });
      observer.observe(element);
      return () => forget(element);
    },
    stop() {
      observer.disconnect();
      document.removeEventListener('visibilitychange', restart);
      timers.forEach((timer) => clearTimeout(timer));
      clearTimeout(telling);
    },
  };
}
