/** How much is unread, on every screen and every device at once (R28). */
import { SvelteSet } from 'svelte/reactivity';
import { createContext } from 'svelte';
import {
  NotificationEventsDocument,
  type NotificationEventsSubscription,
  NotificationsMarkReadDocument,
  NotificationStateDocument,
} from '@heya/client/generated/graphql';
import { cursorTrail } from '@heya/client/cursor';
import type { Live } from '@heya/client/live';
import { request } from '@heya/client/request';
import { send } from '#lib/api.ts';
import { provenFetch } from '#lib/device/prove.ts';

export type NotificationEvent = NotificationEventsSubscription['notificationEvent'];
type Listener = (event: NotificationEvent) => void;

const resyncPauseMs = 1_000;

export class Bell {
  /** Null until it is known. */
  unread = $state<number | null>(null);
  /** Grows whenever a list has to be read anew. */
  resyncs = $state(0);
  readonly #listeners = new SvelteSet<Listener>();

  /** For a list that is shown: what comes is put into it. @returns how to stop */
  onEvent(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @returns how to stop */
  follow(live: Live): () => void {
    let stop = (): void => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const begin = async (): Promise<void> => {
      const cursor = await this.refresh();
      if (isOver) return;
      const trail = cursorTrail(cursor ?? undefined);
      stop = live.subscribe({
        document: NotificationEventsDocument,
        variables: () => ({ after: trail.last }),
        next: ({ notificationEvent }) => {
          if (trail.admit(notificationEvent.cursor)) this.#take(notificationEvent);
        },
        end: (reason) => {
          if (reason !== 'RESYNC') return;
          this.resyncs += 1;
          timer = setTimeout(() => void begin(), resyncPauseMs);
        },
      });
    };
    // A right may have ended while nobody looked: the count then is another.
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') void this.refresh();
    };
    document.addEventListener('visibilitychange', onVisible);
    void begin();
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }

  /** @returns the place from which to follow; null when it cannot be told */
  async refresh(): Promise<string | null> {
    const answer = await request(provenFetch, NotificationStateDocument, {}).catch(() => null);
    const viewer = answer?.viewer;
    if (typeof viewer?.unreadNotificationCount === 'number') this.unread = viewer.unreadNotificationCount;
    return viewer?.notificationCursor ?? null;
  }

  /** @throws {RequestError} */
  async markRead(which: { ids: string[] } | { upTo: string }): Promise<void> {
    const { notificationsMarkRead } = await send(NotificationsMarkReadDocument, which);
    this.unread = notificationsMarkRead.viewer?.unreadNotificationCount ?? this.unread;
  }

  #take(event: NotificationEvent): void {
    this.unread = event.unreadCount;
    for (const listener of this.#listeners) listener(event);
  }
}

export const [getBell, setBell] = createContext<Bell>();
