/** What this browser says of being told, and asking it. Nothing is asked before somebody taps. */
export type DeviceState = 'IMPOSSIBLE' | 'REFUSED' | 'OFF' | 'ON';

export interface Chosen {
  endpoint: string;
  p256dh: string;
  auth: string;
}

const script = '/service-worker.js';
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let trusted: string | undefined;

/** One script and no other may become a worker (V38). A policy is made once a page. */
function trustedScript(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  return (trusted ??=
    trustedTypes?.createPolicy('heya-service-worker', { createScriptURL: () => script }).createScriptURL(script) ?? script);
}

const isPossible = (): boolean => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** @param endpoints what the person has chosen: what somebody else chose here before is none of theirs */
export async function stateOfDevice(endpoints: readonly string[]): Promise<{ state: DeviceState; endpoint: string | null }> {
  if (!isPossible()) return { state: 'IMPOSSIBLE', endpoint: null };
  if (Notification.permission === 'denied') return { state: 'REFUSED', endpoint: null };
  const endpoint = (await subscription())?.endpoint ?? null;
  return endpoint && endpoints.includes(endpoint) ? { state: 'ON', endpoint } : { state: 'OFF', endpoint: null };
}

/**
 * The browser asks the person; so only on their tap.
 * @returns null when they said no
 * @throws when the push service cannot be reached
 */
export async function chooseDevice(pushKey: string): Promise<Chosen | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register(trustedScript());
  const { pushManager } = await navigator.serviceWorker.ready;
  // Of somebody else, or of an older key.
  await (await pushManager.getSubscription())?.unsubscribe();
  const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })).toJSON();
  return { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' };
}

export async function dropDevice(): Promise<void> {
  await (await subscription())?.unsubscribe();
}
