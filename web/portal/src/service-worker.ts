/**
 * Shows what the device is told, and opens it when it is tapped. It keeps nothing and answers for no page: there is no handler of `fetch`, so
 * that nothing of a patient stays on the device.
 */
interface Shown {
  id: string;
  title: string;
  /** A path of the portal. */
  url: string;
}

interface Told extends Event {
  waitUntil(work: Promise<unknown>): void;
  data: { json(): Shown } | null;
  notification: Notification;
}

interface OpenPage {
  focus(): Promise<OpenPage>;
  navigate(url: string): Promise<unknown>;
}

interface Worker {
  addEventListener(name: 'push' | 'notificationclick', hear: (event: Told) => void): void;
  registration: ServiceWorkerRegistration;
  clients: { matchAll(of: { type: 'window' }): Promise<OpenPage[]>; openWindow(url: string): Promise<unknown> };
}

const worker = self as unknown as Worker;

worker.addEventListener('push', (event) => {
  const shown = event.data?.json();
  if (shown) event.waitUntil(worker.registration.showNotification(shown.title, { tag: shown.id, data: shown.url }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(String(event.notification.data), location.origin)));
});

/** In a page that is open already, so that nobody ends up with ten of them; never anywhere but in the portal. */
async function open({ origin, href }: URL): Promise<void> {
  if (origin !== location.origin) return;
  const [page] = await worker.clients.matchAll({ type: 'window' });
  // A page from before the worker cannot be led by it.
  const isLed = await page?.navigate(href).then(
    () => true,
    () => false,
  );
  if (isLed) await page?.focus();
  else await worker.clients.openWindow(href);
}
