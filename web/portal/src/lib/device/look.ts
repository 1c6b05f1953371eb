/** Looks at the browser it runs in. */
import { keepKey, forgetKey, makeKey } from './key-store.ts';
import type { Found } from './fitness.ts';

export async function lookAtBrowser(): Promise<Found> {
  const { hasKeys, keepsKeys } = await tryKeys();
  return {
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    isSecure: isSecureContext,
    hasKeys,
    keepsKeys,
    hasCookies: navigator.cookieEnabled,
    hasSockets: 'WebSocket' in globalThis,
    hasPasskeys: 'PublicKeyCredential' in globalThis,
    clockMs: await clockAhead(),
  };
}

/** A key is made, kept and forgotten again: asking what a browser says it can do would not show a private window. */
async function tryKeys(): Promise<{ hasKeys: boolean; keepsKeys: boolean }> {
  const key = await makeKey().catch(() => undefined);
  if (!key) return { hasKeys: false, keepsKeys: false };
  try {
    await keepKey({ id: 'trial', owner: 'trial', privateKey: key.privateKey });
    await forgetKey('trial');
    return { hasKeys: true, keepsKeys: true };
  } catch {
    return { hasKeys: true, keepsKeys: false };
  }
}

/** Against the server's clock, to the second, with half of the way there and back. */
async function clockAhead(): Promise<number | null> {
  const from = Date.now();
  const answer = await fetch('/device-check/clock', { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (!answer?.ok) return null;
  const { at } = (await answer.json()) as { at: number };
  return (from + Date.now()) / 2 - at;
}
